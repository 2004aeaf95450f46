import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice, Disclosure } from '#app/domain/disclosure.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { searchMatch } from '#app/domain/search-match.ts';
import type { Level } from '#app/domain/skill.ts';
import type { SearchParams } from '#app/features/recruiting/input.server.ts';
import { searchPeople } from '#app/features/recruiting/queries/search.server.ts';
import { aliasesFor } from '#app/server/look.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, certify, newOrganisation, newPerson, rate, show, testDay, type TestPerson } from '#test/support/people.ts';
import { countingStatements } from '#test/support/statements.ts';

/** What the test knows of somebody it made, to search by hand. */
type Made = {
  person: TestPerson; roleId: string; familyId: string; startedOn: string; levels: Record<string, { claimed: Level | null; confirmed: Level | null }>;
  certificate: boolean; open: boolean; choice: Partial<Choice>;
};
const skills = ['scripting', 'exchange-admin', 'server-admin'];
const common = { roleId: 'help-desk-technician', familyId: '' };
const rare = { roleId: 'data-centre-operator', familyId: '' };
const starts = ['2026-06-01', '2025-11-23', '2025-11-22', '2024-02-29', '2022-01-10'];

let database: TestDatabase;
let recruiter: TestPerson;
const made: Made[] = [];

const nothing: SearchParams = {
  skills: [], open: false, confirmed: false, near: false, role: undefined, family: undefined, years: undefined, certificate: undefined, for: undefined, after: undefined, before: undefined,
};
const searchAs = (who: TestPerson, given: Partial<SearchParams>, db: ReadDb = database.readDb) =>
  searchPeople({ db, aliasesFor: (ids) => aliasesFor(database, who.actor, ids) }, who.actor, testDay, { ...nothing, ...given });
const search = (given: Partial<SearchParams>) => searchAs(recruiter, given);

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db);
  recruiter = await newPerson(db, { access: ['recruiter'] });
  const families = await db.selectFrom('roles').select(['roleId', 'familyId']).execute();
  for (const role of [common, rare]) role.familyId = families.find(({ roleId }) => roleId === role.roleId)!.familyId;
  const disclosure = fc.constantFrom<Disclosure[]>('hidden', 'anonymous', 'named');
  const level = fc.option(fc.constantFrom<Level[]>(1, 2, 3, 4, 5), { freq: 4 });
  const people = fc.sample(fc.record({
    rare: fc.boolean(), startedOn: fc.constantFrom(...starts), certificate: fc.boolean(), open: fc.boolean(),
    levels: fc.record(Object.fromEntries(skills.map((skill) => [skill, fc.record({ claimed: level, confirmed: level })]))),
    choice: fc.record({ skills: disclosure, history: disclosure, certificates: disclosure, wishes: disclosure }, { requiredKeys: [], noNullPrototype: true }),
  }), { numRuns: 60, seed: 7 });
  for (const [place, one] of people.entries()) {
    // Four hold the rare role: one fewer than an anonymous profile needs to show it.
    const role = one.rare && made.filter(({ roleId }) => roleId === rare.roleId).length < 4 ? rare : common;
    const person = await newPerson(db, { name: `Canary ${place}`, roleId: role.roleId, startedOn: one.startedOn });
    if (Object.keys(one.choice).length > 0) await show(db, person.personId, one.choice);
    if (one.certificate) await certify(db, person.personId, 'comptia-a-plus');
    await db.insertInto('availability').values({ personId: person.personId, openToMoves: one.open }).execute();
    const levels: Made['levels'] = {};
    for (const [skill, { claimed, confirmed }] of Object.entries(one.levels)) {
      if (confirmed !== null) await rate(db, person.personId, skill, confirmed, { source: 'manager', at: '2026-03-01' });
      if (claimed !== null) await rate(db, person.personId, skill, claimed, { at: '2026-04-01' });
      levels[skill] = { claimed: claimed ?? confirmed, confirmed };
    }
    made.push({ ...one, person, ...role, levels });
  }
});
afterAll(() => database.close());

/** What holds for people where they have not chosen. */
let start: Choice = defaultPolicy.disclosure;
async function startWith(disclosure: Choice): Promise<void> {
  start = disclosure;
  await database.db.updateTable('organisation').set({ policy: JSON.stringify({ disclosure }) }).execute();
}

const isShown = (choice: Disclosure) => choice !== 'hidden';

/** The search by hand: what a recruiter may know, and nothing else, decides. */
function byHand(one: Made, given: Partial<SearchParams>): 'match' | 'near' | 'none' {
  const choice = { ...start, ...one.choice };
  const chosen = Object.values(choice);
  if (!chosen.some(isShown)) return 'none';
  if (given.role && (one.roleId !== given.role || (one.roleId === rare.roleId && !chosen.includes('named')))) return 'none';
  if (given.family && one.familyId !== given.family) return 'none';
  if (given.years && (!isShown(choice.history) || wholeYearsSince(one.startedOn) < given.years)) return 'none';
  if (given.certificate && (!isShown(choice.certificates) || !one.certificate)) return 'none';
  if (given.open && (!isShown(choice.wishes) || !one.open)) return 'none';
  if (given.skills && given.skills.length > 0 && !isShown(choice.skills)) return 'none';
  return searchMatch(one.levels, given.skills ?? [], 'all', given.confirmed ?? false);
}

function wholeYearsSince(day: string): number {
  const years = Number(testDay.slice(0, 4)) - Number(day.slice(0, 4));
  return testDay.slice(5) >= day.slice(5) ? years : years - 1;
}

const none = { skills: [], confirmed: false, role: undefined, years: undefined, certificate: undefined, open: false, near: false };
const everything = async (given: Partial<SearchParams>) => {
  const found = [];
  for (let after: string | undefined, pages = 0; pages < 10; pages += 1) {
    const page = await search({ ...given, after });
    found.push(...page.people);
    if (page.after === null) return { ...page, people: found };
    after = page.after;
  }
  return expect.fail('The list does not end');
};

const anyDisclosure = fc.constantFrom<Disclosure[]>('hidden', 'anonymous', 'named');
const anyStart = fc.record({ skills: anyDisclosure, history: anyDisclosure, certificates: anyDisclosure, wishes: anyDisclosure }, { noNullPrototype: true });
const conditions = fc.record({
  skills: fc.uniqueArray(fc.record({ skill: fc.constantFrom(...skills), level: fc.constantFrom<Level[]>(1, 2, 3, 4, 5) }), { maxLength: 3, selector: ({ skill }) => skill }),
  confirmed: fc.boolean(),
  role: fc.option(fc.constantFrom(common.roleId, rare.roleId), { nil: undefined, freq: 2 }),
  years: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 2 }),
  certificate: fc.option(fc.constant('comptia-a-plus'), { nil: undefined, freq: 3 }),
  open: fc.boolean(),
  near: fc.boolean(),
}, { noNullPrototype: true });

describe('a search', () => {
  it('finds exactly those who match by what they show, and counts those one level short', async () => {
    await fc.assert(fc.asyncProperty(conditions, async (given) => {
      const page = await everything(given);
      const of = (match: string) => made.filter((one) => byHand(one, given) === match);
      expect([page.total, page.near]).toEqual([of('match').length, of('near').length]);
      const wanted = of(given.near ? 'near' : 'match');
      const aliases = await aliasesFor(database, recruiter.actor, wanted.map(({ person }) => person.personId));
      expect(page.people.map(({ code }) => `Profile ${code}`).sort()).toEqual([...aliases.values()].sort());
    }), { numRuns: 60 });
  });

  it('does so whatever the organisation shows of those who have not chosen', async () => {
    await fc.assert(fc.asyncProperty(anyStart, conditions, async (disclosure, given) => {
      await startWith(disclosure);
      const page = await search(given);
      const of = (match: string) => made.filter((one) => byHand(one, given) === match).length;
      expect([page.total, page.near]).toEqual([of('match'), of('near')]);
    }), { numRuns: 60, examples: [[{ skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' }, none], [{ skills: 'named', history: 'hidden', certificates: 'hidden', wishes: 'hidden' }, { ...none, role: rare.roleId }]] });
    await startWith(defaultPolicy.disclosure);
  });

  it('says who is named, and hides the names, sites and dates of the others', async () => {
    const page = await everything({ skills: [{ skill: 'scripting', level: 1 }] });
    const named = made.filter((one) => byHand(one, { skills: [{ skill: 'scripting', level: 1 }] }) === 'match' && Object.values(one.choice).includes('named'));
    expect(page.people.filter(({ isNamed }) => isNamed).map(({ label }) => label).sort()).toEqual(named.map(({ person }) => person.name).sort());
    for (const person of page.people.filter(({ isNamed }) => !isNamed)) {
      expect(person.label).toBe(`Profile ${person.code}`);
      expect(person.site).toBeNull();
      expect(person.levels.map(({ confirmedOn }) => confirmedOn)).toEqual([null]);
    }
    const text = JSON.stringify(page);
    for (const one of made.filter((other) => !named.includes(other))) expect(text).not.toContain(`"${one.person.name}"`);
  });

  it('shows a rare role as family and grade, and a search for it does not find the person', async () => {
    const { db } = database;
    const lone = await newPerson(db, { name: 'Rare bird', roleId: 'telecommunications-specialist' });
    await show(db, lone.personId, { skills: 'anonymous', history: 'anonymous', certificates: 'hidden', wishes: 'hidden' });
    const alias = (await aliasesFor(database, recruiter.actor, [lone.personId])).get(lone.personId)!;
    expect((await search({ role: 'telecommunications-specialist' })).total).toBe(0);
    const shown = (await everything({})).people.find(({ code }) => alias.endsWith(code))!;
    expect(shown.role).toMatch(/, grade \d$/);
    await show(db, lone.personId, { history: 'named' });
    expect((await search({ role: 'telecommunications-specialist' })).people.map(({ label, role }) => [label, role])).toEqual([['Rare bird', expect.stringMatching(/^Tele/) as string]]);
    await show(db, lone.personId, { skills: 'hidden', history: 'hidden' });
  });

  it('does not list the recruiter’s own record', async () => {
    const own = await newPerson(database.db, { name: 'Recruiting technician', roleId: common.roleId, access: ['recruiter'] });
    await show(database.db, own.personId, { skills: 'named' });
    expect((await everything({})).people.map(({ label }) => label)).toContain('Recruiting technician');
    const people = [];
    for (let after: string | undefined, pages = 0; pages < 5; pages += 1) {
      const page = await searchAs(own, { after });
      people.push(...page.people.map(({ label }) => label));
      if (page.after === null) break;
      after = page.after;
    }
    expect(people.length).toBeGreaterThan(30);
    expect(people).not.toContain('Recruiting technician');
    await show(database.db, own.personId, { skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
  });

  it('pages forwards and back over the same people in the same order, which is another one for another recruiter', async () => {
    const all = (await everything({})).people.map(({ code }) => code);
    expect(all.length).toBeGreaterThan(50);
    const second = await search({ after: all[24] });
    expect(second.people.map(({ code }) => code)).toEqual(all.slice(25, 50));
    const back = await search({ before: second.before! });
    expect([back.people.map(({ code }) => code), back.before, back.after]).toEqual([all.slice(0, 25), null, all[24]]);
    const other = await newPerson(database.db, { access: ['recruiter'] });
    const labels = async (who: TestPerson) => (await searchAs(who, {})).people.filter(({ isNamed }) => isNamed).map(({ label }) => label);
    expect(await labels(other)).not.toEqual(await labels(recruiter));
  });

  it('counts each family as if it were chosen', async () => {
    const page = await search({});
    for (const { id, count } of page.families) expect((await search({ family: id })).total).toBe(count);
    const narrowed = await search({ family: page.families[0]!.id });
    expect(narrowed.families).toEqual(page.families);
  });

  it('says which condition left nobody, by how many there would be without it', async () => {
    const given = { skills: [{ skill: 'scripting', level: 1 as Level }, { skill: 'telephony', level: 4 as Level }], years: 1 };
    const page = await search(given);
    expect([page.total, page.people]).toEqual([0, []]);
    const without = made.filter((one) => byHand(one, { ...given, skills: given.skills.slice(0, 1) }) === 'match').length;
    expect(without).toBeGreaterThan(0);
    expect(page.emptied).toEqual([
      { key: { kind: 'skill', skill: 'telephony' }, count: without }, { key: { kind: 'skill', skill: 'scripting' }, count: 0 }, { key: { kind: 'years' }, count: 0 },
    ]);
  });

  it('says 404 to what is not in the catalogue', async () => {
    for (const given of [{ skills: [{ skill: 'juggling', level: 3 as Level }] }, { role: 'juggler' }, { for: 'juggler' }, { family: 'circus' }, { certificate: 'circus-school' }]) {
      await expect(search(given)).rejects.toMatchObject({ status: 404 });
    }
  });

  it('takes at most six statements, with readiness and from the second look on', async () => {
    const given = { skills: [{ skill: 'scripting', level: 2 as Level }], for: 'systems-administrator' };
    await search(given);
    for (const asked of [given, { skills: [{ skill: 'telephony', level: 5 as Level }] }]) {
      const { db, count } = countingStatements(database.db);
      await searchAs(recruiter, asked, db);
      expect(count()).toBeGreaterThan(1);
      // The aliases, which belong to the record of looks, are asked for over the other handle.
      expect(count()).toBeLessThanOrEqual(3);
    }
  });

  it('counts a role unbroken over short breaks, and from its beginning after other work', async () => {
    const person = await newPerson(database.db, { name: 'Came back' });
    await show(database.db, person.personId, { history: 'named' });
    await appoint(database.db, person.personId, { roleId: common.roleId, startedOn: '2018-01-01', endedOn: '2019-12-31' });
    await appoint(database.db, person.personId, { roleId: 'desktop-support-technician', startedOn: '2020-01-01', endedOn: '2020-12-31' });
    await appoint(database.db, person.personId, { roleId: common.roleId, startedOn: '2021-03-01', endedOn: '2022-06-30' });
    await appoint(database.db, person.personId, { roleId: common.roleId, startedOn: '2022-09-28' });
    const years = async () => (await everything({ role: common.roleId })).people.find(({ label }) => label === 'Came back')?.years;
    expect(await years()).toBe(5);
    await database.db.updateTable('appointments').set({ startedOn: '2022-09-29' }).where('personId', '=', person.personId).where('endedOn', 'is', null).execute();
    expect(await years()).toBe(5);
    await database.db.updateTable('appointments').set({ startedOn: '2022-09-30' }).where('personId', '=', person.personId).where('endedOn', 'is', null).execute();
    expect(await years()).toBe(4);
    await show(database.db, person.personId, { skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
  });
});

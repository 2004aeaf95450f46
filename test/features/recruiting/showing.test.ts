import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Choice, Disclosure } from '#app/domain/disclosure.ts';
import type { SearchParams } from '#app/features/recruiting/input.server.ts';
import { getProfile } from '#app/features/recruiting/queries/profile.server.ts';
import { searchPeople } from '#app/features/recruiting/queries/search.server.ts';
import { getVisibility } from '#app/features/recruiting/queries/visibility.server.ts';
import { aliasesFor, recordLook } from '#app/server/look.server.ts';
import { previewOf, previewWithName } from '#app/ui/shown-profile.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, certify, clockAt, educate, newOrganisation, newPerson, pause, rate, show, testDay, wish, type TestPerson } from '#test/support/people.ts';
import { countingStatements } from '#test/support/statements.ts';

const now = new Date(`${testDay}T12:00:00Z`);
let database: TestDatabase;
let recruiter: TestPerson;
let subject: TestPerson;

const everything: SearchParams = {
  skills: [{ skill: 'scripting', level: 1 }], open: false, confirmed: false, near: false, role: undefined, family: undefined, years: undefined, certificate: undefined,
  for: 'systems-administrator', after: undefined, before: undefined,
};
const aliasOf = async (who: TestPerson, person: TestPerson) => (await aliasesFor(database, who.actor, [person.personId])).get(person.personId)!;
const codeFor = async (who: TestPerson, person: TestPerson) => (await aliasOf(who, person)).slice(-4);
const look = async (who: TestPerson, code: string, forRole?: string) => getProfile({
  db: database.readDb, now, recordLook: (personId) => recordLook({ db: database.db, clock: clockAt() }, who.actor, personId, 'profile'),
}, who.actor, testDay, code, forRole);
const searchWith = (given: Partial<SearchParams> = {}) =>
  searchPeople({ db: database.readDb, aliasesFor: (ids) => aliasesFor(database, recruiter.actor, ids) }, recruiter.actor, testDay, { ...everything, ...given });
const choose = (choice: Choice) => show(database.db, subject.personId, choice);
const looksAt = async (person: TestPerson) => (await database.db.selectFrom('looks').select('lookId').where('personId', '=', person.personId).execute()).length;

/** People without accounts, many at once. */
async function several(count: number): Promise<number[]> {
  const [{ first } = { first: 0 }] = await database.db.selectFrom('people').select((eb) => eb.fn.countAll<number>().as('first')).execute();
  const rows = await database.db.insertInto('people').values(Array.from({ length: count }, (_, place) => ({ number: `X${first + place}`, name: `Extra ${place}` }))).returning('personId').execute();
  return rows.map(({ personId }) => personId);
}

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db);
  recruiter = await newPerson(db, { access: ['recruiter'] });
  for (let place = 0; place < 5; place += 1) await show(db, (await newPerson(db, { roleId: 'help-desk-technician' })).personId, { skills: 'hidden', history: 'hidden', certificates: 'hidden' });
  subject = await newPerson(db, { name: 'Canary Name', roleId: 'help-desk-technician', startedOn: '2023-02-03', site: 'Canary Site', team: 'Canary Team' });
  const { personId } = subject;
  await appoint(db, personId, { roleName: 'Canary role elsewhere', employer: 'Canary employer', familyId: 'infrastructure', startedOn: '2019-05-06', endedOn: '2022-08-09' });
  await appoint(db, personId, { roleName: 'Canary side job', employer: 'Canary other employer', kind: 'secondment', startedOn: '2022-09-01', endedOn: '2022-10-01' });
  await pause(db, personId, { kind: 'sabbatical', startedOn: '2024-03-04', endedOn: '2025-09-10' });
  await educate(db, personId, { level: 'bachelor', finishedOn: '2018-07-08' });
  await db.updateTable('education').set({ subject: 'Canary subject', institution: 'Canary school' }).where('personId', '=', personId).execute();
  await certify(db, personId, 'comptia-a-plus', { issuedOn: '2024-05-11', expiresOn: '2027-05-11' });
  await db.insertInto('personCertifications').values({ personId, certificationId: null, name: 'Canary certificate', issuedOn: '2024-05-12', status: 'confirmed', enteredAt: now, confirmedAt: now }).execute();
  await rate(db, personId, 'scripting', 3, { source: 'manager', at: '2026-04-13', note: 'Canary rating note' });
  await rate(db, personId, 'server-admin', 4, { at: '2026-04-14', note: 'Canary self note' });
  await wish(db, personId, 'stay', { note: 'Canary wish note' });
  await db.insertInto('personLanguages').values({ personId, language: 'is', fluency: 'fluent' }).execute();
  await db.insertInto('availability').values({ personId, openToMoves: true, hoursPerWeek: 31.5, shifts: ['late'], noticeWeeks: 7 }).execute();
  const { siteId } = await db.insertInto('sites').values({ name: 'Canary wanted site' }).returning('siteId').executeTakeFirstOrThrow();
  await db.insertInto('availabilitySites').values({ personId, siteId }).execute();
});
afterAll(() => database.close());

/** What may appear only where this part is shown, or shown in full. */
const bareOf = { skills: ['"level":', '"levels":[{'], history: ['"yearsInRole":', '"years":1', '"years":3'], certificates: ['CompTIA A+', 'Bachelor'], wishes: ['"openToMoves":true', '31.5', '"noticeWeeks":7', '"late"'] };
const fullOf = {
  skills: ['2026-04-13', 'Icelandic'], history: ['Canary role elsewhere', 'Canary employer', 'Canary side job', '2023-02-03', '2019-05-06'],
  certificates: ['Canary certificate', 'Canary subject', 'Canary school', '2024-05-11', '2018-07-08'], wishes: ['Canary wanted site'],
};
const never = ['Canary rating note', 'Canary self note', 'Canary wish note', '"stay"', 'sabbatical', '2024-03-04', '2025-09-10'];
const disclosure = fc.constantFrom<Disclosure[]>('hidden', 'anonymous', 'named');
const choices = fc.record({ skills: disclosure, history: disclosure, certificates: disclosure, wishes: disclosure }, { noNullPrototype: true });
const parts = ['skills', 'history', 'certificates', 'wishes'] as const;

function expectOnlyShown(text: string, choice: Choice): void {
  const named = Object.values(choice).includes('named');
  const banned = [
    ...never,
    ...(named ? [] : ['Canary', subject.name]),
    ...parts.flatMap((part) => (choice[part] === 'named' ? [] : fullOf[part])),
    ...parts.flatMap((part) => (choice[part] === 'hidden' ? bareOf[part].filter((word) => !word.startsWith('"level')) : [])),
  ];
  expect(banned.filter((word) => text.includes(word))).toEqual([]);
}

describe('what a recruiter gets of a person', () => {
  it('is never more than is shown, in the profile and in the search, for every choice; and is what the person previews', async () => {
    const code = await codeFor(recruiter, subject);
    const { parts: own } = await getVisibility(database.readDb, subject.actor, { today: testDay, now }, subject.personId, {});
    await fc.assert(fc.asyncProperty(choices, async (choice) => {
      await choose(choice);
      const preview = previewOf({ ...own!, alias: `Profile ${code}` }, choice);
      const list = await searchWith();
      expect(list.people.some((person) => person.code === code)).toBe(choice.skills !== 'hidden');
      expectOnlyShown(JSON.stringify(list.people), choice);
      if (preview === null) {
        await expect(look(recruiter, code)).rejects.toMatchObject({ status: 404 });
        return;
      }
      const seen = await look(recruiter, code, 'systems-administrator');
      expect(seen.profile).toEqual(preview);
      expectOnlyShown(JSON.stringify({ ...seen, roles: [] }), choice);
    }), { numRuns: 40, examples: [[{ skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' }], [{ skills: 'named', history: 'hidden', certificates: 'hidden', wishes: 'hidden' }]] });
  });

  it('is what the person previews for whoever was told the name, too', async () => {
    const code = await codeFor(recruiter, subject);
    const { parts: own } = await getVisibility(database.readDb, subject.actor, { today: testDay, now }, subject.personId, {});
    const { nameRequestId } = await database.db.insertInto('nameRequests')
      .values({ accountId: recruiter.accountId, personId: subject.personId, message: 'May we talk?', askedAt: now, answer: 'yes', answeredAt: now }).returning('nameRequestId').executeTakeFirstOrThrow();
    for (const choice of [{ skills: 'anonymous', history: 'hidden', certificates: 'anonymous', wishes: 'named' }, { skills: 'hidden', history: 'anonymous', certificates: 'hidden', wishes: 'anonymous' }] satisfies Choice[]) {
      await choose(choice);
      expect((await look(recruiter, code)).profile).toEqual(previewWithName(own!, choice));
    }
    await database.db.deleteFrom('nameRequests').where('nameRequestId', '=', nameRequestId).execute();
  });

  it('has parts in the preview that do hold what is banned elsewhere', async () => {
    const text = JSON.stringify((await getVisibility(database.readDb, subject.actor, { today: testDay, now }, subject.personId, {})).parts);
    for (const word of [...Object.values(fullOf).flat(), 'Canary Site', 'Canary Team']) expect(text).toContain(word);
    for (const word of never) expect(text).not.toContain(word);
  });

  it('counts whole years, not reduced by pauses', async () => {
    await choose({ skills: 'anonymous', history: 'anonymous', certificates: 'hidden', wishes: 'hidden' });
    const { profile } = await look(recruiter, await codeFor(recruiter, subject));
    expect(profile.history).toEqual({ yearsInRole: 3, families: [{ name: 'Networks & infrastructure', years: 3 }, { name: 'Service desk', years: 3 }], posts: null });
  });

  it('judges readiness by what is shown alone', async () => {
    const statusWith = async (choice: Choice) => {
      await choose(choice);
      return (await look(recruiter, await codeFor(recruiter, subject), 'messaging-administrator')).readiness!;
    };
    const hidden = await statusWith({ skills: 'hidden', history: 'anonymous', certificates: 'anonymous', wishes: 'hidden' });
    expect(hidden.status).toBe('unknown');
    const bare = await statusWith({ skills: 'anonymous', history: 'anonymous', certificates: 'anonymous', wishes: 'hidden' });
    expect(JSON.stringify(bare.missing)).not.toMatch(/\((?!0|12|24|36|48)\d+ so far\)/);
  });

  it('takes at most six statements', async () => {
    await choose({ skills: 'anonymous', history: 'anonymous', certificates: 'anonymous', wishes: 'anonymous' });
    const counted = countingStatements(database.db);
    await getProfile({ db: counted.db, now, recordLook: () => Promise.resolve() }, recruiter.actor, testDay, await codeFor(recruiter, subject), 'messaging-administrator');
    expect(counted.count()).toBeLessThanOrEqual(3);
    const own = countingStatements(database.db);
    await getVisibility(own.db, subject.actor, { today: testDay, now }, subject.personId, {});
    expect(own.count()).toBeLessThanOrEqual(5);
  });

  it('is 404 alike for an alias that is not there, another recruiter’s, everything hidden, nobody’s role, and oneself', async () => {
    const other = await newPerson(database.db, { access: ['recruiter'] });
    const gone = await newPerson(database.db, {});
    const statusOf = (who: TestPerson, code: string) => look(who, code).then(() => 200, (error: Response) => `${error.status} ${error.statusText}`);
    const answers = [await statusOf(recruiter, '0000'), await statusOf(other, await codeFor(recruiter, subject)), await statusOf(recruiter, await codeFor(recruiter, gone)), await statusOf(recruiter, await codeFor(recruiter, recruiter))];
    await choose({ skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
    answers.push(await statusOf(recruiter, await codeFor(recruiter, subject)));
    expect(answers).toEqual(Array(5).fill('404 Not Found'));
  });
});

describe('an alias', () => {
  it('stays the same for a recruiter, and is another one for another', async () => {
    const other = await newPerson(database.db, { access: ['recruiter'] });
    const first = await aliasOf(recruiter, subject);
    expect(first).toMatch(/^Profile [0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await aliasOf(recruiter, subject)).toBe(first);
    const ids = await several(12);
    const [mine, theirs] = [await aliasesFor(database, recruiter.actor, ids), await aliasesFor(database, other.actor, ids)];
    expect(new Set(mine.values()).size).toBe(ids.length);
    expect([...mine.values()]).not.toEqual([...theirs.values()]);
  });

  it('is one even when twenty requests ask at once', async () => {
    const ids = await several(5);
    const answers = await Promise.all(Array.from({ length: 20 }, () => aliasesFor(database, recruiter.actor, ids)));
    expect(new Set(answers.map((answer) => JSON.stringify(ids.map((id) => answer.get(id))))).size).toBe(1);
  });

  it('is drawn again when it is taken', async () => {
    // Among a million aliases, four thousand draws are expected to meet about eight times; none at all is once in two thousand runs.
    const answer = await aliasesFor(database, recruiter.actor, await several(4000));
    expect([answer.size, new Set(answer.values()).size]).toEqual([4000, 4000]);
  });
});

describe('looks', () => {
  it('are read page by page, each once, forwards and back, also where many are of one moment', async () => {
    const person = await newPerson(database.db, { roleId: 'help-desk-technician' });
    const other = await newPerson(database.db, { roleId: 'help-desk-technician' });
    const at = (place: number) => new Date(now.getTime() - Math.floor(place / 60) * 1000);
    await database.db.insertInto('looks').values(Array.from({ length: 120 }, (_, place) => ({ accountId: recruiter.accountId, personId: person.personId, page: 'profile', lookedAt: at(place) }))).execute();
    const stored = await database.db.selectFrom('looks').select(['lookId', 'lookedAt']).where('personId', '=', person.personId).orderBy('lookedAt', 'desc').orderBy('lookId', 'desc').execute();
    const page = async (search: { after?: number; before?: number } = {}) => {
      const { looks, looksInAll, looksAfter, looksBefore } = await getVisibility(database.readDb, person.actor, { today: testDay, now }, person.personId, search);
      expect(looksInAll).toBe(120);
      return { count: looks.length, after: looksAfter, before: looksBefore };
    };
    const [first, second, third] = [stored[49]!, stored[50]!, stored[99]!].map(({ lookId }) => lookId);
    expect(await page()).toEqual({ count: 50, after: String(first), before: null });
    expect(await page({ after: first! })).toEqual({ count: 50, after: String(third), before: String(second) });
    expect(await page({ after: third! })).toEqual({ count: 20, after: null, before: String(stored[100]!.lookId) });
    expect(await page({ before: stored[100]!.lookId })).toEqual({ count: 50, after: String(third), before: String(second) });
    expect(await page({ before: second! })).toEqual({ count: 50, after: String(first), before: null });
    const { lookId } = await database.db.insertInto('looks').values({ accountId: recruiter.accountId, personId: other.personId, page: 'profile', lookedAt: at(119) }).returning('lookId').executeTakeFirstOrThrow();
    expect(await page({ after: lookId })).toMatchObject({ count: 50, after: String(first) });
    expect(await page({ after: 2_000_000_000 })).toMatchObject({ count: 50, after: String(first) });
  });

  it('are recorded each time, only for what was shown, and read by the person alone', async () => {
    const person = await newPerson(database.db, { roleId: 'help-desk-technician' });
    const code = await codeFor(recruiter, person);
    await look(recruiter, code);
    await look(recruiter, code);
    await show(database.db, person.personId, { skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
    await look(recruiter, code).catch(() => null);
    expect(await looksAt(person)).toBe(2);
    const own = await getVisibility(database.readDb, person.actor, { today: testDay, now }, person.personId, {});
    expect(own.looksInAll).toBe(2);
    expect(own.looks[0]).toEqual({ who: recruiter.name, page: 'profile', at: now.toISOString() });
    await expect(getVisibility(database.readDb, recruiter.actor, { today: testDay, now }, person.personId, {})).rejects.toMatchObject({ status: 404 });
  });

  it('are not taken by searching', async () => {
    const before = await looksAt(subject);
    await choose({ skills: 'named', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
    expect((await searchWith()).people.map(({ label }) => label)).toContain(subject.name);
    expect(await looksAt(subject)).toBe(before);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPersonPage, type PathPage } from '#app/features/people/queries/my-path.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, certify, educate, newOrganisation, newPerson, rate, rateForRole, settle, show, testDay, wish, type TestPerson } from '#test/support/people.ts';
import { countingStatements } from '#test/support/statements.ts';

const technician = 'help-desk-technician';
const analyst = 'help-desk-analyst';

let database: TestDatabase;
let head: TestPerson;
let boss: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  head = await newPerson(database.db, { name: 'Head', roleId: 'it-operations-manager', access: ['manager'] });
  boss = await newPerson(database.db, { name: 'Boss', roleId: 'help-desk-manager', managerId: head.personId, access: ['manager'] });
});
afterAll(() => database.close());

const report = (options: Parameters<typeof newPerson>[1] = {}) => newPerson(database.db, { managerId: boss.personId, roleId: technician, ...options });
const page = (actor: TestPerson, of: TestPerson = actor, role?: string) => getPersonPage(database.readDb, actor.actor, testDay, of.personId, role);
const path = async (actor: TestPerson, of: TestPerson = actor, role?: string): Promise<PathPage> => {
  const shown = await page(actor, of, role);
  if (shown.kind !== 'path') throw new Error('A card was shown instead of the path.');
  return shown;
};
const status = (outcome: Promise<unknown>) => outcome.then(() => 200, (thrown: unknown) => (thrown instanceof Response ? thrown.status : Promise.reject(thrown as Error)));

async function talkWith(person: TestPerson): Promise<number> {
  const { talkId } = await database.db.insertInto('talks').values({
    personId: person.personId, kind: 'check-in', heldOn: '2026-11-03', note: 'We spoke.', recordedBy: boss.personId, recordedAt: new Date('2026-11-03T12:00:00Z'),
  }).returning('talkId').executeTakeFirstOrThrow();
  return talkId;
}

describe('where a person is', () => {
  it('counts the time in a role over several appointments to it, and names the first day here', async () => {
    const long = await newPerson(database.db, { managerId: boss.personId });
    await appoint(database.db, long.personId, { roleId: technician, startedOn: '2014-11-01', endedOn: '2016-12-31' });
    for (let year = 2017; year < 2026; year += 1) {
      await appoint(database.db, long.personId, { roleId: analyst, startedOn: `${year}-01-01`, endedOn: `${year}-12-31`, team: `Team of ${year}` });
    }
    await appoint(database.db, long.personId, { roleId: analyst, startedOn: '2026-01-01', team: 'Service desk', site: 'Northgate' });
    expect((await path(long)).position).toMatchObject({ from: { role: 'Help desk analyst (second line)', team: 'Service desk', site: 'Northgate' }, held: 'now', since: '2017-01-01', firstHere: '2014-11-01', beside: [] });
  });

  it('shows a second role beside the first, and plans from the first', async () => {
    const two = await report();
    await appoint(database.db, two.personId, { roleId: 'service-desk-team-lead', startedOn: '2026-09-01', kind: 'acting' });
    const shown = await path(two);
    expect(shown.position.beside).toMatchObject([{ role: 'Service desk team lead', kind: 'acting', startedOn: '2026-09-01', confirmed: true }]);
    expect(shown.from?.id).toBe(technician);
  });

  it('between two roles plans from the coming one, else from the last', async () => {
    const between = await newPerson(database.db, { managerId: boss.personId });
    await appoint(database.db, between.personId, { roleId: technician, startedOn: '2022-01-01', endedOn: '2026-08-31' });
    expect(await path(between)).toMatchObject({ from: { id: technician, held: false }, position: { held: 'last', from: { endedOn: '2026-08-31' }, firstHere: null }, conversation: null });
    await appoint(database.db, between.personId, { roleId: 'network-analyst', startedOn: '2027-01-04' });
    expect(await path(between)).toMatchObject({ from: { id: 'network-analyst', held: false }, position: { held: 'coming', from: { startedOn: '2027-01-04' } } });
  });

  it('takes a stated role where there is no confirmed one, and says that it is stated', async () => {
    const stating = await newPerson(database.db, { managerId: boss.personId });
    await appoint(database.db, stating.personId, { roleId: technician, startedOn: '2026-10-01', status: 'stated' });
    expect(await path(stating)).toMatchObject({ from: { id: technician }, position: { held: 'now', from: { confirmed: false }, since: '2026-10-01', official: null }, waiting: { entries: [{ kind: 'appointment', label: 'Help desk technician' }] } });
  });

  it('goes by a correction that waits, and says what is confirmed so far', async () => {
    const corrected = await newPerson(database.db, { managerId: boss.personId });
    const old = await appoint(database.db, corrected.personId, { roleId: technician, startedOn: '2025-01-01' });
    const newer = await appoint(database.db, corrected.personId, { roleId: technician, startedOn: '2024-12-01', status: 'stated' });
    await database.db.updateTable('appointments').set({ replacesId: old }).where('appointmentId', '=', newer).execute();
    expect(await path(corrected)).toMatchObject({ position: { since: '2024-12-01', from: { confirmed: false }, official: { startedOn: '2025-01-01' }, beside: [] }, waiting: { entries: [{ correction: true }] } });
    await database.db.updateTable('appointments').set({ endedOn: '2026-10-31' }).where('appointmentId', '=', newer).execute();
    expect(await path(corrected)).toMatchObject({ from: { held: false }, position: { held: 'last', official: { startedOn: '2025-01-01', endedOn: null } } });
  });

  it('has a clock that starts the talk, and none without a confirmed role', async () => {
    const due = await report({ startedOn: '2024-11-10' });
    expect((await path(due)).conversation).toMatchObject({ name: 'two-year', clock: { dueOn: '2026-11-10', status: 'due' } });
    await settle(database.db, due.personId, { outcome: 'stay', decidedOn: '2026-11-12', nextCheckOn: '2027-11-12', decidedBy: boss.personId });
    expect((await path(due)).conversation).toMatchObject({ clock: { dueOn: '2027-11-12', status: 'ahead' } });
    expect((await path(await newPerson(database.db))).conversation).toBeNull();
  });
});

describe('where it leads', () => {
  it('lists every next role: ready, close, growing, not known; with what is missing in words', async () => {
    const person = await report({ startedOn: '2022-01-10' });
    await rateForRole(database.db, person.personId, analyst);
    const { next } = await path(person);
    const transitions = await database.db.selectFrom('transitions').select('toRoleId').where('fromRoleId', '=', technician).where('retiredOn', 'is', null).execute();
    expect(next.map(({ id }) => id).toSorted()).toEqual(transitions.map(({ toRoleId }) => toRoleId).toSorted());
    const order = ['ready', 'close', 'growing', 'unknown'];
    const places = next.map((role) => order.indexOf(role.status));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(next[0]).toMatchObject({ id: analyst, status: 'ready', sum: null, missing: [], confirmed: next[0]?.essential.total });
    for (const role of next.filter(({ status: one }) => one === 'growing')) {
      expect(role.missing).toHaveLength(role.essential.total - role.essential.met);
      expect(role.sum!.skills.length + role.sum!.others.length).toBe(role.missing.length);
    }
    for (const role of next.filter(({ status: one }) => one === 'unknown')) expect([role.sum, role.toRate > 0]).toEqual([null, true]);
  });

  it('counts what is claimed, and says how much of it is confirmed', async () => {
    const person = await report({ startedOn: '2022-01-10' });
    await rateForRole(database.db, person.personId, analyst, { source: 'self' });
    const { next, goal, waiting } = await path(person);
    expect(next[0]).toMatchObject({ id: analyst, status: 'ready' });
    const ofSkills = goal!.rows.filter((row) => row.importance === 'essential' && row.skill);
    expect(ofSkills.every(({ step, skill }) => step === 'unconfirmed' && skill?.confirmed === false)).toBe(true);
    expect(next[0]!.confirmed).toBe(next[0]!.essential.total - ofSkills.length);
    expect(waiting.levels).toBe(ofSkills.length);
  });

  it('tells the trodden path from three people on, naming nobody', async () => {
    const { toRoleId } = await database.db.selectFrom('transitions').select('toRoleId').where('fromRoleId', '=', 'qa-analyst').orderBy('toRoleId').executeTakeFirstOrThrow();
    const walk = async () => {
      const walker = await newPerson(database.db);
      await appoint(database.db, walker.personId, { roleId: 'qa-analyst', startedOn: '2020-01-01', endedOn: '2021-12-31' });
      await appoint(database.db, walker.personId, { roleId: toRoleId, startedOn: '2022-01-01' });
    };
    const person = await report({ roleId: 'qa-analyst' });
    const trodden = async () => (await path(person)).next.find(({ id }) => id === toRoleId)?.trodden;
    await walk();
    await walk();
    expect(await trodden()).toBeNull();
    await walk();
    expect(await trodden()).toEqual({ people: 3, medianMonths: 24 });
  });

  it('takes the role asked for, else the one planned, else the one wished for, else the nearest next one, else one’s own', async () => {
    const person = await report();
    await rate(database.db, person.personId, 'patience', 3);
    expect((await path(person)).goal?.id).toBe((await path(person)).next[0]?.id);
    await wish(database.db, person.personId, 'move');
    await database.db.updateTable('wishes').set({ roleId: 'security-analyst' }).where('personId', '=', person.personId).execute();
    expect(await path(person)).toMatchObject({ goal: { id: 'security-analyst' }, wish: { wish: 'move', towards: 'Security analyst' } });
    await database.db.insertInto('plans').values({ personId: person.personId, roleId: 'it-director', startedAt: new Date() }).execute();
    expect(await path(person)).toMatchObject({ goal: { id: 'it-director' } });
    expect(await path(person, person, 'network-administrator')).toMatchObject({ goal: { id: 'network-administrator', own: false }, wanted: 'network-administrator' });
    expect(await path(person, person, technician)).toMatchObject({ goal: { id: technician, own: true }, route: null });
    expect(await status(page(person, person, 'no-such-role'))).toBe(404);
    const top = await report({ roleId: 'it-director' });
    expect(await path(top)).toMatchObject({ next: [], goal: { id: 'it-director', own: true }, route: null });
  });

  it('leads to a far role step by step, each with its months', async () => {
    const person = await report();
    await rateForRole(database.db, person.personId, technician);
    const { route, goal } = await path(person, person, 'it-director');
    expect(goal?.id).toBe('it-director');
    expect(route!.hops.length).toBeGreaterThan(1);
    expect(route!.hops.reduce((total, { sum }) => total + sum.months, 0)).toBe(route!.months);
    expect(route!.hops.at(-1)?.name).toBe('IT director');
  });

  it('holds each requirement against the person, with the one thing to do about it, the missing ones first', async () => {
    const person = await report({ startedOn: '2026-02-22' });
    await rate(database.db, person.personId, 'patience', 5);
    const { goal } = await path(person, person, analyst);
    const essentials = goal!.rows.filter(({ importance }) => importance === 'essential');
    expect(essentials.find(({ skill }) => skill?.id === 'patience')).toMatchObject({ step: 'unconfirmed', skill: { held: 5, confirmed: false }, months: 0, soFar: null });
    expect(essentials.find(({ skill }) => skill === null)).toMatchObject({ step: 'wait', soFar: 9, months: 3, ways: ['12 months in Service desk or End-user computing'] });
    expect(essentials.find(({ skill }) => skill?.id === 'troubleshooting')).toMatchObject({ step: 'rate', skill: { held: null } });
    expect(essentials.at(-1)).toMatchObject({ step: 'unconfirmed' });
    expect(goal!.rows.findLastIndex(({ importance }) => importance === 'essential')).toBe(essentials.length - 1);
  });

  it('reckons with the organisation’s own numbers', async () => {
    const person = await report({ startedOn: '2022-01-10' });
    await rateForRole(database.db, person.personId, analyst);
    await rate(database.db, person.personId, 'knowledge-management', 1, { source: 'manager', at: '2026-06-01' });
    const near = async () => (await path(person)).next.find(({ id }) => id === analyst)?.status;
    expect(await near()).toBe('close');
    await database.db.updateTable('organisation').set({ policy: JSON.stringify({ closeMonths: 1 }) }).execute();
    expect(await near()).toBe('growing');
    await database.db.updateTable('organisation').set({ policy: JSON.stringify({ closeMonths: 'one' }) }).execute();
    expect(await near()).toBe('close');
    await database.db.updateTable('organisation').set({ policy: '{}' }).execute();
  });
});

describe('what to do next', () => {
  const step = async (person: TestPerson, role?: string) => (await path(person, person, role)).own?.step;

  it('begins with a role, then the skills, then those of the goal', async () => {
    const person = await newPerson(database.db, { managerId: boss.personId });
    expect(await step(person)).toEqual({ kind: 'state-role' });
    await appoint(database.db, person.personId, { roleId: technician });
    expect(await step(person)).toEqual({ kind: 'rate-first', roleId: technician });
    await rate(database.db, person.personId, 'patience', 3);
    expect(await step(person)).toMatchObject({ kind: 'rate-more' });
  });

  it('names the nearest missing skill, then what is to be confirmed, then the wish, then the talk', async () => {
    const person = await report({ startedOn: '2022-01-10' });
    await rateForRole(database.db, person.personId, analyst, { source: 'self' });
    await rate(database.db, person.personId, 'knowledge-management', 2, { at: '2026-06-01' });
    expect(await step(person, analyst)).toEqual({ kind: 'learn', role: 'Help desk analyst (second line)', skill: { id: 'knowledge-management', name: 'Knowledge-base authoring', held: 2, level: 3 } });
    await rate(database.db, person.personId, 'knowledge-management', 3, { at: '2026-07-01' });
    expect(await step(person, analyst)).toMatchObject({ kind: 'have-confirmed' });
    await rateForRole(database.db, person.personId, analyst, { at: '2026-08-01' });
    expect(await step(person, analyst)).toMatchObject({ kind: 'say-wish' });
    await wish(database.db, person.personId, 'move');
    expect(await step(person, analyst)).toMatchObject({ kind: 'talk' });
  });

  it('is towards the nearest role also while one looks at one’s own, and to look round where the catalogue ends', async () => {
    const person = await report({ startedOn: '2022-01-10' });
    await rateForRole(database.db, person.personId, analyst);
    expect(await step(person, technician)).toMatchObject({ kind: 'say-wish', role: 'Help desk analyst (second line)' });
    const top = await report({ roleId: 'it-director' });
    await rate(database.db, top.personId, 'patience', 3);
    expect(await step(top)).toEqual({ kind: 'look-round' });
  });

  it('is the same sensible page for who has everything', async () => {
    const person = await report({ startedOn: '2012-01-01' });
    for (const { skillId } of await database.db.selectFrom('skills').select('skillId').execute()) await rate(database.db, person.personId, skillId, 5, { source: 'manager' });
    for (const { certificationId } of await database.db.selectFrom('certifications').select('certificationId').execute()) await certify(database.db, person.personId, certificationId);
    await educate(database.db, person.personId, { level: 'master' });
    const { goal, own } = await path(person);
    expect(goal).toMatchObject({ status: 'ready' });
    expect(goal!.rows.every(({ importance, step: one }) => importance === 'desirable' || one === 'met')).toBe(true);
    expect(own?.step.kind).toBe('say-wish');
  });
});

describe('what waits', () => {
  it('is what was stated, what is claimed above the confirmation, talks to read and the choice of visibility', async () => {
    const person = await report();
    await appoint(database.db, person.personId, { roleName: 'Shop assistant', employer: 'A shop', startedOn: '2018-01-01', endedOn: '2019-01-01', status: 'stated' });
    await educate(database.db, person.personId, { status: 'stated' });
    await rate(database.db, person.personId, 'patience', 3, { source: 'manager', at: '2026-05-01' });
    await rate(database.db, person.personId, 'patience', 4, { at: '2026-06-01' });
    await rate(database.db, person.personId, 'teamwork', 2, { at: '2026-06-01' });
    const talkId = await talkWith(person);
    await database.db.insertInto('ratingRequests').values({ personId: boss.personId, skillId: 'patience', kind: 'peer', askedOf: person.personId, askedAt: new Date() }).execute();
    for (const [name, expiresOn] of [['Long gone', '2025-01-01'], ['Gone', '2026-10-01'], ['Ends soon', '2026-12-01'], ['Ends later', '2028-12-01']] as const) {
      await database.db.insertInto('personCertifications').values({ personId: person.personId, name, issuedOn: '2024-01-01', expiresOn, status: 'confirmed', enteredAt: new Date(), confirmedAt: new Date() }).execute();
    }
    await certify(database.db, person.personId, 'ccna', { issuedOn: '2023-12-10', expiresOn: '2026-12-10' });
    const { waiting, own } = await path(person);
    expect(own?.renew).toEqual([
      { title: 'Gone', state: 'expired', expiresOn: '2026-10-01' }, { title: 'Ends soon', state: 'renew', expiresOn: '2026-12-01' },
      { title: expect.stringContaining('CCNA') as string, state: 'renew', expiresOn: '2026-12-10' },
    ]);
    expect(waiting).toEqual({
      entries: expect.arrayContaining([{ kind: 'appointment', label: 'Shop assistant', correction: false }, { kind: 'education', label: null, correction: false }]) as unknown,
      levels: 2,
    });
    expect(own).toMatchObject({ talks: [{ id: talkId, heldOn: '2026-11-03', by: 'Boss' }], asked: 1, asksVisibility: true });
    await show(database.db, person.personId, { skills: 'hidden' });
    await database.db.updateTable('talks').set({ acknowledgedAt: new Date() }).where('talkId', '=', talkId).execute();
    expect((await path(person)).own).toMatchObject({ talks: [], asksVisibility: false });
  });
});

describe('what it costs', () => {
  it('takes at most six statements for a path, one for a card', async () => {
    const person = await report();
    const counted = countingStatements(database.db);
    await getPersonPage(counted.db, person.actor, testDay, person.personId, 'it-director');
    expect(counted.count()).toBeLessThanOrEqual(6);
    expect(counted.count()).toBeGreaterThan(1);
    const colleague = countingStatements(database.db);
    await getPersonPage(colleague.db, (await newPerson(database.db)).actor, testDay, person.personId);
    expect(colleague.count()).toBe(1);
  });
});

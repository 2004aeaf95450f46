import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmLevel, confirmWaiting } from '#app/features/ratings/commands/confirm.server.ts';
import type { Level } from '#app/domain/skill.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, nameDeputy, newOrganisation, newPerson, rate, reportTo, testDay, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let head: TestPerson;
let boss: TestPerson;
let deputy: TestPerson;
let stranger: TestPerson;
let recruiter: TestPerson;
let ana: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db);
  head = await newPerson(db, { name: 'Head', access: ['manager'] });
  boss = await newPerson(db, { name: 'Boss', managerId: head.personId, access: ['manager'] });
  deputy = await newPerson(db, { name: 'Deputy' });
  await nameDeputy(db, boss.personId, deputy.personId);
  stranger = await newPerson(db, { name: 'Other manager', access: ['manager', 'admin'] });
  recruiter = await newPerson(db, { name: 'Recruiter', access: ['recruiter'] });
});
afterAll(() => database.close());
beforeEach(async () => { ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId }); });

const confirm = (who: TestPerson, level: Level = 3, given: { seen?: number; note?: string; key?: string } = {}) =>
  confirmLevel(callAs(database.db, who.actor, testDay, given.key), ana.personId, 'client-os', { intent: 'confirm', level, note: given.note, seen: given.seen ?? 0 });
const confirmAll = (who: TestPerson, ratings: { rating: number; level: Level }[], key?: string) =>
  confirmWaiting(callAs(database.db, who.actor, testDay, key), ana.personId, { intent: 'confirm-waiting', ratings });

const confirmations = () => database.db.selectFrom('ratings').selectAll().where('personId', '=', ana.personId).where('source', '=', 'manager').orderBy('ratingId').execute();
const audit = () => database.db.selectFrom('auditEvents').selectAll().where('personId', '=', ana.personId).execute();
const thrown = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Response).status;

describe('a manager says the level', () => {
  test('with a note: a rating by the manager and one audit row; nothing is done to the self rating', async () => {
    const seen = await rate(database.db, ana.personId, 'client-os', 4);
    expect(await confirm(boss, 3, { seen, note: 'Alone, yes; hard cases not yet.' })).toMatchObject({ done: true, value: { level: 3, person: 'Ana' } });
    expect(await confirmations()).toMatchObject([{ level: 3, ratedBy: boss.personId, note: 'Alone, yes; hard cases not yet.' }]);
    expect(await audit()).toMatchObject([{ action: 'confirmLevel', subject: 'skill:client-os', before: { confirmed: null, claimed: 4 }, after: { confirmed: 3 } }]);
    const current = await database.db.selectFrom('currentLevels').selectAll().where('personId', '=', ana.personId).executeTakeFirstOrThrow();
    expect(current).toMatchObject({ selfLevel: 4, confirmedLevel: 3, claimedLevel: 3, confirmedBy: boss.personId });
  });

  test('so may a manager further up and a deputy, but nobody else', async () => {
    expect(await confirm(head)).toMatchObject({ done: true });
    expect(await confirm(deputy, 4, { seen: 1_000_000 })).toMatchObject({ done: true });
    expect([await thrown(confirm(stranger)), await thrown(confirm(recruiter))]).toEqual([404, 404]);
    expect(await confirmations()).toHaveLength(2);
  });

  test('as long as the line holds: a manager of yesterday may no longer', async () => {
    const moved = await newPerson(database.db, { name: 'Moved' });
    await reportTo(database.db, moved.personId, boss.personId, { startedOn: '2025-01-01', endedOn: '2026-11-21' });
    await reportTo(database.db, moved.personId, stranger.personId, { startedOn: '2026-11-22' });
    const as = (who: TestPerson) => confirmLevel(callAs(database.db, who.actor), moved.personId, 'client-os', { intent: 'confirm', level: 3, seen: 0 });
    expect(await thrown(as(boss))).toBe(404);
    expect(await as(stranger)).toMatchObject({ done: true });
  });

  test('never of oneself, not even as the deputy of one’s own manager', async () => {
    await nameDeputy(database.db, boss.personId, ana.personId);
    expect(await confirm(ana)).toMatchObject({ done: false, reason: expect.stringContaining('Nobody confirms their own') as string });
    expect(await confirmations()).toEqual([]);
    expect(await audit()).toEqual([]);
  });

  test('after another has rated since the form was opened: both are shown first', async () => {
    const seen = await rate(database.db, ana.personId, 'client-os', 4);
    await confirm(head, 2, { seen });
    expect(await confirm(boss, 4, { seen })).toMatchObject({ done: false, stale: { level: 2, by: 'Head', source: 'manager' } });
    const [first] = await confirmations();
    expect(await confirm(boss, 4, { seen: first!.ratingId })).toMatchObject({ done: true });
  });

  test('a peer’s rating in between does not stand in the way: it counts for nothing', async () => {
    await rate(database.db, ana.personId, 'client-os', 5, { source: 'peer', by: stranger.personId });
    expect(await confirm(boss, 2, { seen: 0 })).toMatchObject({ done: true });
  });

  test('two managers at once: one level is confirmed, the other manager is told', async () => {
    const results = await Promise.all([confirm(boss, 3), confirm(head, 2)]);
    expect(results.map(({ done }) => done).sort()).toEqual([false, true]);
    expect(results.find(({ done }) => !done)).toHaveProperty('stale');
    expect(await confirmations()).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });
});

describe('confirming what waits', () => {
  test('several at once, each at the level the person gave, with one audit row', async () => {
    const a = await rate(database.db, ana.personId, 'client-os', 3);
    const b = await rate(database.db, ana.personId, 'patience', 4);
    await rate(database.db, ana.personId, 'network-routing', 2);
    expect(await confirmAll(boss, [{ rating: a, level: 3 }, { rating: b, level: 4 }])).toMatchObject({ done: true, value: { gone: 0, skills: [{ level: 3 }, { level: 4 }] } });
    expect((await confirmations()).map(({ skillId, level }) => [skillId, level]).sort()).toEqual([['client-os', 3], ['patience', 4]]);
    expect(await audit()).toMatchObject([{ action: 'confirmWaiting', before: { 'client-os': null }, after: { 'client-os': 3, patience: 4 } }]);
  });

  test('leaves out what has changed meanwhile and says how many', async () => {
    const a = await rate(database.db, ana.personId, 'client-os', 3);
    const old = await rate(database.db, ana.personId, 'patience', 4, { at: '2026-04-01' });
    await rate(database.db, ana.personId, 'patience', 5, { at: '2026-05-01' });
    expect(await confirmAll(boss, [{ rating: a, level: 3 }, { rating: old, level: 4 }])).toMatchObject({ done: true, value: { gone: 1, skills: [{ level: 3 }] } });
    expect(await confirmations()).toHaveLength(1);
  });

  test('does not confirm a level that was corrected after the manager looked', async () => {
    const a = await rate(database.db, ana.personId, 'client-os', 3);
    await database.db.updateTable('ratings').set({ level: 5 }).where('ratingId', '=', a).execute();
    expect(await confirmAll(boss, [{ rating: a, level: 3 }])).toMatchObject({ done: false });
    expect(await confirmations()).toEqual([]);
  });

  test('does not take another person’s rating, or a peer’s', async () => {
    const other = await newPerson(database.db, { managerId: boss.personId });
    const foreign = await rate(database.db, other.personId, 'client-os', 3);
    const peers = await rate(database.db, ana.personId, 'client-os', 3, { source: 'peer', by: other.personId });
    expect(await confirmAll(boss, [{ rating: foreign, level: 3 }, { rating: peers, level: 3 }])).toMatchObject({ done: false });
  });

  test('is refused for oneself, and unknown to everybody outside the line', async () => {
    const a = await rate(database.db, ana.personId, 'client-os', 3);
    expect(await confirmAll(ana, [{ rating: a, level: 3 }])).toMatchObject({ done: false, reason: expect.stringContaining('own levels') as string });
    expect([await thrown(confirmAll(stranger, [{ rating: a, level: 3 }])), await thrown(confirmAll(recruiter, [{ rating: a, level: 3 }]))]).toEqual([404, 404]);
  });

  test('by two managers at the same time happens once, and the other is told', async () => {
    const a = await rate(database.db, ana.personId, 'client-os', 3);
    const results = await Promise.all([confirmAll(boss, [{ rating: a, level: 3 }]), confirmAll(head, [{ rating: a, level: 3 }])]);
    expect(results.map(({ done }) => done).sort()).toEqual([false, true]);
    expect(await confirmations()).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });

  test('sent twenty times at once acts once', async () => {
    const a = await rate(database.db, ana.personId, 'client-os', 3);
    const results = await Promise.all(Array.from({ length: 20 }, () => confirmAll(boss, [{ rating: a, level: 3 }], 'the-very-same-form-key')));
    expect(results.every(({ done }) => done)).toBe(true);
    expect(await confirmations()).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
  });
});

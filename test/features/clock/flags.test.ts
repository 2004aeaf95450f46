import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getConversation } from '#app/features/clock/queries/conversation.server.ts';
import { getTalkForm } from '#app/features/clock/queries/talk.server.ts';
import { listFlags } from '#app/features/clock/queries/flags.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, newOrganisation, newPerson, pause, settle, testDay, wish } from '#test/support/people.ts';

let database: TestDatabase;
let head: Awaited<ReturnType<typeof newPerson>>;
let manager: typeof head;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db);
  head = await newPerson(db, { name: 'Head', roleId: 'it-director', access: ['staff', 'manager'] });
  manager = await newPerson(db, { name: 'Manager', managerId: head.personId, roleId: 'help-desk-manager', startedOn: '2026-06-01', access: ['staff', 'manager'] });
  const report = (name: string, startedOn: string) => newPerson(db, { name, managerId: manager.personId, roleId: 'help-desk-technician', startedOn });
  await report('Ahead', '2026-06-01');
  await report('Upcoming', '2025-03-01');
  await wish(db, (await report('Upcoming mover', '2025-04-01')).personId, 'move');
  await report('Due', '2024-11-10');
  await report('Overdue a little', '2024-10-01');
  await report('Overdue long', '2023-01-01');
  await pause(db, (await report('Paused', '2023-01-01')).personId, { startedOn: '2026-11-01' });
  await settle(db, (await report('Settled', '2020-01-01')).personId, { outcome: 'stay', decidedOn: '2026-06-01', nextCheckOn: '2027-06-01', decidedBy: manager.personId });
  const stated = await newPerson(db, { name: 'Stated only', managerId: manager.personId });
  await appoint(db, stated.personId, { roleId: 'help-desk-technician', startedOn: '2020-01-01', status: 'stated' });
  await newPerson(db, { name: 'Elsewhere', managerId: head.personId, roleId: 'help-desk-technician', startedOn: '2023-01-01' });
});
afterAll(() => database.close());

const names = async (actor: typeof head, show: 'all' | 'direct' = 'all') => (await listFlags(database.readDb, actor.actor, testDay, show)).flagged.map(({ name }) => name);

describe('what people are told that their manager sees', () => {
  it('is the very line of the manager’s list, for everybody on it; the others are told why there is none', async () => {
    const { db } = database;
    const both = await newPerson(db, { name: 'Two roles', managerId: manager.personId, roleId: 'help-desk-technician', startedOn: '2024-10-01' });
    await appoint(db, both.personId, { roleId: 'network-analyst', kind: 'acting', startedOn: '2026-09-01' });
    await wish(db, both.personId, 'move', { note: 'Towards networks, please.' });
    const list = await listFlags(database.readDb, manager.actor, testDay, 'direct');
    const people = await db.selectFrom('people as p').innerJoin('reportingLines as l', 'l.personId', 'p.personId').select(['p.personId', 'p.name']).where('l.managerId', '=', manager.personId).execute();
    const told = await Promise.all(people.map(async ({ personId, name }) => {
      const own = await getConversation(database.readDb, { ...manager.actor, personId }, testDay, personId);
      return { name, list: own.seen!.list, row: own.seen!.row, beside: own.roles.beside };
    }));
    for (const one of told) {
      const shown = [...list.flagged, ...list.settled].find(({ name }) => name === one.name);
      expect(one.list === 'to-take-up' || one.list === 'settled' ? one.row : undefined, one.name).toEqual(shown);
    }
    expect(Object.fromEntries(told.map(({ name, list: where }) => [name, where]))).toMatchObject({ Ahead: 'counted', Paused: 'to-take-up', Settled: 'settled', 'Overdue long': 'to-take-up', 'Stated only': null, 'Two roles': 'to-take-up' });
    expect(told.filter(({ beside }) => beside.length > 0)).toEqual([expect.objectContaining({ name: 'Two roles', beside: ['Network analyst'] })]);
    const seen = await getConversation(database.readDb, manager.actor, testDay, both.personId);
    expect([seen.seen, seen.wish?.note]).toEqual([null, 'Towards networks, please.']);
    expect((await getTalkForm(database.readDb, manager.actor, testDay, both.personId)).wish).toMatchObject({ wish: 'move', note: 'Towards networks, please.' });
    await db.deleteFrom('wishes').where('personId', '=', both.personId).execute();
    await db.deleteFrom('reportingLines').where('personId', '=', both.personId).execute();
  });
});

describe('the two-year list', () => {
  it('comes in the order to take it up: overdue by days, due, coming up with those who want to move first, then paused', async () => {
    expect(await names(manager)).toEqual(['Overdue long', 'Overdue a little', 'Due', 'Upcoming mover', 'Upcoming', 'Paused']);
  });

  it('keeps those who settled apart and only counts those with time', async () => {
    const list = await listFlags(database.readDb, manager.actor, testDay, 'all');
    expect(list.settled.map(({ name, settledBy }) => [name, settledBy])).toEqual([['Settled', 'stay']]);
    expect(list.ahead).toBe(1);
    expect(list.below).toBe(9);
  });

  it('reaches down the whole line, or to one’s own reports only, and never beside', async () => {
    expect((await names(head)).toSorted()).toEqual(['Elsewhere', ...await names(manager)].toSorted());
    expect(await names(head, 'direct')).toEqual(['Elsewhere']);
    expect(await names(manager)).not.toContain('Elsewhere');
  });

  it('is empty for whom nobody reports to', async () => {
    const alone = await newPerson(database.db, { access: ['staff', 'manager'] });
    expect(await listFlags(database.readDb, alone.actor, testDay, 'all')).toMatchObject({ below: 0, flagged: [], settled: [] });
  });
});

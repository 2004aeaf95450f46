import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

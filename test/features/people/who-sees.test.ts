import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPersonPage, type PathPage } from '#app/features/people/queries/my-path.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, nameDeputy, newOrganisation, newPerson, pause, rate, testDay, type TestPerson } from '#test/support/people.ts';

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

/** Every field name in an answer, at any depth. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

describe('who sees what of a person', () => {
  it('shows colleagues and administrators a card with name, role, team and site, and nothing else', async () => {
    const ana = await report({ name: 'Ana', site: 'Northgate', team: 'Service desk' });
    await rate(database.db, ana.personId, 'patience', 3);
    const colleague = await newPerson(database.db, { roleId: analyst });
    const administrator = await newPerson(database.db, { access: ['admin'] });
    const card = { kind: 'card', person: { name: 'Ana', role: 'Help desk technician', team: 'Service desk', site: 'Northgate' } };
    expect(await page(colleague, ana)).toEqual(card);
    expect(await page(administrator, ana)).toEqual(card);
    expect(await page({ ...administrator, actor: { ...administrator.actor, personId: null } }, ana)).toEqual(card);
  });

  it('shows colleagues nothing that is only stated, and nobody who has left', async () => {
    const colleague = await newPerson(database.db);
    const administrator = await newPerson(database.db, { access: ['admin'] });
    const stating = await newPerson(database.db, { name: 'Stating' });
    await appoint(database.db, stating.personId, { roleId: technician, status: 'stated' });
    const left = await newPerson(database.db);
    await appoint(database.db, left.personId, { roleId: technician, startedOn: '2020-01-01', endedOn: '2026-11-21' });
    expect(await status(page(colleague, stating))).toBe(404);
    expect(await status(page(colleague, left))).toBe(404);
    expect(await page(administrator, stating)).toMatchObject({ kind: 'card', person: { name: 'Stating', role: null } });
  });

  it('answers recruiters outside the line as if nobody were there, also those who manage others', async () => {
    const ana = await report();
    const recruiter = await newPerson(database.db, { access: ['recruiter'] });
    const both = await newPerson(database.db, { access: ['recruiter', 'manager'] });
    const below = await newPerson(database.db, { managerId: both.personId, roleId: technician });
    expect(await status(page(recruiter, ana))).toBe(404);
    expect(await status(page(both, ana))).toBe(404);
    expect((await path(both, below)).mine).toBe(false);
    expect((await path(recruiter)).mine).toBe(true);
  });

  it('is a path for the whole line and for a deputy, never sideways or upwards', async () => {
    const ana = await report();
    const deputy = await newPerson(database.db);
    await nameDeputy(database.db, boss.personId, deputy.personId);
    const otherBoss = await newPerson(database.db, { access: ['manager'], roleId: 'help-desk-manager' });
    for (const viewer of [boss, head, deputy]) expect((await page(viewer, ana)).kind).toBe('path');
    expect((await page(otherBoss, ana)).kind).toBe('card');
    expect((await page(ana, boss)).kind).toBe('card');
  });

  it('is not found for people who are not there or were erased', async () => {
    const erased = await report();
    await database.db.updateTable('people').set({ erasedAt: new Date() }).where('personId', '=', erased.personId).execute();
    expect(await status(page(boss, erased))).toBe(404);
    expect(await status(getPersonPage(database.readDb, boss.actor, testDay, 2_000_000_000))).toBe(404);
  });

  it('keeps from the line what is the person’s own: what to read, the visibility, the kind of a pause', async () => {
    const ana = await report();
    await pause(database.db, ana.personId, { kind: 'sick', startedOn: '2026-09-01', endedOn: '2026-09-20' });
    await pause(database.db, ana.personId, { kind: 'sick', startedOn: '2026-10-01', endedOn: '2026-10-20', status: 'stated' });
    await database.db.insertInto('talks').values({
      personId: ana.personId, kind: 'check-in', heldOn: '2026-11-03', note: 'We spoke.', recordedBy: boss.personId, recordedAt: new Date('2026-11-03T12:00:00Z'),
    }).execute();
    const seen = await path(boss, ana);
    expect(seen.own).toBeNull();
    expect(seen.waiting.entries).toEqual([{ kind: 'pause', label: null, correction: false }]);
    expect(JSON.stringify(seen)).not.toContain('sick');
    expect(Object.keys(seen).sort()).toEqual(['choices', 'conversation', 'from', 'goal', 'kind', 'mine', 'next', 'own', 'person', 'plan', 'position', 'route', 'today', 'waiting', 'wanted', 'wish']);
    const forbidden = ['talks', 'asksVisibility', 'email', 'number', 'note', 'pauses', 'settlements', 'settlement', 'personId', 'accountId', 'levels', 'version'];
    expect(keysIn(seen).filter((key) => forbidden.includes(key))).toEqual(['levels']);
    expect(typeof seen.waiting.levels).toBe('number');
  });
});

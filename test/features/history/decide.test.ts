import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decideEntries, removeEntry } from '#app/features/history/commands/decide.server.ts';
import { endEntry, saveEntry } from '#app/features/history/commands/save.server.ts';
import type { SeenEntry } from '#app/features/history/input.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, callAs, nameDeputy, newOrganisation, newPerson, type TestPerson } from '#test/support/people.ts';
import { auditRows, away, certificate, education, historyOf, post, save, statusOf } from './support.ts';

let database: TestDatabase;
let head: TestPerson;
let boss: TestPerson;
let ana: TestPerson;
const desk = 'help-desk-technician';
const network = 'network-analyst';

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  head = await newPerson(database.db, { name: 'Head', access: ['manager'] });
  boss = await newPerson(database.db, { name: 'Boss', managerId: head.personId, access: ['manager'] });
});
afterAll(() => database.close());
beforeEach(async () => {
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId, roleId: desk, startedOn: '2025-03-01' });
});

const seen = (kind: SeenEntry['kind'], id: number, version = 1): SeenEntry => ({ kind, id, version });
const decide = (by: TestPerson, entries: SeenEntry[], decision: 'confirm' | 'decline' = 'confirm', key?: string) =>
  decideEntries(callAs(database.db, by.actor, undefined, key), ana.personId, { intent: 'decide', decision, entries });
const asBoss = () => historyOf(database.db, boss, ana);
const posts = async () => (await historyOf(database.db, ana, ana)).appointments.map(({ title, status, startedOn, endedOn }) => [title, status, startedOn, endedOn]);

describe('confirming', () => {
  test('a new main role ends the open one the day before, in one step, and restarts the clock where the family changes', async () => {
    const id = await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-01' }));
    const before = await asBoss();
    expect(before.clock).toMatchObject({ startedOn: '2025-03-01' });
    expect(before.appointments[0]!.ends).toEqual([{ role: 'Help desk technician', on: '2026-05-31' }]);
    expect(await decide(boss, [seen('appointment', id)])).toMatchObject({ done: true, value: { count: 1, gone: 0, ended: [{ role: 'Help desk technician', on: '2026-05-31' }] } });
    expect((await posts()).map(([, ...rest]) => rest)).toEqual([['confirmed', '2026-06-01', null], ['confirmed', '2025-03-01', '2026-05-31']]);
    expect((await asBoss()).clock).toMatchObject({ startedOn: '2026-06-01' });
    const audit = await auditRows(database.db, ana);
    expect(audit.map(({ action }) => action)).toEqual(['history.save', 'history.decide']);
    expect(audit[1]).toMatchObject({ accountId: boss.accountId, subject: `appointment:${id}`, after: { decision: 'confirm', ended: [{ role: 'Help desk technician', on: '2026-05-31' }] } });
    expect(await database.db.selectFrom('appointments').select(['confirmedBy', 'enteredBy']).where('appointmentId', '=', id).executeTakeFirst()).toEqual({ confirmedBy: boss.personId, enteredBy: ana.personId });
  });

  test('a role of the same family leaves the clock running on', async () => {
    const id = await save(database.db, ana, ana, post({ role: 'help-desk-analyst', startedOn: '2026-06-01' }));
    await decide(boss, [seen('appointment', id)]);
    expect((await asBoss()).clock).toMatchObject({ startedOn: '2025-03-01' });
  });

  test('a correction takes the place of what it corrects', async () => {
    const [confirmed] = (await asBoss()).appointments;
    const id = await save(database.db, ana, ana, post({ role: desk, startedOn: '2024-12-01', version: 1 }), confirmed!.id);
    expect(await decide(boss, [seen('appointment', id)])).toMatchObject({ done: true });
    expect(await posts()).toEqual([['Help desk technician', 'confirmed', '2024-12-01', null]]);
    expect(await database.db.selectFrom('appointments').select(['status', 'replacesId']).where('personId', '=', ana.personId).orderBy('appointmentId').execute())
      .toEqual([{ status: 'replaced', replacesId: null }, { status: 'confirmed', replacesId: confirmed!.id }]);
    expect((await asBoss()).clock).toMatchObject({ startedOn: '2024-12-01' });
  });

  test('several at once: the end of one role and the beginning of the next, in whatever order they come', async () => {
    const [confirmed] = (await asBoss()).appointments;
    const result = await endEntry(callAs(database.db, ana.actor), ana.personId, 'appointment', confirmed!.id, { version: 1, endedOn: '2026-04-30' });
    const next = await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-01' }));
    const leave = await save(database.db, ana, ana, away({ startedOn: '2026-08-01', endedOn: '2026-08-31' }));
    const school = await save(database.db, ana, ana, education({}));
    const paper = await save(database.db, ana, ana, certificate({ name: 'First aid' }));
    expect(await decide(boss, [seen('appointment', next), seen('appointment', result.done ? result.value.id : 0), seen('pause', leave), seen('education', school), seen('certificate', paper)]))
      .toMatchObject({ done: true, value: { count: 5, ended: [] } });
    expect((await posts()).map(([, ...rest]) => rest)).toEqual([['confirmed', '2026-06-01', null], ['confirmed', '2025-03-01', '2026-04-30']]);
    const after = await asBoss();
    expect([after.pauses, after.education, after.certificates].map((list) => list!.map(({ status }) => status))).toEqual([['confirmed'], ['confirmed'], ['confirmed']]);
    expect(after.away).toEqual({ months: 1, days: 0 });
    expect(await auditRows(database.db, ana)).toHaveLength(6);
  });

  test('an open correction that waits ends as well when a later role is confirmed, so that it can still be confirmed', async () => {
    const [confirmed] = (await asBoss()).appointments;
    const correction = await save(database.db, ana, ana, post({ role: desk, startedOn: '2025-04-01', version: 1 }), confirmed!.id);
    await save(database.db, boss, ana, post({ role: network, startedOn: '2026-06-01' }));
    expect((await asBoss()).appointments.find(({ id }) => id === correction)).toMatchObject({ status: 'stated', endedOn: '2026-05-31', version: 2 });
    expect(await decide(boss, [seen('appointment', correction, 2)])).toMatchObject({ done: true });
    expect((await posts()).map(([, ...rest]) => rest)).toEqual([['confirmed', '2026-06-01', null], ['confirmed', '2025-04-01', '2026-05-31']]);
  });

  test('what cannot be is refused naming the other role, and nothing is confirmed', async () => {
    const [confirmed] = (await asBoss()).appointments;
    const past = await appoint(database.db, ana.personId, { roleId: network, startedOn: '2025-01-01', endedOn: '2025-06-30', status: 'stated' });
    const paper = await save(database.db, ana, ana, certificate({ name: 'First aid' }));
    expect(await decide(boss, [seen('certificate', paper), seen('appointment', past)])).toMatchObject({ done: false, reason: expect.stringMatching(/“Network.*cannot be confirmed.*“Help desk technician” began/) as string });
    expect((await asBoss()).certificates[0]).toMatchObject({ status: 'stated' });
    expect(confirmed!.endedOn).toBeNull();
  });

  test('a manager changes an entry and confirms it in one step', async () => {
    const id = await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-01' }));
    expect(await saveEntry(callAs(database.db, boss.actor), ana.personId, id, post({ role: network, startedOn: '2026-07-01', version: 1 }))).toMatchObject({ done: true, value: { id, status: 'confirmed' } });
    expect((await posts()).map(([, ...rest]) => rest)).toEqual([['confirmed', '2026-07-01', null], ['confirmed', '2025-03-01', '2026-06-30']]);
    expect(await saveEntry(callAs(database.db, boss.actor), ana.personId, id, post({ role: network, startedOn: '2026-08-01', version: 1 }))).toMatchObject({ done: false, stale: { status: 'confirmed' } });
  });

  test('a manager enters and corrects roles, confirmed at once', async () => {
    expect(await saveEntry(callAs(database.db, boss.actor), ana.personId, null, post({ role: network, startedOn: '2026-06-01' }))).toMatchObject({ done: true, value: { status: 'confirmed', ended: [{ on: '2026-05-31' }] } });
    const [entered] = (await asBoss()).appointments;
    await save(database.db, boss, ana, post({ role: network, startedOn: '2026-07-01', version: 1 }), entered!.id);
    expect((await posts())[0]).toEqual([expect.any(String), 'confirmed', '2026-07-01', null]);
    await save(database.db, ana, ana, post({ role: network, startedOn: '2026-07-15', version: 1 }), (await asBoss()).appointments[0]!.id);
    expect(await saveEntry(callAs(database.db, boss.actor), ana.personId, (await asBoss()).appointments.find(({ status }) => status === 'confirmed')!.id, post({ role: network, startedOn: '2026-08-01', version: 1 })))
      .toMatchObject({ done: false, reason: expect.stringContaining('already waiting') as string });
  });

  test('of two managers at once one confirms and the other is told', async () => {
    const id = await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-01' }));
    const results = await Promise.all([decide(boss, [seen('appointment', id)]), decide(head, [seen('appointment', id)])]);
    expect(results.map(({ done }) => done).sort()).toEqual([false, true]);
    expect(results.find(({ done }) => !done)).toMatchObject({ reason: expect.stringContaining('waiting any more') as string });
    expect(await auditRows(database.db, ana)).toHaveLength(2);
  });

  test('what was changed since is left out and counted', async () => {
    const [one, two] = [await save(database.db, ana, ana, certificate({ name: 'One' })), await save(database.db, ana, ana, certificate({ name: 'Two' }))];
    await save(database.db, ana, ana, certificate({ name: 'Two and more', version: 1 }), two);
    expect(await decide(boss, [seen('certificate', one), seen('certificate', two)])).toMatchObject({ done: true, value: { count: 1, gone: 1 } });
    expect((await asBoss()).certificates.map(({ title, status }) => [title, status]).sort()).toEqual([['One', 'confirmed'], ['Two and more', 'stated']]);
  });

  test('twenty identical forms confirm once', async () => {
    const id = await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-01' }));
    const results = await Promise.all(Array.from({ length: 20 }, () => decide(boss, [seen('appointment', id)], 'confirm', 'the-key-of-this-very-form')));
    expect(results.every(({ done }) => done)).toBe(true);
    expect(await auditRows(database.db, ana)).toHaveLength(2);
  });
});

describe('declining', () => {
  test('keeps what was typed for the person, who changes it and sends it again', async () => {
    const id = await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-01' }));
    expect(await decide(boss, [seen('appointment', id)], 'decline')).toMatchObject({ done: true, value: { decision: 'decline', count: 1 } });
    expect((await historyOf(database.db, ana, ana)).appointments[0]).toMatchObject({ id, status: 'declined', startedOn: '2026-06-01', version: 2 });
    expect((await asBoss()).appointments.map(({ id: shown }) => shown)).not.toContain(id);
    expect(await statusOf(saveEntry(callAs(database.db, boss.actor), ana.personId, id, post({ role: network, version: 2 })))).toBe(404);
    await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-15', version: 2 }), id);
    expect(await decide(boss, [seen('appointment', id, 3)])).toMatchObject({ done: true });
  });

  test('a declined correction may wait again, unless another does', async () => {
    const [confirmed] = (await asBoss()).appointments;
    const first = await save(database.db, ana, ana, post({ role: desk, startedOn: '2025-02-01', version: 1 }), confirmed!.id);
    await decide(boss, [seen('appointment', first)], 'decline');
    await save(database.db, ana, ana, post({ role: desk, startedOn: '2025-01-01', version: 1 }), confirmed!.id);
    expect(await saveEntry(callAs(database.db, ana.actor), ana.personId, first, post({ role: desk, startedOn: '2025-02-01', version: 2 }))).toMatchObject({ done: false, reason: expect.stringContaining('orrection') as string });
  });
});

describe('who may', () => {
  let entry: number;
  beforeEach(async () => { entry = await save(database.db, ana, ana, post({ role: network, startedOn: '2026-06-01' })); });

  test('nobody decides their own, not even a manager', async () => {
    expect(await decide(ana, [seen('appointment', entry)])).toMatchObject({ done: false, reason: expect.stringContaining('own') as string });
    const own = await save(database.db, boss, boss, post({ role: 'help-desk-manager', startedOn: '2026-01-01' }));
    expect(await decideEntries(callAs(database.db, boss.actor), boss.personId, { intent: 'decide', decision: 'confirm', entries: [seen('appointment', own)] })).toMatchObject({ done: false });
    expect((await historyOf(database.db, boss, boss)).appointments[0]).toMatchObject({ status: 'stated' });
  });

  test('colleagues, recruiters, other managers and administrators find nothing', async () => {
    const others = [
      await newPerson(database.db, { managerId: boss.personId }), await newPerson(database.db, { access: ['recruiter'] }),
      await newPerson(database.db, { access: ['manager'] }), await newPerson(database.db, { access: ['admin'] }),
    ];
    for (const other of others) {
      expect(await statusOf(historyOf(database.db, other, ana))).toBe(404);
      expect(await statusOf(decide(other, [seen('appointment', entry)]))).toBe(404);
      expect(await statusOf(saveEntry(callAs(database.db, other.actor), ana.personId, null, post({ role: network })))).toBe(404);
      expect(await statusOf(removeEntry(callAs(database.db, other.actor), ana.personId, 'appointment', entry, 1))).toBe(404);
    }
  });

  test('the line does what is the line’s, and nothing of the person’s own', async () => {
    expect(await decide(head, [seen('appointment', entry)])).toMatchObject({ done: true });
    expect(await statusOf(saveEntry(callAs(database.db, boss.actor), ana.personId, null, certificate({ name: 'Any' })))).toBe(403);
    expect(await statusOf(saveEntry(callAs(database.db, boss.actor), ana.personId, null, education({})))).toBe(403);
    const paper = await save(database.db, ana, ana, certificate({ name: 'First aid' }));
    expect(await statusOf(removeEntry(callAs(database.db, boss.actor), ana.personId, 'certificate', paper, 1))).toBe(403);
  });

  test('a deputy does what the manager may, for as long as it lasts', async () => {
    const deputy = await newPerson(database.db, { name: 'Deputy' });
    await nameDeputy(database.db, boss.personId, deputy.personId, { startedOn: '2026-11-01', endedOn: '2026-11-30' });
    const leave = await save(database.db, ana, ana, away({}));
    expect((await historyOf(database.db, deputy, ana)).pauses).toHaveLength(1);
    expect(await decide(deputy, [seen('appointment', entry), seen('pause', leave)])).toMatchObject({ done: true, value: { count: 2 } });
    expect(await statusOf(historyOf(database.db, deputy, ana, '2026-12-01'))).toBe(404);
  });

  test('time away is the direct manager’s: the others of the line see how long, confirmed, and neither when nor why', async () => {
    const leave = await save(database.db, ana, ana, away({ kind: 'sick', startedOn: '2026-02-01', endedOn: '2026-03-15' }));
    const before = await historyOf(database.db, head, ana);
    expect([before.pauses, before.away]).toEqual([null, { months: 0, days: 0 }]);
    expect(await statusOf(decide(head, [seen('pause', leave)]))).toBe(404);
    expect(await statusOf(saveEntry(callAs(database.db, head.actor), ana.personId, leave, away({ version: 1 })))).toBe(404);
    expect(await decide(boss, [seen('pause', leave)])).toMatchObject({ done: true });
    const after = await historyOf(database.db, head, ana);
    expect([after.pauses, after.away]).toEqual([null, { months: 1, days: 15 }]);
    expect(JSON.stringify({ ...after, cut: null })).not.toMatch(/sick|2026-02-01|2026-03-15/);
    expect((await asBoss()).pauses).toMatchObject([{ kind: 'sick', startedOn: '2026-02-01' }]);
    expect(await saveEntry(callAs(database.db, boss.actor), ana.personId, null, away({ kind: 'sick', startedOn: '2026-10-01' }))).toMatchObject({ done: true, value: { status: 'confirmed' } });
    expect((await asBoss()).clock).toMatchObject({ status: 'paused' });
  });
});

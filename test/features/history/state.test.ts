import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { removeEntry } from '#app/features/history/commands/decide.server.ts';
import { endEntry, saveEntry } from '#app/features/history/commands/save.server.ts';
import { getEntry } from '#app/features/history/queries/entry.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, callAs, newOrganisation, newPerson, rate, testDay, type TestPerson } from '#test/support/people.ts';
import { auditRows, away, certificate, education, historyOf, post, save, statusOf } from './support.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
const desk = 'help-desk-technician';
const analyst = 'help-desk-analyst';

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { name: 'Boss', access: ['manager'] });
});
afterAll(() => database.close());
beforeEach(async () => {
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId, roleId: desk, startedOn: '2025-03-01' });
});

const tell = (form: Parameters<typeof saveEntry>[3], id: number | null = null, key?: string) => saveEntry(callAs(database.db, ana.actor, undefined, key), ana.personId, id, form);
const mine = () => historyOf(database.db, ana, ana);

describe('certificates and education', () => {
  test('a certificate says what it shows, beside what is claimed, and how and when it is renewed', async () => {
    await rate(database.db, ana.personId, 'client-os', 3);
    await save(database.db, ana, ana, certificate({ certification: 'comptia-a-plus', issuedOn: '2024-01-15', expiresOn: '2027-01-15' }));
    const { certificates, reminders } = await mine();
    expect(certificates).toMatchObject([{ renewFrom: '2026-10-15', validity: 'expires-soon', renewal: expect.stringContaining('20 CEUs') as string }]);
    expect(certificates[0]!.evidences.map(({ id, level, held }) => [id, level, held])).toEqual(expect.arrayContaining([['client-os', 2, 3], ['desktop-hardware', 2, null]]));
    expect(reminders).toEqual([{ id: certificates[0]!.id, title: 'CompTIA A+', state: 'renew', expiresOn: '2027-01-15', renewFrom: '2026-10-15', countsOn: false }]);
  });

  test('the new one, filled from the old, ends the reminder and leaves the old one in the history', async () => {
    const old = await save(database.db, ana, ana, certificate({ certification: 'comptia-a-plus', issuedOn: '2023-06-01', expiresOn: '2026-06-01' }));
    expect((await mine()).reminders).toMatchObject([{ id: old, state: 'expired' }]);
    const form = await getEntry(database.db, ana.actor, testDay, ana.personId, 'certificate', null, old);
    expect(form).toMatchObject({ entry: null, renews: { title: 'CompTIA A+', certificationId: 'comptia-a-plus', name: null, expiresOn: '2026-06-01' } });
    await save(database.db, ana, ana, certificate({ certification: form.renews!.certificationId!, issuedOn: '2026-11-20' }));
    const { certificates, reminders } = await mine();
    expect([certificates.map(({ id, expiresOn }) => [id === old, expiresOn]), reminders]).toEqual([[[false, '2029-11-20'], [true, '2026-06-01']], []]);
    const other = await newPerson(database.db, { managerId: boss.personId, roleId: desk });
    expect(await statusOf(getEntry(database.db, other.actor, testDay, other.personId, 'certificate', null, old))).toBe(404);
  });

  test('education says what it counts for', async () => {
    for (const [level, finishedOn] of [['secondary', '2010-07-01'], ['bachelor', '2015-07-01'], ['master', undefined], ['master', '2027-07-01']] as const) {
      await save(database.db, ana, ana, education({ level, finishedOn }));
    }
    expect(Object.fromEntries((await mine()).education.map(({ level, finishedOn, counts }) => [`${level} ${finishedOn}`, counts]))).toEqual({
      'secondary 2010-07-01': 'below', 'bachelor 2015-07-01': 'highest', 'master null': 'once-finished', 'master 2027-07-01': 'once-finished',
    });
  });
});

describe('what a person states', () => {
  test('a new main role waits; it counts as claimed at once and the clock stays where it was', async () => {
    const before = await mine();
    const result = await tell(post({ role: analyst, startedOn: '2026-06-01', hoursPerWeek: 37.5 }));
    expect(result).toMatchObject({ done: true, value: { status: 'stated', ended: [{ role: 'Help desk technician', on: '2026-05-31' }] } });
    const after = await mine();
    expect(after.appointments.map(({ title, status, endedOn, hoursPerWeek }) => [title, status, endedOn, hoursPerWeek])).toEqual([
      ['Help desk analyst (second line)', 'stated', null, 37.5], ['Help desk technician', 'confirmed', null, null],
    ]);
    expect(after.clock).toEqual(before.clock);
    expect(await database.db.selectFrom('appointments').select(['familyId', 'grade', 'enteredBy', 'confirmedAt']).where('personId', '=', ana.personId).where('status', '=', 'stated').executeTakeFirst())
      .toEqual({ ...await database.db.selectFrom('roles').select(['familyId', 'grade']).where('roleId', '=', analyst).executeTakeFirst(), enteredBy: ana.personId, confirmedAt: null });
    const [audit, ...more] = await auditRows(database.db, ana);
    expect(more).toEqual([]);
    expect(audit).toMatchObject({ action: 'history.save', accountId: ana.accountId, before: null, after: { status: 'stated', role: 'Help desk analyst (second line)' } });
  });

  test('an earlier job counts in the family it is given, as claimed alone', async () => {
    await save(database.db, ana, ana, post({ with: 'earlier', employer: 'Harbour Ltd', roleName: 'Network helper', family: 'infrastructure', startedOn: '2020-01-01', endedOn: '2021-12-31' }));
    const { experience, appointments } = await mine();
    expect(experience.rows.find(({ id }) => id === 'infrastructure')).toMatchObject({ claimed: 24, confirmed: 0 });
    expect(appointments.at(-1)).toMatchObject({ title: 'Network helper', employer: 'Harbour Ltd', status: 'stated', roleId: null });
  });

  test('a correction of a confirmed role waits beside it, once; the confirmed one stays', async () => {
    const [confirmed] = (await mine()).appointments;
    const correction = await save(database.db, ana, ana, post({ role: desk, startedOn: '2024-03-01', version: confirmed!.version }), confirmed!.id);
    const after = await mine();
    expect(after.appointments.map(({ id, status, corrects, corrected }) => [id, status, corrects, corrected])).toEqual([[confirmed!.id, 'confirmed', false, true], [correction, 'stated', true, false]]);
    expect(after.experience.total).toEqual({ claimed: 32, confirmed: 20 });
    expect(await tell(post({ role: desk, startedOn: '2024-04-01', version: confirmed!.version }), confirmed!.id)).toMatchObject({ done: false, reason: expect.stringContaining('already waiting') as string });
    // The correction itself can still be changed, in place.
    const { version } = after.appointments.find(({ id }) => id === correction)!;
    await save(database.db, ana, ana, post({ role: desk, startedOn: '2024-09-01', version }), correction);
    expect((await mine()).appointments).toHaveLength(2);
    expect((await mine()).experience.total.claimed).toBe(26);
  });

  test('a correction keeps family and grade as they were, though the catalogue has moved on', async () => {
    const old = await newPerson(database.db, { managerId: boss.personId });
    const id = await appoint(database.db, old.personId, { roleId: desk, startedOn: '2025-01-01' });
    await database.db.updateTable('appointments').set({ familyId: 'management', grade: 5 }).where('appointmentId', '=', id).execute();
    const correction = await save(database.db, old, old, post({ role: desk, startedOn: '2025-02-01', version: 1 }), id);
    expect(await database.db.selectFrom('appointments').select(['familyId', 'grade']).where('appointmentId', '=', correction).executeTakeFirst()).toEqual({ familyId: 'management', grade: 5 });
  });

  test('the end of the current role, of a stated one in place', async () => {
    const [current] = (await mine()).appointments;
    const end = (id: number, version: number, endedOn: string) => endEntry(callAs(database.db, ana.actor), ana.personId, 'appointment', id, { version, endedOn });
    expect(await end(current!.id, 1, '2025-02-28')).toMatchObject({ done: false, field: 'endedOn' });
    expect(await end(current!.id, 1, '2026-11-30')).toMatchObject({ done: true, value: { status: 'stated', ended: [] } });
    const next = await save(database.db, ana, ana, post({ role: analyst, startedOn: '2026-12-01' }));
    expect(await end(next, 1, '2027-06-30')).toMatchObject({ done: true, value: { id: next } });
    expect((await mine()).appointments.map(({ status, endedOn }) => [status, endedOn])).toEqual([['stated', '2027-06-30'], ['stated', '2026-11-30'], ['confirmed', null]]);
  });

  test('a second stated main role ends the first stated one', async () => {
    const first = await save(database.db, ana, ana, post({ role: analyst, startedOn: '2026-06-01' }));
    await save(database.db, ana, ana, post({ role: 'service-desk-team-lead', startedOn: '2026-10-01' }));
    expect((await mine()).appointments.find(({ id }) => id === first)).toMatchObject({ endedOn: '2026-09-30', status: 'stated', version: 2 });
  });

  test('acting up beside the main role overlaps it without harm', async () => {
    expect(await tell(post({ role: analyst, kind: 'acting', startedOn: '2026-01-01', endedOn: '2026-03-31' }))).toMatchObject({ done: true, value: { ended: [] } });
  });

  test('time away, certificates and education wait too, and time away does not move the clock', async () => {
    const { clock } = await mine();
    await save(database.db, ana, ana, away({ startedOn: '2026-01-01', endedOn: '2026-04-30' }));
    await save(database.db, ana, ana, away({ kind: 'sabbatical', startedOn: '2026-03-01', endedOn: '2027-05-31' }));
    await save(database.db, ana, ana, certificate({ certification: 'itil4-foundation', issuedOn: '2026-02-01' }));
    await save(database.db, ana, ana, certificate({ name: 'First aid', issuedOn: '2020-01-01', expiresOn: '2022-12-31' }));
    await save(database.db, ana, ana, education({ subject: 'Computing', finishedOn: '2018-07-01' }));
    const after = await mine();
    expect(after.clock).toEqual(clock);
    expect(after.pauses!.map(({ kind, status }) => [kind, status])).toEqual([['sabbatical', 'stated'], ['parental', 'stated']]);
    expect(after.certificates.map(({ title, validity, status }) => [title, validity, status])).toEqual([[expect.stringContaining('ITIL'), 'valid', 'stated'], ['First aid', 'expired', 'stated']]);
    expect(after.certificates[0]!.expiresOn, 'the usual end').toBe('2029-02-01');
    expect(after.education).toMatchObject([{ level: 'bachelor', subject: 'Computing', status: 'stated' }]);
    // Why somebody is away is kept out of the audit trail, which administrators read.
    expect(JSON.stringify(await auditRows(database.db, ana))).not.toMatch(/parental|sabbatical/);
    expect(await auditRows(database.db, ana)).toHaveLength(5);
  });

  test('what is not confirmed can be taken back', async () => {
    const id = await save(database.db, ana, ana, away({}));
    const remove = (number: number, version: number) => removeEntry(callAs(database.db, ana.actor), ana.personId, 'pause', number, version);
    expect(await remove(id, 7)).toMatchObject({ done: false, stale: { status: 'stated' } });
    expect(await remove(id, 1)).toMatchObject({ done: true });
    expect((await mine()).pauses).toEqual([]);
    const [current] = (await mine()).appointments;
    expect(await removeEntry(callAs(database.db, ana.actor), ana.personId, 'appointment', current!.id, 1)).toMatchObject({ done: false, reason: expect.stringContaining('confirmed') as string });
  });

  test('the same form twenty times is one entry', async () => {
    const form = post({ role: analyst, startedOn: '2026-06-01' });
    const results = await Promise.all(Array.from({ length: 20 }, () => tell(form, null, 'the-key-of-this-very-form')));
    expect(new Set(results.map((result) => (result.done ? result.value.id : result.reason))).size).toBe(1);
    expect((await mine()).appointments).toHaveLength(2);
    expect(await auditRows(database.db, ana)).toHaveLength(1);
    expect(await tell(form), 'and with another key it is there already').toMatchObject({ done: false, reason: expect.stringContaining('already') as string });
  });
});

describe('what is refused', () => {
  test.each<[string, Parameters<typeof post>[0], string, RegExp]>([
    ['an end before the beginning', { role: analyst, startedOn: '2026-06-02', endedOn: '2026-06-01' }, 'endedOn', /before the first day, 2 June 2026/],
    ['a beginning more than a year ahead', { role: analyst, startedOn: '2027-11-23' }, 'startedOn', /more than a year ahead/],
    ['a beginning before 1950', { role: analyst, startedOn: '1949-12-31', endedOn: '1950-12-31' }, 'startedOn', /1950/],
    ['a role that is not there', { role: 'astronaut' }, 'role', /from the list/],
    ['a family that is not there', { with: 'earlier', employer: 'Any', roleName: 'Any', family: 'astronauts' }, 'family', /from the list/],
    ['a team that is not there', { role: analyst, team: 99_999 }, 'team', /from the list/],
    ['a main role inside another that goes on', { role: analyst, startedOn: '2025-06-01', endedOn: '2025-12-31' }, 'startedOn', /“Help desk technician” began on 1 March 2025/],
    ['a main role that reaches into another', { role: analyst, startedOn: '2025-01-01', endedOn: '2025-03-01' }, 'endedOn', /“Help desk technician”/],
  ])('%s', async (_, form, field, words) => {
    expect(await tell(post(form))).toMatchObject({ done: false, field, reason: expect.stringMatching(words) as string });
    expect(await auditRows(database.db, ana)).toEqual([]);
  });

  test('days of certificates and education', async () => {
    expect(await tell(certificate({ name: 'Any', issuedOn: '2026-06-01', expiresOn: '2026-05-31' }))).toMatchObject({ field: 'expiresOn' });
    expect(await tell(certificate({ name: 'Any', issuedOn: '2026-11-23' }))).toMatchObject({ field: 'issuedOn' });
    expect(await tell(certificate({ certification: 'astronaut' }))).toMatchObject({ field: 'certification' });
    expect(await tell(education({ finishedOn: '1949-01-01' }))).toMatchObject({ field: 'finishedOn' });
    expect(await tell(away({ startedOn: '2026-06-01', endedOn: '2026-05-01' }))).toMatchObject({ field: 'endedOn' });
  });

  test('a change made on an older version shows the present values; a change that changes nothing', async () => {
    const id = await save(database.db, ana, ana, post({ role: analyst, startedOn: '2026-06-01' }));
    await save(database.db, ana, ana, post({ role: analyst, startedOn: '2026-07-01', version: 1 }), id);
    expect(await tell(post({ role: analyst, startedOn: '2026-08-01', version: 1 }), id)).toMatchObject({ done: false, stale: { role: 'Help desk analyst (second line)', startedOn: '2026-07-01', status: 'stated' } });
    expect(await tell(post({ role: analyst, startedOn: '2026-07-01', version: 2 }), id)).toMatchObject({ done: false, reason: expect.stringContaining('changed') as string });
  });

  test('a retired role, unless the entry has it already', async () => {
    const retired = 'data-centre-operator';
    const kept = await appoint(database.db, ana.personId, { roleId: retired, startedOn: '2020-01-01', endedOn: '2020-12-31' });
    await database.db.updateTable('roles').set({ retiredOn: '2026-01-01' }).where('roleId', '=', retired).execute();
    expect(await tell(post({ role: retired, startedOn: '2021-01-01', endedOn: '2021-12-31' }))).toMatchObject({ field: 'role' });
    expect(await tell(post({ role: retired, startedOn: '2020-02-01', endedOn: '2020-12-31', version: 1 }), kept)).toMatchObject({ done: true });
    await database.db.updateTable('roles').set({ retiredOn: null }).where('roleId', '=', retired).execute();
  });

  test('entries that are somebody else’s are not found', async () => {
    const other = await newPerson(database.db, { managerId: boss.personId, roleId: desk });
    const [theirs] = (await historyOf(database.db, other, other)).appointments;
    expect(await statusOf(tell(post({ role: desk, startedOn: '2020-01-01', version: 1 }), theirs!.id))).toBe(404);
    expect(await statusOf(saveEntry(callAs(database.db, ana.actor), other.personId, theirs!.id, post({ role: desk, version: 1 })))).toBe(404);
    expect(await statusOf(removeEntry(callAs(database.db, ana.actor), ana.personId, 'appointment', theirs!.id, 1))).toBe(404);
  });
});

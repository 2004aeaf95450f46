import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPeople, previewImport } from '#app/features/exchange/commands.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, testDay } from '#test/support/people.ts';
import { accepted, countsOf, fileOf, mistakes, operator, rowCounts, textFile, type FileRow } from '#test/support/people-file.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db, { timeZone: 'Pacific/Auckland' });
});

afterAll(() => database.close());

const bring = (rows: readonly FileRow[], day = testDay, input = {}) => importPeople(callAs(database.db, operator, day), fileOf(rows), input);

async function appointmentsOf(number: string) {
  return database.db.selectFrom('appointments').innerJoin('people', 'people.personId', 'appointments.personId')
    .select(['roleId', 'roleName', 'employer', 'appointments.startedOn', 'endedOn', 'status', 'familyId', 'grade', 'enteredBy', 'hoursPerWeek'])
    .where('number', '=', number).orderBy('startedOn').orderBy('appointmentId').execute();
}

async function linesOf(number: string) {
  return database.db.selectFrom('reportingLines as line').innerJoin('people as person', 'person.personId', 'line.personId').innerJoin('people as manager', 'manager.personId', 'line.managerId')
    .select(['manager.number as manager', 'startedOn', 'endedOn']).where('person.number', '=', number).orderBy('startedOn').execute();
}

async function personIdOf(number: string) {
  return (await database.db.selectFrom('people').select('personId').where('number', '=', number).executeTakeFirstOrThrow()).personId;
}

describe('the sample file', () => {
  const sample = async () => ({ name: 'people.csv', bytes: await readFile(new URL('../../../seeds/demo/people.csv', import.meta.url)) });

  test('comes in, with one audit event that holds counts and no names', async () => {
    const outcome = await importPeople(callAs(database.db, operator), await sample());
    expect(countsOf(outcome)).toMatchObject({ 'new people': 40, 'new teams': 6, 'new sites': 2 });
    expect(accepted(outcome).notices).toEqual([]);
    const events = await database.db.selectFrom('auditEvents').selectAll().where('action', '=', 'import-people').execute();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ action: 'import-people', origin: 'command-line', subject: 'file:people.csv', accountId: null, personId: null, before: null });
    expect(events[0]?.after).toMatchObject({ rows: 40, 'new people': 40 });
    expect(JSON.stringify(events[0])).not.toMatch(/demo\.example|Example|D10/);
    expect(await appointmentsOf('D1011')).toMatchObject([
      { roleId: 'help-desk-technician', startedOn: '2020-01-15', endedOn: '2023-05-14', status: 'confirmed', familyId: 'service-desk', grade: 1, enteredBy: null },
      { roleId: 'help-desk-analyst', startedOn: '2023-05-15', endedOn: null, status: 'confirmed', grade: 2 },
    ]);
    expect(await linesOf('D1011')).toEqual([{ manager: 'D1006', startedOn: testDay, endedOn: null }]);
    // Who left before today reports to nobody any more; who has not begun yet will from the first day on.
    expect(await linesOf('D1037')).toEqual([]);
    expect(await linesOf('D1038')).toEqual([{ manager: 'D1007', startedOn: '2027-01-04', endedOn: null }]);
  });

  test('changes nothing the second time, the third time a month later neither', async () => {
    const before = await rowCounts(database.db);
    for (const day of [testDay, '2026-12-22']) {
      const outcome = await importPeople(callAs(database.db, operator, day), await sample());
      expect(countsOf(outcome)).toEqual({});
      expect(accepted(outcome)).toMatchObject({ changes: [], notices: [] });
    }
    expect(await rowCounts(database.db)).toEqual({ ...before, audit_events: before.audit_events! + 2 });
  });
});

describe('a monthly file', () => {
  const month = (over: FileRow = {}): FileRow => ({
    number: 'M2', name: 'Moved Person', email: 'm2@demo.example', manager: 'M1', team: 'Lions', site: 'North', role: 'help-desk-technician',
    started_on: '2025-01-01', hours_per_week: '38,5', ratings: 'patience|3|manager|2026-10-01', ...over,
  });
  const heads: FileRow[] = [
    { number: 'M1', name: 'First Head', role: 'help-desk-manager', started_on: '2020-01-01' },
    { number: 'M3', name: 'Second Head', role: 'desktop-support-manager', started_on: '2020-01-01' },
  ];

  test('changes manager and role from their days on, and adds ratings', async () => {
    expect(countsOf(await bring([...heads, month()], '2026-10-05'))).toMatchObject({ 'new people': 3 });
    const later = month({
      manager: 'M3', role: 'Desktop support technician', started_on: '2026-10-15', team: 'Tigers',
      ratings: 'patience|3|manager|2026-10-01;Client operating systems|4|manager|2026-10-20;client-os|3|self|2026-10-20',
    });
    const preview = await previewImport(database.readDb, '2026-10-20', fileOf([...heads, later]));
    const outcome = await bring([...heads, later], '2026-10-20');
    expect(outcome).toEqual(preview);
    expect(countsOf(outcome)).toEqual({ 'new teams': 1, 'new reporting lines': 1, 'changed reporting lines': 1, 'new appointments': 1, 'changed appointments': 1, 'new ratings': 2 });
    expect(accepted(outcome).changes).toEqual([{
      line: 4, number: 'M2', name: 'Moved Person',
      what: ['help-desk-technician ended on 2026-10-14', 'Desktop support technician from 2026-10-15', 'reports to M3 instead of M1 from 2026-10-20', '2 ratings'],
    }]);
    expect(await appointmentsOf('M2')).toMatchObject([
      { roleId: 'help-desk-technician', startedOn: '2025-01-01', endedOn: '2026-10-14', hoursPerWeek: 38.5 },
      { roleId: 'desktop-support-technician', startedOn: '2026-10-15', endedOn: null, familyId: 'end-user-computing', hoursPerWeek: 38.5 },
    ]);
    expect(await linesOf('M2')).toEqual([{ manager: 'M1', startedOn: '2026-10-05', endedOn: '2026-10-19' }, { manager: 'M3', startedOn: '2026-10-20', endedOn: null }]);
    const levels = await database.db.selectFrom('currentLevels').select(['skillId', 'selfLevel', 'confirmedLevel', 'confirmedBy']).where('personId', '=', await personIdOf('M2')).orderBy('skillId').execute();
    expect(levels).toEqual([
      { skillId: 'client-os', selfLevel: 3, confirmedLevel: 4, confirmedBy: null },
      { skillId: 'patience', selfLevel: null, confirmedLevel: 3, confirmedBy: null },
    ]);
    expect(countsOf(await bring([...heads, later], '2026-11-01'))).toEqual({});
  });

  test('never places a rating in the future, whatever the time zone', async () => {
    await bring([{ number: 'R1', name: 'Rated Today', ratings: 'patience|2|self|2026-11-22' }], '2026-11-22');
    const { ratedAt } = await database.db.selectFrom('ratings').select('ratedAt').where('personId', '=', await personIdOf('R1')).executeTakeFirstOrThrow();
    // Noon in Auckland.
    expect(ratedAt.toISOString()).toBe('2026-11-21T23:00:00.000Z');
  });

  test('takes back questions to the manager that its ratings answer, and leaves the others', async () => {
    await bring([{ number: 'R2', name: 'Asking Person', ratings: 'patience|3|self|2026-11-01;memory|2|self|2026-11-01' }], '2026-11-22');
    const personId = await personIdOf('R2');
    await database.db.insertInto('ratingRequests').values(['patience', 'memory'].map((skillId) => ({ personId, skillId, kind: 'confirm', askedAt: '2026-11-02T09:00:00Z' }))).execute();
    await bring([{ number: 'R2', name: 'Asking Person', ratings: 'patience|3|manager|2026-11-20' }], '2026-11-22');
    expect(await database.db.selectFrom('ratingRequests').select(['skillId', 'answer', 'answeredBy']).where('personId', '=', personId).orderBy('skillId').execute())
      .toEqual([{ skillId: 'memory', answer: null, answeredBy: null }, { skillId: 'patience', answer: 'withdrawn', answeredBy: null }]);
  });

  test('a changed manager on the very first day of a line takes its place', async () => {
    await bring([{ number: 'S1', name: 'Same Day', manager: 'M1' }]);
    expect(countsOf(await bring([{ number: 'S1', name: 'Same Day', manager: 'M3' }]))).toEqual({ 'changed reporting lines': 1 });
    expect(await linesOf('S1')).toEqual([{ manager: 'M3', startedOn: testDay, endedOn: null }]);
  });

  test('changes hold from another day when that is asked for', async () => {
    await bring([{ number: 'S1', name: 'Same Day', manager: 'M1' }], testDay, { changesFrom: '2026-12-01' });
    expect(await linesOf('S1')).toEqual([{ manager: 'M3', startedOn: testDay, endedOn: '2026-11-30' }, { manager: 'M1', startedOn: '2026-12-01', endedOn: null }]);
    expect(mistakes(await bring([{ number: 'S1', name: 'Same Day' }], testDay, { changesFrom: '2036-12-01' }))).toEqual([expect.stringContaining('at most a year back or ahead')]);
  });

  test('a leaver ends in the role, beside it and with the manager', async () => {
    const personId = await personIdOf('M2');
    await database.db.insertInto('appointments').values({ personId, kind: 'acting', roleId: 'service-desk-team-lead', familyId: 'management', grade: 3, startedOn: '2026-11-01', status: 'confirmed', enteredAt: new Date(), confirmedAt: new Date() }).execute();
    const row = { number: 'M2', name: 'Moved Person', left_on: '2026-12-31' };
    expect(accepted(await bring([row])).changes[0]?.what).toEqual(['leaves on 2026-12-31', 'no longer reports to M3 after 2026-12-31']);
    expect((await appointmentsOf('M2')).map(({ endedOn }) => endedOn)).toEqual(['2026-10-14', '2026-12-31', '2026-12-31']);
    expect((await linesOf('M2')).at(-1)).toEqual({ manager: 'M3', startedOn: '2026-10-20', endedOn: '2026-12-31' });
    expect(countsOf(await bring([row]))).toEqual({});
    const corrected = accepted(await bring([{ ...row, left_on: '2027-01-31' }]));
    expect(corrected).toMatchObject({ changes: [], notices: [{ number: 'M2', column: 'left_on', reason: expect.stringContaining('ended on 2026-12-31 here') }] });
  });

  test('somebody who comes back begins anew', async () => {
    const row = month({ manager: 'M1', started_on: '2027-03-01', ratings: '' });
    await bring([row], '2027-03-01');
    expect((await appointmentsOf('M2')).at(-1)).toMatchObject({ roleId: 'help-desk-technician', startedOn: '2027-03-01', endedOn: null });
    expect((await linesOf('M2')).at(-1)).toEqual({ manager: 'M1', startedOn: '2027-03-01', endedOn: null });
    expect(countsOf(await bring([row], '2027-03-02'))).toEqual({});
  });

  test('two people may swap their addresses', async () => {
    await bring([{ number: 'E1', name: 'One', email: 'one@demo.example' }, { number: 'E2', name: 'Two', email: 'two@demo.example' }]);
    expect(countsOf(await bring([{ number: 'E1', name: 'One', email: 'TWO@demo.example' }, { number: 'E2', name: 'Two', email: 'one@demo.example' }]))).toEqual({ 'changed names and addresses': 2 });
  });
});

describe('what people have stated', () => {
  test('is confirmed when the file says the same, and waits beside the file otherwise', async () => {
    const { db } = database;
    await bring([{ number: 'T1', name: 'Stated Person', role: 'help-desk-technician', started_on: '2024-01-01' }]);
    const personId = await personIdOf('T1');
    const [held] = await db.selectFrom('appointments').select('appointmentId').where('personId', '=', personId).execute();
    const stated = { personId, kind: 'primary', status: 'stated', enteredBy: personId, enteredAt: new Date('2026-01-01') };
    await db.insertInto('appointments').values([
      { ...stated, roleName: 'Clerk', employer: 'Example Shop', startedOn: '2019-01-01', endedOn: '2021-12-31' },
      { ...stated, roleName: 'Baker', employer: 'Example Bakery', startedOn: '2017-01-01', endedOn: '2018-12-31' },
      { ...stated, roleId: 'help-desk-technician', familyId: 'service-desk', grade: 1, startedOn: '2024-01-01', endedOn: '2026-10-31', replacesId: held!.appointmentId },
    ]).execute();
    await db.insertInto('education').values({ personId, level: 'bachelor', subject: 'Computing', institution: 'Example University', finishedOn: '2018-06-30', status: 'stated', enteredBy: personId, enteredAt: new Date() }).execute();
    await db.insertInto('personCertifications').values([
      { personId, certificationId: 'ccna', issuedOn: '2025-01-01', expiresOn: '2028-01-01', status: 'stated', enteredBy: personId, enteredAt: new Date() },
      { personId, certificationId: 'comptia-a-plus', issuedOn: '2025-02-01', status: 'stated', enteredBy: personId, enteredAt: new Date() },
    ]).execute();
    const row: FileRow = {
      number: 'T1', name: 'Stated Person', role: 'help-desk-analyst', started_on: '2026-11-01',
      earlier: 'clerk|2019-01-01|2021-12-31|Example shop;Baker|2017-01-01|2018-06-30|Example Bakery;help-desk-technician|2024-01-01|2026-10-31|',
      education: 'bachelor|computing|Example  University|2018-06-30', certificates: 'ccna|2025-01-01|2028-01-01;CompTIA A+|2025-02-02|',
    };
    const outcome = accepted(await bring([row]));
    expect(outcome.counts).toMatchObject({ 'confirmed entries': 4, 'new appointments': 2, 'new certificates': 1, 'changed appointments': 0, 'new education': 0 });
    expect(outcome.notices.map(({ column, reason }) => `${column}: ${reason}`)).toEqual([
      expect.stringMatching(/^earlier: The person stated Baker at Example Bakery from 2017-01-01 to 2018-12-31\./),
      expect.stringMatching(/^certificates: The person stated comptia-a-plus, issued on 2025-02-01\./),
    ]);
    expect((await appointmentsOf('T1')).map(({ roleId, roleName, endedOn, status, enteredBy }) => [roleId ?? roleName, endedOn, status, enteredBy])).toEqual([
      ['Baker', '2018-12-31', 'stated', personId],
      ['Baker', '2018-06-30', 'confirmed', null],
      ['Clerk', '2021-12-31', 'confirmed', personId],
      ['help-desk-technician', null, 'replaced', null],
      ['help-desk-technician', '2026-10-31', 'confirmed', personId],
      ['help-desk-analyst', null, 'confirmed', null],
    ]);
    expect(countsOf(await bring([row]))).toEqual({});
  });

  test('and what is confirmed here is never changed silently', async () => {
    const row: FileRow = { number: 'T2', name: 'Firm Person', role: 'help-desk-technician', started_on: '2024-01-01', certificates: 'ccna|2025-01-01|2028-01-01', education: 'bachelor|Computing||2018-06-30', ratings: 'patience|3|manager|2026-05-01' };
    await bring([row]);
    const before = await rowCounts(database.db);
    const contrary = accepted(await bring([{
      ...row, started_on: '2024-02-01', certificates: 'ccna|2025-01-01|2029-01-01', education: 'bachelor|Computing||2019-06-30', ratings: 'patience|4|manager|2026-05-01',
      earlier: 'help-desk-analyst|2023-06-01|2024-01-31|',
    }]));
    expect(contrary.changes).toEqual([]);
    expect(contrary.notices.map(({ column }) => column)).toEqual(['started_on', 'earlier', 'education', 'certificates', 'ratings']);
    expect(await rowCounts(database.db)).toEqual({ ...before, audit_events: before.audit_events! + 1 });
  });

  test('empty cells and missing columns leave everything as it is', async () => {
    const before = await rowCounts(database.db);
    const outcome = await importPeople(callAs(database.db, operator), textFile('number,name\nT2,Firm Person\n'));
    expect(countsOf(outcome)).toEqual({});
    expect(await rowCounts(database.db)).toEqual({ ...before, audit_events: before.audit_events! + 1 });
  });
});

test('semicolons and a byte order mark, Windows line ends, and a name that looks like a formula', async () => {
  const rows: FileRow[] = [{ number: '007', name: '=1+1', team: '@Team; "quoted"', role: 'SOC analyst', started_on: '2025-05-05', ratings: 'patience|1|self|2026-01-01;memory|2|self|2026-01-01' }];
  const file = fileOf(rows, { delimiter: ';', mark: true, newline: '\r\n' });
  expect(countsOf(await importPeople(callAs(database.db, operator), file))).toMatchObject({ 'new people': 1, 'new appointments': 1, 'new ratings': 2 });
  const person = await database.db.selectFrom('people').innerJoin('appointments', 'appointments.personId', 'people.personId').innerJoin('teams', 'teams.teamId', 'appointments.teamId')
    .select(['people.name', 'teams.name as team', 'roleId']).where('number', '=', '007').executeTakeFirstOrThrow();
  expect(person).toEqual({ name: '=1+1', team: '@Team; "quoted"', roleId: 'security-analyst' });
  expect(countsOf(await importPeople(callAs(database.db, operator), fileOf(rows)))).toEqual({});
});

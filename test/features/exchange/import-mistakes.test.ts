import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importPeople, previewImport } from '#app/features/exchange/commands.server.ts';
import { largestPeopleFile } from '#app/features/exchange/read-rows.server.ts';
import { readTable } from '#app/server/table.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, newPerson, reportTo, testDay } from '#test/support/people.ts';
import { accepted, fileOf, mistakes, operator, rowCounts, textFile, type FileRow } from '#test/support/people-file.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  await importPeople(callAs(database.db, operator), fileOf([
    { number: '0042', name: 'Zero Person', email: 'taken@demo.example' },
    { number: 'K1', name: 'Known Head', role: 'help-desk-manager', started_on: '2020-01-01' },
    { number: 'K2', name: 'Known Person', manager: 'K1' },
  ]));
  await database.db.updateTable('roles').set({ retiredOn: '2026-01-01' }).where('roleId', '=', 'qa-analyst').execute();
  await database.db.insertInto('people').values({ number: 'GONE', name: 'Erased', erasedAt: new Date('2026-01-01') }).execute();
});

afterAll(() => database.close());

/** Sends a file twice, for a dry run and to be brought in: both refuse alike, and nothing is written. */
async function refusedMistakes(file: Parameters<typeof importPeople>[1]): Promise<string[]> {
  const before = await rowCounts(database.db);
  const preview = await previewImport(database.readDb, testDay, file);
  const outcome = await importPeople(callAs(database.db, operator), file);
  expect(outcome).toEqual(preview);
  expect(await rowCounts(database.db)).toEqual(before);
  return mistakes(outcome);
}

const person = (number: string, over: FileRow = {}): FileRow => ({ number, name: `Person ${number}`, ...over });

/** A row with exactly this mistake, and what is said of it. */
const wrong: [FileRow, string][] = [
  [person('W1', { name: '' }), 'name: This cell is empty.'],
  [person('', { name: 'Nobody' }), 'number: This cell is empty.'],
  [person('W 3'), 'number: "W 3" is not a personnel number.'],
  [person('W4', { email: 'four at example' }), 'email: "four at example" is not an e-mail address.'],
  [person('W5', { role: 'help-desk-technicain', started_on: '2025-01-01' }), 'role: There is no role "help-desk-technicain". Is "help-desk-technician" meant?'],
  [person('W6', { role: 'network manager', started_on: '01.02.2025' }), 'started_on: "01.02.2025" is not a date. Write year, month and day like 2025-03-31.'],
  [person('W7', { role: 'network-analyst', started_on: '2025-02-30' }), 'started_on: "2025-02-30" is not a day of the calendar.'],
  [person('W8', { role: 'network-analyst', started_on: '2028-01-01' }), 'started_on: 2028-01-01 is more than a year ahead.'],
  [person('W9', { role: 'network-analyst', started_on: '2025-02-01', left_on: '2025-01-31' }), 'left_on: 2025-01-31 is before started_on, 2025-02-01.'],
  [person('W10', { role: 'network-analyst' }), 'started_on: This cell is empty. Give the first day in the role'],
  [person('W11', { team: 'Lions' }), 'role: This cell is empty, but team is given'],
  [person('W12', { manager: '9999' }), 'manager: Nobody has the number 9999.'],
  [person('W13', { manager: 'W13' }), 'manager: This is the person\'s own number.'],
  [person('W14', { role: 'network-analyst', started_on: '2025-01-01', shift: 'nights' }), 'shift: "nights" is not known here. Write day, early, late, night or rotating.'],
  [person('W15', { role: 'network-analyst', started_on: '2025-01-01', hours_per_week: '385' }), 'hours_per_week: "385" is not a number of hours a week.'],
  [person('W16', { role: 'network-analyst', started_on: '2025-01-01', headcount_led: '-1' }), 'headcount_led: "-1" is not a number of people.'],
  [person('W17', { ratings: 'patience|6|manager|2026-01-01' }), 'ratings: "6" is not a level. Write a whole number from 1 to 5'],
  [person('W18', { ratings: 'patience|high|manager|2026-01-01' }), 'ratings: "high" is not a level.'],
  [person('W19', { ratings: 'patiense|3|manager|2026-01-01' }), 'ratings: There is no skill "patiense". Is "patience" meant?'],
  [person('W20', { ratings: 'patience|3|boss|2026-01-01' }), 'ratings: "boss" is not a source of ratings. Write self or manager.'],
  [person('W21', { ratings: 'patience|3|manager|2026-12-01' }), 'ratings: 2026-12-01 lies in the future.'],
  [person('W22', { ratings: 'patience|3|manager|2026-01-01;Patience|4|manager|2026-01-01' }), 'ratings: Patience is rated twice (manager) on 2026-01-01.'],
  [person('W23', { ratings: 'memory|1|self|2026-01-01;patience|3' }), 'ratings: entry 2: "patience|3" has 2 parts. Write skill | level | self or manager | rated on.'],
  [person('W24', { certificates: 'ccnaa|2025-01-01|' }), 'certificates: There is no certification "ccnaa". Is "ccna" meant?'],
  [person('W25', { certificates: 'ccna|2025-01-01|2024-01-01' }), 'certificates: It would expire on 2024-01-01, before it was issued'],
  [person('W26', { education: 'doctor|Computing' }), 'education: The level "doctor" is not known. Write secondary, associate, bachelor or master.'],
  [person('W27', { earlier: 'Clerk|2020-01-01|2021-01-01|Shop|sales' }), 'earlier: There is no family "sales".'],
  [person('W28', { earlier: 'Clerk|2020-01-01|2021-01-01|' }), 'earlier: There is no role "Clerk".'],
  [person('W29', { earlier: 'network-analyst|2021-01-01|2020-01-01|' }), 'earlier: The last day, 2020-01-01, is before the first, 2021-01-01.'],
  [person('W30', { role: 'network-analyst', started_on: '2022-01-01', earlier: 'help-desk-analyst|2020-01-01|2022-01-01|' }), 'earlier: Help desk analyst (second line) (to 2022-01-01) and the present role (from 2022-01-01) overlap.'],
  [person('W31', { earlier: 'help-desk-analyst|2020-01-01|2021-01-01|;network-analyst|2021-01-01|2021-02-01|' }), 'earlier: Help desk analyst (second line) (to 2021-01-01) and Network analyst (from 2021-01-01) overlap.'],
  [person('W32', { name: 'N'.repeat(201) }), 'name: "NNN'],
  [person('W33', { name: 'Two\nlines' }), 'name: "Two⏎lines" holds a line break or another control character.'],
  [person('W34', { email: 'TAKEN@demo.example' }), 'email: 0042 has the address TAKEN@demo.example too.'],
  [person('42'), 'number: 42 is new, but 0042 is here. Were zeros lost'],
  [person('W36', { manager: '42x' }), 'manager: Nobody has the number 42x.'],
  [person('W37', { role: 'qa-analyst', started_on: '2026-02-01' }), 'role: Quality assurance analyst was retired from the catalogue on 2026-01-01.'],
  [person('GONE'), 'number: This person has been erased here.'],
  [person('W39', { earlier: 'network-analyst|2020-01-01|2021-01-01|Shop|service-desk' }), 'earlier: Network analyst belongs to the family infrastructure, not to service-desk.'],
  [person('W40', { started_on: '1025-01-01', role: 'network-analyst' }), 'started_on: 1025-01-01 is before 1930.'],
];

test('forty kinds of mistakes are named at once, a line each, and nothing is written', async () => {
  const good = Array.from({ length: 5 }, (_, index) => person(`G${index}`));
  const named = await refusedMistakes(fileOf([...good, ...wrong.map(([row]) => row)]));
  wrong.forEach(([, said], index) => {
    // A line break in the cell of W33 moves what follows one line down.
    const line = index + 2 + good.length + (index > 32 ? 1 : 0);
    expect(named[index]).toContain(`${line} ${said}`);
  });
  expect(named).toHaveLength(wrong.length);
});

describe('across rows', () => {
  test('a number and an address held twice', async () => {
    expect(await refusedMistakes(fileOf([person('A1', { email: 'a@demo.example' }), person('A1'), person('A2', { email: 'A@demo.example' })]))).toEqual([
      '3 number: Line 2 has the number A1 too. Write one row a person.',
      '4 email: A1 has the address A@demo.example too. Everybody has an address of their own; leave the cell empty where there is none.',
    ]);
  });

  test('circles, each named once, by those in it', async () => {
    const rows = [person('C1', { manager: 'C3' }), person('C2', { manager: 'C1' }), person('C3', { manager: 'C2' }), person('C4', { manager: 'C1' }), person('K1', { manager: 'K2' })];
    expect(await refusedMistakes(fileOf(rows))).toEqual([
      '2 manager: C1 → C3 → C2 → C1 report to one another in a circle. Change the manager of one of them.',
      '6 manager: K1 → K2 → K1 report to one another in a circle. Change the manager of one of them.',
    ]);
  });

  test('managers who change places are no circle', async () => {
    await importPeople(callAs(database.db, operator, '2026-11-01'), fileOf([person('P1'), person('P2', { manager: 'P1' })]));
    const boss = person('P3');
    accepted(await importPeople(callAs(database.db, operator), fileOf([person('P1', { manager: 'P2' }), person('P2', { manager: 'P3' }), boss])));
  });

  test('a circle through somebody planned for later in the application', async () => {
    const head = await newPerson(database.db, { name: 'Later Head' });
    const below = await newPerson(database.db, { name: 'Later Below' });
    await reportTo(database.db, head.personId, below.personId, { startedOn: '2027-06-01' });
    const numbers = await database.db.selectFrom('people').select('number').where('personId', 'in', [head.personId, below.personId]).orderBy('personId').execute();
    const [headNumber = '', belowNumber = ''] = numbers.map(({ number }) => number);
    expect(await refusedMistakes(fileOf([person(belowNumber, { manager: headNumber })]))).toEqual([expect.stringContaining(`${belowNumber} → ${headNumber} → ${belowNumber} report to one another`)]);
  });

  test('a chain of more than a hundred steps', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => person(`L${index}`, { manager: index === 0 ? '' : `L${index - 1}` }));
    const named = await refusedMistakes(fileOf(rows));
    expect(named[0]).toContain('has more than a hundred steps');
  });
});

describe('the file as such', () => {
  test.each([
    ['nothing in it', '', ['1 -: The file is empty. The first line names the columns.']],
    ['no rows', 'number,name\n', ['1 -: There is no row below the header. Write one row a person.']],
    ['a missing column', 'number,email\n1,a@demo.example\n', ['1 name: This column is missing. Every file needs number and name.']],
    ['an unknown column, a nameless and a doubled one', 'number,name,e_mail,,Name\n1,One,,,\n', [
      '1 e_mail: There is no column of this name. Is email meant?', '1 -: Column 4 has no name. Name it, or take it out.', '1 name: This column is there twice. Take one of them out.',
    ]],
    ['cells too many and too few', 'number,name,team\n1,One, Ltd,x\n2,Two\n', [
      '2 -: This line has 4 cells, the header has 3. Put a cell that holds the separator in quotation marks.', '3 -: This line has 2 cells, the header has 3. Write a separator for each empty cell too.',
    ]],
    ['a quotation mark that is not closed', 'number,name\n1,"One\n2,Two\n3,\n', [expect.stringContaining('2 -: A quotation mark opens a cell here and none closes it.'), '4 name: This cell is empty. Every person has a number and a name.']],
    ['quotation marks in the middle', 'number,name\n1,Bob "the" Builder\n2,"Two" x\n3,\n', [
      expect.stringContaining('2 -: A quotation mark stands in the middle of a cell.'), expect.stringContaining('3 -: Something follows the quotation mark'), expect.stringContaining('4 name: This cell is empty.'),
    ]],
  ])('%s', async (_, text, expected) => {
    expect(await refusedMistakes(textFile(text))).toEqual(expected);
  });

  test('not in UTF-8: the line is named', async () => {
    const latin = Buffer.from('number,name\n1,One\n2,M\xfcller\n', 'latin1');
    expect(await refusedMistakes({ name: 'latin.csv', bytes: latin })).toEqual(['3 -: The file is not in UTF-8. Save it again as "CSV UTF-8".']);
    expect(await refusedMistakes({ name: 'utf16.csv', bytes: Buffer.from('\uFEFFnumber,name\n1,One\n', 'utf16le') })).toEqual([expect.stringContaining('not in UTF-8')]);
  });

  test('too many bytes, too many rows', async () => {
    expect(await refusedMistakes({ name: 'big.csv', bytes: new Uint8Array(20 * 1024 * 1024 + 1).fill(65) })).toEqual(['1 -: The file has 21 MiB. At most 20 MiB are possible: split it.']);
    expect(readTable(textFile(`number,name\n${'1,x\n'.repeat(200_001)}`).bytes, largestPeopleFile)).toEqual({ header: [], rows: [], problems: [{ line: 1, column: null, reason: 'The file has more than 200000 rows. Split it.' }] });
    expect(readTable(textFile(`number,name\n${'1,x\n'.repeat(200_000)}`).bytes, largestPeopleFile)).toMatchObject({ rows: { length: 200_000 }, problems: [] });
  });
});

test('cut off in the last of many statements, nothing is left; begun again, everything is there', async () => {
  const { db } = database;
  const rows = Array.from({ length: 4100 }, (_, index) => person(`X${index}`, { team: `Team X${index % 3}`, role: 'network-analyst', started_on: '2025-01-01', ratings: 'patience|3|manager|2026-05-01' }));
  const before = await rowCounts(db);
  await sql`create function break_at_last() returns trigger language plpgsql as $$ begin raise exception 'broken on purpose'; end $$`.execute(db);
  const last = await sql<{ id: number }>`select max(rating_id)::int + 4100 as id from (select rating_id from ratings union all select 0) as known(rating_id)`.execute(db);
  await sql.raw(`create trigger break_at_last before insert on ratings for each row when (new.rating_id >= ${last.rows[0]!.id}) execute function break_at_last()`).execute(db);
  await expect(importPeople(callAs(db, operator), fileOf(rows))).rejects.toThrow('broken on purpose');
  expect(await rowCounts(db)).toEqual(before);
  await sql`drop trigger break_at_last on ratings`.execute(db);
  expect(accepted(await importPeople(callAs(db, operator), fileOf(rows))).counts).toMatchObject({ 'new people': 4100, 'new ratings': 4100 });
});

test('somebody changed meanwhile: the import compares afresh and does not undo it', async () => {
  const { db } = database;
  await importPeople(callAs(db, operator), fileOf([person('V1', { role: 'network-analyst', started_on: '2025-01-01' })]));
  // The first write meets a row of another version; the second attempt finds it as it now is.
  await sql`create sequence meddled`.execute(db);
  await sql`create function meddle() returns trigger language plpgsql as $$ begin
    if nextval('meddled') = 1 then return null; end if; return new; end $$`.execute(db);
  await sql`create trigger meddle before update on people for each row execute function meddle()`.execute(db);
  const outcome = await importPeople(callAs(db, operator), fileOf([{ number: 'V1', name: 'Renamed Person' }]));
  expect(accepted(outcome).changes).toHaveLength(1);
  await sql`drop trigger meddle on people`.execute(db);
  expect(await db.selectFrom('people').select(['name', 'version']).where('number', '=', 'V1').executeTakeFirst()).toEqual({ name: 'Renamed Person', version: 2 });
});

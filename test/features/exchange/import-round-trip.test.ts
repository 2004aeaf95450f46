import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importPeople, type GivenFile, type ImportOutcome } from '#app/features/exchange/commands.server.ts';
import type { ColumnName } from '#app/features/exchange/row.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation } from '#test/support/people.ts';
import { countsOf, fileOf, operator, rowCounts, type FileRow } from '#test/support/people-file.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
});

afterAll(() => database.close());

const numRuns = Number(process.env.FUZZ_RUNS ?? 20);

const role = fc.constantFrom('help-desk-technician', 'help-desk-analyst', 'network-analyst');
const day = fc.constantFrom('2022-01-01', '2023-01-01', '2023-12-31', '2024-01-01', '2024-06-30', '2024-07-01', '2025-03-31', '2026-11-22', '2027-02-01');
const pastDay = fc.constantFrom('2022-01-01', '2023-01-01', '2023-12-31', '2024-01-01', '2024-06-30');
const list = (entry: fc.Arbitrary<string>, most = 3) => fc.array(entry, { maxLength: most }).map((entries) => entries.join(';'));
const orEmpty = (cell: fc.Arbitrary<string>) => fc.oneof(cell, fc.constant(''));

const span = fc.tuple(pastDay, day).map(([a, b]) => (a < b ? `${a}|${b}` : `${b}|${a}`));
const earlier = list(fc.tuple(role, span, fc.constantFrom('', '', 'Example Shop')).map((parts) => parts.join('|')));
const education = list(fc.tuple(fc.constantFrom('bachelor', 'master'), fc.constantFrom('', 'Computing'), fc.constantFrom('', 'Example University'), orEmpty(pastDay)).map((parts) => parts.join('|')));
const certificates = list(fc.tuple(fc.constantFrom('ccna', 'comptia-a-plus'), pastDay, fc.constantFrom('', '2027-01-01', '2028-01-01')).map((parts) => parts.join('|')), 2);
const ratings = list(fc.tuple(fc.constantFrom('patience', 'memory'), fc.integer({ min: 1, max: 5 }), fc.constantFrom('self', 'manager'), pastDay).map((parts) => parts.join('|')));

const cells = fc.record({
  role: orEmpty(role), started_on: orEmpty(day), left_on: fc.oneof({ arbitrary: fc.constant(''), weight: 3 }, { arbitrary: day, weight: 1 }), earlier, education, certificates, ratings,
  team: orEmpty(fc.constantFrom('Lions', 'Tigers', 'lions')), hours_per_week: orEmpty(fc.constantFrom('20', '38.5')), shift: orEmpty(fc.constantFrom('day', 'night')),
});

/** Four people of whom some lead others, in any order; now and then in a circle. */
const month = fc.record({ rows: fc.array(cells, { minLength: 4, maxLength: 4 }), heads: fc.array(fc.constantFrom('', '0', '1', '2', '3'), { minLength: 4, maxLength: 4 }) });

/** What a person states between two files; the database refuses some of it. */
const statement = fc.record({ person: fc.integer({ min: 0, max: 3 }), roleId: role, span, corrects: fc.boolean() });

test('whatever a file brought in, the same file changes nothing afterwards, and no file breaks a rule of the database', { timeout: 60_000 + numRuns * 3000 }, async () => {
  let run = 0;
  let brought = 0;
  await fc.assert(fc.asyncProperty(fc.array(month, { minLength: 2, maxLength: 3 }), fc.array(statement, { maxLength: 4 }), async (months, statements) => {
    run += 1;
    const numberOf = (index: number | string): string => `R${run}P${index}`;
    for (const [index, { rows, heads }] of months.entries()) {
      const today = ['2026-11-22', '2026-12-22', '2027-01-22'][index]!;
      const { file, outcome } = await bringMended(today, rows.map((row, place): FileRow => ({
        ...row, number: numberOf(place), name: `Somebody ${place}`, manager: heads[place] === '' || heads[place] === String(place) ? '' : numberOf(heads[place]!),
      })));
      expect(outcome).toMatchObject({ accepted: true });
      brought += 1;
      const before = await rowCounts(database.db);
      expect(countsOf(await importPeople(callAs(database.db, operator, today), file))).toEqual({});
      expect(await rowCounts(database.db)).toEqual({ ...before, audit_events: before.audit_events! + 1 });
      for (const stated of statements) await state(numberOf(stated.person), stated);
    }
  }), { numRuns });
  expect(brought).toBeGreaterThanOrEqual(2 * numRuns);
});

/** Brings the rows in; what is named as wrong is taken out, as whoever mends a file would do, until nothing is. */
async function bringMended(today: string, given: readonly FileRow[]): Promise<{ file: GivenFile; outcome: ImportOutcome }> {
  const rows = given.map((row) => ({ ...row }));
  for (let attempt = 1; ; attempt++) {
    const file = fileOf(rows);
    const outcome = await importPeople(callAs(database.db, operator, today), file);
    if (outcome.accepted || attempt === 10) return { file, outcome };
    for (const { line, column } of outcome.problems) {
      const row = rows[line - 2]!;
      const isMissing = column !== null && !row[column as ColumnName];
      const faulty = !isMissing ? [column as ColumnName] : column === 'role' ? ['team', 'shift', 'hours_per_week', 'left_on', 'started_on'] as const : ['role'] as const;
      for (const name of faulty) row[name] = '';
    }
  }
}

async function state(number: string, { roleId, span: text, corrects }: { roleId: string; span: string; corrects: boolean }): Promise<void> {
  const person = await database.db.selectFrom('people').select('personId').where('number', '=', number).executeTakeFirst();
  if (!person) return;
  const { personId } = person;
  const [startedOn = '', endedOn = ''] = text.split('|');
  const held = await database.db.selectFrom('appointments').select(['appointmentId', 'roleId', 'startedOn', 'familyId', 'grade'])
    .where('personId', '=', personId).where('status', '=', 'confirmed').where('employer', 'is', null).orderBy('startedOn', 'desc').executeTakeFirst();
  const isEnd = corrects && held?.startedOn !== undefined && held.startedOn <= endedOn;
  await database.db.insertInto('appointments').values({
    personId, kind: 'primary', status: 'stated', enteredBy: personId, enteredAt: new Date(), endedOn,
    ...(isEnd ? { roleId: held.roleId, startedOn: held.startedOn, familyId: held.familyId, grade: held.grade, replacesId: held.appointmentId }
      : { roleId, startedOn, familyId: 'service-desk', grade: 1 }),
  }).execute().catch((error: { code?: string }) => {
    if (error.code !== '23P01' && error.code !== '23505') throw error;
  });
}

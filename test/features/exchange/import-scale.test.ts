import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#app/domain/date.ts';
import { importPeople, previewImport } from '#app/features/exchange/commands.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, testDay } from '#test/support/people.ts';
import { accepted, countsOf, fileOf, operator, rowCounts, type FileRow } from '#test/support/people-file.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
});

afterAll(() => database.close());

const skills = ['patience', 'customer-service', 'troubleshooting', 'client-os', 'ticket-handling', 'remote-diagnosis', 'written-communication', 'desktop-hardware'];
const roles = ['help-desk-technician', 'help-desk-analyst', 'network-analyst', 'systems-administrator'];

/** An organisation of any size: one at the top, teams of ten, twelve ratings each. */
function organisationOf(size: number): FileRow[] {
  return Array.from({ length: size }, (_, index): FileRow => {
    const startedOn = addDays('2022-01-01', index % 1500);
    const rated = skills.flatMap((skill, place) => [
      `${skill}|${1 + ((index + place) % 5)}|manager|2026-0${1 + (place % 9)}-15`,
      ...(place % 2 === 0 ? [`${skill}|${1 + ((index * place) % 5)}|self|2026-0${1 + (place % 9)}-20`] : []),
    ]);
    return {
      number: String(100_000 + index), name: `Somebody ${index}`, email: `somebody${index}@demo.example`,
      manager: index === 0 ? '' : String(100_000 + Math.floor((index - 1) / 10)), team: `Team ${Math.floor(index / 10)}`, site: `Site ${index % 12}`,
      role: roles[index % 4], started_on: startedOn, shift: 'day', hours_per_week: '38.5',
      earlier: `help-desk-technician|2018-01-01|${addDays(startedOn, -1)}|;Shop assistant|2015-03-01|2017-12-31|Corner shop`,
      education: 'secondary||Town school|2014-06-30', certificates: 'itil4-foundation|2024-05-01|', ratings: rated.join(';'),
    };
  });
}

test('five thousand people come in within a minute, and a second time nothing changes', { timeout: 180_000 }, async () => {
  const rows = organisationOf(5000);
  const file = fileOf(rows);
  const before = await rowCounts(database.db);
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const value = await work();
    const seconds = (performance.now() - start) / 1000;
    console.info(`${what}: ${seconds.toFixed(1)} s on the ${database.kind} database`);
    expect(seconds).toBeLessThan(60);
    return value;
  };

  const preview = accepted(await timed('5,000 rows, dry run', () => previewImport(database.readDb, testDay, file)));
  expect(await rowCounts(database.db)).toEqual(before);

  const outcome = await timed('5,000 rows, import', () => importPeople(callAs(database.db, operator), file));
  expect(accepted(outcome).counts).toEqual(preview.counts);
  expect(countsOf(outcome)).toEqual({
    'new people': 5000, 'new teams': 500, 'new sites': 12, 'new reporting lines': 4999, 'new appointments': 15_000,
    'new education': 5000, 'new certificates': 5000, 'new ratings': 60_000,
  });
  const after = await rowCounts(database.db);
  expect(after).toMatchObject({ people: 5000, reporting_lines: 4999, appointments: 15_000, ratings: 60_000, current_levels: 40_000 });

  expect(countsOf(await timed('5,000 rows, again', () => importPeople(callAs(database.db, operator), file)))).toEqual({});
  expect(await rowCounts(database.db)).toEqual({ ...after, audit_events: after.audit_events! + 1 });

  const [first, ...others] = rows;
  const later = fileOf([{ ...first, name: 'Somebody else' }, ...others]);
  expect(countsOf(await importPeople(callAs(database.db, operator), later))).toEqual({ 'changed names and addresses': 1 });
});

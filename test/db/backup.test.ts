import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup, restore } from '#db/backup.server.ts';
import type { Db } from '#db/handle.ts';
import { migrateDown, migrateToLatest, migrationNames } from '#db/migrate.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskpath-backup-'));
const file = join(folder, 'full.backup');
let full: TestDatabase;
let empty: TestDatabase;

/** One column of every kind of value, and rows that refer to rows further down. */
const samples = async (db: Db) => sql`create table samples (
  sample_id int generated always as identity primary key, after_id int constraint samples_after references samples, bytes bytea, document jsonb,
  words text[], days daterange, day date, at timestamptz, amount numeric, ratio float8, flag boolean,
  twice numeric generated always as (amount * 2) stored)`.execute(db);

beforeAll(async () => {
  full = await testDatabase();
  empty = await testDatabase();
  await samples(full.db);
  await samples(empty.db);
  await sql`insert into people (number, name) select 'P' || n, 'Person ' || n from generate_series(1, 3001) n`.execute(full.db);
  await sql`insert into reporting_lines (person_id, manager_id, started_on) select person_id, (select min(person_id) from people), date '2026-01-01'
    from people where person_id > (select min(person_id) from people)`.execute(full.db);
  await sql`insert into accounts (sign_in_name, display_name, access) values ('Ann', 'Ann "A." O''Neil \\ 😀', '{staff,admin}')`.execute(full.db);
  await sql`insert into audit_events (at, account_id, origin, action, after) select '2026-11-22 10:00:00.123456+00', account_id, 'web', 'try', '{"a":[1,{"b":null}]}' from accounts`.execute(full.db);
  await sql`insert into samples (after_id, bytes, document, words, days, day, at, amount, ratio, flag) values
    (2, '\\x00ff0a', '{"a": [1, "x\\n", null], "n": 12345678901234567890.5}', array['a', null, 'NULL', '', 'b "c" \\'], '[2026-01-01,infinity)', '0001-01-01',
      '2026-11-22 10:00:00.123456+00', 123456789012345678901234567890.123456789, 0.1, true),
    (null, null, 'null', '{}', 'empty', 'infinity', '-infinity', 'NaN', 'Infinity', false)`.execute(full.db);
  await sql`select setval(pg_get_serial_sequence('samples', 'sample_id'), 40)`.execute(full.db);
});
afterAll(async () => {
  await full.close();
  await empty.close();
  rmSync(folder, { recursive: true });
});

const altered = (change: (lines: string[]) => string[]): Readable => {
  const lines = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');
  return Readable.from([gzipSync(`${change(lines).join('\n')}\n`)]);
};
const peopleIn = async (db: Db) => (await sql<{ n: number }>`select count(*) as n from people`.execute(db)).rows[0]?.n;

describe('a backup', () => {
  it('is a file of its owner alone, with a header that says what is in it', async () => {
    const summary = await backup(full.db, file);
    expect(statSync(file).mode & 0o077).toBe(0);
    const [first = ''] = gunzipSync(readFileSync(file)).toString().split('\n');
    const header = JSON.parse(first) as Record<string, unknown>;
    expect(header).toMatchObject({ format: 'deskpath-backup', formatVersion: 1, migrations: migrationNames() });
    expect(header.tables).toContainEqual({ name: 'people', columns: ['person_id', 'number', 'name', 'email', 'erased_at', 'version'], rows: 3001 });
    expect(summary.tables.find((table) => table.name === 'reporting_lines')?.rows).toBe(3000);
  });

  it('of the same database is the same again, but for its time', async () => {
    const again = join(folder, 'again.backup');
    const [one, other] = [await backup(full.db, file), await backup(full.db, again)];
    expect(other.tables).toEqual(one.tables);
  });

  it('leaves no file behind when the disk or the database fails', async () => {
    await expect(backup(full.db, join(folder, 'nowhere', 'x.backup'))).rejects.toThrow('ENOENT');
    await expect(full.ping()).resolves.toBeUndefined();
  });
});

describe('a restore is refused, and leaves the installation as it was,', () => {
  it('when people or accounts are there', async () => {
    await expect(restore(full.db, file)).rejects.toThrow('in use (it has people)');
  });

  it.each<[string, RegExp, (lines: string[]) => string[]]>([
    ['when a value was changed', /checksum of samples/, (lines) => lines.map((line) => line.replace('12345678901234567890.5', '12345678901234567890.6'))],
    ['when a row is missing', /people has 3000 rows instead of 3001/, (lines) => lines.filter((line) => !line.includes('"Person 77"'))],
    ['when the end is missing', /cut off/, (lines) => lines.slice(0, -1)],
    ['when a table is missing', /checksum of people/, (lines) => {
      const start = lines.indexOf('{"table":"people"}');
      const next = lines.findIndex((line, index) => index > start && line.startsWith('{'));
      return [...lines.slice(0, start), ...lines.slice(next)];
    }],
    ['when it is of another version', /not one this version knows/, (lines) => lines.map((line, index) => (index === 0 ? line.replace(/"\d{12}_/, '"202001010000_') : line))],
    ['when it is something else', /not a Deskpath backup/, () => ['{"hello":"world"}']],
    ['when the tables are others', /not those of this installation/, (lines) => lines.map((line, index) => (index === 0 ? line.replace('"erased_at",', '') : line))],
  ])('%s', async (_, message, change) => {
    await expect(restore(empty.db, altered(change))).rejects.toThrow(message);
    expect(await peopleIn(empty.db)).toBe(0);
  });

  it('when the file ends in the middle', async () => {
    const half = join(folder, 'half.backup');
    const whole = readFileSync(file);
    writeFileSync(half, whole.subarray(0, whole.length / 2));
    await expect(restore(empty.db, half)).rejects.toThrow('not a whole Deskpath backup');
    await expect(restore(empty.db, join(folder, 'none.backup'))).rejects.toThrow('ENOENT');
    expect(await peopleIn(empty.db)).toBe(0);
  });
});

describe('a restore', () => {
  it('brings back every row of every table exactly, through a stream', async () => {
    const pipe = new PassThrough();
    const [taken, put] = await Promise.all([backup(full.db, pipe), restore(empty.db, pipe)]);
    expect(put.tables).toEqual(taken.tables);
    expect((await backup(empty.db, join(folder, 'back.backup'))).tables).toEqual(taken.tables);
    const read = (db: Db) => sql`select s.*, at::text as at_text, amount::text as amount_text from samples s order by sample_id`.execute(db);
    expect((await read(empty.db)).rows).toEqual((await read(full.db)).rows);
  });

  it('leaves triggers, foreign keys and numbering as they were', async () => {
    await expect(sql`delete from audit_events`.execute(empty.db)).rejects.toMatchObject({ code: '42501' });
    await expect(sql`insert into samples (after_id) values (999)`.execute(empty.db)).rejects.toMatchObject({ code: '23503', constraint: 'samples_after' });
    const { rows } = await sql<{ sampleId: number }>`insert into samples (flag) values (true) returning sample_id`.execute(empty.db);
    // The refused row above took 41.
    expect(rows).toEqual([{ sampleId: 42 }]);
  });

  it('of an earlier version is put back as it was and then migrated', async () => {
    const [old, target] = [await testDatabase(), await testDatabase()];
    try {
      await migrateDown(old.db, 1);
      await sql`insert into people (number, name) values ('P1', 'Ann')`.execute(old.db);
      const early = join(folder, 'early.backup');
      await backup(old.db, early);
      await restore(target.db, early);
      expect(await peopleIn(target.db)).toBe(1);
      expect(await migrateToLatest(target.db)).toEqual([]);
    } finally {
      await old.close();
      await target.close();
    }
  });
});

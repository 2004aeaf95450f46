import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backup, restore } from '#db/backup.server.ts';
import { openDatabase } from '#db/connection.server.ts';
import type { Db } from '#db/handle.ts';
import { describeOnServer, testDatabase, type TestDatabase } from '#test/support/database.ts';

const people = 200_000;
const purses = 100;
const megabyte = 2 ** 20;

describeOnServer(`a backup of ${people} people, taken while others write`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskpath-load-'));
  const file = join(folder, 'load.backup');
  let source: TestDatabase;
  let target: TestDatabase;
  const makePurses = async (db: Db) => sql`create table purses (purse_id int constraint purses_pk primary key, balance int not null)`.execute(db);

  beforeAll(async () => {
    source = await testDatabase();
    target = await testDatabase();
    await makePurses(source.db);
    await makePurses(target.db);
    await sql`insert into purses select n, 1000 from generate_series(1, ${purses}) n`.execute(source.db);
    for (let from = 1; from <= people; from += 10_000) {
      await sql`insert into people (number, name) select 'P' || n, 'Person ' || n from generate_series(${from}::int, ${from + 9999}::int) n`.execute(source.db);
    }
  });
  afterAll(async () => {
    await source.close();
    await target.close();
    rmSync(folder, { recursive: true });
  });

  it('shows one moment, does not stop the writers, stays small in memory and comes back equal', async () => {
    let running = true;
    let written = 0;
    let next = 0;
    const writers = Array.from({ length: 4 }, async () => {
      while (running) {
        const n = (next += 1);
        await source.db.transaction().execute(async (trx) => {
          await sql`select 1 from purses where purse_id in (${n % purses + 1}, ${(n * 7 + 3) % purses + 1}) order by purse_id for update`.execute(trx);
          await sql`update purses set balance = balance - 1 where purse_id = ${n % purses + 1}`.execute(trx);
          await sql`update purses set balance = balance + 1 where purse_id = ${(n * 7 + 3) % purses + 1}`.execute(trx);
          await sql`insert into people (number, name) values (${`late ${n}`}, 'Latecomer')`.execute(trx);
        });
        written += 1;
      }
    });
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const taken = await backup(source.db, file);
    const during = written;
    running = false;
    await Promise.all(writers);
    const put = await restore(target.db, file);
    clearInterval(watch);

    expect(during).toBeGreaterThan(50);
    expect((most - before) / megabyte).toBeLessThan(200);
    expect(put.tables).toEqual(taken.tables);
    expect(put.tables.find((table) => table.name === 'people')?.rows).toBeGreaterThanOrEqual(people);
    const { rows } = await sql<{ total: number }>`select sum(balance) as total from purses`.execute(target.db);
    expect(rows).toEqual([{ total: purses * 1000 }]);
  });

  it('taken on a server comes back in an embedded database', async () => {
    const { db, close } = await openDatabase({ memory: true });
    try {
      await makePurses(db);
      const small = await testDatabase();
      await makePurses(small.db);
      await sql`insert into people (number, name) values ('b-1', 'Ännchen'), ('B-1', 'Bob')`.execute(small.db);
      // In English order b-a comes after ba, byte by byte before it.
      await sql`insert into skills (skill_id, name, kind, description, source) values
        ('ba', 'Ä', 'technical', '', 'own'), ('b-a', 'A', 'technical', '', 'own'), ('b1', 'B', 'process', '', 'own')`.execute(small.db);
      const taken = await backup(small.db, join(folder, 'small.backup'));
      await small.close();
      const put = await restore(db, join(folder, 'small.backup'));
      const sorted = (tables: typeof put.tables) => [...tables].sort((one, other) => one.name.localeCompare(other.name));
      expect(sorted(put.tables)).toEqual(sorted(taken.tables));
    } finally {
      await close();
    }
  });
});

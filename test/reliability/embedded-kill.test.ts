import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.server.ts';
import { startProcess } from '#test/support/other-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskpath-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes pairs of rows, each pair in one transaction, and says so only once it is committed. */
const writer = `
  import { sql } from 'kysely';
  import { openDatabase } from '#db/connection.server.ts';
  const { db } = await openDatabase({ dataDir: process.env.FOLDER });
  await Promise.all([1, 2, 3, 4].map(async (lane) => {
    for (let n = 1; ; n += 1) {
      const number = process.env.ROUND + '-' + lane + '-' + n;
      await db.transaction().execute(async (trx) => {
        await sql\`insert into people (number, name) values (\${number + 'a'}, 'Ann')\`.execute(trx);
        await sql\`insert into people (number, name) values (\${number + 'b'}, 'Bob')\`.execute(trx);
      });
      console.log('wrote ' + number);
    }
  }));`;

it('kill -9, five times in the middle of writing: every acknowledged write is there, none by half, none twice', async () => {
  await (await openDatabase({ dataDir: folder })).close();
  const acknowledged: string[] = [];
  for (let round = 1; round <= 5; round += 1) {
    const process_ = startProcess(writer, { FOLDER: folder, ROUND: String(round) });
    await process_.said('wrote');
    while (process_.lines.length < 200) await wait(5);
    await wait(round * 7);
    process_.child.kill('SIGKILL');
    expect(await process_.ended).toBe('SIGKILL');
    expect(process_.lines.filter((line) => !line.startsWith('wrote '))).toEqual([]);
    acknowledged.push(...process_.lines.map((line) => line.slice('wrote '.length)));
  }
  const { db, close } = await openDatabase({ dataDir: folder });
  const { rows } = await sql<{ number: string }>`select number from people`.execute(db);
  const numbers = new Set(rows.map((row) => row.number));
  expect(numbers.size).toBe(rows.length);
  expect(acknowledged.length).toBeGreaterThanOrEqual(1000);
  expect(acknowledged.filter((number) => !numbers.has(`${number}a`) || !numbers.has(`${number}b`))).toEqual([]);
  expect([...numbers].filter((number) => !numbers.has(number.replace(/[ab]$/, (half) => (half === 'a' ? 'b' : 'a'))))).toEqual([]);
  await sql`reindex table people`.execute(db);
  await close();
});

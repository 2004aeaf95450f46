import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/connection.server.ts';
import { migrationNames, pendingMigrations } from '#db/migrate.ts';
import { createDatabase, describeOnServer } from '#test/support/database.ts';
import { startProcess } from '#test/support/other-process.ts';

const migrator = `
  import { openDatabase } from '#db/connection.server.ts';
  import { migrateToLatest } from '#db/migrate.ts';
  const { db, close } = await openDatabase({ url: process.env.URL_OF_DATABASE });
  console.log('applied ' + (await migrateToLatest(db)).length);
  await close();`;

describeOnServer('five processes that migrate one database at once', () => {
  let url = '';
  let drop: () => Promise<void>;
  let database: Database;
  beforeAll(async () => {
    ({ url, drop } = await createDatabase());
    database = await openDatabase({ url });
  });
  afterAll(async () => {
    await database.close();
    await drop();
  });

  it('one does it, four find it done, and no lock is left', async () => {
    const processes = Array.from({ length: 5 }, () => startProcess(migrator, { URL_OF_DATABASE: url }));
    expect(await Promise.all(processes.map((each) => each.ended))).toEqual([0, 0, 0, 0, 0]);
    const applied = processes.flatMap((each) => each.lines.filter((line) => line.startsWith('applied '))).sort();
    expect(applied).toEqual(['applied 0', 'applied 0', 'applied 0', 'applied 0', `applied ${migrationNames().length}`]);
    expect(await pendingMigrations(database.db)).toEqual([]);
    const { rows } = await sql`select 1 from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

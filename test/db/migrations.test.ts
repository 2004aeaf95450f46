import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#db/connection.server.ts';
import { diagramText } from '#db/diagram.ts';
import { schemaText } from '#db/generate-schema.ts';
import type { Db } from '#db/handle.ts';
import { migrateDown, migrateTo, migrateToLatest, migrationNames, pendingMigrations } from '#db/migrate.ts';
import { loadTemplate, templateKey } from '#db/template.server.ts';
import { createDatabase, onServer } from '#test/support/database.ts';

/** An empty database with no migration at all. */
async function emptyDatabase(): Promise<Database> {
  if (!onServer) return openDatabase({ memory: true, template: null });
  const { url, drop } = await createDatabase();
  const database = await openDatabase({ url });
  return { ...database, close: () => database.close().finally(drop) };
}

/** Everything the migrations make, as the database describes it. */
async function shape(db: Db): Promise<unknown> {
  const { rows } = await sql`
    select 'column' as kind, table_name || '.' || column_name as name, concat_ws(' ', data_type, is_nullable, column_default, generation_expression) as text
      from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'
    union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid::regclass::text not like 'kysely%'
    union all select 'index', tablename || '.' || indexname, indexdef from pg_indexes where schemaname = 'public' and tablename not like 'kysely%'
    union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'function', p.oid::regprocedure::text, prosrc from pg_proc p where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all select 'type', typname, typtype::text from pg_type t where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r')
      and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
    union all select 'view', viewname, definition from pg_views where schemaname = 'public'
    order by 1, 2, 3`.execute(db);
  return rows;
}

describe('the migrations', () => {
  let database: Database;
  beforeAll(async () => void (database = await emptyDatabase()));
  afterAll(() => database.close());

  it('are named by their minute, in order, no two alike', () => {
    const names = migrationNames();
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names.map((name) => name.slice(0, 12))).size).toBe(names.length);
    const others = readdirSync(new URL('../../db/migrations/', import.meta.url)).filter((file) => !names.includes(file.replace(/\.ts$/, '')));
    expect(others).toEqual([]);
  });

  it('all go up, all go down and leave nothing, and go up again to the same', async () => {
    const nothing = await shape(database.db);
    expect(nothing).toEqual([]);
    expect(await pendingMigrations(database.db)).toEqual(migrationNames());
    expect(await migrateToLatest(database.db)).toEqual(migrationNames());
    expect(await pendingMigrations(database.db)).toEqual([]);
    const everything = await shape(database.db);
    expect(await migrateDown(database.db, 'all')).toEqual(migrationNames().reverse());
    expect(await shape(database.db)).toEqual(nothing);
    expect(await migrateToLatest(database.db)).toEqual(migrationNames());
    expect(await shape(database.db)).toEqual(everything);
    expect(await migrateToLatest(database.db)).toEqual([]);
  });

  it('each go down and up again by themselves', async () => {
    for (const name of migrationNames().reverse()) {
      await migrateTo(database.db, name);
      const before = await shape(database.db);
      expect(await migrateDown(database.db, 1)).toEqual([name]);
      expect(await migrateTo(database.db, name)).toEqual([name]);
      expect(await shape(database.db)).toEqual(before);
    }
    await migrateToLatest(database.db);
  });

  it('are what db/schema.ts and db/README.md say (npm run db:migrate writes both)', async () => {
    const committed = (name: string) => readFileSync(new URL(`../../db/${name}`, import.meta.url), 'utf8');
    expect(await schemaText(database.db)).toBe(committed('schema.ts'));
    expect(await diagramText(database.db)).toBe(committed('README.md'));
  });

  it('leave the time limits of other connections as they were', async () => {
    const limits = async () => (await sql<{ statementTimeout: string }>`show statement_timeout`.execute(database.db)).rows[0]?.statementTimeout;
    const before = await limits();
    await migrateToLatest(database.db);
    expect(await limits()).toBe(before);
  });

  it('name every constraint and call days _on and instants _at', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and table_name not like 'kysely%'
        and ((data_type = 'date' and column_name not like '%\\_on') or (data_type = 'timestamp with time zone' and column_name not like '%\\_at' and column_name <> 'at')
          or data_type in ('bigint', 'timestamp without time zone'))`.execute(database.db);
    expect(rows).toEqual([]);
    const { rows: unnamed } = await sql<{ name: string }>`
      select conrelid::regclass || '.' || conname as name from pg_constraint
      where connamespace = 'public'::regnamespace and contype <> 'n' and conname ~ '_(pkey|key|fkey|check|excl)[0-9]*$' and conrelid::regclass::text not like 'kysely%'`.execute(database.db);
    expect(unnamed).toEqual([]);
  });
});

describe('the template', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskpath-template-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, however many ask, is migrated, and takes the place of those of other migrations', async () => {
    const old = join(folder, 'template-0123456789abcdef.tar');
    writeFileSync(old, '');
    const blobs = await Promise.all([loadTemplate(folder), loadTemplate(folder), loadTemplate(folder)]);
    expect(new Set(blobs.map((blob) => blob.size)).size).toBe(1);
    expect(readdirSync(folder)).toEqual([`template-${templateKey()}.tar`]);
    const { db, close } = await openDatabase({ memory: true, template: blobs[0] ?? null });
    expect(await pendingMigrations(db)).toEqual([]);
    await close();
  });
});

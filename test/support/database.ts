import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { describe } from 'vitest';
import { openDatabase, type Database, type DatabaseOptions } from '#db/connection.server.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { templateKey } from '#db/template.server.ts';

const server = process.env.TEST_DATABASE_URL;

/** True when the tests run against a PostgreSQL server (TEST_DATABASE_URL), false on the embedded database. */
export const onServer = server !== undefined && server !== '';

/** For what only a server can show (kills, time-outs, races, plans, scale): skipped by name on the embedded database. */
export function describeOnServer(name: string, tests: () => void): void {
  if (onServer) describe(name, tests);
  else describe.skip(`${name} (needs a PostgreSQL server)`, tests);
}

export interface TestDatabase extends Database {
  /** The address of this database on the server; undefined on the embedded one. */
  url: string | undefined;
}

/** A migrated, empty database of the caller's own, one a test file; gone when it is closed. */
export async function testDatabase(options: DatabaseOptions = {}): Promise<TestDatabase> {
  if (!onServer) return { ...(await openDatabase({ ...options, memory: true })), url: undefined };
  const { url, drop } = await createDatabase(await serverTemplate());
  const database = await openDatabase({ ...options, url });
  return { ...database, url, close: () => database.close().finally(drop) };
}

/** An empty database on the server, not migrated; `drop` ends whoever is still connected to it. */
export async function createDatabase(template = 'template1'): Promise<{ url: string; name: string; drop: () => Promise<void> }> {
  const name = `deskpath_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(async (sql) => void (await sql.unsafe(`create database "${name}" template "${template}"`)));
  const drop = () => asAdmin(async (sql) => void (await sql.unsafe(`drop database if exists "${name}" with (force)`)));
  return { url: addressOf(name), name, drop };
}

/** The name of the migrated database that the others are copied from; the first to ask makes it, the others wait. */
async function serverTemplate(): Promise<string> {
  const name = `deskpath_template_${templateKey()}`;
  await asAdmin(async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`;
    if ((await sql`select 1 from pg_database where datname = ${name}`).length > 0) return;
    const draft = `${name}_draft`;
    await sql.unsafe(`drop database if exists "${draft}" with (force)`);
    await sql.unsafe(`create database "${draft}"`);
    const { db, close } = await openDatabase({ url: addressOf(draft) });
    await migrateToLatest(db).finally(close);
    await sql.unsafe(`alter database "${draft}" rename to "${name}"`);
  });
  return name;
}

async function asAdmin(work: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(server ?? '', { max: 1, onnotice: () => undefined, connection: { application_name: 'deskpath-tests' } });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function addressOf(name: string): string {
  const url = new URL(server ?? '');
  url.pathname = `/${name}`;
  return url.href;
}

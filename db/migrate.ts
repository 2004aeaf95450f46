import { Migrator, sql, type Kysely, type Migration, type MigrationProvider, type MigrationResultSet } from 'kysely';
import { readdirSync } from 'node:fs';
import type { Db } from './handle.ts';

/** Where the migrations are. */
export const migrationsFolder = new URL('./migrations/', import.meta.url);

/** Any number; every process that migrates asks for the lock of this number. */
const lockNumber = 2_063_441_207;

/** Extensions of the database that the schema needs; both are trusted, so the owner of the database may create them. */
const extensions = ['btree_gist', 'pg_trgm'];

/** The names of all migrations, in the order they are applied: `<UTC minute>_<what>`. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder)
    .filter((name) => /^\d{12}_[a-z0-9-]+\.ts$/.test(name))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
}

/**
 * Brings the database up to date and returns the names of the migrations that were applied, none when it was.
 * Any number of processes may call it at once: one migrates, the others wait and find nothing left to do.
 */
export async function migrateToLatest(db: Db): Promise<string[]> {
  return locked(db, async (connection) => {
    for (const extension of extensions) await sql`create extension if not exists ${sql.id(extension)}`.execute(connection);
    return applied(await migrator(connection).migrateToLatest());
  });
}

/** Brings the database, forwards or back, to where the migration `name` is its last, and returns what was applied or taken back. */
export async function migrateTo(db: Db, name: string): Promise<string[]> {
  return locked(db, async (connection) => applied(await migrator(connection).migrateTo(name)));
}

/** Takes back the last `steps` migrations, or all, and returns their names. The tables they made are gone, with what was in them. */
export async function migrateDown(db: Db, steps: number | 'all'): Promise<string[]> {
  return locked(db, async (connection) => {
    const undone: string[] = [];
    while (steps === 'all' || undone.length < steps) {
      const names = applied(await migrator(connection).migrateDown());
      if (names.length === 0) break;
      undone.push(...names);
    }
    return undone;
  });
}

/** The names of migrations that this version brings and the database has not had yet. Changes nothing. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const plain = db.withoutPlugins();
  const { rows: [table] } = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(plain);
  if (!table?.there) return migrationNames();
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(plain);
  const done = new Set(rows.map((row) => row.name));
  return migrationNames().filter((name) => !done.has(name));
}

const provider: MigrationProvider = {
  async getMigrations() {
    const migrations: Record<string, Migration> = {};
    for (const name of migrationNames()) {
      migrations[name] = (await import(/* @vite-ignore */ new URL(`${name}.ts`, migrationsFolder).href)) as Migration;
    }
    return migrations;
  },
};

function migrator(db: Kysely<unknown>): Migrator {
  return new Migrator({ db, provider });
}

/** Runs on one connection that holds the lock; its time limits are lifted, so the pool does not use it again. */
async function locked<T>(db: Db, work: (connection: Kysely<unknown>) => Promise<T>): Promise<T> {
  return db.withoutPlugins().connection().execute(async (pinned) => {
    const connection = pinned as unknown as Kysely<unknown>;
    await sql.raw('set statement_timeout = \'30min\'; set lock_timeout = \'10min\'; set idle_in_transaction_session_timeout = 0').execute(connection);
    await sql`select pg_advisory_lock(${lockNumber})`.execute(connection);
    try {
      return await work(connection);
    } finally {
      // When the connection is gone, so is the lock; the reason why is already on its way to the caller.
      await sql.raw(`select pg_advisory_unlock(${lockNumber}); reset statement_timeout; reset lock_timeout; reset idle_in_transaction_session_timeout`)
        .execute(connection).catch(() => undefined);
    }
  });
}

function applied({ error, results = [] }: MigrationResultSet): string[] {
  const failed = results.find((result) => result.status === 'Error');
  if (error !== undefined) {
    const where = failed ? `Migration ${failed.migrationName} failed` : 'Migrating failed';
    throw new Error(`${where}: ${error instanceof Error ? error.message : JSON.stringify(error)}`, { cause: error });
  }
  return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
}

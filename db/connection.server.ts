import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { openFolder } from './data-folder.server.ts';
import { dialectOver, type ConnectionSource } from './driver.server.ts';
import { openEmbedded } from './embedded.server.ts';
import type { Db, ReadDb } from './handle.ts';
import { serverSource, type ServerOptions } from './postgres.server.ts';
import type { DB } from './schema.ts';
import { loadTemplate } from './template.server.ts';

export interface DatabaseOptions extends ServerOptions {
  /** A PostgreSQL server; without it the embedded database is used. */
  url?: string;
  /** A replica for reads that may be a second old. */
  readUrl?: string;
  /** The embedded database's folder. */
  dataDir?: string;
  /** An embedded database in memory, gone when it is closed. */
  memory?: boolean;
  /** What a new embedded database begins with, instead of the migrated template; null for an empty one. */
  template?: Blob | null;
}

export interface Database {
  db: Db;
  /** For loaders: the replica where there is one. */
  readDb: ReadDb;
  kind: 'server' | 'embedded';
  /** Asks the database for an answer; throws `connection_lost` or `database_unavailable` when there is none. */
  ping(): Promise<void>;
  /** Waits for statements under way, then lets go of every connection and of the data folder. */
  close(): Promise<void>;
}

/**
 * Opens the database. A server is connected to when it is first needed, so one that is down does not stop the start;
 * an embedded database is opened at once and refused when its folder is. Nothing is migrated here.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url !== undefined) {
    const source = serverSource(options.url, options);
    const replica = options.readUrl === undefined ? source : serverSource(options.readUrl, options);
    const db = handleOver(source);
    const readDb = replica === source ? db : handleOver(replica);
    return { db, readDb, kind: 'server', ping: () => ping(db), close: async () => void (await Promise.all([close(db, source), close(readDb, replica)])) };
  }
  const source = await embeddedSource(options);
  const db = handleOver(source);
  return { db, readDb: db, kind: 'embedded', ping: () => ping(db), close: () => close(db, source) };
}

/** Kysely lets go of its source only when it has been used at least once. */
async function close(db: Db, source: ConnectionSource): Promise<void> {
  await db.destroy();
  await source.close();
}

/** The application's handle over any source of connections: camelCase in TypeScript, snake_case in the database. */
export function handleOver(source: ConnectionSource): Db {
  return new Kysely<DB>({ dialect: dialectOver(source), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}

async function embeddedSource({ dataDir, memory, template, acquireTimeout }: DatabaseOptions): Promise<ConnectionSource> {
  const beginning = template === undefined ? () => loadTemplate() : template === null ? undefined : () => Promise.resolve(template);
  if (memory) return openEmbedded({ template: await beginning?.(), acquireTimeout });
  return openFolder(dataDir ?? '.data', { template: beginning, acquireTimeout });
}

async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

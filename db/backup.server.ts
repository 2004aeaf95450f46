import { createHash } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql, type Kysely, type Transaction } from 'kysely';
import { count, kept, liftLimits, rowLines, type BackupEnd, type BackupHeader, type BackupSummary } from './backup-format.server.ts';
import { applicationVersion } from './data-folder.server.ts';
import type { Db } from './handle.ts';
import { listTables, type Table } from './tables.server.ts';

export { restore } from './restore.server.ts';

/**
 * Writes everything in the database, as it is at one moment, to a file or a stream. Others go on working
 * meanwhile (on the embedded database they wait). A file appears under its name only when it is whole.
 */
export async function backup(db: Db, target: string | Writable): Promise<BackupSummary> {
  if (typeof target !== 'string') return write(db, target);
  const draft = `${target}.unfinished`;
  const handle = await open(draft, 'w', 0o600);
  try {
    const summary = await write(db, handle.createWriteStream({ flush: true }));
    renameSync(draft, target);
    return summary;
  } finally {
    rmSync(draft, { force: true });
  }
}

function write(db: Db, target: Writable): Promise<BackupSummary> {
  // A reader that goes away before the first line must not end the process; the pipeline reports it.
  target.on('error', () => undefined);
  const plain = db.withoutPlugins() as unknown as Kysely<unknown>;
  return plain.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (trx) => {
    await liftLimits(trx);
    const summary: BackupSummary = { takenAt: new Date().toISOString(), tables: [] };
    await pipeline(Readable.from(lines(trx, summary)), createGzip({ level: 6 }), target);
    return summary;
  });
}

async function* lines(trx: Transaction<unknown>, summary: BackupSummary): AsyncGenerator<string> {
  const tables = await listTables(trx);
  const counts = new Map<string, number>();
  for (const table of tables) counts.set(table.name, await count(trx, table.name));
  const header: BackupHeader = {
    format: 'deskpath-backup',
    formatVersion: 1,
    application: applicationVersion(),
    takenAt: summary.takenAt,
    migrations: await appliedMigrations(trx),
    tables: tables.map((table) => ({ name: table.name, columns: kept(table), rows: counts.get(table.name) ?? 0 })),
  };
  yield `${JSON.stringify(header)}\n`;
  const end: BackupEnd = { end: true, checksums: {}, sequences: [] };
  for (const table of tables) {
    yield `${JSON.stringify({ table: table.name })}\n`;
    const hash = createHash('sha256');
    yield* rowLines(trx, table, hash);
    const checksum = hash.digest('hex');
    end.checksums[table.name] = checksum;
    summary.tables.push({ name: table.name, rows: counts.get(table.name) ?? 0, checksum });
    end.sequences.push(...await sequences(trx, table));
  }
  yield `${JSON.stringify(end)}\n`;
}

/** The migrations a database has had, in order. */
async function appliedMigrations(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name collate "C"`.execute(db);
  return rows.map((row) => row.name);
}

async function sequences(trx: Transaction<unknown>, table: Table): Promise<BackupEnd['sequences']> {
  const found: BackupEnd['sequences'] = [];
  for (const { name, sequence } of table.columns) {
    if (sequence === null) continue;
    const { rows: [at] } = await sql<{ value: string; used: boolean }>`select last_value::text as value, is_called as used from ${sql.raw(sequence)}`.execute(trx);
    if (at) found.push({ table: table.name, column: name, ...at });
  }
  return found;
}

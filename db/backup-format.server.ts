import { createHash, type Hash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Table } from './tables.server.ts';

/**
 * A backup is gzipped text, one JSON value a line:
 *
 *   {"format":"deskpath-backup","formatVersion":1,"application":…,"takenAt":…,"migrations":[…],"tables":[{"name":…,"columns":[…],"rows":n}, …]}
 *   {"table":"people"}             then its rows, in the order of the primary key, each an array of
 *   ["1","Ann",null]               the columns as PostgreSQL writes them as text, or null
 *   …
 *   {"end":true,"checksums":{"people":…, …},"sequences":[{"table":…,"column":…,"value":…,"used":…}, …]}
 *
 * Text is exact for every type (bytea, jsonb, arrays, ranges, microseconds) and the same on every server.
 * A checksum is the SHA-256 of the table's row lines, each with its line feed. A file without its last line was cut off.
 */
export interface BackupHeader {
  format: 'deskpath-backup';
  formatVersion: 1;
  application: string;
  takenAt: string;
  migrations: string[];
  tables: { name: string; columns: string[]; rows: number }[];
}

export interface BackupEnd {
  end: true;
  checksums: Record<string, string>;
  sequences: { table: string; column: string; value: string; used: boolean }[];
}

/** What a backup holds, or a restore has put back. */
export interface BackupSummary {
  takenAt: string;
  tables: { name: string; rows: number; checksum: string }[];
}

const rowsAtOnce = 2000;

/** So many letters of a table are held at once, whether in many rows or in one that holds a file. */
export const lettersAtOnce = 16_000_000;

/** For one transaction that may take long. */
export async function liftLimits(trx: Transaction<unknown>): Promise<void> {
  await sql`set local statement_timeout = '1h'`.execute(trx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
}

/** The columns whose values are kept: all that the database does not compute itself. */
export function kept(table: Table): string[] {
  return table.columns.filter((column) => !column.computed).map((column) => column.name);
}

/** The rows of a table as lines, many at a time, in the order of the primary key; `hash` sees every one. */
export async function* rowLines(trx: Transaction<unknown>, table: Table, hash: Hash): AsyncGenerator<string> {
  const columns = kept(table);
  const values = sql.join(columns.map((name, index) => sql`${sql.id(name)}::text as ${sql.id(`c${index}`)}`));
  const key = table.columns.filter((column) => column.keyPlace > 0).sort((one, other) => one.keyPlace - other.keyPlace);
  // The order of text depends on the server's language unless it is told not to.
  const order = key.length > 0
    ? sql.join(key.map((column) => (column.type === 'text' ? sql`${sql.id(column.name)} collate "C"` : sql.id(column.name))))
    : sql.raw(columns.map((_, index) => index + 1).join(', '));
  const most = await mostRows(trx, table);
  await sql`declare backup_rows no scroll cursor for select ${values} from ${sql.id(table.name)} order by ${order}`.execute(trx);
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch ${sql.raw(String(most))} from backup_rows`.execute(trx);
    const text = rows.map((row) => `${JSON.stringify(columns.map((_, index) => row[`c${index}`] ?? null))}\n`).join('');
    hash.update(text);
    if (text !== '') yield text;
    if (rows.length < most) break;
  }
  await sql`close backup_rows`.execute(trx);
}

/** How many rows of a table may be asked for at once: fewer where one of them may hold a whole file, which is written with two letters a byte. */
async function mostRows(trx: Transaction<unknown>, table: Table): Promise<number> {
  const files = table.columns.filter(({ type }) => type === 'bytea').map(({ name }) => sql`coalesce(octet_length(${sql.id(name)}), 0)`);
  if (files.length === 0) return rowsAtOnce;
  const { rows: [row] } = await sql<{ largest: number }>`select coalesce(max(${sql.join(files, sql` + `)}), 0) as largest from ${sql.id(table.name)}`.execute(trx);
  return Math.max(1, Math.min(rowsAtOnce, Math.floor(lettersAtOnce / (2 * Math.max(1, row?.largest ?? 0)))));
}

/** The checksum a backup taken now would give a table. */
export async function checksumOf(trx: Transaction<unknown>, table: Table): Promise<string> {
  const hash = createHash('sha256');
  for await (const text of rowLines(trx, table, hash)) void text;
  return hash.digest('hex');
}

/** How many rows a table has. */
export async function count(db: Kysely<unknown>, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.id(table)}`.execute(db);
  return rows[0]?.n ?? 0;
}

import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { sql, type Kysely, type Transaction } from 'kysely';
import { checksumOf, count, kept, lettersAtOnce, liftLimits, type BackupEnd, type BackupHeader, type BackupSummary } from './backup-format.server.ts';
import type { Db } from './handle.ts';
import { migrateTo, migrateToLatest, migrationNames } from './migrate.ts';
import { listTables, type Table } from './tables.server.ts';

const rowsAtOnce = 1000;

/** With rows in one of these an installation is in use. */
const inUse = ['people', 'accounts'];

/**
 * Puts a backup into a migrated installation that holds no people and no accounts; what else is in it (a catalogue)
 * gives way. All or nothing: one transaction, and at its end every table is counted and its checksum taken anew.
 * A backup of an earlier version is put back as it was and then migrated; one of a later version is refused.
 */
export async function restore(db: Db, source: string | Readable): Promise<BackupSummary> {
  const lines = readLines(source);
  try {
    const header = parseHeader((await lines.next()).value);
    await refuseInUse(db);
    const last = refuseUnknownMigrations(header);
    if ((await migrateTo(db, last)).length > 0) await refuseInUse(db);
    try {
      const plain = db.withoutPlugins() as unknown as Kysely<unknown>;
      return await plain.transaction().execute((trx) => putBack(trx, header, lines));
    } finally {
      await migrateToLatest(db);
    }
  } finally {
    await lines.return(undefined);
  }
}

async function putBack(trx: Transaction<unknown>, header: BackupHeader, lines: AsyncGenerator<string, undefined>): Promise<BackupSummary> {
  await liftLimits(trx);
  const tables = await listTables(trx);
  refuseOtherTables(header, tables);
  await refuseInUse(trx);
  await standAside(trx, tables);
  const sums = new Map<string, string>();
  let current: { table: Table; hash: Hash; rows: string[]; count: number; letters: number } | undefined;
  const finish = async () => {
    if (!current) return;
    await insertRows(trx, current.table, current.rows);
    const expected = header.tables.find((table) => table.name === current?.table.name)?.rows;
    if (current.count !== expected) throw new Error(`The backup is damaged: ${current.table.name} has ${current.count} rows instead of ${expected}`);
    sums.set(current.table.name, current.hash.digest('hex'));
    current = undefined;
  };
  let end: BackupEnd | undefined;
  for await (const line of lines) {
    if (line.startsWith('[') && current) {
      current.hash.update(`${line}\n`);
      current.rows.push(line);
      current.count += 1;
      current.letters += line.length;
      if (current.rows.length === rowsAtOnce || current.letters > lettersAtOnce) {
        await insertRows(trx, current.table, current.rows.splice(0));
        current.letters = 0;
      }
      continue;
    }
    await finish();
    const mark = JSON.parse(line) as { table: string } | BackupEnd;
    if ('end' in mark) end = mark;
    else {
      const table = tables.find((each) => each.name === mark.table);
      if (!table) throw new Error(`The backup is damaged: it names the table ${mark.table} twice or out of turn`);
      current = { table, hash: createHash('sha256'), rows: [], count: 0, letters: 0 };
    }
  }
  if (!end) throw new Error('The backup was cut off: its last line is missing');
  for (const { name } of tables) {
    if (sums.get(name) === undefined || sums.get(name) !== end.checksums[name]) throw new Error(`The backup is damaged: the checksum of ${name} is not right`);
  }
  for (const { table, column, value, used } of end.sequences) {
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}), ${value}::bigint, ${used}::boolean)`.execute(trx);
  }
  await standBack(trx, tables);
  return verify(trx, header, tables, sums);
}

/** What is in the database now must be what was written. */
async function verify(trx: Transaction<unknown>, header: BackupHeader, tables: Table[], checksums: Map<string, string>): Promise<BackupSummary> {
  const summary: BackupSummary = { takenAt: header.takenAt, tables: [] };
  for (const table of tables) {
    const { name, rows: expected } = header.tables.find((each) => each.name === table.name) ?? { name: table.name, rows: 0 };
    const [rows, checksum] = [await count(trx, name), await checksumOf(trx, table)];
    if (rows !== expected || checksum !== checksums.get(name)) throw new Error(`${name} did not come back as it was; nothing has been restored`);
    summary.tables.push({ name, rows, checksum });
  }
  await sql`analyze ${sql.join(tables.map((table) => sql.id(table.name)))}`.execute(trx);
  return summary;
}

/**
 * Triggers would write a second time what the backup holds already, and rows that refer to each other have no right order.
 * So both step aside inside the transaction; foreign keys are made again at its end, which checks every row.
 */
async function standAside(trx: Transaction<unknown>, tables: Table[]): Promise<void> {
  for (const table of tables) {
    await sql`alter table ${sql.id(table.name)} disable trigger user`.execute(trx);
    for (const key of table.foreignKeys) await sql`alter table ${sql.id(table.name)} drop constraint ${sql.id(key.name)}`.execute(trx);
  }
  await sql`truncate ${sql.join(tables.map((table) => sql.id(table.name)))}`.execute(trx);
}

async function standBack(trx: Transaction<unknown>, tables: Table[]): Promise<void> {
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      await sql`alter table ${sql.id(table.name)} add constraint ${sql.id(key.name)} ${sql.raw(key.definition)}`.execute(trx);
    }
    await sql`alter table ${sql.id(table.name)} enable trigger user`.execute(trx);
  }
}

async function insertRows(trx: Transaction<unknown>, table: Table, lines: string[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => JSON.parse(line) as (string | null)[]);
  const columns = table.columns.filter((column) => !column.computed);
  if (rows.some((row) => row.length !== columns.length)) throw new Error(`The backup is damaged: a row of ${table.name} has the wrong number of columns`);
  const values = sql.join(columns.map((column, index) => sql`${sql.id(`c${index}`)}::${sql.raw(column.type)}`));
  const arrays = sql.join(columns.map((_, index) => sql`${rows.map((row) => row[index] ?? null)}::text[]`));
  const names = sql.join(columns.map((_, index) => sql.id(`c${index}`)));
  await sql`insert into ${sql.id(table.name)} (${sql.join(columns.map((column) => sql.id(column.name)))}) overriding system value
    select ${values} from unnest(${arrays}) as line (${names})`.execute(trx);
}

async function refuseInUse(db: Kysely<unknown> | Db): Promise<void> {
  const plain = db.withoutPlugins() as unknown as Kysely<unknown>;
  for (const name of inUse) {
    const { rows: [table] } = await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(plain);
    if (table?.there && (await count(plain, name)) > 0) {
      throw new Error(`This installation is in use (it has ${name}). A backup is restored only into an empty one: a new data folder or a new database.`);
    }
  }
}

function parseHeader(line: string | undefined): BackupHeader {
  const header = ((): Partial<BackupHeader> => {
    try {
      return JSON.parse(line ?? '') as Partial<BackupHeader>;
    } catch {
      return {};
    }
  })();
  if (header.format !== 'deskpath-backup') throw new Error('This is not a Deskpath backup');
  if (header.formatVersion !== 1) throw new Error(`This backup has format ${String(header.formatVersion)}; this version reads format 1`);
  return header as BackupHeader;
}

/** Returns the last migration the backup had. */
function refuseUnknownMigrations(header: BackupHeader): string {
  const ours = migrationNames();
  const last = header.migrations.at(-1);
  if (last === undefined || header.migrations.some((name, index) => ours[index] !== name)) {
    throw new Error(`This backup was taken with Deskpath ${header.application}, whose database is not one this version knows. Restore it with version ${header.application}.`);
  }
  return last;
}

function refuseOtherTables(header: BackupHeader, tables: Table[]): void {
  const describe = (list: { name: string; columns: string[] }[]) => JSON.stringify(list.map(({ name, columns }) => [name, columns]).sort());
  if (describe(header.tables) !== describe(tables.map((table) => ({ name: table.name, columns: kept(table) })))) {
    throw new Error('The tables in this backup are not those of this installation');
  }
}

async function* readLines(source: string | Readable): AsyncGenerator<string, undefined> {
  const file: Readable = typeof source === 'string' ? createReadStream(source) : source;
  const unpacked = file.pipe(createGunzip());
  file.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Infinity })) yield line;
    if (unpacked.errored) throw unpacked.errored;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith('Z_')) throw new Error(`This is not a whole Deskpath backup (${message})`, { cause: error });
    throw error;
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Trx } from '#db/handle.ts';
import type { PersonFile, Row } from './file.server.ts';
import { camel, fieldOf, tables, type Kind, type Table } from './tables.ts';

/** What stands in the database for what the file names: people by number, recruiters by place, sites and teams by name. */
interface Known {
  personId: number;
  people: ReadonlyMap<string, number>;
  recruiters: readonly number[];
  sites: ReadonlyMap<string, number>;
  teams: ReadonlyMap<string, number>;
  /** The ids of the rows of each table, in the order of the file. */
  rows: ReadonlyMap<string, readonly number[]>;
}

/** Writes everything in the file that nobody here has yet. The caller has checked people, catalogue and places. Answers the person's id. */
export async function writePerson(trx: Trx, file: PersonFile, now: Date): Promise<number> {
  const { personId } = await trx.insertInto('people').values(file.person).returning('personId').executeTakeFirstOrThrow();
  if (file.people.length > 0) await trx.insertInto('people').values(file.people).onConflict((conflict) => conflict.column('number').doNothing()).execute();
  const numbers = [file.person, ...file.people].map(({ number }) => number);
  const people = await trx.selectFrom('people').select(['number', 'personId']).where('number', 'in', numbers).execute();
  const known: Known = {
    personId,
    people: new Map(people.map((one) => [one.number, one.personId])),
    recruiters: await writeRecruiters(trx, file, now),
    sites: await writePlaces(trx, 'sites', namesIn(file, 'site')),
    teams: await writePlaces(trx, 'teams', namesIn(file, 'team')),
    rows: await reserveIds(trx, file),
  };
  for (const table of tables) {
    const rows = file.tables[camel(table.name)] ?? [];
    if (rows.length === 0) continue;
    if (table.name === 'evidence_files') await writeFiles(trx, rows, known);
    else await writeRows(trx, table, rows, known);
  }
  return personId;
}

/** Everything the file says in cells of these kinds, each once. */
export function namesIn({ tables: given }: PersonFile, ...wanted: Kind[]): string[] {
  const named = tables.flatMap(({ name, columns }) => Object.entries(columns).filter(([, kind]) => wanted.includes(kind))
    .flatMap(([column, kind]) => (given[camel(name)] ?? []).flatMap((row) => row[fieldOf(column, kind)] ?? [])));
  return [...new Set(named as string[])];
}

/** Recruiters are kept by their name alone, in accounts that nobody can sign in to. */
async function writeRecruiters(trx: Trx, { person, recruiters }: PersonFile, now: Date): Promise<number[]> {
  if (recruiters.length === 0) return [];
  const rows = recruiters.map(({ name }, at) => ({
    displayName: name, signInName: `recruiter ${at + 1} of ${person.number}`, access: ['staff', 'recruiter'], disabledAt: now,
  }));
  const written = await trx.insertInto('accounts').values(rows).returning(['accountId', 'signInName']).execute();
  return rows.map(({ signInName }) => written.find((one) => one.signInName === signInName)!.accountId);
}

async function writePlaces(trx: Trx, table: 'sites' | 'teams', names: string[]): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const id = table === 'sites' ? 'siteId' : 'teamId';
  await trx.insertInto(table).values(names.map((name) => ({ name }))).onConflict((conflict) => conflict.column('name').doNothing()).execute();
  const { rows } = await sql<{ name: string; id: number }>`select name, ${sql.ref(id)} as id from ${sql.table(table)} where name = any(${names}::text[])`.execute(trx);
  return new Map(rows.map((row) => [row.name, row.id]));
}

async function reserveIds(trx: Trx, file: PersonFile): Promise<Map<string, number[]>> {
  const reserved = new Map<string, number[]>();
  for (const { name, key } of tables) {
    const count = file.tables[camel(name)]?.length ?? 0;
    if (!key || count === 0) continue;
    const { rows } = await sql<{ id: number }>`select nextval(pg_get_serial_sequence(${name}, ${key}))::int as id from generate_series(1, ${count}::int)`.execute(trx);
    reserved.set(name, rows.map(({ id }) => id).sort((a, b) => a - b));
  }
  return reserved;
}

async function writeRows(trx: Trx, { name, key, of, columns }: Table, rows: readonly Row[], known: Known): Promise<void> {
  const written = rows.map((row, at) => ({
    ...(key ? { [key]: known.rows.get(name)?.[at] } : {}),
    ...('column' in of || of.length > 1 ? {} : { [of[0]!]: known.personId }),
    ...Object.fromEntries(Object.entries(columns).map(([column, kind]) => [column, cellFor(kind, row[fieldOf(column, kind)] ?? null, known)])),
    ...(name === 'share_links' ? { token_hash: `\\x${randomBytes(32).toString('hex')}` } : {}),
  }));
  const names = sql.join(Object.keys(written[0]!).map((column) => sql.id(column)));
  await sql`insert into ${sql.table(name)} (${names}) overriding system value
    select ${names} from jsonb_populate_recordset(null::${sql.table(name)}, ${JSON.stringify(written)}::jsonb)`.execute(trx);
}

async function writeFiles(trx: Trx, rows: readonly Row[], known: Known): Promise<void> {
  for (const { evidence, mediaType, content: text } of rows) {
    const content = Buffer.from(String(text), 'base64');
    await trx.insertInto('evidenceFiles').values({
      evidenceId: known.rows.get('evidence')?.[Number(evidence) - 1] ?? 0, mediaType: String(mediaType), content, sizeBytes: content.length,
      sha256: createHash('sha256').update(content).digest(),
    }).execute();
  }
}

/** What the file says, as the database keeps it. A place or a number that the file does not explain stays empty; the check has refused those. */
function cellFor(kind: Kind, value: Row[string], known: Known): unknown {
  if (value === null) return null;
  if (typeof kind === 'object') return known.rows.get(kind.row)?.[Number(value) - 1] ?? null;
  switch (kind) {
    case 'person': return known.people.get(String(value)) ?? null;
    case 'recruiter': return known.recruiters[Number(value) - 1] ?? null;
    case 'site': return known.sites.get(String(value)) ?? null;
    case 'team': return known.teams.get(String(value)) ?? null;
    default: return value;
  }
}

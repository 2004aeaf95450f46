import { sql, type Insertable } from 'kysely';
import type { Trx } from '#db/handle.ts';
import type { DB } from '#db/schema.ts';

/** All rows of the demonstration, by table, before any is written. Rows of one table name the same columns. */
export type Rows = { [T in Table]: Insertable<DB[T]>[] };

/** In an order in which everything that is referred to comes first. */
const tables = [
  'sites', 'teams', 'people', 'accounts', 'reportingLines', 'deputies', 'appointments', 'pauses', 'education', 'personCertifications', 'personLanguages',
  'ratings', 'ratingRequests', 'evidence', 'evidenceFiles', 'evidenceSkills', 'ratingEvidence', 'skillInterests', 'wishes', 'talks', 'settlements', 'visibilityChoices', 'availability',
  'availabilitySites', 'profileAliases', 'looks', 'nameRequests', 'shareLinks', 'shareUses',
  'ticketCategories', 'ticketMappings', 'ticketCounts', 'ticketSuggestions', 'ticketPieces', 'plans', 'planItems', 'mentorOffers', 'roleGuides', 'welcomes',
] as const satisfies (keyof DB)[];
type Table = (typeof tables)[number];

/** Tables whose rows others refer to: their keys are given out here, so that each table is one statement. */
const keys = {
  sites: 'site_id', teams: 'team_id', people: 'person_id', accounts: 'account_id', ratings: 'rating_id', evidence: 'evidence_id',
  talks: 'talk_id', settlements: 'settlement_id', shareLinks: 'share_link_id', plans: 'plan_id',
} as const;
type Keyed = keyof typeof keys;

export interface Draft {
  rows: Rows;
  /** The next key of a table. */
  key(table: Keyed): number;
}

/** An empty draft whose keys go on from those the database has given out. */
export async function newDraft(trx: Trx): Promise<Draft> {
  const next = {} as Record<Keyed, number>;
  for (const [table, key] of Object.entries(keys) as [Keyed, string][]) {
    const { rows } = await sql<{ first: number }>`select nextval(pg_get_serial_sequence(${inDatabase(table)}, ${key}))::int as first`.execute(trx);
    next[table] = rows[0]!.first;
  }
  return { rows: noRows(), key: (table) => next[table]++ };
}

/** Every table, empty. */
export function noRows(): Rows {
  return Object.fromEntries(tables.map((table) => [table, []])) as unknown as Rows;
}

/** Writes the draft, a statement a table, and lets the database's own keys go on after it. */
export async function writeDraft(trx: Trx, { rows, key }: Draft): Promise<void> {
  for (const table of tables) await insertAll(trx, table, rows[table]);
  for (const [table, column] of Object.entries(keys) as [Keyed, string][]) {
    await sql`select setval(pg_get_serial_sequence(${inDatabase(table)}, ${column}), ${key(table)})`.execute(trx);
  }
}

async function insertAll(trx: Trx, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  const records = rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [inDatabase(column), inJson(value)])));
  await sql`insert into ${sql.table(table)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(records)}::text::jsonb)`.execute(trx);
}

/** Bytes as PostgreSQL reads them from text. */
function inJson(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
}

function inDatabase(column: string): string {
  return column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

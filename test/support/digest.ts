import { sql } from 'kysely';
import type { Db } from '#db/handle.ts';

/** What stands in each table, as one value a table: equal as long as no row has changed. Sessions are left out: being seen changes them. */
export async function digestOf(db: Db, leftOut: readonly string[] = ['sessions']): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any(${leftOut}) order by 1`.execute(db);
  const each = tables.map(({ name }) => sql`select ${name} as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest from ${sql.table(name)} t`);
  const { rows } = await sql<{ name: string; digest: string }>`${sql.join(each, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** Where the database's journal ends: as long as it stays there, nothing has been written. */
export async function endOfJournal(db: Db): Promise<string> {
  const { rows: [row] } = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(db);
  return row!.lsn;
}

/** The tables in which two digests differ. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}

/** The tables of the catalogue, which are large beside a test's other tables. */
export const catalogueTables = [
  'families', 'review_rules', 'roles', 'skills', 'skill_levels', 'certifications', 'certification_evidence', 'transitions', 'requirement_sets', 'requirements', 'requirement_criteria',
];

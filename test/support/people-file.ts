import { sql } from 'kysely';
import { columnNames, type ColumnName } from '#app/features/exchange/row.ts';
import type { GivenFile, ImportOutcome } from '#app/features/exchange/commands.server.ts';
import type { SystemActor } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** A row of a file of people as it is typed; what is left out is empty. */
export type FileRow = Partial<Record<ColumnName, string>>;

/** Whoever runs a tool at the command line. */
export const operator: SystemActor = { accountId: null, personId: null, origin: 'command-line' };

/** The file in the way a spreadsheet would save it. */
export function fileOf(rows: readonly FileRow[], options: { columns?: readonly ColumnName[]; delimiter?: ',' | ';'; mark?: boolean; newline?: string } = {}): GivenFile {
  const { columns = columnNames, delimiter = ',', mark = false, newline = '\n' } = options;
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter));
  return textFile(`${mark ? '\uFEFF' : ''}${lines.join(newline)}${newline}`);
}

/** Any text as a file. */
export function textFile(text: string): GivenFile {
  return { name: 'people.csv', bytes: new TextEncoder().encode(text) };
}

/** The outcome of a file without mistakes; the mistakes in the message otherwise. */
export function accepted(outcome: ImportOutcome): Extract<ImportOutcome, { accepted: true }> {
  if (!outcome.accepted) throw new Error(outcome.problems.map(({ line, column, reason }) => `${line} ${column}: ${reason}`).join('\n'));
  return outcome;
}

/** The mistakes of a file, as `line column: reason`. */
export function mistakes(outcome: ImportOutcome): string[] {
  if (outcome.accepted) throw new Error('The file was accepted.');
  return outcome.problems.map(({ line, column, reason }) => `${line} ${column ?? '-'}: ${reason}`);
}

/** The counts that are not zero. */
export function countsOf(outcome: ImportOutcome): Record<string, number> {
  return Object.fromEntries(Object.entries(accepted(outcome).counts).filter(([, count]) => count > 0));
}

/** How many rows each table holds that an import writes to. */
export async function rowCounts(db: ReadDb): Promise<Record<string, number>> {
  const tables = ['people', 'teams', 'sites', 'reporting_lines', 'appointments', 'education', 'person_certifications', 'ratings', 'current_levels', 'audit_events'];
  const counts = tables.map((table) => sql`select ${table} as name, count(*)::int as rows from ${sql.table(table)}`);
  const { rows } = await sql<{ name: string; rows: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Kysely } from 'kysely';
import type { Db } from './handle.ts';
import { migrationNames, migrationsFolder } from './migrate.ts';
import { listTables, type Column, type Table } from './tables.server.ts';

const readmeFile = new URL('./README.md', import.meta.url);

const introduction = `# The database

Generated from the database itself by \`npm run db:migrate\`; do not edit. The tables come in groups, one for each
migration that made them. A day is a \`date\` and ends in \`_on\`, an instant is a \`timestamp with time zone\` and
ends in \`_at\`; PK is the primary key, FK a foreign key, and a line leads from a row to the rows that refer to it.
How values are read in TypeScript: \`values.ts\`. The types of every table: \`schema.ts\`.
`;

/** The text of `db/README.md`: a diagram of the tables, their keys and what they refer to, group by group. */
export async function diagramText(db: Db): Promise<string> {
  const tables = await listTables(db.withoutPlugins() as unknown as Kysely<unknown>);
  const groups = groupsOf(tables);
  const sections = [...groups].map(([title, members]) => section(title, members));
  return `${[introduction, ...sections].join('\n')}`;
}

/** Writes `db/README.md` when it differs, and says whether it did. */
export async function writeDiagram(db: Db): Promise<boolean> {
  const text = await diagramText(db);
  if (existsSync(readmeFile) && readFileSync(readmeFile, 'utf8') === text) return false;
  writeFileSync(readmeFile, text);
  return true;
}

/** A table belongs to the migration that creates it; one whose creation is not found comes last. */
function groupsOf(tables: Table[]): Map<string, Table[]> {
  const groups = new Map<string, Table[]>();
  const left = new Set(tables);
  for (const name of migrationNames()) {
    const text = readFileSync(new URL(`${name}.ts`, migrationsFolder), 'utf8');
    const made = [...left].filter((table) => new RegExp(`create table (?:if not exists )?"?${table.name}"?[\\s(]`, 'i').test(text));
    for (const table of made) left.delete(table);
    if (made.length > 0) groups.set(titleOf(name), [...(groups.get(titleOf(name)) ?? []), ...made]);
  }
  if (left.size > 0) groups.set('Others', [...left]);
  return groups;
}

function titleOf(migration: string): string {
  const words = migration.replace(/^\d+_/, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function section(title: string, tables: Table[]): string {
  const entities = tables.flatMap((table) => [
    `  ${table.name} {`,
    ...table.columns.map((column) => `    ${attribute(column, table)}`),
    '  }',
  ]);
  const relations = tables.flatMap((table) => table.foreignKeys.map((key) => relation(key.columns, table, key.target)));
  return [`## ${title}`, '', '```mermaid', 'erDiagram', ...entities, ...new Set(relations), '```', ''].join('\n');
}

function attribute(column: Column, table: Table): string {
  const isForeign = table.foreignKeys.some((key) => key.columns.includes(column.name));
  const keys = [column.keyPlace > 0 ? 'PK' : '', isForeign ? 'FK' : ''].filter((key) => key !== '').join(', ');
  // Mermaid takes no blanks and no commas in a type.
  const type = column.type.replace('timestamp with time zone', 'timestamptz').replace(/[\s,]+/g, '_');
  return [type, column.name, keys, column.notNull ? '' : '"may be empty"'].filter((part) => part !== '').join(' ');
}

function relation(columns: string[], table: Table, target: string): string {
  const parts = columns.map((name) => table.columns.find((column) => column.name === name));
  const isOptional = parts.some((column) => column?.notNull === false);
  const key = table.columns.filter((column) => column.keyPlace > 0).map((column) => column.name);
  const isOneToOne = key.length === columns.length && key.every((name) => columns.includes(name));
  return `  ${target} ${isOptional ? '|o' : '||'}--${isOneToOne ? 'o|' : 'o{'} ${table.name} : "${columns.join(', ')}"`;
}

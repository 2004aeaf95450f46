import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { format, type PersonFile, type Row } from './file.server.ts';
import { camel, fieldOf, tables, type Kind, type Table } from './tables.ts';

/** A cell as the database gives it: ids as they are, people and recruiters with their names. */
type Raw = Record<string, unknown>;
type Found = { person: PersonFile['person'] } & Record<string, Raw[]>;

/** What a person takes along, but for the content of files: those are read one by one while the answer is sent. */
export interface Taken {
  file: PersonFile;
  /** The evidence whose file stands in that place of `evidenceFiles`. */
  evidenceIds: number[];
}

/** Everything that is kept about the person, in one statement and thus of one moment. 404 for everybody else. */
export async function getEverything(db: ReadDb, actor: Actor, now: Date, personId: number): Promise<Taken> {
  if (actor.personId !== personId) return notFound();
  const { rows: [found] } = await sql<Found>`select json_build_object('number', number, 'name', name, 'email', email) as person, ${sql.join(tables.map(rowsOf))}
    from people where person_id = ${personId} and erased_at is null`.execute(db);
  return found ? writtenOut(found, now) : notFound();
}

/** The file as it is sent: evidence of many megabytes is read file by file while the answer goes out. */
export function streamOf(db: ReadDb, taken: Taken): ReadableStream<Uint8Array> {
  const parts = textOf(db, taken);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

/** The file as text, in parts; the files come last, and after them which of these were removed while the others were sent. */
async function* textOf(db: ReadDb, { file, evidenceIds }: Taken): AsyncGenerator<string> {
  const { evidenceFiles = [], ...others } = file.tables;
  const gone: string[] = [];
  let sent = 0;
  // Everything up to the closing braces of `tables` and of the whole.
  yield JSON.stringify({ ...file, tables: others }, null, 1).replace(/\n \}\n\}$/, ',\n  "evidenceFiles": [');
  for (const [at, row] of evidenceFiles.entries()) {
    const found = await db.selectFrom('evidenceFiles').select('content').where('evidenceId', '=', evidenceIds[at] ?? 0).executeTakeFirst();
    if (found) yield `${sent++ === 0 ? '' : ','}\n   ${JSON.stringify({ ...row, content: found.content.toString('base64') })}`;
    else gone.push(`The file of evidence ${String(row['evidence'])} was removed while this was written.`);
  }
  yield `${sent === 0 ? '' : '\n  '}]\n }${gone.length === 0 ? '' : `,\n "leftOut": ${JSON.stringify(gone)}`}\n}\n`;
}

function rowsOf({ name, key, of, columns }: Table): RawBuilder<unknown> {
  const cells = [...(key ? [sql`${own(key)} as id`] : []), ...Object.entries(columns).map(([column, kind]) => sql`${cellOf(column, kind)} as ${sql.id(column)}`)];
  const owned = 'column' in of ? sql`${own(of.column)} in (select ${sql.id('o', ownKey(of.table))} from ${sql.table(of.table)} o where o.person_id = people.person_id)`
    : sql.join(of.map((column) => sql`${own(column)} = people.person_id`), sql` or `);
  const order = key ? sql`order by ${own(key)}` : sql``;
  return sql`(select coalesce(json_agg(r), '[]') from (select ${sql.join(cells)} from ${sql.table(name)} t where ${owned} ${order}) r) as ${sql.id(name)}`;
}

/** A column of the table that is being read. */
function own(column: string): RawBuilder<unknown> {
  return sql.id('t', column);
}

function ownKey(name: string): string {
  return tables.find((table) => table.name === name)?.key ?? '';
}

function cellOf(column: string, kind: Kind): RawBuilder<unknown> {
  switch (kind) {
    case 'person': return sql`(select json_build_object('number', p.number, 'name', p.name) from people p where p.person_id = ${own(column)})`;
    case 'recruiter': return sql`(select json_build_object('id', a.account_id, 'name', a.display_name) from accounts a where a.account_id = ${own(column)})`;
    case 'site': return sql`(select s.name from sites s where s.site_id = ${own(column)})`;
    case 'team': return sql`(select s.name from teams s where s.team_id = ${own(column)})`;
    default: return own(column);
  }
}

function writtenOut({ person, ...found }: Found, now: Date): Taken {
  const people = new Map<string, string>();
  const recruiters = new Map<number, { place: number; name: string }>();
  const places = new Map(tables.map(({ name }) => [name, new Map((found[camel(name)] ?? []).map(({ id }, at) => [id, at + 1]))]));
  const written = (kind: Kind, value: unknown): Row[string] => {
    if (value === null || value === undefined) return null;
    if (typeof kind === 'object') return places.get(kind.row)?.get(value) ?? null;
    if (kind === 'instant') return new Date(value as string).toISOString();
    if (kind === 'person') {
      const { number, name } = value as { number: string; name: string };
      if (number !== person.number) people.set(number, name);
      return number;
    }
    if (kind === 'recruiter') {
      const { id, name } = value as { id: number; name: string };
      if (!recruiters.has(id)) recruiters.set(id, { place: recruiters.size + 1, name });
      return recruiters.get(id)!.place;
    }
    return value as Row[string];
  };
  let evidenceIds: number[] = [];
  const rowsByTable = tables.map(({ name, key, columns }): [string, Row[]] => {
    const rows = (found[camel(name)] ?? []).map((raw) => ({
      raw, row: Object.fromEntries(Object.entries(columns).map(([column, kind]) => [fieldOf(column, kind), written(kind, raw[column])])) as Row,
    }));
    // Without a number of their own, rows come in an order that is the same in every installation.
    if (!key) rows.sort((a, b) => (JSON.stringify(a.row) < JSON.stringify(b.row) ? -1 : 1));
    if (name === 'evidence_files') evidenceIds = rows.map(({ raw }) => raw['evidence_id'] as number);
    return [camel(name), rows.map(({ row }) => row)];
  });
  const named = [...people].map(([number, name]) => ({ number, name })).sort((a, b) => (a.number < b.number ? -1 : 1));
  const file = {
    ...format, exportedAt: now.toISOString(), person, people: named, recruiters: [...recruiters.values()].map(({ name }) => ({ name })),
    tables: Object.fromEntries(rowsByTable),
  };
  return { file, evidenceIds };
}

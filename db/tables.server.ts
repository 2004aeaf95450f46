import { sql, type Kysely } from 'kysely';

/** A column as the database's own catalogue describes it. */
export interface Column {
  name: string;
  /** As PostgreSQL writes it: `integer`, `text[]`, `timestamp with time zone`. */
  type: string;
  notNull: boolean;
  /** Place in the primary key, from 1; 0 outside it. */
  keyPlace: number;
  /** Computed by the database from other columns. */
  computed: boolean;
  /** Numbered by a sequence. */
  sequence: string | null;
}

interface ForeignKey {
  name: string;
  table: string;
  columns: string[];
  target: string;
  definition: string;
}

export interface Table {
  name: string;
  columns: Column[];
  foreignKeys: ForeignKey[];
}

/** Every table of the application, a table after those it refers to (as far as that can be), otherwise by name. */
export async function listTables(db: Kysely<unknown>): Promise<Table[]> {
  const { rows: columns } = await sql<Column & { table: string }>`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull",
      coalesce(array_position(k.conkey, a.attnum), 0) as "keyPlace", a.attgenerated <> '' as computed,
      pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) as sequence
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relkind = 'r' and c.relname not like 'kysely%'
    order by c.relname collate "C", a.attnum`.execute(db);
  const { rows: foreignKeys } = await sql<ForeignKey>`
    select k.conname as name, c.relname as "table", t.relname as target, pg_get_constraintdef(k.oid) as definition,
      array(select a.attname::text from unnest(k.conkey) with ordinality as u (number, place)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number order by u.place) as columns
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_class t on t.oid = k.confrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where k.contype = 'f'
    order by k.conname collate "C"`.execute(db);
  const tables = new Map<string, Table>();
  for (const { table, ...column } of columns) {
    const known = tables.get(table) ?? { name: table, columns: [], foreignKeys: foreignKeys.filter((key) => key.table === table) };
    known.columns.push(column);
    tables.set(table, known);
  }
  return inOrder([...tables.values()]);
}

function inOrder(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  let left = tables;
  while (left.length > 0) {
    const waiting = new Set(left.map((table) => table.name));
    const free = left.filter((table) => table.foreignKeys.every((key) => key.target === table.name || !waiting.has(key.target)));
    // Tables that refer to each other in a ring come by name.
    const next = free.length > 0 ? free : left.slice(0, 1);
    ordered.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return ordered;
}

import { sql, type Kysely } from 'kysely';

/** A read-only profile for somebody outside: what it shows, until when, and each time it was opened. */
const upward = [
  `create table share_links (
     share_link_id int generated always as identity constraint share_links_pk primary key,
     person_id int not null constraint share_links_person references people,
     label text not null constraint share_links_label check (length(btrim(label)) > 0),
     sections text[] not null constraint share_links_sections check (sections <@ array['skills', 'history', 'certificates', 'wishes'] and cardinality(sections) > 0),
     token_hash bytea not null constraint share_links_token_unique unique,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     stopped_at timestamptz,
     constraint share_links_dates check (expires_at > created_at)
   )`,
  `create index share_links_person_index on share_links (person_id, created_at desc)`,
  `create table share_uses (
     share_use_id int generated always as identity constraint share_uses_pk primary key,
     share_link_id int not null constraint share_uses_link references share_links,
     used_at timestamptz not null
   )`,
  `create index share_uses_link_index on share_uses (share_link_id, used_at desc)`,
];

const downward = [
  `drop table share_uses, share_links`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

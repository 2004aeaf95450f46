import { sql, type Kysely } from 'kysely';

const upward = [
  `create table audit_events (
     audit_event_id int generated always as identity constraint audit_events_pk primary key,
     at timestamptz not null,
     account_id int constraint audit_events_account references accounts,
     origin text not null constraint audit_events_origin check (origin in ('web', 'command-line', 'system')),
     action text not null,
     person_id int constraint audit_events_person references people,
     subject text,
     before jsonb,
     after jsonb,
     reason text,
     request_id text,
     constraint audit_events_whose check ((origin = 'web') <= (account_id is not null))
   )`,
  `create index audit_events_person_index on audit_events (person_id, audit_event_id)`,
  `create index audit_events_account_index on audit_events (account_id, audit_event_id)`,
  `create function refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = '42501', constraint = tg_table_name || '_append_only', table = tg_table_name;
   end $$`,
  `create trigger audit_events_append_only before update or delete or truncate on audit_events for each statement execute function refuse_change()`,
  `create table command_receipts (
     account_id int not null constraint command_receipts_account references accounts on delete cascade,
     receipt text not null,
     value jsonb,
     acted_at timestamptz not null,
     constraint command_receipts_pk primary key (account_id, receipt)
   )`,
  `create index command_receipts_acted_index on command_receipts (acted_at)`,
];

const downward = [
  `drop table command_receipts, audit_events`,
  `drop function refuse_change()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

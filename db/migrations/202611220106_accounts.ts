import { sql, type Kysely } from 'kysely';

const upward = [
  `create table accounts (
     account_id int generated always as identity constraint accounts_pk primary key,
     person_id int constraint accounts_person references people constraint accounts_person_unique unique,
     sign_in_name text not null,
     display_name text not null,
     password_hash text,
     access text[] not null default '{staff}',
     disabled_at timestamptz,
     version int not null default 1,
     constraint accounts_access check (access <@ array['staff', 'manager', 'recruiter', 'admin'] and 'staff' = any (access))
   )`,
  `create unique index accounts_sign_in_name_unique on accounts (lower(sign_in_name))`,
  `create table sessions (
     session_id int generated always as identity constraint sessions_pk primary key,
     account_id int not null constraint sessions_account references accounts on delete cascade,
     token_hash bytea not null constraint sessions_token_unique unique,
     started_at timestamptz not null,
     seen_at timestamptz not null,
     ended_at timestamptz,
     agent text
   )`,
  `create index sessions_account_index on sessions (account_id) where ended_at is null`,
  `create table sign_in_attempts (
     sign_in_attempt_id int generated always as identity constraint sign_in_attempts_pk primary key,
     name_hash bytea not null,
     address_hash bytea not null,
     failed_at timestamptz not null
   )`,
  `create index sign_in_attempts_name_index on sign_in_attempts (name_hash, address_hash, failed_at)`,
  `create index sign_in_attempts_address_index on sign_in_attempts (address_hash, failed_at)`,
  `create index sign_in_attempts_failed_index on sign_in_attempts (failed_at)`,
  `create table one_time_links (
     one_time_link_id int generated always as identity constraint one_time_links_pk primary key,
     token_hash bytea not null constraint one_time_links_token_unique unique,
     purpose text not null constraint one_time_links_purpose check (purpose in ('set-up', 'password')),
     account_id int constraint one_time_links_account references accounts on delete cascade,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     used_at timestamptz,
     constraint one_time_links_whose check ((purpose = 'set-up') = (account_id is null))
   )`,
];

const downward = [
  `drop table one_time_links, sign_in_attempts, sessions, accounts`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

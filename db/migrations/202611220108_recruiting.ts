import { sql, type Kysely } from 'kysely';

const upward = [
  `create table visibility_choices (
     person_id int not null constraint visibility_choices_person references people,
     section text not null constraint visibility_choices_section check (section in ('skills', 'history', 'certificates', 'wishes')),
     choice text not null constraint visibility_choices_choice check (choice in ('hidden', 'anonymous', 'named')),
     constraint visibility_choices_pk primary key (person_id, section)
   )`,
  `create table availability (
     person_id int constraint availability_pk primary key constraint availability_person references people,
     open_to_moves boolean not null default false,
     hours_per_week numeric(4,1) constraint availability_hours check (hours_per_week > 0 and hours_per_week <= 80),
     shifts text[] not null default '{}' constraint availability_shifts check (shifts <@ array['day', 'early', 'late', 'night', 'rotating']),
     notice_weeks int constraint availability_notice check (notice_weeks between 0 and 52),
     version int not null default 1
   )`,
  `create table availability_sites (
     person_id int not null constraint availability_sites_person references availability on delete cascade,
     site_id int not null constraint availability_sites_site references sites,
     constraint availability_sites_pk primary key (person_id, site_id)
   )`,
  `create table profile_aliases (
     profile_alias_id int generated always as identity constraint profile_aliases_pk primary key,
     account_id int not null constraint profile_aliases_account references accounts on delete cascade,
     person_id int not null constraint profile_aliases_person references people,
     alias text not null,
     constraint profile_aliases_person_unique unique (account_id, person_id),
     constraint profile_aliases_alias_unique unique (account_id, alias)
   )`,
  `create index profile_aliases_person_index on profile_aliases (person_id)`,
  `create table looks (
     look_id int generated always as identity constraint looks_pk primary key,
     account_id int not null constraint looks_account references accounts,
     person_id int not null constraint looks_person references people,
     page text not null constraint looks_page check (page in ('profile', 'search', 'compare', 'export', 'api')),
     looked_at timestamptz not null
   )`,
  `create index looks_person_index on looks (person_id, looked_at desc)`,
  `create table name_requests (
     name_request_id int generated always as identity constraint name_requests_pk primary key,
     account_id int not null constraint name_requests_account references accounts,
     person_id int not null constraint name_requests_person references people,
     message text not null,
     asked_at timestamptz not null,
     answer text constraint name_requests_answer check (answer in ('yes', 'no')),
     answered_at timestamptz,
     constraint name_requests_answered check ((answer is null) = (answered_at is null))
   )`,
  `create unique index name_requests_one_open on name_requests (account_id, person_id) where answer is null`,
  `create index name_requests_person_index on name_requests (person_id, asked_at desc)`,
];

const downward = [
  `drop table name_requests, looks, profile_aliases, availability_sites, availability, visibility_choices`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

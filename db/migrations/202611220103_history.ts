import { sql, type Kysely } from 'kysely';

const upward = [
  `create table appointments (
     appointment_id int generated always as identity constraint appointments_pk primary key,
     person_id int not null constraint appointments_person references people,
     kind text not null constraint appointments_kind check (kind in ('primary', 'acting', 'secondment', 'loan')),
     employer text,
     role_id text constraint appointments_role references roles,
     role_name text,
     family_id text constraint appointments_family references families,
     grade int,
     started_on date not null,
     ended_on date,
     site_id int constraint appointments_site references sites,
     team_id int constraint appointments_team references teams,
     shift text constraint appointments_shift check (shift in ('day', 'early', 'late', 'night', 'rotating')),
     hours_per_week numeric(4,1) constraint appointments_hours check (hours_per_week > 0 and hours_per_week <= 80),
     headcount_led int constraint appointments_headcount check (headcount_led >= 0),
     status text not null default 'stated' constraint appointments_status check (status in ('stated', 'confirmed', 'declined', 'replaced', 'removed')),
     replaces_id int constraint appointments_replaces references appointments,
     entered_by int constraint appointments_entered_by references people,
     entered_at timestamptz not null,
     confirmed_by int constraint appointments_confirmed_by references people,
     confirmed_at timestamptz,
     version int not null default 1,
     constraint appointments_dates check (ended_on >= started_on),
     constraint appointments_one_role check (num_nonnulls(role_id, role_name) = 1),
     constraint appointments_free_text_elsewhere check (role_id is not null or employer is not null),
     constraint appointments_as_it_was check (role_id is null or num_nonnulls(family_id, grade) = 2),
     constraint appointments_confirmed check ((status = 'confirmed') <= (confirmed_at is not null)),
     constraint appointments_no_overlap exclude using gist (person_id with =, daterange(started_on, ended_on, '[]') with &&)
       where (kind = 'primary' and employer is null and status = 'confirmed'),
     constraint appointments_stated_no_overlap exclude using gist (person_id with =, daterange(started_on, ended_on, '[]') with &&)
       where (kind = 'primary' and employer is null and status = 'stated')
   )`,
  `create unique index appointments_one_correction on appointments (replaces_id) where status = 'stated'`,
  `create index appointments_person_index on appointments (person_id, started_on)`,
  `create index appointments_role_index on appointments (role_id, person_id) where status = 'confirmed' and ended_on is null`,
  `create table pauses (
     pause_id int generated always as identity constraint pauses_pk primary key,
     person_id int not null constraint pauses_person references people,
     kind text not null constraint pauses_kind check (kind in ('parental', 'sick', 'sabbatical', 'secondment')),
     started_on date not null,
     ended_on date,
     status text not null default 'stated' constraint pauses_status check (status in ('stated', 'confirmed', 'declined', 'replaced', 'removed')),
     replaces_id int constraint pauses_replaces references pauses,
     entered_by int constraint pauses_entered_by references people,
     entered_at timestamptz not null,
     confirmed_by int constraint pauses_confirmed_by references people,
     confirmed_at timestamptz,
     version int not null default 1,
     constraint pauses_dates check (ended_on >= started_on),
     constraint pauses_confirmed check ((status = 'confirmed') <= (confirmed_at is not null))
   )`,
  `create unique index pauses_one_correction on pauses (replaces_id) where status = 'stated'`,
  `create index pauses_person_index on pauses (person_id)`,
  `create table education (
     education_id int generated always as identity constraint education_pk primary key,
     person_id int not null constraint education_person references people,
     level text not null constraint education_level check (level in ('secondary', 'associate', 'bachelor', 'master')),
     subject text,
     institution text,
     finished_on date,
     status text not null default 'stated' constraint education_status check (status in ('stated', 'confirmed', 'declined', 'replaced', 'removed')),
     replaces_id int constraint education_replaces references education,
     entered_by int constraint education_entered_by references people,
     entered_at timestamptz not null,
     confirmed_by int constraint education_confirmed_by references people,
     confirmed_at timestamptz,
     version int not null default 1
   )`,
  `create unique index education_one_correction on education (replaces_id) where status = 'stated'`,
  `create index education_person_index on education (person_id)`,
  `create table person_certifications (
     person_certification_id int generated always as identity constraint person_certifications_pk primary key,
     person_id int not null constraint person_certifications_person references people,
     certification_id text constraint person_certifications_certification references certifications,
     name text,
     issued_on date not null,
     expires_on date,
     status text not null default 'stated' constraint person_certifications_status check (status in ('stated', 'confirmed', 'declined', 'replaced', 'removed')),
     replaces_id int constraint person_certifications_replaces references person_certifications,
     entered_by int constraint person_certifications_entered_by references people,
     entered_at timestamptz not null,
     confirmed_by int constraint person_certifications_confirmed_by references people,
     confirmed_at timestamptz,
     version int not null default 1,
     constraint person_certifications_one_name check (num_nonnulls(certification_id, name) = 1),
     constraint person_certifications_dates check (expires_on >= issued_on)
   )`,
  `create unique index person_certifications_one_correction on person_certifications (replaces_id) where status = 'stated'`,
  `create index person_certifications_person_index on person_certifications (person_id)`,
  `create index person_certifications_certification_index on person_certifications (certification_id, person_id)`,
  `create table person_languages (
     person_id int not null constraint person_languages_person references people,
     language text not null constraint person_languages_language check (language ~ '^[a-z]{2,3}$'),
     fluency text not null constraint person_languages_fluency check (fluency in ('basic', 'working', 'fluent')),
     constraint person_languages_pk primary key (person_id, language)
   )`,
];

const downward = [
  `drop table person_languages, person_certifications, education, pauses, appointments`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

import { sql, type Kysely } from 'kysely';

const upward = [
  `create extension if not exists btree_gist`,
  `create extension if not exists pg_trgm`,
  `create table families (
     family_id text constraint families_pk primary key,
     name text not null constraint families_name_unique unique,
     position int not null,
     source text not null,
     edited_at timestamptz,
     version int not null default 1,
     constraint families_slug check (family_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
   )`,
  `create table review_rules (
     family_id text constraint review_rules_pk primary key constraint review_rules_family references families,
     after_months int not null constraint review_rules_after check (after_months between 1 and 120),
     warn_months int not null constraint review_rules_warn check (warn_months between 0 and after_months),
     grace_days int not null constraint review_rules_grace check (grace_days between 0 and 365),
     renew_months int not null constraint review_rules_renew check (renew_months between 1 and 60),
     restart_on text not null constraint review_rules_restart check (restart_on in ('family', 'role')),
     edited_at timestamptz,
     version int not null default 1
   )`,
  `create table roles (
     role_id text constraint roles_pk primary key,
     family_id text not null constraint roles_family references families,
     grade int not null constraint roles_grade check (grade between 1 and 9),
     name text not null constraint roles_name_unique unique,
     summary text not null,
     aliases text[] not null default '{}',
     onet_soc text, esco_uri text, isco08 text, nice_work_role text,
     source text not null,
     retired_on date,
     edited_at timestamptz,
     version int not null default 1,
     constraint roles_slug check (role_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
   )`,
  `create index roles_family_index on roles (family_id)`,
  `create table skills (
     skill_id text constraint skills_pk primary key,
     name text not null constraint skills_name_unique unique,
     kind text not null constraint skills_kind check (kind in ('behaviour', 'knowledge', 'process', 'technical', 'leadership')),
     description text not null,
     fresh_months int constraint skills_fresh check (fresh_months > 0),
     onet_elements text[] not null default '{}',
     esco_uris text[] not null default '{}',
     source text not null,
     retired_on date,
     edited_at timestamptz,
     version int not null default 1,
     constraint skills_slug check (skill_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
   )`,
  `create table skill_levels (
     skill_id text not null constraint skill_levels_skill references skills on delete cascade,
     level int not null constraint skill_levels_level check (level between 1 and 5),
     text text not null,
     example text not null,
     edited_at timestamptz,
     constraint skill_levels_pk primary key (skill_id, level)
   )`,
  `create table certifications (
     certification_id text constraint certifications_pk primary key,
     name text not null constraint certifications_name_unique unique,
     issuer text not null,
     validity_months int constraint certifications_validity check (validity_months > 0),
     renewal text,
     counts_after_expiry boolean not null,
     status text not null constraint certifications_status check (status in ('active', 'retired')),
     source text not null,
     edited_at timestamptz,
     version int not null default 1,
     constraint certifications_slug check (certification_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
   )`,
  `create table certification_evidence (
     certification_id text not null constraint certification_evidence_certification references certifications on delete cascade,
     skill_id text not null constraint certification_evidence_skill references skills,
     level int not null constraint certification_evidence_level check (level between 1 and 5),
     constraint certification_evidence_pk primary key (certification_id, skill_id)
   )`,
  `create index certification_evidence_skill_index on certification_evidence (skill_id)`,
  `create table transitions (
     from_role_id text not null constraint transitions_from references roles,
     to_role_id text not null constraint transitions_to references roles,
     kind text not null constraint transitions_kind check (kind in ('promotion', 'lateral', 'specialise', 'manage')),
     typical_months_min int not null constraint transitions_min check (typical_months_min >= 0),
     typical_months_max int not null,
     basis text not null,
     source text not null,
     retired_on date,
     edited_at timestamptz,
     version int not null default 1,
     constraint transitions_pk primary key (from_role_id, to_role_id),
     constraint transitions_two_roles check (from_role_id <> to_role_id),
     constraint transitions_max check (typical_months_max >= typical_months_min)
   )`,
  `create index transitions_to_index on transitions (to_role_id)`,
];

const downward = [
  `drop table transitions, certification_evidence, certifications, skill_levels, skills, roles, review_rules, families`,
  `drop extension if exists pg_trgm`,
  `drop extension if exists btree_gist`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

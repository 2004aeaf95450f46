import { sql, type Kysely } from 'kysely';

/** Where a person wants to go and what they do for it; who offers to help. */
const upward = [
  `create table plans (
     plan_id int generated always as identity constraint plans_pk primary key,
     person_id int not null constraint plans_person references people,
     role_id text constraint plans_role references roles,
     skill_id text constraint plans_skill references skills,
     level int constraint plans_level check (level between 1 and 5),
     target_on date,
     route text[] not null default '{}',
     started_by int constraint plans_started_by references people,
     started_at timestamptz not null,
     closed_at timestamptz,
     outcome text constraint plans_outcome check (outcome in ('reached', 'changed', 'dropped')),
     version int not null default 1,
     constraint plans_one_target check (num_nonnulls(role_id, skill_id) = 1),
     constraint plans_skill_level check ((skill_id is null) = (level is null)),
     constraint plans_closed check ((closed_at is null) = (outcome is null))
   )`,
  `create unique index plans_one_open on plans (person_id) where closed_at is null`,
  `create index plans_person_index on plans (person_id, started_at desc)`,
  `create table plan_items (
     plan_item_id int generated always as identity constraint plan_items_pk primary key,
     plan_id int not null constraint plan_items_plan references plans,
     kind text not null constraint plan_items_kind check (kind in ('shadowing', 'project', 'on-call', 'mentoring', 'course', 'certificate')),
     title text not null constraint plan_items_title check (length(btrim(title)) > 0),
     skill_id text constraint plan_items_skill references skills,
     level int constraint plan_items_level check (level between 1 and 5),
     certification_id text constraint plan_items_certification references certifications,
     host_id int constraint plan_items_host references people,
     host_name text,
     starts_on date,
     ends_on date,
     state text not null default 'planned' constraint plan_items_state check (state in ('planned', 'under-way', 'done', 'dropped')),
     done_on date,
     outcome text,
     evidence_id int constraint plan_items_evidence references evidence on delete set null,
     rating_id int constraint plan_items_rating references ratings on delete set null,
     added_by int constraint plan_items_added_by references people,
     added_at timestamptz not null,
     version int not null default 1,
     constraint plan_items_dates check (ends_on >= starts_on),
     constraint plan_items_one_host check (num_nonnulls(host_id, host_name) <= 1),
     constraint plan_items_done check ((state = 'done') = (done_on is not null)),
     constraint plan_items_skill_level check (level is null or skill_id is not null)
   )`,
  `create index plan_items_plan_index on plan_items (plan_id)`,
  `create index plan_items_host_index on plan_items (host_id) where host_id is not null`,
  `create index plan_items_evidence_index on plan_items (evidence_id) where evidence_id is not null`,
  `create table mentor_offers (
     person_id int not null constraint mentor_offers_person references people,
     skill_id text not null constraint mentor_offers_skill references skills,
     note text,
     offered_at timestamptz not null,
     constraint mentor_offers_pk primary key (person_id, skill_id)
   )`,
  `create index mentor_offers_skill_index on mentor_offers (skill_id, person_id)`,
  `create table role_guides (
     person_id int constraint role_guides_pk primary key constraint role_guides_person references people,
     note text,
     offered_at timestamptz not null
   )`,
];

const downward = [
  `drop table role_guides, mentor_offers, plan_items, plans`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

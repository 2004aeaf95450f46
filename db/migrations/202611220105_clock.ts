import { sql, type Kysely } from 'kysely';

const upward = [
  `create table wishes (
     wish_id int generated always as identity constraint wishes_pk primary key,
     person_id int not null constraint wishes_person references people,
     wish text not null constraint wishes_wish check (wish in ('move', 'stay', 'unsure')),
     role_id text constraint wishes_role references roles,
     note text,
     stated_at timestamptz not null,
     withdrawn_at timestamptz,
     constraint wishes_withdrawn check (withdrawn_at >= stated_at)
   )`,
  `create unique index wishes_one_standing on wishes (person_id) where withdrawn_at is null`,
  `create index wishes_person_index on wishes (person_id, stated_at desc)`,
  `create table talks (
     talk_id int generated always as identity constraint talks_pk primary key,
     person_id int not null constraint talks_person references people,
     kind text not null constraint talks_kind check (kind in ('two-year', 'check-in')),
     held_on date not null,
     wish text constraint talks_wish check (wish in ('move', 'stay', 'unsure')),
     note text not null,
     recorded_by int not null constraint talks_recorded_by references people,
     recorded_at timestamptz not null,
     acknowledged_at timestamptz,
     comment text,
     version int not null default 1,
     constraint talks_not_own check (recorded_by <> person_id)
   )`,
  `create index talks_person_index on talks (person_id, held_on desc)`,
  `create table settlements (
     settlement_id int generated always as identity constraint settlements_pk primary key,
     person_id int not null constraint settlements_person references people,
     previous_id int constraint settlements_previous references settlements,
     talk_id int constraint settlements_talk references talks constraint settlements_talk_unique unique,
     corrects_id int constraint settlements_corrects references settlements constraint settlements_corrects_unique unique,
     outcome text not null constraint settlements_outcome check (outcome in ('stay', 'recognise', 'develop', 'defer', 'promote', 'move')),
     reason text,
     decided_on date not null,
     recorded_at timestamptz not null,
     decided_by int not null constraint settlements_decided_by references people,
     next_check_on date not null,
     withdrawn_on date,
     constraint settlements_not_own check (decided_by <> person_id),
     constraint settlements_dates check (next_check_on >= decided_on and withdrawn_on >= decided_on),
     constraint settlements_reason check (outcome <> 'defer' or length(btrim(reason)) > 0),
     constraint settlements_one_after_another unique nulls not distinct (person_id, previous_id)
   )`,
];

const downward = [
  `drop table settlements, talks, wishes`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

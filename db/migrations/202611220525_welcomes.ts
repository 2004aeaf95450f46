import { sql, type Kysely } from 'kysely';

/** How far a person has come in the first visit, so that it can be left and continued; `passed_skill_ids`: skills they could not say anything about. */
const upward = [
  `create table welcomes (
     person_id int constraint welcomes_pk primary key constraint welcomes_person references people,
     step text not null constraint welcomes_step check (step in ('tenure', 'skills', 'next-roles', 'next-skills', 'visibility', 'wishes', 'done')),
     role_ids text[] not null default '{}',
     passed_skill_ids text[] not null default '{}',
     started_at timestamptz not null,
     put_off_at timestamptz,
     finished_at timestamptz,
     constraint welcomes_done check ((step = 'done') = (finished_at is not null)),
     constraint welcomes_two_roles check (cardinality(role_ids) <= 2)
   )`,
];

const downward = [
  `drop table welcomes`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

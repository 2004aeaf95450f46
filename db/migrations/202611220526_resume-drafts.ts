import { sql, type Kysely } from 'kysely';

/** A curriculum vitae as it was uploaded, until its person has checked what to take from it. */
const upward = [
  `create table resume_drafts (
     person_id int constraint resume_drafts_pk primary key constraint resume_drafts_person references people,
     file_name text not null,
     content jsonb not null,
     uploaded_at timestamptz not null
   )`,
];

const downward = [
  `drop table resume_drafts`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

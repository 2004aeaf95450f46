import { sql, type Kysely } from 'kysely';

/** What a person asks others about their levels: a manager of the line to confirm one, a colleague to say what they see. */
const upward = [
  `create table rating_requests (
     rating_request_id int generated always as identity constraint rating_requests_pk primary key,
     person_id int not null constraint rating_requests_person references people,
     skill_id text not null constraint rating_requests_skill references skills,
     kind text not null constraint rating_requests_kind check (kind in ('confirm', 'peer')),
     asked_of int constraint rating_requests_asked_of references people,
     message text,
     asked_at timestamptz not null,
     answer text constraint rating_requests_answer check (answer in ('rated', 'declined', 'withdrawn')),
     answered_at timestamptz,
     rating_id int constraint rating_requests_rating references ratings on delete set null,
     constraint rating_requests_whom check ((kind = 'peer') = (asked_of is not null)),
     constraint rating_requests_not_own check (asked_of <> person_id),
     constraint rating_requests_answered check ((answer is null) = (answered_at is null))
   )`,
  `create unique index rating_requests_one_open on rating_requests (person_id, skill_id, kind, coalesce(asked_of, 0)) where answer is null`,
  `create index rating_requests_person_index on rating_requests (person_id, asked_at desc)`,
  `create index rating_requests_asked_of_index on rating_requests (asked_of) where answer is null`,
];

const downward = [
  `drop table rating_requests`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

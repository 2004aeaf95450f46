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
     answered_by int constraint rating_requests_answered_by references people,
     reply text,
     rating_id int constraint rating_requests_rating references ratings on delete set null,
     constraint rating_requests_whom check ((kind = 'peer') = (asked_of is not null)),
     constraint rating_requests_not_own check (asked_of <> person_id),
     constraint rating_requests_answered check ((answer is null) = (answered_at is null)),
     constraint rating_requests_reply check (reply is null or answer = 'declined')
   )`,
  `create unique index rating_requests_one_open on rating_requests (person_id, skill_id, kind, coalesce(asked_of, 0)) where answer is null`,
  `create index rating_requests_person_index on rating_requests (person_id, asked_at desc)`,
  `create index rating_requests_asked_of_index on rating_requests (asked_of) where answer is null`,
  // What waits for somebody's answer: colleagues who are here today and may be known by name, and the levels of the own reports.
  `create function open_asks(viewer int, day date) returns table (rating_request_id int) language sql stable as $$
     select q.rating_request_id from rating_requests q
     where q.asked_of = viewer and q.answer is null
       and exists (select from appointments a where a.person_id = q.person_id and a.kind = 'primary' and a.employer is null
         and a.status = 'confirmed' and daterange(a.started_on, a.ended_on, '[]') @> day)
       and not exists (select from accounts c where c.person_id = viewer and 'recruiter' = any (c.access))
     union all
     select q.rating_request_id from rating_requests q join reporting_lines line on line.person_id = q.person_id
     where q.kind = 'confirm' and q.answer is null and q.person_id <> viewer and daterange(line.started_on, line.ended_on, '[]') @> day
       and line.manager_id in (select head_id from led_by(viewer, day))
   $$`,
];

const downward = [
  `drop function open_asks(int, date)`,
  `drop table rating_requests`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

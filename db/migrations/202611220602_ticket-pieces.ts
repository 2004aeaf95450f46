import { sql, type Kysely } from 'kysely';

/**
 * Which evidence was made of the tickets of a quarter, and of how many each: what was accepted may be less than what was asked last, and may
 * stand in several pieces. Categories get a version, so that two windows do not overwrite each other.
 */
const upward = [
  `create table ticket_pieces (
     evidence_id int constraint ticket_pieces_pk primary key constraint ticket_pieces_evidence references evidence on delete cascade,
     person_id int not null,
     skill_id text not null,
     quarter_on date not null,
     tickets int not null constraint ticket_pieces_tickets check (tickets > 0),
     constraint ticket_pieces_suggestion foreign key (person_id, skill_id, quarter_on) references ticket_suggestions on delete cascade
   )`,
  `create index ticket_pieces_suggestion_index on ticket_pieces (person_id, skill_id, quarter_on)`,
  `insert into ticket_pieces (evidence_id, person_id, skill_id, quarter_on, tickets)
     select evidence_id, person_id, skill_id, quarter_on, tickets from ticket_suggestions where evidence_id is not null`,
  `alter table ticket_suggestions drop column evidence_id`,
  `alter table ticket_categories add version int not null default 1`,
];

const downward = [
  `alter table ticket_categories drop column version`,
  `alter table ticket_suggestions add evidence_id int constraint ticket_suggestions_evidence references evidence on delete set null`,
  `update ticket_suggestions s set evidence_id = (select max(p.evidence_id) from ticket_pieces p
     where p.person_id = s.person_id and p.skill_id = s.skill_id and p.quarter_on = s.quarter_on)`,
  `create index ticket_suggestions_evidence_index on ticket_suggestions (evidence_id)`,
  `drop table ticket_pieces`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

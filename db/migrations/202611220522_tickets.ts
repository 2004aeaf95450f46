import { sql, type Kysely } from 'kysely';

/** Closed tickets that a person counts as their own work, by day and category; what each category shows; what was made of the suggestions. */
const upward = [
  // A category that the person has said something about; one without a mapping is left out on purpose.
  `create table ticket_categories (
     person_id int not null constraint ticket_categories_person references people,
     category text not null constraint ticket_categories_category check (length(btrim(category)) between 1 and 120),
     constraint ticket_categories_pk primary key (person_id, category)
   )`,
  `create table ticket_mappings (
     person_id int not null,
     category text not null,
     skill_id text not null constraint ticket_mappings_skill references skills,
     constraint ticket_mappings_pk primary key (person_id, category, skill_id),
     constraint ticket_mappings_category foreign key (person_id, category) references ticket_categories on delete cascade
   )`,
  `create table ticket_counts (
     person_id int not null constraint ticket_counts_person references people,
     closed_on date not null,
     category text not null constraint ticket_counts_category check (length(btrim(category)) between 1 and 120),
     tickets int not null constraint ticket_counts_tickets check (tickets > 0),
     constraint ticket_counts_pk primary key (person_id, closed_on, category)
   )`,
  `create table ticket_suggestions (
     person_id int not null constraint ticket_suggestions_person references people,
     skill_id text not null constraint ticket_suggestions_skill references skills,
     quarter_on date not null constraint ticket_suggestions_quarter check (quarter_on = date_trunc('quarter', quarter_on)::date),
     answer text not null constraint ticket_suggestions_answer check (answer in ('accepted', 'discarded')),
     tickets int not null constraint ticket_suggestions_tickets check (tickets > 0),
     answered_at timestamptz not null,
     evidence_id int constraint ticket_suggestions_evidence references evidence on delete set null,
     constraint ticket_suggestions_pk primary key (person_id, skill_id, quarter_on)
   )`,
  `create index ticket_suggestions_evidence_index on ticket_suggestions (evidence_id)`,
];

const downward = [
  `drop table ticket_suggestions, ticket_counts, ticket_mappings, ticket_categories`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

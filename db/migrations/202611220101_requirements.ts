import { sql, type Kysely } from 'kysely';

const upward = [
  `create table requirement_sets (
     requirement_set_id int generated always as identity constraint requirement_sets_pk primary key,
     role_id text not null constraint requirement_sets_role references roles,
     number int not null constraint requirement_sets_number check (number > 0),
     status text not null constraint requirement_sets_status check (status in ('draft', 'published')),
     published_at timestamptz,
     source text not null,
     version int not null default 1,
     constraint requirement_sets_number_unique unique (role_id, number),
     constraint requirement_sets_published check ((status = 'published') = (published_at is not null))
   )`,
  `create unique index requirement_sets_one_draft on requirement_sets (role_id) where status = 'draft'`,
  `create table requirements (
     requirement_id int generated always as identity constraint requirements_pk primary key,
     requirement_set_id int not null constraint requirements_set references requirement_sets on delete cascade,
     position int not null,
     importance text not null constraint requirements_importance check (importance in ('essential', 'desirable')),
     source text not null,
     constraint requirements_position_unique unique (requirement_set_id, position)
   )`,
  `create table requirement_criteria (
     requirement_id int not null constraint requirement_criteria_requirement references requirements on delete cascade,
     position int not null,
     kind text not null,
     skill_id text constraint requirement_criteria_skill references skills,
     level int constraint requirement_criteria_level check (level between 1 and 5),
     months int constraint requirement_criteria_months check (months > 0),
     families text[],
     education text constraint requirement_criteria_education check (education in ('secondary', 'associate', 'bachelor', 'master')),
     certification_id text constraint requirement_criteria_certification references certifications,
     constraint requirement_criteria_pk primary key (requirement_id, position),
     constraint requirement_criteria_kind check (case kind
       when 'skill' then num_nonnulls(skill_id, level) = 2 and num_nonnulls(months, families, education, certification_id) = 0
       when 'experience' then months is not null and cardinality(families) > 0 and num_nonnulls(skill_id, level, education, certification_id) = 0
       when 'education' then education is not null and num_nonnulls(skill_id, level, months, families, certification_id) = 0
       when 'certification' then certification_id is not null and num_nonnulls(skill_id, level, months, families, education) = 0
       else false end)
   )`,
  `create index requirement_criteria_skill_index on requirement_criteria (skill_id)`,
  `create view current_requirements as
   select s.role_id, s.number as set_number, r.requirement_id, r.position, r.importance, r.source,
     c.any_of
   from requirement_sets s
   join (select role_id, max(number) as number from requirement_sets where status = 'published' group by role_id) newest using (role_id, number)
   join requirements r on r.requirement_set_id = s.requirement_set_id
   join (
     select requirement_id, jsonb_agg(case kind
       when 'skill' then jsonb_build_object('kind', kind, 'skill', skill_id, 'level', level)
       when 'experience' then jsonb_build_object('kind', kind, 'months', months, 'families', families)
       when 'education' then jsonb_build_object('kind', kind, 'level', education)
       else jsonb_build_object('kind', kind, 'certification', certification_id) end order by position) as any_of
     from requirement_criteria group by requirement_id
   ) c on c.requirement_id = r.requirement_id`,
];

const downward = [
  `drop view current_requirements`,
  `drop table requirement_criteria, requirements, requirement_sets`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

import { sql, type Kysely } from 'kysely';

const upward = [
  `create table ratings (
     rating_id int generated always as identity constraint ratings_pk primary key,
     person_id int not null constraint ratings_person references people,
     skill_id text not null constraint ratings_skill references skills,
     level int not null constraint ratings_level check (level between 1 and 5),
     source text not null constraint ratings_source check (source in ('self', 'manager', 'peer', 'review')),
     rated_by int constraint ratings_rated_by references people,
     rated_at timestamptz not null,
     note text,
     version int not null default 1,
     constraint ratings_self check ((source = 'self') <= (rated_by is null or rated_by = person_id)),
     constraint ratings_not_own check ((source <> 'self') <= (rated_by is null or rated_by <> person_id))
   )`,
  `create index ratings_person_skill_index on ratings (person_id, skill_id, rated_at desc)`,
  `create table current_levels (
     person_id int not null constraint current_levels_person references people,
     skill_id text not null constraint current_levels_skill references skills,
     self_level int,
     self_at timestamptz,
     confirmed_level int,
     confirmed_at timestamptz,
     confirmed_by int constraint current_levels_confirmed_by references people,
     claimed_level int,
     constraint current_levels_pk primary key (person_id, skill_id)
   )`,
  `create index current_levels_confirmed_index on current_levels (skill_id, confirmed_level, person_id)`,
  `create index current_levels_higher_index on current_levels (skill_id, (greatest(claimed_level, confirmed_level)), person_id)`,
  `create function keep_current_levels() returns trigger language plpgsql as $$
   declare
     subject int := coalesce(new.person_id, old.person_id);
     skill text := coalesce(new.skill_id, old.skill_id);
   begin
     -- One writer at a time per person, or the later of two would not see the earlier.
     perform from people where person_id = subject for no key update;
     insert into current_levels as now (person_id, skill_id, self_level, self_at, confirmed_level, confirmed_at, confirmed_by, claimed_level)
     select subject, skill, own.level, own.rated_at, conf.level, conf.rated_at, conf.rated_by,
       case when own.level is null or conf.rated_at >= own.rated_at then conf.level else own.level end
     from (values (1)) as one
     left join lateral (select level, rated_at from ratings where person_id = subject and skill_id = skill and source = 'self'
       order by rated_at desc, level desc limit 1) as own on true
     left join lateral (select level, rated_at, rated_by from ratings where person_id = subject and skill_id = skill and source in ('manager', 'review')
       order by rated_at desc, source = 'review' desc, level desc, rating_id desc limit 1) as conf on true
     on conflict (person_id, skill_id) do update set self_level = excluded.self_level, self_at = excluded.self_at,
       confirmed_level = excluded.confirmed_level, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by,
       claimed_level = excluded.claimed_level;
     return null;
   end $$`,
  `create trigger ratings_current_levels after insert or update or delete on ratings for each row execute function keep_current_levels()`,
  `create table evidence (
     evidence_id int generated always as identity constraint evidence_pk primary key,
     person_id int not null constraint evidence_person references people,
     kind text not null constraint evidence_kind check (kind in ('text', 'link')),
     body text not null constraint evidence_body check (length(btrim(body)) > 0),
     added_by int constraint evidence_added_by references people,
     added_at timestamptz not null,
     constraint evidence_link check (kind <> 'link' or body ~* '^https?://')
   )`,
  `create index evidence_person_index on evidence (person_id)`,
  `create table evidence_skills (
     evidence_id int not null constraint evidence_skills_evidence references evidence on delete cascade,
     skill_id text not null constraint evidence_skills_skill references skills,
     constraint evidence_skills_pk primary key (evidence_id, skill_id)
   )`,
  `create table rating_evidence (
     rating_id int not null constraint rating_evidence_rating references ratings on delete cascade,
     evidence_id int not null constraint rating_evidence_evidence references evidence on delete cascade,
     constraint rating_evidence_pk primary key (rating_id, evidence_id)
   )`,
  `create index rating_evidence_evidence_index on rating_evidence (evidence_id)`,
  `create table skill_interests (
     person_id int not null constraint skill_interests_person references people,
     skill_id text not null constraint skill_interests_skill references skills,
     interest text constraint skill_interests_interest check (interest in ('more', 'fine', 'less')),
     last_used_on date,
     version int not null default 1,
     constraint skill_interests_pk primary key (person_id, skill_id)
   )`,
];

const downward = [
  `drop table skill_interests, rating_evidence, evidence_skills, evidence, current_levels, ratings`,
  `drop function keep_current_levels()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

import { sql, type Kysely } from 'kysely';

const upward = [
  `create table organisation (
     organisation_id int constraint organisation_pk primary key default 1 constraint organisation_one_row check (organisation_id = 1),
     name text not null,
     time_zone text not null,
     mode text not null constraint organisation_mode check (mode in ('demonstration', 'live')),
     policy jsonb not null default '{}',
     version int not null default 1
   )`,
  `create table sites (site_id int generated always as identity constraint sites_pk primary key, name text not null constraint sites_name_unique unique)`,
  `create table teams (team_id int generated always as identity constraint teams_pk primary key, name text not null constraint teams_name_unique unique)`,
  `create table people (
     person_id int generated always as identity constraint people_pk primary key,
     number text not null constraint people_number_unique unique,
     name text not null constraint people_name check (length(btrim(name)) > 0),
     email text,
     erased_at timestamptz,
     version int not null default 1
   )`,
  `create unique index people_email_unique on people (lower(email))`,
  `create index people_name_index on people (name, person_id)`,
  `create index people_name_search on people using gin (name gin_trgm_ops)`,
  `create table reporting_lines (
     reporting_line_id int generated always as identity constraint reporting_lines_pk primary key,
     person_id int not null constraint reporting_lines_person references people,
     manager_id int not null constraint reporting_lines_manager references people,
     started_on date not null,
     ended_on date,
     constraint reporting_lines_two_people check (person_id <> manager_id),
     constraint reporting_lines_dates check (ended_on >= started_on),
     constraint reporting_lines_one_manager exclude using gist (person_id with =, daterange(started_on, ended_on, '[]') with &&)
   )`,
  `create index reporting_lines_manager_index on reporting_lines (manager_id, person_id)`,
  `create table deputies (
     deputy_id int generated always as identity constraint deputies_pk primary key,
     manager_id int not null constraint deputies_manager references people,
     person_id int not null constraint deputies_person references people,
     started_on date not null,
     ended_on date not null,
     constraint deputies_two_people check (person_id <> manager_id),
     constraint deputies_dates check (ended_on >= started_on),
     constraint deputies_once exclude using gist (manager_id with =, person_id with =, daterange(started_on, ended_on, '[]') with &&)
   )`,
  `create index deputies_person_index on deputies (person_id)`,
  `create function refuse_reporting_cycle() returns trigger language plpgsql as $$
   begin
     -- Two changes that only together close a circle must see one another.
     perform pg_advisory_xact_lock(hashtext('reporting_lines'));
     if exists (
       with recursive upward as (
         select new.manager_id as person_id, daterange(new.started_on, new.ended_on, '[]') as during
         union
         select line.manager_id, upward.during * daterange(line.started_on, line.ended_on, '[]')
         from upward join reporting_lines line on line.person_id = upward.person_id
           and daterange(line.started_on, line.ended_on, '[]') && upward.during
       ) select from upward where person_id = new.person_id
     ) then
       raise exception 'a reporting line may not lead back to the same person'
         using errcode = '23514', constraint = 'reporting_lines_no_cycle', table = 'reporting_lines';
     end if;
     return null;
   end $$`,
  `create constraint trigger reporting_lines_no_cycle after insert or update on reporting_lines
   deferrable initially deferred for each row execute function refuse_reporting_cycle()`,
  `create function led_by(viewer int, day date) returns table (head_id int) language sql stable as $$
     select viewer where viewer is not null
     union
     select d.manager_id from deputies d where d.person_id = viewer and day between d.started_on and d.ended_on
   $$`,
  `create function reporting_line(viewer int, day date) returns table (person_id int) language sql stable as $$
     with recursive below as (
       select line.person_id from reporting_lines line
       where line.manager_id in (select head_id from led_by(viewer, day)) and daterange(line.started_on, line.ended_on, '[]') @> day
       union
       select line.person_id from below join reporting_lines line on line.manager_id = below.person_id
       where daterange(line.started_on, line.ended_on, '[]') @> day
     ) select below.person_id from below where below.person_id <> viewer
   $$`,
  `create function actor_relation(viewer int, subject int, day date) returns text language sql stable as $$
     with recursive upward as (
       select line.manager_id, 1 as distance from reporting_lines line
       where line.person_id = subject and daterange(line.started_on, line.ended_on, '[]') @> day
       union
       select line.manager_id, upward.distance + 1 from upward join reporting_lines line on line.person_id = upward.manager_id
       where daterange(line.started_on, line.ended_on, '[]') @> day and upward.distance < 100
     )
     select case
       when viewer = subject then 'self'
       else coalesce((select case when min(distance) = 1 then 'direct-manager' when min(distance) > 1 then 'line' end
         from upward where manager_id in (select head_id from led_by(viewer, day))), 'colleague') end
   $$`,
];

const downward = [
  `drop function actor_relation(int, int, date)`,
  `drop function reporting_line(int, date)`,
  `drop function led_by(int, date)`,
  `drop table deputies, reporting_lines, people, teams, sites, organisation`,
  `drop function refuse_reporting_cycle()`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

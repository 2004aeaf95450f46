import { sql, type Kysely } from 'kysely';

/**
 * Everybody with a role here on a day, with what they let recruiters see: their choice, or the organisation's, or the one a new
 * organisation begins with. `role_since` is the first day of the unbroken time in the role, breaks of up to 90 days bridged.
 */
const upward = [
  `create function profiles(day date) returns table (
     person_id int, name text, role_id text, family_id text, grade int, role_since date, holders int,
     site_id int, team_id int, shift text, hours_per_week numeric,
     skills_choice text, history_choice text, certificates_choice text, wishes_choice text)
   language sql stable as $$
     with holding as (
       select a.* from appointments a
       where a.kind = 'primary' and a.employer is null and a.status = 'confirmed' and a.started_on <= day and (a.ended_on is null or a.ended_on >= day)
     ), holders as (
       select h.role_id, count(*)::int as people from holding h group by h.role_id
     ), chosen as (
       select c.person_id,
         max(c.choice) filter (where c.section = 'skills') as skills, max(c.choice) filter (where c.section = 'history') as history,
         max(c.choice) filter (where c.section = 'certificates') as certificates, max(c.choice) filter (where c.section = 'wishes') as wishes
       from visibility_choices c group by c.person_id
     )
     select p.person_id, p.name, a.role_id, a.family_id, a.grade, since.first_day, h.people,
       a.site_id, a.team_id, a.shift, a.hours_per_week,
       coalesce(c.skills, o.policy #>> '{disclosure,skills}', 'anonymous'), coalesce(c.history, o.policy #>> '{disclosure,history}', 'anonymous'),
       coalesce(c.certificates, o.policy #>> '{disclosure,certificates}', 'anonymous'), coalesce(c.wishes, o.policy #>> '{disclosure,wishes}', 'hidden')
     from holding a
     join people p on p.person_id = a.person_id and p.erased_at is null
     join holders h on h.role_id = a.role_id
     cross join organisation o
     left join chosen c on c.person_id = p.person_id
     cross join lateral (
       select max(s.started_on) as first_day from (
         select b.started_on, b.role_id, lag(b.role_id) over earlier as before_role, lag(b.ended_on) over earlier as before_end
         from appointments b
         where b.person_id = a.person_id and b.kind = 'primary' and b.employer is null and b.status = 'confirmed' and b.started_on <= a.started_on
         window earlier as (order by b.started_on)
       ) s
       where s.role_id = a.role_id and (s.before_role is distinct from a.role_id or s.started_on - s.before_end > 91)
     ) since
   $$`,
];

const downward = ['drop function profiles(date)'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

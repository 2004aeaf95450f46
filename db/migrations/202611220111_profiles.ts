import { sql, type Kysely } from 'kysely';

/**
 * Everybody with a role here on a day, with what they let recruiters see: their choice, or the organisation's, or the one a new
 * organisation begins with. `role_since` is the first day of the unbroken time in the role, short breaks bridged as the policy says.
 * `holders` counts the people in the role, up to a hundred. The function is taken apart by the planner like a view: columns that a
 * query leaves out cost nothing, and its conditions reach the indexes.
 */
const upward = [
  `create index appointments_holders_index on appointments (role_id, coalesce(ended_on, 'infinity'))
   where kind = 'primary' and employer is null and status = 'confirmed'`,
  `create index appointments_ours_index on appointments (person_id, started_on, ended_on, role_id, family_id)
   where kind = 'primary' and employer is null and status = 'confirmed'`,
  // Lists of profiles come in an order that nobody can work out from ids: by this and the person, hashed together.
  `alter table accounts add column search_salt uuid not null default gen_random_uuid()`,
  `create function profiles(day date) returns table (
     person_id int, name text, role_id text, family_id text, grade int, role_since date, holders int,
     site_id int, team_id int, shift text, hours_per_week numeric,
     skills_choice text, history_choice text, certificates_choice text, wishes_choice text)
   language sql stable as $$
     select p.person_id, p.name, a.role_id, a.family_id, a.grade,
       (select max(s.started_on) from (
          select b.started_on, b.role_id, lag(b.role_id) over earlier as before_role, lag(b.ended_on) over earlier as before_end
          from appointments b
          where b.person_id = a.person_id and b.kind = 'primary' and b.employer is null and b.status = 'confirmed' and b.started_on <= a.started_on
          window earlier as (order by b.started_on)
        ) s where s.role_id = a.role_id and (s.before_role is distinct from a.role_id or s.started_on - s.before_end - 1 >
          case when jsonb_typeof(o.policy -> 'bridgedGapDays') = 'number' then (o.policy ->> 'bridgedGapDays')::numeric else 90 end)),
       (select count(*)::int from (select from appointments h
          where h.role_id = a.role_id and h.kind = 'primary' and h.employer is null and h.status = 'confirmed'
            and coalesce(h.ended_on, 'infinity') >= day and h.started_on <= day limit 100) counted),
       a.site_id, a.team_id, a.shift, a.hours_per_week,
       coalesce(skills.choice, o.policy #>> '{disclosure,skills}', 'anonymous'),
       coalesce(history.choice, o.policy #>> '{disclosure,history}', 'anonymous'),
       coalesce(certificates.choice, o.policy #>> '{disclosure,certificates}', 'anonymous'),
       coalesce(wishes.choice, o.policy #>> '{disclosure,wishes}', 'hidden')
     from appointments a
     join people p on p.person_id = a.person_id and p.erased_at is null
     cross join organisation o
     left join visibility_choices skills on skills.person_id = a.person_id and skills.section = 'skills'
     left join visibility_choices history on history.person_id = a.person_id and history.section = 'history'
     left join visibility_choices certificates on certificates.person_id = a.person_id and certificates.section = 'certificates'
     left join visibility_choices wishes on wishes.person_id = a.person_id and wishes.section = 'wishes'
     where a.kind = 'primary' and a.employer is null and a.status = 'confirmed' and a.started_on <= day and (a.ended_on is null or a.ended_on >= day)
   $$`,
];

const downward = [
  'drop function profiles(date)',
  'alter table accounts drop column search_salt',
  'drop index appointments_ours_index',
  'drop index appointments_holders_index',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

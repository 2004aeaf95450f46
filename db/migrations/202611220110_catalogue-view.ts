import { sql, type Kysely } from 'kysely';

/** One row with the whole catalogue as the domain takes it. Columns that a query leaves out cost nothing. */
const upward = [
  `create view catalogue as
   select
     (select coalesce(jsonb_agg(jsonb_build_object('id', f.family_id, 'name', f.name, 'review', (
         select jsonb_build_object('afterMonths', r.after_months, 'warnMonths', r.warn_months, 'graceDays', r.grace_days,
           'renewMonths', r.renew_months, 'restartOn', r.restart_on) from review_rules r where r.family_id = f.family_id))
         order by f.position), '[]') from families f) as families,
     (select coalesce(jsonb_agg(jsonb_build_object('id', r.role_id, 'name', r.name, 'family', r.family_id, 'grade', r.grade)
         order by r.grade, r.name), '[]') from roles r where r.retired_on is null) as roles,
     (select coalesce(jsonb_agg(jsonb_build_object('id', s.skill_id, 'name', s.name, 'kind', s.kind, 'freshMonths', s.fresh_months)
         order by s.name), '[]') from skills s) as skills,
     (select coalesce(jsonb_agg(jsonb_build_object('id', c.certification_id, 'name', c.name) order by c.name), '[]')
       from certifications c) as certifications,
     (select coalesce(jsonb_agg(jsonb_build_object('from', t.from_role_id, 'to', t.to_role_id, 'kind', t.kind,
         'typicalMonths', jsonb_build_array(t.typical_months_min, t.typical_months_max)) order by t.from_role_id, t.to_role_id), '[]')
       from transitions t where t.retired_on is null) as transitions,
     (select coalesce(jsonb_agg(jsonb_build_object('role', q.role_id, 'importance', q.importance, 'anyOf', q.any_of)
         order by q.role_id, q.position), '[]')
       from current_requirements q join roles r using (role_id) where r.retired_on is null) as requirements,
     coalesce((select o.policy from organisation o), '{}') as policy`,
];

const downward = ['drop view catalogue'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

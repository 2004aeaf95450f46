import { sql } from 'kysely';
import type { Trx } from '#db/handle.ts';
import type { Criterion, Requirement } from './catalogue.ts';

/** What a set of requirements says about where it comes from while it is as shipped. */
const shippedSource = 'starter catalogue';

/**
 * Publishes the shipped requirements of each role that has none yet, and a next version where they differ
 * from the current one and that is still the shipped one. A role with a set of the organisation's own, or
 * with a draft, is left alone; so is a new version that names a skill or certificate unknown here.
 * Answers how many sets were published.
 */
export async function publishRequirements(trx: Trx, requirements: readonly Requirement[]): Promise<number> {
  const byRole = new Map<string, Requirement[]>();
  for (const requirement of requirements) byRole.set(requirement.role, [...(byRole.get(requirement.role) ?? []), requirement]);
  const shipped = [...byRole].map(([role, ofRole]) => ({
    role,
    content: ofRole.map(({ importance, anyOf }) => ({ importance, anyOf })),
    skills: ofRole.flatMap(({ anyOf }) => anyOf.flatMap((one) => (one.kind === 'skill' ? one.skill : []))),
    certifications: ofRole.flatMap(({ anyOf }) => anyOf.flatMap((one) => (one.kind === 'certification' ? one.certification : []))),
  }));
  const published = await sql<{ requirementSetId: number; roleId: string }>`
    with held as materialized (
      select role_id, jsonb_agg(jsonb_build_object('importance', importance, 'anyOf', any_of) order by position) as content
      from current_requirements group by role_id)
    insert into requirement_sets (role_id, number, status, published_at, source)
    select r.role, coalesce(newest.number, 0) + 1, 'published', now(), ${shippedSource}
    from jsonb_to_recordset(${JSON.stringify(shipped)}::text::jsonb) as r(role text, content jsonb, skills text[], certifications text[])
    join roles on roles.role_id = r.role and roles.retired_on is null
    left join lateral (
      select number, status, source from requirement_sets s where s.role_id = r.role order by number desc limit 1) newest on true
    left join held on held.role_id = r.role
    where (newest.number is null and roles.edited_at is null or newest.status = 'published' and newest.source = ${shippedSource})
      and held.content is distinct from r.content
      and not exists (select from unnest(r.skills) as named(id) where not exists (select from skills where skill_id = named.id))
      and not exists (select from unnest(r.certifications) as named(id) where not exists (select from certifications where certification_id = named.id))
    returning requirement_set_id, role_id`.execute(trx);
  if (published.rows.length === 0) return 0;

  const rows = published.rows.flatMap(({ requirementSetId, roleId }) =>
    (byRole.get(roleId) ?? []).map((requirement, position) => ({ requirementSetId, position, requirement })));
  const inserted = await trx
    .insertInto('requirements')
    .values(rows.map(({ requirementSetId, position, requirement: { importance, source } }) => ({ requirementSetId, position, importance, source })))
    .returning(['requirementId', 'requirementSetId', 'position'])
    .execute();
  const ids = new Map(inserted.map((row) => [`${row.requirementSetId}/${row.position}`, row.requirementId]));
  await trx
    .insertInto('requirementCriteria')
    .values(rows.flatMap(({ requirementSetId, position: at, requirement }) =>
      requirement.anyOf.map((criterion, position) => (
        { requirementId: ids.get(`${requirementSetId}/${at}`)!, position, kind: criterion.kind, ...columnsOf(criterion) }))))
    .execute();
  return published.rows.length;
}

/** Every row names the same columns, so that all go in one statement. */
function columnsOf(criterion: Criterion) {
  const none = { skillId: null, level: null, months: null, families: null, education: null, certificationId: null };
  switch (criterion.kind) {
    case 'skill':
      return { ...none, skillId: criterion.skill, level: criterion.level };
    case 'experience':
      return { ...none, months: criterion.months, families: criterion.families };
    case 'education':
      return { ...none, education: criterion.level };
    case 'certification':
      return { ...none, certificationId: criterion.certification };
  }
}

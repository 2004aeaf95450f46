import { criterionText, namesOf, requirementText } from '#app/domain/criterion-text.ts';
import type { Requirement, RoleRequirement } from '#app/domain/requirement.ts';
import { roleDiff } from '#app/domain/role-diff.ts';
import type { Family, Role } from '#app/domain/role.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';

type Catalogue = { families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[]; requirements: RoleRequirement[] };

/** What changes from role `a` to role `b`: keeps, grows, new. Without both, only the roles to choose from. 404 for a role that is not there. */
export async function compareRoles(db: ReadDb, a: string | undefined, b: string | undefined) {
  const catalogue = await db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'requirements'])
    .$castTo<Catalogue>().executeTakeFirstOrThrow();
  const roles = catalogue.roles.map(({ id, name }) => ({ id, name }));
  const find = (id: string) => roles.find((role) => role.id === id) ?? notFound();
  const chosen = { a: a === undefined ? null : find(a), b: b === undefined ? null : find(b) };
  if (!chosen.a || !chosen.b) return { roles, ...chosen, diff: null };
  const names = namesOf(catalogue);
  const of = (id: string) => catalogue.requirements.filter(({ role }) => role === id);
  const diff = roleDiff(of(chosen.a.id), of(chosen.b.id));
  const row = (requirement: Requirement) => ({ text: requirementText(requirement, names), importance: requirement.importance });
  return {
    roles,
    ...chosen,
    diff: {
      keeps: diff.keeps.map(row),
      grows: diff.grows.map(({ from, requirement }) => ({ ...row(requirement), before: criterionText(from, names) })),
      fresh: diff.fresh.map(row),
    },
  };
}

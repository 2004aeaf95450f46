import { criterionText, namesOf, requirementText } from '#app/domain/criterion-text.ts';
import type { Requirement, RoleRequirement } from '#app/domain/requirement.ts';
import { roleDiff } from '#app/domain/role-diff.ts';
import type { Family, Role } from '#app/domain/role.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { wordingsOf } from './wording.server.ts';

type Catalogue = { families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[]; requirements: RoleRequirement[] };

/**
 * What changes from role `a` to role `b`: keeps, grows with the words of both levels, new with the words of the level. Without both, only the
 * roles to choose from. 404 for a role that is not there.
 */
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
  const changing = [...diff.grows.flatMap(({ from, requirement }) => [from, ...requirement.anyOf]), ...diff.fresh.flatMap(({ anyOf }) => anyOf)];
  const wordingOf = await wordingsOf(db, changing, names);
  const row = (requirement: Requirement) => ({ text: requirementText(requirement, names), importance: requirement.importance });
  const wordings = ({ anyOf }: Requirement) => anyOf.flatMap((criterion) => wordingOf(criterion) ?? []);
  return {
    roles,
    ...chosen,
    diff: {
      keeps: diff.keeps.map(row),
      grows: diff.grows.map(({ from, requirement }) => ({ ...row(requirement), before: { text: criterionText(from, names), wording: wordingOf(from) }, wordings: wordings(requirement) })),
      fresh: diff.fresh.map((requirement) => ({ ...row(requirement), wordings: wordings(requirement) })),
    },
  };
}

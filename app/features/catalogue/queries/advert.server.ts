import { namesOf, requirementText, wishText } from '#app/domain/criterion-text.ts';
import { isSkillsAlone, type RoleRequirement } from '#app/domain/requirement.ts';
import { roleDiff } from '#app/domain/role-diff.ts';
import type { Family, Role } from '#app/domain/role.ts';
import { levelName } from '#app/domain/skill.ts';
import type { Transition } from '#app/domain/transition.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { wordingsOf } from './wording.server.ts';

type Catalogue = {
  families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[];
  transitions: Transition[]; requirements: RoleRequirement[];
};

/** A role as one would advertise it, and what somebody from role `from` brings along. 404 for a role that is not offered. */
export async function getAdvert(db: ReadDb, id: string, from: string | undefined) {
  const [row, catalogue] = await Promise.all([
    db.selectFrom('roles as r').leftJoin('organisation as o', (join) => join.onTrue())
      .select(['r.summary', 'r.aliases', 'o.name as organisation']).where('r.roleId', '=', id).executeTakeFirst(),
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'transitions', 'requirements'])
      .$castTo<Catalogue>().executeTakeFirstOrThrow(),
  ]);
  const find = (wanted: string) => catalogue.roles.find((one) => one.id === wanted) ?? notFound();
  const role = find(id);
  const before = from === undefined ? null : find(from);
  if (!row) return notFound();
  const names = namesOf(catalogue);
  const requirements = catalogue.requirements.filter((one) => one.role === id);
  const wordingOf = await wordingsOf(db, requirements.flatMap(({ anyOf }) => anyOf), names);
  const words = (one: RoleRequirement) => one.anyOf.flatMap((criterion) => wordingOf(criterion) ?? []);
  const essential = requirements.filter(({ importance }) => importance === 'essential');
  const diff = before && roleDiff(catalogue.requirements.filter((one) => one.role === before.id), essential);
  return {
    role: { id, name: role.name, grade: role.grade, family: names.families[role.family] ?? role.family, summary: row.summary, aliases: row.aliases },
    organisation: row.organisation,
    tasks: essential.filter(isSkillsAlone).map((one) => ({ text: requirementText(one, names), wordings: words(one) })),
    asks: essential.filter((one) => !isSkillsAlone(one)).map(({ anyOf }) => wishText(anyOf, names)),
    helps: requirements.filter(({ importance }) => importance === 'desirable').map((one) => ({ text: isSkillsAlone(one) ? requirementText(one, names) : wishText(one.anyOf, names), wordings: isSkillsAlone(one) ? words(one) : [] })),
    leadsTo: catalogue.transitions.filter((move) => move.from === id).flatMap((move) => catalogue.roles.filter((one) => one.id === move.to).map(({ id: to, name }) => ({ id: to, name }))),
    from: before && diff && {
      id: before.id,
      name: before.name,
      brings: diff.keeps.map((one) => requirementText(one, names)),
      grows: diff.grows.map(({ requirement, from: held }) => ({ text: requirementText(requirement, names), before: held.kind === 'skill' ? `${held.level} ${levelName(held.level)}` : wishText([held], names) })),
      fresh: diff.fresh.map((one) => wishText(one.anyOf, names)),
    },
    roles: catalogue.roles.filter((one) => one.id !== id).map((one) => ({ id: one.id, name: one.name })),
  };
}

import { criterionText, missingText, namesOf, requirementText, type Names } from '#app/domain/criterion-text.ts';
import { policyOf, type Policy } from '#app/domain/policy.ts';
import { readiness, type Readiness } from '#app/domain/readiness.ts';
import { nearSum } from '#app/domain/reckoning.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { Family, Role } from '#app/domain/role.ts';
import type { Transition } from '#app/domain/transition.ts';
import type { TroddenPath } from '#app/domain/trodden-paths.ts';
import { heldRoles } from '#app/domain/whereabouts.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { listTroddenPaths } from './moves.server.ts';
import { findOwnStanding } from './standing.server.ts';

type Catalogue = {
  families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[];
  transitions: Transition[]; requirements: RoleRequirement[]; policy: unknown;
};

/** One role: what it asks for, where people come from and go to, and how near the actor is. 404 when there is none. */
export async function getRole(db: ReadDb, actor: Actor, today: string, id: string) {
  const [role, catalogue, own, trodden] = await Promise.all([
    db.selectFrom('roles').select(['roleId as id', 'name', 'grade', 'familyId', 'summary', 'aliases', 'onetSoc', 'escoUri', 'isco08', 'niceWorkRole', 'source', 'retiredOn'])
      .where('roleId', '=', id).executeTakeFirst(),
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'transitions', 'requirements', 'policy'])
      .$castTo<Catalogue>().executeTakeFirstOrThrow(),
    findOwnStanding(db, actor, today),
    listTroddenPaths(db, today, [id]),
  ]);
  if (!role) return notFound();
  const names = namesOf(catalogue);
  const requirements = catalogue.requirements.filter((one) => one.role === id);
  const policy = policyOf(catalogue.policy);
  const heldByMe = own !== null && heldRoles(own.where).includes(id);
  const mine = own && !heldByMe ? readiness(own.standing, requirements, 'claimed', policy) : null;
  return {
    role: { ...role, family: names.families[role.familyId] ?? role.familyId },
    essential: requirementRows(requirements, 'essential', names, mine),
    desirable: requirementRows(requirements, 'desirable', names, mine),
    mine: mine && mineOf(mine, names, policy),
    heldByMe,
    myRoleId: own?.where.from?.roleId ?? null,
    before: movesOf(catalogue, trodden, (move) => move.to === id, (move) => move.from),
    after: movesOf(catalogue, trodden, (move) => move.from === id, (move) => move.to),
  };
}

function requirementRows(requirements: readonly RoleRequirement[], importance: string, names: Names, mine: Readiness | null) {
  return requirements.filter((one) => one.importance === importance).map((requirement) => {
    const item = mine?.items.find((one) => one.requirement === requirement);
    const [only] = requirement.anyOf;
    return {
      text: requirementText(requirement, names),
      alternatives: requirement.anyOf.map((criterion) => criterionText(criterion, names)),
      skill: requirement.anyOf.length === 1 && only?.kind === 'skill' ? { name: names.skills[only.skill] ?? only.skill, level: only.level } : null,
      met: item ? item.met : null,
      held: item && requirement.anyOf.length === 1 && item.by.kind === 'skill' ? item.by.held : null,
    };
  });
}

function mineOf(mine: Readiness, names: Names, policy: Policy) {
  return {
    status: mine.status,
    essential: mine.essential,
    atMost: mine.atMost,
    toRate: mine.toRate.length,
    missing: mine.blockers.map((item) => missingText(item.by, names)),
    sum: nearSum(mine, names, policy),
  };
}

function movesOf(catalogue: Catalogue, trodden: readonly TroddenPath[], wanted: (move: { from: string; to: string }) => boolean, other: (move: { from: string; to: string }) => string) {
  return catalogue.transitions.filter(wanted).flatMap((move) => {
    const role = catalogue.roles.find((one) => one.id === other(move));
    const walked = trodden.find((path) => path.from === move.from && path.to === move.to);
    return role ? [{
      id: role.id, name: role.name, kind: move.kind, typicalMonths: move.typicalMonths,
      trodden: walked ? { people: walked.people, medianMonths: walked.medianMonths } : null,
    }] : [];
  });
}

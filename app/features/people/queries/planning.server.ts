import { careerRoutes } from '#app/domain/career-routes.ts';
import { missingText, type Names } from '#app/domain/criterion-text.ts';
import type { Nearness } from '#app/domain/nearness.ts';
import type { Policy } from '#app/domain/policy.ts';
import { moveSum, nearSum } from '#app/domain/reckoning.ts';
import { isUnrated, type RoleRequirement } from '#app/domain/requirement.ts';
import type { Family, Role } from '#app/domain/role.ts';
import type { Standing } from '#app/domain/standing.ts';
import type { Transition } from '#app/domain/transition.ts';
import type { TroddenPath } from '#app/domain/trodden-paths.ts';

/** The part of the catalogue that a path is planned by, as the view `catalogue` gives it. */
export interface PathCatalogue {
  families: Family[];
  roles: Role[];
  skills: { id: string; name: string }[];
  certifications: { id: string; name: string }[];
  transitions: Transition[];
  requirements: RoleRequirement[];
  policy: unknown;
}

/** Everything that planning one person's path goes by. */
export interface Planning {
  catalogue: PathCatalogue;
  names: Names;
  policy: Policy;
  /** On what the person claims, and on what is confirmed of it. */
  claimed: Standing;
  confirmed: Standing;
}

/** A next role as the list shows it. What the catalogue holds usual and what happened here are two things. */
export function nextRoleView({ role, claimed, confirmed }: Nearness, { catalogue, names, policy }: Planning, from: string, trodden: readonly TroddenPath[]) {
  const walked = trodden.find((path) => path.from === from && path.to === role.id);
  return {
    id: role.id,
    name: role.name,
    status: claimed.status,
    essential: claimed.essential,
    confirmed: confirmed.essential.met,
    atMost: claimed.atMost,
    sum: nearSum(claimed, names, policy),
    toRate: claimed.toRate.length,
    missing: claimed.blockers.map(({ by }) => missingText(by, names)),
    typicalMonths: catalogue.transitions.find((move) => move.from === from && move.to === role.id)?.typicalMonths ?? null,
    trodden: walked ? { people: walked.people, medianMonths: walked.medianMonths } : null,
  };
}

/** The best route to a role, step by step; null without one. */
export function bestRoute({ catalogue, claimed, policy, names }: Planning, from: string, to: string) {
  const [route] = careerRoutes({ ...catalogue, from, to, standing: claimed, policy, limit: 1 });
  if (!route) return null;
  return {
    months: route.months,
    atMost: route.hops.some(({ gains }) => gains.some(isUnrated)),
    hops: route.hops.map((hop, place) => ({
      atMost: hop.gains.some(isUnrated),
      id: hop.to,
      name: catalogue.roles.find(({ id }) => id === hop.to)?.name ?? hop.to,
      sum: moveSum(hop.gains, place === 0, names, policy),
      carries: hop.carries.length,
      agreements: hop.agreements.map((asked) => missingText(asked, names)),
    })),
  };
}

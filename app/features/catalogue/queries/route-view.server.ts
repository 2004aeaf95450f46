import { careerRoutes, type Route } from '#app/domain/career-routes.ts';
import { criterionText, missingText, type Names } from '#app/domain/criterion-text.ts';
import type { Policy } from '#app/domain/policy.ts';
import { reckoning } from '#app/domain/reckoning.ts';
import { isUnrated, type Measured, type RoleRequirement } from '#app/domain/requirement.ts';
import type { Role } from '#app/domain/role.ts';
import type { Standing } from '#app/domain/standing.ts';
import type { Transition } from '#app/domain/transition.ts';
import type { TroddenPath } from '#app/domain/trodden-paths.ts';

/** What routes are reckoned and named by. */
export interface RouteCatalogue {
  roles: Role[];
  transitions: Transition[];
  requirements: RoleRequirement[];
  names: Names;
  policy: Policy;
}

/** What one move, or a role from where somebody stands, is reckoned to: every part by name with its months. */
export function sumView(missing: readonly Measured[], first: boolean, names: Names, policy: Policy) {
  const { skills, others, ...months } = reckoning(missing, first, policy);
  const part = (one: Measured) => ({ text: missingText(one, names), months: one.cost });
  return { ...months, skills: skills.map(part), others: others.map(part) };
}

/** A route as the page shows it. What the catalogue holds usual for a move and what happened here are two things. */
export function routeView(route: Route, { roles, transitions, names, policy }: RouteCatalogue, trodden: readonly TroddenPath[]) {
  return {
    ...totalOf(route),
    roles: route.roles,
    hops: route.hops.map((hop, place) => {
      const isMove = (one: { from: string; to: string }) => one.from === hop.from && one.to === hop.to;
      const walked = trodden.find(isMove);
      return {
        to: hop.to,
        name: roles.find((role) => role.id === hop.to)?.name ?? hop.to,
        atMost: hop.gains.some(isUnrated),
        sum: sumView(hop.gains, place === 0, names, policy),
        carries: hop.carries.map((carried) => criterionText(carried, names)),
        agreements: hop.agreements.map((asked) => missingText(asked, names)),
        typicalMonths: transitions.find(isMove)?.typicalMonths ?? null,
        trodden: walked ? { people: walked.people, medianMonths: walked.medianMonths } : null,
      };
    }),
  };
}

/**
 * What an assumption changes about the routes between two roles: for each of those with it, what the same route takes without it and which
 * place it has then (null: not among those listed); and the routes that are no longer listed.
 */
export function routeChanges(before: readonly Route[], after: readonly Route[], catalogue: RouteCatalogue, standings: { before: Standing; after: Standing }) {
  const keyOf = (route: Route) => route.roles.join('>');
  return {
    without: after.map((route) => {
      const place = before.findIndex((one) => keyOf(one) === keyOf(route));
      return { ...totalOf(before[place] ?? along(route.roles, standings.before, catalogue)), place: place < 0 ? null : place + 1 };
    }),
    left: before.filter((route) => !after.some((one) => keyOf(one) === keyOf(route))).map((route) => ({
      names: route.roles.slice(1).map((id) => catalogue.roles.find((role) => role.id === id)?.name ?? id),
      before: totalOf(route),
      after: totalOf(along(route.roles, standings.after, catalogue)),
    })),
  };
}

function totalOf({ months, exceptions, hops }: Route) {
  return { months, exceptions, atMost: hops.some(({ gains }) => gains.some(isUnrated)) };
}

/** The one way over these roles. */
function along(ids: readonly string[], standing: Standing, catalogue: RouteCatalogue): Route {
  const transitions = ids.slice(1).map((to, place) => ({ from: ids[place]!, to }));
  const [route] = careerRoutes({ ...catalogue, transitions, from: ids[0]!, to: ids.at(-1)!, standing, limit: 1 });
  return route!;
}

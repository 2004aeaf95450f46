import { careerRoutes, type Route } from '#app/domain/career-routes.ts';
import { criterionText, missingText, type Names } from '#app/domain/criterion-text.ts';
import type { Policy } from '#app/domain/policy.ts';
import { moveSum } from '#app/domain/reckoning.ts';
import { isUnrated, type RoleRequirement } from '#app/domain/requirement.ts';
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
        sum: moveSum(hop.gains, place === 0, names, policy),
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
      return { ...inShort(before[place] ?? along(route.roles, standings.before, catalogue), catalogue), place: place < 0 ? null : place + 1 };
    }),
    left: before.filter((route) => !after.some((one) => keyOf(one) === keyOf(route))).map((route) => ({
      before: inShort(route, catalogue),
      after: inShort(along(route.roles, standings.after, catalogue), catalogue),
    })),
  };
}

function totalOf({ months, exceptions, hops }: Route) {
  return { months, exceptions, atMost: hops.some(({ gains }) => gains.some(isUnrated)) };
}

/** A route as its months, laid open by its moves. */
function inShort(route: Route, { roles }: RouteCatalogue) {
  const hops = route.hops.map(({ to, months, gains }) => ({ name: roles.find(({ id }) => id === to)?.name ?? to, months, atMost: gains.some(isUnrated) }));
  return { ...totalOf(route), hops };
}

/** The one way over these roles. */
function along(ids: readonly string[], standing: Standing, catalogue: RouteCatalogue): Route {
  const transitions = ids.slice(1).map((to, place) => ({ from: ids[place]!, to }));
  const [route] = careerRoutes({ ...catalogue, transitions, from: ids[0]!, to: ids.at(-1)!, standing, limit: 1 });
  return route!;
}

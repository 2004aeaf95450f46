import { careerRoutes } from '#app/domain/career-routes.ts';
import { namesOf } from '#app/domain/criterion-text.ts';
import { policyOf } from '#app/domain/policy.ts';
import { readiness, type Readiness } from '#app/domain/readiness.ts';
import { nearSum } from '#app/domain/reckoning.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { Family, Role } from '#app/domain/role.ts';
import type { Standing } from '#app/domain/standing.ts';
import { nextRoles, type Transition } from '#app/domain/transition.ts';
import { whatIf } from '#app/domain/what-if.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { listTroddenPaths } from './moves.server.ts';
import { routeChanges, routeView, type RouteCatalogue } from './route-view.server.ts';
import { findOwnStanding, nothingYet } from './standing.server.ts';
import { assumptionRows, readAssumptions, worthTrying } from './what-if.server.ts';

type Catalogue = {
  families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[];
  transitions: Transition[]; requirements: RoleRequirement[]; policy: unknown;
};
type Wanted = { from?: string | undefined; to?: string | undefined; family?: string | undefined; if?: readonly string[] };

/**
 * The career map as seen by the actor: all roles, the moves from `from` (without one: from where the actor stands) with
 * readiness in words, and, with `to`, up to three routes there. Estimates start from what the actor claims, and from what `if` assumes on
 * top of it, then beside what holds without. Nothing is kept. 404 for an unknown role, family or assumption.
 */
export async function getCareerMap(db: ReadDb, actor: Actor, today: string, wanted: Wanted) {
  const [stored, own] = await Promise.all([
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'transitions', 'requirements', 'policy'])
      .$castTo<Catalogue>().executeTakeFirstOrThrow(),
    findOwnStanding(db, actor, today),
  ]);
  const { families, roles, skills, certifications } = stored;
  const catalogue: RouteCatalogue = { ...stored, names: namesOf(stored), policy: policyOf(stored.policy) };
  const named = (id: string | null | undefined) => (id ? roles.find((role) => role.id === id) ?? null : null);
  const from = named(wanted.from) ?? named(own?.where.from?.roleId);
  const to = named(wanted.to);
  if ((wanted.from && !from) || (wanted.to && !to) || (wanted.family && !families.some(({ id }) => id === wanted.family))) return notFound();
  const { assumptions, leftOut } = readAssumptions(wanted.if ?? [], catalogue.names);
  const before = own?.standing ?? nothingYet;
  const after = whatIf(before, assumptions);
  const routesOf = (standing: Standing) => (from && to ? careerRoutes({ ...catalogue, from: from.id, to: to.id, standing }) : []);
  const routes = routesOf(after);
  const trodden = await listTroddenPaths(db, today, [...new Set(routes.flatMap((route) => route.roles.slice(0, -1)))]);
  const next = from ? nextRoles(stored.transitions, from.id) : [];
  const near = nearnessIn(catalogue, after);
  const nearWithout = nearnessIn(catalogue, before);
  return {
    ownRoleId: own?.where.from?.roleId ?? null,
    held: own?.where.held ?? null,
    beside: roles.filter(({ id }) => own?.where.beside.some(({ roleId }) => roleId === id)).map(({ id, name }) => ({ id, name })),
    estimatesAreMine: own !== null,
    from: from && { id: from.id, name: from.name },
    to: to && { id: to.id, name: to.name },
    family: wanted.family ?? null,
    families: families.map(({ id, name }) => ({ id, name })),
    roles: roles.map((role) => ({ ...role, next: next.includes(role.id), readiness: next.includes(role.id) || role.id === to?.id ? nearView(near(role.id), catalogue) : null })),
    transitions: stored.transitions.map(({ from: start, to: end }) => ({ from: start, to: end })),
    routes: routes.map((route) => routeView(route, catalogue, trodden)),
    whatIf: {
      assumptions: assumptionRows(assumptions, before, catalogue.names), leftOut,
      tries: worthTrying(to ? routes.flatMap(({ hops }) => hops.flatMap(({ gains }) => gains)) : next.flatMap((id) => near(id).blockers.map(({ by }) => by)), catalogue.names),
      skills: skills.map(({ id, name }) => ({ id, name })),
      certifications: certifications.map(({ id, name }) => ({ id, name })),
      changes: assumptions.length === 0 ? null : {
        routes: routeChanges(routesOf(before), routes, catalogue, { before, after }),
        next: to ? [] : next.map((id) => ({ id, before: nearView(nearWithout(id), catalogue), after: nearView(near(id), catalogue) })),
      },
    },
  };
}

function nearnessIn({ requirements, policy }: RouteCatalogue, standing: Standing): (roleId: string) => Readiness {
  return (roleId) => readiness(standing, requirements.filter(({ role }) => role === roleId), 'claimed', policy);
}

function nearView(near: Readiness, { names, policy }: RouteCatalogue) {
  const { status, months, atMost, toRate } = near;
  return { status, months, atMost, toRate: toRate.length, sum: nearSum(near, names, policy) };
}

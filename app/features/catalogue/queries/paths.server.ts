import { careerRoutes, type Route } from '#app/domain/career-routes.ts';
import { missingText, namesOf, type Names } from '#app/domain/criterion-text.ts';
import { policyOf } from '#app/domain/policy.ts';
import { readiness } from '#app/domain/readiness.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { Family, Role } from '#app/domain/role.ts';
import { nextRoles, type Transition } from '#app/domain/transition.ts';
import type { TroddenPath } from '#app/domain/trodden-paths.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { listTroddenPaths } from './moves.server.ts';
import { findOwnStanding, nothingYet } from './standing.server.ts';

type Catalogue = {
  families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[];
  transitions: Transition[]; requirements: RoleRequirement[]; policy: unknown;
};

/**
 * The career map as seen by the actor: all roles, the moves from `from` (without one: from the actor's own role) with
 * readiness in words, and, with `to`, up to three routes there. Estimates start from what the actor claims. 404 for an unknown role.
 */
export async function getCareerMap(db: ReadDb, actor: Actor, today: string, wanted: { from?: string | undefined; to?: string | undefined }) {
  const [catalogue, own] = await Promise.all([
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'transitions', 'requirements', 'policy'])
      .$castTo<Catalogue>().executeTakeFirstOrThrow(),
    findOwnStanding(db, actor, today),
  ]);
  const named = (id: string | null | undefined) => (id ? catalogue.roles.find((role) => role.id === id) ?? null : null);
  const from = named(wanted.from) ?? named(own?.roleId);
  const to = named(wanted.to);
  if ((wanted.from && !from) || (wanted.to && !to)) return notFound();
  const policy = policyOf(catalogue.policy);
  const standing = own?.standing ?? nothingYet;
  const routes = from && to ? careerRoutes({ ...catalogue, from: from.id, to: to.id, standing, policy }) : [];
  const trodden = await listTroddenPaths(db, today, [...new Set(routes.flatMap((route) => route.roles.slice(0, -1)))]);
  const next = from ? nextRoles(catalogue.transitions, from.id) : [];
  const names = namesOf(catalogue);
  return {
    ownRoleId: own?.roleId ?? null,
    estimatesAreMine: own !== null,
    from: from && { id: from.id, name: from.name },
    to: to && { id: to.id, name: to.name },
    families: catalogue.families.map(({ id, name }) => ({ id, name })),
    roles: catalogue.roles.map((role) => {
      const held = next.includes(role.id) || role.id === to?.id;
      const near = held ? readiness(standing, catalogue.requirements.filter((one) => one.role === role.id), 'claimed', policy) : null;
      return { ...role, next: next.includes(role.id), readiness: near && { status: near.status, months: near.months, atMost: near.atMost, toRate: near.toRate.length } };
    }),
    transitions: catalogue.transitions.map(({ from: start, to: end, kind }) => ({ from: start, to: end, kind })),
    routes: routes.map((route) => routeView(route, catalogue.roles, names, trodden)),
  };
}

function routeView(route: Route, roles: readonly Role[], names: Names, trodden: readonly TroddenPath[]) {
  return {
    months: route.months,
    atMost: route.hops.some(hasUnrated),
    exceptions: route.exceptions,
    roles: route.roles,
    hops: route.hops.map((hop) => {
      const walked = trodden.find((path) => path.from === hop.from && path.to === hop.to);
      return {
        to: hop.to,
        name: roles.find((role) => role.id === hop.to)?.name ?? hop.to,
        months: hop.months,
        atMost: hasUnrated(hop),
        learning: hop.learning,
        waiting: hop.waiting,
        gains: hop.gains.map((gain) => ({ text: missingText(gain, names), months: gain.cost })),
        carries: hop.carries.map((carried) => missingFree(carried, names)),
        agreements: hop.agreements.map((asked) => missingText(asked, names)),
        trodden: walked ? { people: walked.people, medianMonths: walked.medianMonths } : null,
      };
    }),
  };
}

/** A sum with a skill in it that nobody has rated yet is an upper bound. */
function hasUnrated({ gains }: Route['hops'][number]): boolean {
  return gains.some((gain) => gain.kind === 'skill' && gain.held === null);
}

function missingFree(carried: Parameters<typeof missingText>[0], names: Names): string {
  return carried.kind === 'skill' ? `${names.skills[carried.skill] ?? carried.skill} at ${carried.level}` : missingText(carried, names).replace(/ \(.*\)$/, '');
}

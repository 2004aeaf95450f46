import { comparePeople } from './ordering.ts';
import type { Policy } from './policy.ts';
import { readiness, type Readiness, type ReadinessStatus } from './readiness.ts';
import type { RoleRequirement } from './requirement.ts';
import type { Role } from './role.ts';
import type { Standing } from './standing.ts';
import { nextRoles, type Move } from './transition.ts';

/** What nearness is told by: the catalogue, and what somebody brings, as they claim it and as far as it is confirmed. */
export type Bearings = {
  catalogue: { roles: readonly Role[]; transitions: readonly Move[]; requirements: readonly RoleRequirement[] };
  claimed: Standing;
  confirmed: Standing;
  policy: Policy;
};

/** How near somebody is to a role: on what they claim, and how much of it is confirmed. */
export type Nearness = { role: Role; claimed: Readiness; confirmed: Readiness };

const statusOrder: readonly ReadinessStatus[] = ['ready', 'close', 'growing', 'unknown'];

/** How near the person is to one role. */
export function nearnessTo({ catalogue, claimed, confirmed, policy }: Bearings, role: Role): Nearness {
  const requirements = catalogue.requirements.filter((one) => one.role === role.id);
  return { role, claimed: readiness(claimed, requirements, 'claimed', policy), confirmed: readiness(confirmed, requirements, 'confirmed', policy) };
}

/** The roles one move away: ready, close, growing, not known yet; among equals as people for a role are ordered. */
export function nextSteps(bearings: Bearings, from: string): Nearness[] {
  const { roles, transitions } = bearings.catalogue;
  const ahead = new Set(nextRoles(transitions, from));
  return roles.filter(({ id }) => ahead.has(id)).map((role) => nearnessTo(bearings, role)).sort((a, b) =>
    statusOrder.indexOf(a.claimed.status) - statusOrder.indexOf(b.claimed.status)
    || comparePeople({ name: a.role.name, readiness: a.claimed, confirmed: a.confirmed }, { name: b.role.name, readiness: b.claimed, confirmed: b.confirmed }));
}

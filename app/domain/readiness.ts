import { defaultPolicy, type Policy } from './policy.ts';
import { reckoning } from './reckoning.ts';
import { deciding, isSkillsAlone, isUnrated, measure, requirementKey, type Measured, type Requirement } from './requirement.ts';
import type { Basis, Standing } from './standing.ts';

export type ReadinessStatus = 'unknown' | 'ready' | 'close' | 'growing';

/** One requirement held against a person. `by` is the criterion that met it, or the cheapest one. */
export type ReadinessItem = { requirement: Requirement; met: boolean; rated: boolean; cost: number; by: Measured };

export type Readiness = {
  status: ReadinessStatus;
  essential: { met: number; total: number };
  desirable: { met: number; total: number };
  /** Every requirement, essentials first, in an order that does not depend on the list's. */
  items: ReadinessItem[];
  /** The unmet essentials, cheapest first. */
  blockers: ReadinessItem[];
  /** Estimated months until ready: 0 when ready, null when unknown. */
  months: number | null;
  /** Whether unrated skills are part of the months, which then read "at most". */
  atMost: boolean;
  /** Skills to rate before more can be said, by id. */
  toRate: string[];
};

/**
 * How ready a person is for a role, given the role's requirements.
 * `unknown` when the role has no essential, or more than half of the essentials made of skills alone are
 * not rated; `ready` when all essentials are met; `close` when few are unmet and each is near; else
 * `growing`. There is no score: too much of one skill never pays for a missing one. It decides nothing by itself.
 */
export function readiness(
  standing: Standing,
  requirements: readonly Requirement[],
  basis: Basis,
  policy: Policy = defaultPolicy,
): Readiness {
  const items = requirements
    .map((requirement) => ({ key: requirementKey(requirement), item: assess(standing, requirement, basis, policy) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .flatMap(({ item }) => item ?? []);
  const essentials = items.filter(({ requirement }) => requirement.importance === 'essential');
  const desirables = items.filter(({ requirement }) => requirement.importance === 'desirable');
  const blockers = essentials.filter(({ met }) => !met).sort((a, b) => a.cost - b.cost);
  const unrated = essentials.filter(({ rated }) => !rated);
  const status = statusOf(essentials, blockers, unrated, policy);
  return {
    status,
    essential: { met: essentials.length - blockers.length, total: essentials.length },
    desirable: { met: desirables.filter(({ met }) => met).length, total: desirables.length },
    items,
    blockers,
    months: status === 'unknown' ? null : status === 'ready' ? 0 : reckoning(blockers.map(({ by }) => by), true, policy).months,
    atMost: status !== 'unknown' && unrated.length > 0,
    toRate: skillsOf(unrated),
  };
}

function assess(standing: Standing, requirement: Requirement, basis: Basis, policy: Policy): ReadinessItem | null {
  const measured = requirement.anyOf.map((criterion) => measure(standing, criterion, basis, policy));
  const by = deciding(measured);
  if (!by) return null;
  const rated = !measured.every(isUnrated);
  return { requirement, met: by.met, rated, cost: by.cost, by };
}

function statusOf(
  essentials: readonly ReadinessItem[],
  blockers: readonly ReadinessItem[],
  unrated: readonly ReadinessItem[],
  policy: Policy,
): ReadinessStatus {
  const ofSkills = essentials.filter(({ requirement }) => isSkillsAlone(requirement)).length;
  if (essentials.length === 0 || unrated.length * 2 > ofSkills) return 'unknown';
  if (blockers.length === 0) return 'ready';
  const near = blockers.length <= policy.closeBlockers && blockers.every(({ cost }) => cost <= policy.closeMonths);
  return near ? 'close' : 'growing';
}

function skillsOf(items: readonly ReadinessItem[]): string[] {
  const skills = items.flatMap(({ requirement }) => requirement.anyOf.flatMap((one) => (one.kind === 'skill' ? one.skill : [])));
  return [...new Set(skills)].sort();
}

import { educationEffort, skillEffort } from './effort.ts';
import type { ItemKind } from './plan.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { ReadinessItem } from './readiness.ts';
import { criterionKey, measure, type Criterion, type Measured } from './requirement.ts';
import { levels, type Level } from './skill.ts';
import type { Standing } from './standing.ts';

/** One way to close a blocker: what it takes, what helps with it, and the steps its months are made of. `rate` first where nobody knows the level. */
export type ClosingWay = { by: Measured; kinds: ItemKind[]; rateFirst: boolean; steps: { from: number; to: number; months: number }[] };

/** A blocker with the ways to close it, the one that counts first; any one of them will do. */
export type Suggestion = { key: string; months: number; ways: ClosingWay[] };

/**
 * What would help with each blocker, in the order of the blockers: fewest months first. What helps to reach a level depends on the level:
 * see it and learn about it up to 2, do it beside somebody up to 3, carry it from 4 on. Experience comes with work, certificates with an
 * examination. The months are the estimates of the readiness they come from. `families`: those the person works in, where the time counts by itself.
 */
export function suggestionsFor(
  blockers: readonly ReadinessItem[], standing: Standing, families: readonly string[], policy: Policy = defaultPolicy,
): Suggestion[] {
  return blockers.map(({ requirement, by, cost }) => {
    const others = requirement.anyOf.filter((criterion) => criterionKey(criterion) !== criterionKey(by))
      .map((criterion) => measure(standing, criterion, 'claimed', policy)).sort((a, b) => a.cost - b.cost);
    return { key: requirement.anyOf.map(criterionKey).join(' | '), months: cost, ways: [by, ...others].map((way) => closingWay(way, families, policy)) };
  });
}

/** What helps to climb from a level to the next. */
function helpfulKinds(from: number): ItemKind[] {
  if (from <= 0) return ['course', 'shadowing'];
  if (from === 1) return ['shadowing', 'course'];
  if (from === 2) return ['mentoring', 'project', 'shadowing'];
  return ['project', 'mentoring'];
}

function closingWay(by: Measured, families: readonly string[], policy: Policy): ClosingWay {
  switch (by.kind) {
    case 'skill': {
      const from = by.held ?? 0;
      const steps = levels.filter((level) => level > from && level <= by.level)
        .map((to) => ({ from: to - 1, to, months: skillEffort(to - 1, to, policy) }));
      return { by, kinds: helpfulKinds(from), rateFirst: by.held === null, steps };
    }
    case 'experience':
      return { by, kinds: by.families.some((family) => families.includes(family)) ? [] : ['project', 'on-call'], rateFirst: false, steps: [] };
    case 'education':
      return { by, kinds: educationEffort(by.held, by.level, policy) > 0 ? ['course'] : [], rateFirst: false, steps: [] };
    case 'certification':
      return { by, kinds: ['certificate'], rateFirst: false, steps: [] };
  }
}

/** A skill at a level as if a role asked for nothing else, so that a plan for a skill is held against the same rules. */
export function asRequirement(skill: string, level: Level): { importance: 'essential'; anyOf: Criterion[] } {
  return { importance: 'essential', anyOf: [{ kind: 'skill', skill, level }] };
}

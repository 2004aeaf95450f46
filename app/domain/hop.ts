import { educationLevels } from './education.ts';
import { educationEffort, moveMonths, skillEffort } from './effort.ts';
import type { Policy } from './policy.ts';
import type { Criterion, Requirement } from './requirement.ts';

/**
 * What somebody holds on the way, as numbers in one list: the level of each skill, whether each certificate is held, the months
 * gained in each family, the rank of education. A search tries thousands of moves, so it has to be quick to read and to copy.
 */
export type Held = readonly number[];

/** A criterion with the places in `Held` that it looks at, what it wants there, and the experience brought along. */
export type Need = { criterion: Criterion; slots: readonly number[]; want: number; base: number };

/** An essential requirement of a role. */
export type Essential = { requirement: Requirement; needs: readonly Need[] };

/** A role on the way: its family, the place of that family's gained months, its essentials. */
export type Stop = { id: string; family: string; familySlot: number; essentials: readonly Essential[] };

/** Months by level, or by rank of education, from and to, so that they are added up only once. */
export type Prices = { skill: number[][]; education: number[][]; policy: Policy };

/** What one move takes. `chosen` has the criterion for each essential, null where an exception is needed. */
export type Taken = { months: number; exceptions: number; learning: number; waiting: number; chosen: (Need | null)[] };

/** The prices of a policy. */
export function pricesOf(policy: Policy): Prices {
  const levels = [0, 1, 2, 3, 4, 5];
  return {
    skill: levels.map((from) => levels.map((to) => skillEffort(from, to, policy))),
    education: educationLevels.map((from) => educationLevels.map((to) => educationEffort(from, to, policy))),
    policy,
  };
}

/** How much of a criterion is held. */
export function holding(held: Held, { slots, base }: Need): number {
  let sum = base;
  for (const slot of slots) sum += held[slot]!;
  return sum;
}

/** Months until a criterion is met, 0 when it is. */
export function price(held: Held, need: Need, prices: Prices): number {
  const has = holding(held, need);
  if (has >= need.want) return 0;
  switch (need.criterion.kind) {
    case 'skill':
      return prices.skill[has]![need.want]!;
    case 'experience':
      return need.want - has;
    case 'education':
      return prices.education[has]![need.want]!;
    case 'certification':
      return prices.policy.certificateMonths;
  }
}

/**
 * What the move takes from what is held: for each essential the first criterion that is met, else the cheapest that is open. Missing
 * experience is open only where the role one waits in belongs to a family that counts; without an open criterion an exception is counted.
 */
export function take(held: Held, from: Stop, to: Stop, first: boolean, prices: Prices): Taken {
  const { skillsSideBySide } = prices.policy;
  const chosen: (Need | null)[] = [];
  let longest = 0;
  let sum = 0;
  let waiting = 0;
  let exceptions = 0;
  for (const { needs } of to.essentials) {
    let best: Need | null = null;
    let cost = Infinity;
    for (const need of needs) {
      if (holding(held, need) >= need.want) {
        best = need;
        cost = 0;
        break;
      }
      if (need.criterion.kind === 'experience' && !need.slots.includes(from.familySlot)) continue;
      const months = price(held, need, prices);
      if (months < cost) {
        best = need;
        cost = months;
      }
    }
    chosen.push(best);
    if (!best) {
      exceptions += 1;
    } else if (best.criterion.kind === 'skill') {
      if (cost > longest) longest = cost;
      sum += cost;
    } else if (cost > waiting) {
      waiting = cost;
    }
  }
  const learning = Math.max(longest, Math.ceil(sum / skillsSideBySide));
  return { months: moveMonths(learning, waiting, first, prices.policy), exceptions, learning, waiting, chosen };
}

/** What is held after the move: the chosen skills, education and certificates, and the months gained in the family one waited in. */
export function after(held: Held, from: Stop, taken: Taken): Held {
  const next = held.slice();
  for (const need of taken.chosen) {
    if (!need || need.criterion.kind === 'experience') continue;
    const slot = need.slots[0]!;
    if (next[slot]! < need.want) next[slot] = need.want;
  }
  next[from.familySlot]! += taken.months;
  return next;
}

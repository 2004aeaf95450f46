import { educationLevels } from './education.ts';
import { holding, price, type Held, type Need, type Prices, type Stop, type Taken } from './hop.ts';
import { requirementKey, type Measured } from './requirement.ts';
import type { Level } from './skill.ts';

/** One move of a route, with the sum laid open. */
export type RouteHop = {
  from: string;
  to: string;
  months: number;
  /** How many requirements need an agreement, as they cannot be met on this way. */
  exceptions: number;
  /** Months of learning skills side by side, and of the longest other need; the greater of them, or the least for a move, is `months`. */
  learning: number;
  waiting: number;
  /** The family whose experience grows by `months` meanwhile. */
  familyId: string;
  /** What is new, what is carried over, what needs an agreement. Costs are months, for an agreement those that would be missing. */
  gains: Measured[];
  carries: Measured[];
  agreements: Measured[];
};

/** The move with everything a page shows of it, in an order that does not depend on how requirements are listed. */
export function describe(held: Held, from: Stop, to: Stop, taken: Taken, prices: Prices): RouteHop {
  const { months, exceptions, learning, waiting } = taken;
  const hop: RouteHop = { from: from.id, to: to.id, months, exceptions, learning, waiting, familyId: from.family, gains: [], carries: [], agreements: [] };
  const rows = to.essentials.map((essential, index) => ({ essential, need: taken.chosen[index] ?? null, key: requirementKey(essential.requirement) }));
  for (const { essential, need } of rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))) {
    if (need) {
      const measured = asMeasured(held, need, prices);
      (measured.met ? hop.carries : hop.gains).push(measured);
    } else {
      const all = essential.needs.map((one) => asMeasured(held, one, prices));
      hop.agreements.push(all.reduce((least, one) => (one.cost < least.cost ? one : least)));
    }
  }
  return hop;
}

function asMeasured(held: Held, need: Need, prices: Prices): Measured {
  const has = holding(held, need);
  const { criterion } = need;
  const outcome = { met: has >= need.want, cost: price(held, need, prices) };
  switch (criterion.kind) {
    case 'skill':
      return { ...criterion, held: has === 0 ? null : (has as Level), ...outcome };
    case 'experience':
      return { ...criterion, held: has, ...outcome };
    case 'education':
      return { ...criterion, held: educationLevels[has] ?? 'none', ...outcome };
    case 'certification':
      return { ...criterion, held: has > 0, ...outcome };
  }
}


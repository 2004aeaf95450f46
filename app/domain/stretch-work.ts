import { earlierOf, type Day } from './date.ts';

/** Stretch work as the ledger counts it. */
export type StretchItem = { state: 'under-way' | 'done'; startsOn: Day | null; endsOn: Day | null; doneOn: Day | null; addedOn: Day };

/**
 * The days that stretch work took, up to today; its first day is the day it was written down where no other is known. What was begun before
 * the day it was planned for has no other.
 */
export function stretchSpan({ state, startsOn, endsOn, doneOn, addedOn }: StretchItem, today: Day): { from: Day; to: Day } {
  if (state === 'under-way') return { from: earlierOf(startsOn !== null && startsOn <= today ? startsOn : addedOn, today), to: today };
  const last = doneOn ?? endsOn ?? addedOn;
  const to = endsOn === null ? last : earlierOf(endsOn, last);
  return { from: earlierOf(startsOn ?? to, to), to };
}

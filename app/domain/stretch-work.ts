import { earlierOf, laterOf, type Day } from './date.ts';

/** Stretch work as the ledger counts it. */
export type StretchItem = { state: 'under-way' | 'done'; startsOn: Day | null; endsOn: Day | null; doneOn: Day | null; addedOn: Day };

/** The days that stretch work took, up to today; its first day is the day it was written down where no other is known. */
export function stretchSpan({ state, startsOn, endsOn, doneOn, addedOn }: StretchItem, today: Day): { from: Day; to: Day } {
  const last = state === 'done' ? doneOn ?? endsOn ?? addedOn : today;
  const to = endsOn !== null && state === 'done' ? earlierOf(endsOn, last) : last;
  const from = startsOn ?? earlierOf(state === 'done' ? to : addedOn, to);
  return { from: earlierOf(from, to), to: laterOf(from, to) };
}

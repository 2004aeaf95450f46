import { addMonths, earlierOf, type Day } from './date.ts';
import type { ItemState } from './plan.ts';

/** What of an item its progress is told by. `addedOn`: the day it came into the plan. */
export type ProgressItem = { state: ItemState; addedOn: Day; startsOn: Day | null; doneOn: Day | null };

/** How many items stood where on a day. */
export type ProgressPoint = { on: Day; planned: number; underWay: number; done: number };

const mostPoints = 13;

/** The days a plan is looked at: its first day, month by month after it, and today; at most about a dozen, evenly spread. */
export function progressDays(startedOn: Day, today: Day): Day[] {
  const days = [startedOn];
  for (let months = 1; addMonths(startedOn, months) < today; months += 1) days.push(addMonths(startedOn, months));
  const step = Math.ceil(days.length / (mostPoints - 1));
  return [...days.filter((_, place) => place % step === 0), ...(startedOn < today ? [today] : [])];
}

/**
 * Where the items stood on each day. Only what is written down counts: an item is under way from its first day, if it was begun, and done
 * from the day it was finished; today it is what it says. What was dropped is left out.
 */
export function planProgress(items: readonly ProgressItem[], days: readonly Day[], today: Day): ProgressPoint[] {
  const counted = items.filter(({ state }) => state !== 'dropped');
  return days.map((on) => {
    const states = counted.flatMap((item) => stateOn(item, on, today) ?? []);
    const count = (state: ItemState) => states.filter((one) => one === state).length;
    return { on, planned: count('planned'), underWay: count('under-way'), done: count('done') };
  });
}

function stateOn({ state, addedOn, startsOn, doneOn }: ProgressItem, on: Day, today: Day): ItemState | null {
  if (on >= today) return state;
  const known = [addedOn, startsOn ?? addedOn, doneOn ?? addedOn].reduce(earlierOf);
  if (state === 'planned' ? on < addedOn : on < known) return null;
  if (doneOn !== null && doneOn <= on) return 'done';
  return state !== 'planned' && startsOn !== null && startsOn <= on ? 'under-way' : 'planned';
}

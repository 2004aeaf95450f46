import type { Held } from './hop.ts';
import type { RouteGraph } from './route-graph.ts';

/**
 * A way begun. `least…` is what no completion of it can be below; for a complete way it is what the way takes.
 * `held` is worked out when the way is taken up: most never are.
 */
export type Way = {
  at: number;
  moves: number;
  before: Way | null;
  held: Held | null;
  months: number;
  exceptions: number;
  leastExceptions: number;
  leastMonths: number;
  leastMoves: number;
  text: string;
};

/** Raises the least of a way where these exceptions, and with just them these months, are more. True when they are. */
export function raise(way: Way, exceptions: number, months: number): boolean {
  if (exceptions < way.leastExceptions || (exceptions === way.leastExceptions && months <= way.leastMonths)) return false;
  way.leastExceptions = exceptions;
  way.leastMonths = months;
  return true;
}

/** Nothing but the first role. */
export function startOf({ stops, from, start }: RouteGraph): Way {
  const nothing = { moves: 0, months: 0, exceptions: 0, leastExceptions: 0, leastMonths: 0, leastMoves: 0 };
  return { at: from, before: null, held: start, ...nothing, text: stops[from]!.id };
}

/** The order of routes. The text of a begun way is a beginning of its completions', so it never sorts after them. */
export function compareWays(a: Way, b: Way): number {
  return (
    a.leastExceptions - b.leastExceptions ||
    a.leastMonths - b.leastMonths ||
    a.leastMoves - b.leastMoves ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
  );
}

/** The places of the roles of a way, first to last. */
export function placesOf(way: Way): number[] {
  const places: number[] = [];
  for (let one: Way | null = way; one; one = one.before) places.unshift(one.at);
  return places;
}

/** Whether a way visits all these places in this order. */
export function goesThrough(visited: readonly number[], places: readonly number[]): boolean {
  let found = 0;
  for (const place of visited) if (place === places[found]) found += 1;
  return found === places.length;
}

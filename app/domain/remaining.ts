import { price, type Held, type Need, type Prices } from './hop.ts';
import type { RouteGraph } from './route-graph.ts';

/** The least that is still to come: exceptions that cannot be avoided, and months when no further one is made. */
export type Least = { exceptions: number; months: number };

type Goal = { needs: readonly Need[]; kind: 'skills' | 'waits' | 'mixed'; alone: boolean; reach: Uint8Array[] };

/**
 * A lower bound on what is left of a route, for leaving out early what cannot be among the best. It may be too low, never too high:
 * whatever the last role asks for has to be climbed on the way, and a move's months cover a third of all the climbing done
 * for it, every single climb, and every wait.
 */
export function remaining(graph: RouteGraph, maxHops: number, prices: Prices): (held: Held, at: number, movesLeft: number) => Least {
  const goals = goalsOf(graph, maxHops);
  const { skillsSideBySide } = prices.policy;
  return (held, at, movesLeft) => {
    let exceptions = 0;
    let months = 0;
    let climbs = 0;
    for (const { needs, kind, alone, reach } of goals) {
      let least = Infinity;
      for (const need of needs) least = Math.min(least, price(held, need, prices));
      if (least === 0) continue;
      if (kind === 'waits' && reach[movesLeft]![at] === 0) {
        exceptions += 1;
        continue;
      }
      if (least > months) months = least;
      if (alone) climbs += least;
    }
    return { exceptions, months: Math.max(months, Math.ceil(climbs / skillsSideBySide)) };
  };
}

function goalsOf({ stops, next, to }: RouteGraph, maxHops: number): Goal[] {
  const counted = new Set<number>();
  return stops[to]!.essentials.map(({ needs }): Goal => {
    const kinds = new Set(needs.map(({ criterion }) => criterion.kind));
    const only = (kind: string) => kinds.size === 1 && [...kinds][0] === kind;
    const slots = needs.flatMap((need) => need.slots);
    // Two requirements that name one skill may share a climb, so only the first of them goes into the sum.
    const alone = only('skill') && !slots.some((slot) => counted.has(slot));
    if (alone) for (const slot of slots) counted.add(slot);
    const waits = only('experience');
    return { needs, kind: waits ? 'waits' : only('skill') ? 'skills' : 'mixed', alone, reach: waits ? gainable(stops.map(({ familySlot }) => slots.includes(familySlot)), next, to, maxHops) : [] };
  });
}

/** For each number of moves left: from which roles some way to the last one spends time in a family that counts. */
function gainable(counts: readonly boolean[], next: readonly number[][], to: number, maxHops: number): Uint8Array[] {
  const reaches = [new Uint8Array(counts.length)];
  const gains = [new Uint8Array(counts.length)];
  reaches[0]![to] = 1;
  for (let moves = 1; moves <= maxHops; moves += 1) {
    const reach = reaches[moves - 1]!.slice();
    const gain = gains[moves - 1]!.slice();
    for (let at = 0; at < counts.length; at += 1) {
      for (const other of next[at]!) {
        if (reaches[moves - 1]![other] === 1) reach[at] = 1;
        if (gains[moves - 1]![other] === 1) gain[at] = 1;
      }
      if (reach[at] === 1 && at !== to && counts[at]) gain[at] = 1;
    }
    reaches.push(reach);
    gains.push(gain);
  }
  return gains;
}

import { learningMonths, moveMonths } from './effort.ts';
import { price, type Need, type Prices } from './hop.ts';
import type { RouteGraph } from './route-graph.ts';

/** The least that exceptions and months can come to, as one number that sorts by exceptions first. Infinity: no way. */
export type Toll = number;

const exception = 2 ** 32;

/** As one number. */
export function tollOf(exceptions: number, months: number): Toll {
  return exceptions * exception + months;
}

/** And taken apart again. */
export function partsOf(toll: Toll): { exceptions: number; months: number } {
  return { exceptions: Math.floor(toll / exception), months: toll % exception };
}

/** Of one essential: the least it takes whatever role one comes from, and the experience that only waiting in some families gives. */
type Floor = { least: number; waits: readonly Need[]; skills: boolean };

/**
 * A lower bound on the way from each role to the last, by moves left and place, not stepping on the closed ones. It goes by
 * what could at the very most be held on reaching a role: everything that the roles that may lie before it ask for.
 */
export function ahead(graph: RouteGraph, maxHops: number, prices: Prices): (closed: ReadonlySet<number>) => Toll[][] {
  const tolls = tollsOf(graph, maxHops, prices);
  return (closed) => {
    const nowhere = graph.stops.map((_, place) => (place === graph.to ? 0 : Infinity));
    const least = [nowhere];
    for (let moves = 1; moves <= maxHops; moves += 1) {
      const fewer = least[moves - 1]!;
      least.push(
        nowhere.map((own, place) => {
          let best = own;
          if (!closed.has(place)) graph.next[place]!.forEach((other, index) => (best = Math.min(best, tolls[place]![index]! + fewer[other]!)));
          return best;
        }),
      );
    }
    return least;
  };
}

/** The least that each move takes when it is not the first, in the order of `graph.next`. */
function tollsOf(graph: RouteGraph, maxHops: number, prices: Prices): Toll[][] {
  const { stops, next } = graph;
  const floors = floorsOf(graph, maxHops, prices);
  const known = stops.map(() => new Map<number, Toll>());
  return next.map((others, place) => {
    const { familySlot } = stops[place]!;
    return others.map((other) => {
      let toll = known[other]!.get(familySlot);
      if (toll === undefined) known[other]!.set(familySlot, (toll = tollFrom(familySlot, floors[other]!, prices)));
      return toll;
    });
  });
}

function tollFrom(familySlot: number, floors: readonly Floor[], { policy }: Prices): Toll {
  let exceptions = 0;
  let waiting = 0;
  const efforts: number[] = [];
  for (const floor of floors) {
    let { least } = floor;
    for (const { slots, want, base } of floor.waits) if (slots.includes(familySlot)) least = Math.min(least, want - base);
    if (least === Infinity) exceptions += 1;
    else if (floor.skills) efforts.push(least);
    else waiting = Math.max(waiting, least);
  }
  return tollOf(exceptions, moveMonths(learningMonths(efforts, policy), waiting, false, policy));
}

function floorsOf({ stops, far, near, start, to }: RouteGraph, maxHops: number, prices: Prices): Floor[][] {
  const most = mostHeld(stops, near, start, to, maxHops);
  const gainedFrom = start.map(() => Infinity);
  stops.forEach(({ familySlot }, place) => {
    if (place !== to) gainedFrom[familySlot] = Math.min(gainedFrom[familySlot]!, near[place]!);
  });
  return stops.map(({ essentials }, place) => {
    const held = most(place, maxHops - 1 - far[place]!, essentials.flatMap(({ needs }) => needs));
    return essentials.map(({ needs }): Floor => {
      let least = Infinity;
      const waits: Need[] = [];
      for (const need of needs) {
        // Time in a family counts here already if the role one waited in, another one and the move between them fit in before.
        const gained = need.criterion.kind === 'experience' && need.slots.some((slot) => gainedFrom[slot]! + 2 + far[place]! <= maxHops);
        if (need.criterion.kind !== 'experience') least = Math.min(least, price(held, need, prices));
        else if (gained || need.base >= need.want) least = 0;
        else waits.push(need);
      }
      return { least, waits, skills: needs.every(({ criterion }) => criterion.kind === 'skill') };
    });
  });
}

/** For a place, the most that can be held of what it needs after roles of at most so many moves from the first, itself left out. */
function mostHeld(stops: RouteGraph['stops'], near: readonly number[], start: readonly number[], to: number, maxHops: number) {
  const best = start.slice();
  const second = start.slice();
  const owner = start.map(() => -1);
  const byMoves = Array.from({ length: maxHops + 1 }, (_, moves) => {
    stops.forEach(({ essentials }, place) => {
      if (near[place] !== moves || place === to) return;
      for (const { criterion, slots, want } of essentials.flatMap(({ needs }) => needs)) {
        const slot = slots[0]!;
        if (criterion.kind === 'experience') continue;
        if (want > best[slot]!) {
          if (owner[slot] !== place) second[slot] = best[slot]!;
          best[slot] = want;
          owner[slot] = place;
        } else if (owner[slot] !== place && want > second[slot]!) {
          second[slot] = want;
        }
      }
    });
    return { best: best.slice(), second: second.slice(), owner: owner.slice() };
  });
  return (place: number, moves: number, needs: readonly Need[]): number[] => {
    const held = start.slice();
    const top = byMoves[moves];
    if (top) for (const { criterion, slots: [slot] } of needs) if (criterion.kind !== 'experience') held[slot!] = (top.owner[slot!] === place ? top.second : top.best)[slot!]!;
    return held;
  };
}

import { after, pricesOf, take, type Held, type Prices } from './hop.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { priorityQueue } from './priority-queue.ts';
import { remaining } from './remaining.ts';
import type { RoleRequirement } from './requirement.ts';
import type { RoleNode } from './role.ts';
import { movesTo, routeGraph, type RouteGraph } from './route-graph.ts';
import { describe, type RouteHop } from './route-hop.ts';
import type { Standing } from './standing.ts';
import type { Move } from './transition.ts';

/** A way from one role to another: its months are an estimate, its exceptions need somebody's agreement. */
export type Route = { roles: string[]; months: number; exceptions: number; hops: RouteHop[] };

export type CareerRoutesInput = {
  from: string;
  to: string;
  roles: readonly RoleNode[];
  transitions: readonly Move[];
  requirements: readonly RoleRequirement[];
  standing: Standing;
  maxHops?: number;
  limit?: number;
  policy?: Policy;
};

/** A way begun. `least…` is what no completion of it can be below; for a complete way it is what the way takes. */
type Way = {
  at: number;
  moves: number;
  before: Way | null;
  held: Held;
  months: number;
  exceptions: number;
  leastExceptions: number;
  leastMonths: number;
  leastMoves: number;
  text: string;
};

/**
 * The best routes between two roles, from what a person claims to hold: by exceptions, months, moves, then role ids.
 * What one learns and gains on a move counts for the later ones. A route that visits all roles of a better one in the same
 * order, and more, is left out. None from a role to itself; roles without essentials are not walked through.
 *
 * Begun ways are taken up in the order of the least they can come to, so complete ones arrive exactly in the order asked for.
 */
export function careerRoutes(input: CareerRoutesInput): Route[] {
  const { maxHops = 5, limit = 3, policy = defaultPolicy } = input;
  const graph = routeGraph({ ...input, maxHops });
  if (!graph) return [];
  const prices = pricesOf(policy);
  const stillToCome = remaining(graph, maxHops, prices);
  const listed: number[][] = [];
  let movesLeft = movesTo(graph, new Set());
  const queue = priorityQueue(compareWays);
  queue.push(startOf(graph));
  const routes: Route[] = [];
  for (let way = queue.pop(); way && routes.length < limit; way = queue.pop()) {
    const visited = placesOf(way);
    if (listed.some((inner) => goesThrough(visited, inner))) continue;
    if (way.at === graph.to) {
      routes.push(routeAlong(graph, visited, prices));
      listed.push(visited.slice(1, -1));
      // After a route over a single role in between, any other over that role would be left out.
      movesLeft = movesTo(graph, new Set(listed.filter(({ length }) => length === 1).map(([only]) => only!)));
      continue;
    }
    for (const next of graph.next[way.at]!) {
      if (way.moves + 1 + movesLeft[next]! > maxHops || visited.includes(next)) continue;
      queue.push(step(graph, way, next, movesLeft[next]!));
    }
  }
  return routes;

  function step({ stops, to }: RouteGraph, way: Way, next: number, least: number): Way {
    const taken = take(way.held, stops[way.at]!, stops[next]!, way.moves === 0, prices);
    const held = after(way.held, stops[way.at]!, taken);
    const moves = way.moves + 1;
    const months = way.months + taken.months;
    const exceptions = way.exceptions + taken.exceptions;
    const left = next === to ? { exceptions: 0, months: 0 } : stillToCome(held, next, maxHops - moves);
    return {
      at: next,
      moves,
      before: way,
      held,
      months,
      exceptions,
      leastExceptions: exceptions + left.exceptions,
      leastMonths: months + Math.max(left.months, least * policy.laterHopMonths),
      leastMoves: moves + least,
      text: `${way.text}>${stops[next]!.id}`,
    };
  }
}

function startOf({ stops, from, start }: RouteGraph): Way {
  const nothing = { moves: 0, months: 0, exceptions: 0, leastExceptions: 0, leastMonths: 0, leastMoves: 0 };
  return { at: from, before: null, held: start, ...nothing, text: stops[from]!.id };
}

/** The order of routes. The text of a begun way is a beginning of its completions', so it never sorts after them. */
function compareWays(a: Way, b: Way): number {
  return (
    a.leastExceptions - b.leastExceptions ||
    a.leastMonths - b.leastMonths ||
    a.leastMoves - b.leastMoves ||
    (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)
  );
}

function placesOf(way: Way): number[] {
  const places: number[] = [];
  for (let one: Way | null = way; one; one = one.before) places.unshift(one.at);
  return places;
}

/** Whether a way visits all these places in this order. */
function goesThrough(visited: readonly number[], places: readonly number[]): boolean {
  let found = 0;
  for (const place of visited) if (place === places[found]) found += 1;
  return found === places.length;
}

function routeAlong({ stops, start }: RouteGraph, places: readonly number[], prices: Prices): Route {
  const route: Route = { roles: places.map((place) => stops[place]!.id), months: 0, exceptions: 0, hops: [] };
  let held: Held = start;
  for (let move = 1; move < places.length; move += 1) {
    const [from, to] = [stops[places[move - 1]!]!, stops[places[move]!]!];
    const taken = take(held, from, to, move === 1, prices);
    route.hops.push(describe(held, from, to, taken, prices));
    route.months += taken.months;
    route.exceptions += taken.exceptions;
    held = after(held, from, taken);
  }
  return route;
}

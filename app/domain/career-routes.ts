import { ahead, partsOf } from './ahead.ts';
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
import { compareWays, goesThrough, placesOf, raise, startOf, type Way } from './way.ts';

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

/**
 * The best routes between two roles, from what a person claims to hold: by exceptions, months, moves, then role ids.
 * What one learns and gains on a move counts for the later ones. A route that visits all roles of a better one in the same
 * order, and more, is left out. None from a role to itself; roles without essentials are not walked through.
 *
 * Begun ways are taken up in the order of the least they can come to, so complete ones arrive exactly in the order asked for.
 */
export function careerRoutes(input: CareerRoutesInput): Route[] {
  const { limit = 3, policy = defaultPolicy } = input;
  // No way has more moves than that without repeating a role.
  const maxHops = Math.min(input.maxHops ?? 5, input.roles.length - 1);
  const graph = routeGraph({ ...input, maxHops });
  if (!graph) return [];
  const prices = pricesOf(policy);
  const stillToCome = remaining(graph, maxHops, prices);
  const listed: number[][] = [];
  const leastAhead = ahead(graph, maxHops, prices);
  const closed = new Set<number>();
  let movesLeft = movesTo(graph, closed);
  let tolls = leastAhead(closed);
  const queue = priorityQueue(compareWays);
  queue.push(startOf(graph));
  const routes: Route[] = [];
  for (let way = queue.pop(); way && routes.length < limit; way = queue.pop()) {
    const visited = placesOf(way);
    if (listed.some((inner) => goesThrough(visited, inner))) continue;
    if (way.at === graph.to) {
      routes.push(routeAlong(graph, visited, prices));
      const between = visited.slice(1, -1);
      listed.push(between);
      if (between.length === 1) {
        // Any other route over that role would be left out.
        closed.add(between[0]!);
        movesLeft = movesTo(graph, closed);
        tolls = leastAhead(closed);
      }
      continue;
    }
    if (!way.held && look(way)) {
      queue.push(way);
      continue;
    }
    for (const next of graph.next[way.at]!) {
      if (way.moves + 1 + movesLeft[next]! <= maxHops && !visited.includes(next)) queue.push(step(way, next, movesLeft[next]!));
    }
  }
  return routes;

  /** One move further. Its completions are among those of the way before, so they are not below that one's least either. */
  function step(way: Way, next: number, movesAfter: number): Way {
    const { stops } = graph!;
    const taken = take(way.held!, stops[way.at]!, stops[next]!, way.moves === 0, prices);
    const exceptions = way.exceptions + taken.exceptions;
    const months = way.months + taken.months;
    const further: Way = {
      at: next,
      moves: way.moves + 1,
      before: way,
      held: null,
      months,
      exceptions,
      leastExceptions: way.leastExceptions,
      leastMonths: way.leastMonths,
      leastMoves: way.moves + 1 + movesAfter,
      text: `${way.text}>${stops[next]!.id}`,
    };
    raise(further, Math.max(exceptions, way.leastExceptions), months + movesAfter * policy.laterHopMonths);
    const toll = partsOf(tolls[maxHops - further.moves]![next]!);
    raise(further, exceptions + toll.exceptions, months + toll.months);
    return further;
  }

  /** Works out what is held and the least still to come. True when that puts the way further back in the queue. */
  function look(way: Way): boolean {
    const { stops } = graph!;
    const { at, held, moves } = way.before!;
    way.held = after(held!, stops[at]!, take(held!, stops[at]!, stops[way.at]!, moves === 0, prices));
    const left = stillToCome(way.held, way.at, maxHops - way.moves);
    return raise(way, way.exceptions + left.exceptions, way.months + left.months);
  }
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

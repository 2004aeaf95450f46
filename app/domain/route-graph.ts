import { educationRank } from './education.ts';
import { experienceMonths } from './experience.ts';
import type { Essential, Need, Stop } from './hop.ts';
import { levelOn, type Criterion, type RoleRequirement } from './requirement.ts';
import type { RoleNode } from './role.ts';
import type { Standing } from './standing.ts';
import type { Move } from './transition.ts';

/**
 * The roles that can lie between two others, what each leads to, the fewest moves from the first and to the last, and what the
 * person holds at the start.
 */
export type RouteGraph = { stops: Stop[]; next: number[][]; near: number[]; far: number[]; from: number; to: number; start: number[] };

export type RouteInput = {
  from: string;
  to: string;
  roles: readonly RoleNode[];
  transitions: readonly Move[];
  requirements: readonly RoleRequirement[];
  standing: Standing;
  maxHops: number;
};

/**
 * The part of the catalogue that a route can use: roles that lie on some way of at most `maxHops` moves, none without
 * essentials but the first. Null when there is no way at all. Places in lists follow the roles' ids.
 */
export function routeGraph(input: RouteInput): RouteGraph | null {
  const { from, to, maxHops, standing } = input;
  const essentials = essentialsByRole(input.requirements);
  const families = new Map(input.roles.map(({ id, family }) => [id, family]));
  const walkable = (id: string) => families.has(id) && (id === from || essentials.has(id));
  if (from === to || !walkable(from) || !walkable(to)) return null;
  const moves = input.transitions.filter((move) => walkable(move.from) && walkable(move.to));
  const near = distances(from, moves.map((move) => [move.from, move.to]), maxHops);
  const far = distances(to, moves.map((move) => [move.to, move.from]), maxHops);
  const ids = [...families.keys()].filter((id) => (near.get(id) ?? Infinity) + (far.get(id) ?? Infinity) <= maxHops).sort();
  if (!ids.includes(from)) return null;
  const index = new Map(ids.map((id, place) => [id, place]));
  const next = ids.map(() => new Set<number>());
  for (const move of moves) {
    const [a, b] = [index.get(move.from), index.get(move.to)];
    // Nobody comes back to the first role, or goes on from the last.
    if (a !== undefined && b !== undefined && a !== b && move.to !== from && move.from !== to) next[a]!.add(b);
  }
  const { prepare, familySlot, start } = slots(standing);
  const stops = ids.map((id): Stop => {
    const family = families.get(id)!;
    const own = id === from ? [] : essentials.get(id)!;
    return { id, family, familySlot: familySlot(family), essentials: own.map(prepare) };
  });
  return {
    stops, next: next.map((set) => [...set].sort((a, b) => a - b)), near: ids.map((id) => near.get(id)!), far: ids.map((id) => far.get(id)!),
    from: index.get(from)!, to: index.get(to)!, start,
  };
}

/** Fewest moves from each place to the last role, not stepping on the closed ones; Infinity where there is no way. */
export function movesTo({ next, to }: RouteGraph, closed: ReadonlySet<number>): number[] {
  const moves = next.map((_, place) => (place === to ? 0 : Infinity));
  for (let round = 1, found = true; found; round += 1) {
    found = false;
    next.forEach((others, place) => {
      if (moves[place] !== Infinity || closed.has(place) || !others.some((other) => moves[other] === round - 1)) return;
      moves[place] = round;
      found = true;
    });
  }
  return moves;
}

function essentialsByRole(requirements: readonly RoleRequirement[]): Map<string, RoleRequirement[]> {
  const byRole = new Map<string, RoleRequirement[]>();
  for (const requirement of requirements) {
    if (requirement.importance !== 'essential' || requirement.anyOf.length === 0) continue;
    const list = byRole.get(requirement.role);
    if (list) list.push(requirement);
    else byRole.set(requirement.role, [requirement]);
  }
  return byRole;
}

/** Fewest moves from one role to every other that is within reach. */
function distances(from: string, edges: [string, string][], limit: number): Map<string, number> {
  const ahead = new Map<string, string[]>();
  for (const [a, b] of edges) {
    const list = ahead.get(a);
    if (list) list.push(b);
    else ahead.set(a, [b]);
  }
  const found = new Map([[from, 0]]);
  for (const [id, distance] of found) {
    if (distance === limit) break;
    for (const other of ahead.get(id) ?? []) if (!found.has(other)) found.set(other, distance + 1);
  }
  return found;
}

/** Gives every skill, certificate and family its place in the list of what is held, and fills in what the person brings along. */
function slots(standing: Standing) {
  const places = new Map<string, number>();
  const start: number[] = [];
  const place = (key: string, initial: () => number): number => {
    let slot = places.get(key);
    if (slot === undefined) {
      slot = start.push(initial()) - 1;
      places.set(key, slot);
    }
    return slot;
  };
  const familySlot = (family: string) => place(`family ${family}`, () => 0);
  const bases = new Map<string, number>();
  const base = (families: readonly string[]): number => {
    const key = families.join('+');
    let months = bases.get(key);
    if (months === undefined) bases.set(key, (months = experienceMonths(standing.experience, families)));
    return months;
  };
  const need = (criterion: Criterion): Need => {
    switch (criterion.kind) {
      case 'skill': {
        const slot = place(`skill ${criterion.skill}`, () => levelOn(standing, criterion.skill, 'claimed') ?? 0);
        return { criterion, slots: [slot], want: criterion.level, base: 0 };
      }
      case 'experience':
        return { criterion, slots: [...new Set(criterion.families)].map(familySlot), want: criterion.months, base: base(criterion.families) };
      case 'education':
        return { criterion, slots: [place('education', () => educationRank(standing.education))], want: educationRank(criterion.level), base: 0 };
      case 'certification': {
        const held = standing.certifications.includes(criterion.certification) ? 1 : 0;
        return { criterion, slots: [place(`certification ${criterion.certification}`, () => held)], want: 1, base: 0 };
      }
    }
  };
  const prepare = (requirement: RoleRequirement): Essential => ({ requirement, needs: requirement.anyOf.map(need) });
  return { prepare, familySlot, start };
}

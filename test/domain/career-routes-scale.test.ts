import { describe, expect, test } from 'vitest';
import { ahead, tollOf } from '#app/domain/ahead.ts';
import { careerRoutes, type CareerRoutesInput } from '#app/domain/career-routes.ts';
import { pricesOf } from '#app/domain/hop.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { Criterion, RoleRequirement } from '#app/domain/requirement.ts';
import { routeGraph } from '#app/domain/route-graph.ts';
import type { Level } from '#app/domain/skill.ts';
import { everyRoute } from './brute-force.ts';

const roleCount = 300;
const families = ['desk', 'devices', 'network', 'apps', 'management'];

/** Numbers from 0 up to 1 that are the same on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A large organisation: 300 roles with about ten essentials each, and the given moves among them. */
function organisation(seed: number, moves: (pick: (below: number) => number) => [number, number][]): CareerRoutesInput {
  const next = numbers(seed);
  const pick = (below: number) => Math.floor(next() * below);
  const id = (place: number) => `role-${String(place).padStart(3, '0')}`;
  const roles = Array.from({ length: roleCount }, (_, place) => ({ id: id(place), family: families[pick(families.length)]! }));
  const requirements: RoleRequirement[] = roles.flatMap(({ id: role }) => {
    const skill = (): Criterion => ({ kind: 'skill', skill: `skill-${pick(66)}`, level: (1 + pick(5)) as Level });
    const experience: Criterion = { kind: 'experience', months: 12 * (1 + pick(6)), families: [families[pick(5)]!, families[pick(5)]!] };
    const sets: Criterion[][] = [...Array.from({ length: 8 }, () => [skill()]), pick(3) === 0 ? [experience, { kind: 'education', level: 'bachelor' }] : [experience]];
    if (pick(3) === 0) sets.push([{ kind: 'certification', certification: `certificate-${pick(20)}` }, skill()]);
    return sets.map((anyOf) => ({ role, importance: 'essential' as const, anyOf }));
  });
  const levels = Object.fromEntries(
    Array.from({ length: 66 }, (_, place) => [`skill-${place}`, { claimed: pick(5) < 2 ? ((1 + pick(3)) as Level) : null, confirmed: null }]),
  );
  return {
    from: id(0), to: id(roleCount - 1), roles, requirements,
    transitions: moves(pick).map(([from, to]) => ({ from: id(from), to: id(to) })),
    standing: {
      levels, education: 'secondary', certifications: [], experience: { spans: [{ familyId: 'desk', from: '2024-01-01', to: '2025-12-31' }] },
    },
  };
}

const spread = (pick: (below: number) => number): [number, number][] =>
  Array.from({ length: 1500 }, () => [pick(roleCount), pick(roleCount)]);

/** Everybody can go anywhere among 38 roles, and from one of them on to the last. */
const crowd = (exits: readonly number[]) => (): [number, number][] => {
  const pairs: [number, number][] = [];
  for (let from = 0; from < 38; from += 1) for (let to = 0; to < 38; to += 1) if (from !== to) pairs.push([from, to]);
  return [...pairs, ...exits.map((from): [number, number] => [from, roleCount - 1])];
};

/** Four layers of 22 roles, each leading to the whole next layer: 234,256 ways. */
const layers = (): [number, number][] => {
  const place = (layer: number, row: number) => 1 + layer * 22 + row;
  const rows = Array.from({ length: 22 }, (_, row) => row);
  return rows.flatMap((row) => [
    [0, place(0, row)] as [number, number],
    [place(3, row), roleCount - 1] as [number, number],
    ...[0, 1, 2].flatMap((layer) => rows.map((other): [number, number] => [place(layer, row), place(layer + 1, other)])),
  ]);
};

describe('three hundred roles and fifteen hundred moves', () => {
  test.each([1, 2])('spread evenly (%i): the routes that walking every short path gives', (seed) => {
    const input = { ...organisation(seed, spread), maxHops: 4 };
    const routes = careerRoutes(input);
    expect(routes.map(({ roles, months, exceptions }) => ({ roles, months, exceptions }))).toEqual(
      everyRoute(input).map(({ roles, months, exceptions }) => ({ roles, months, exceptions })),
    );
  });

  test('a crowd of roles that all lead to one another, with two of them leading on', () => {
    const input = organisation(7, crowd([37, 36]));
    const short = careerRoutes({ ...input, maxHops: 2 });
    expect(short.map(({ roles, months }) => [roles, months])).toEqual(everyRoute({ ...input, maxHops: 2 }).map(({ roles, months }) => [roles, months]));
    const long = careerRoutes(input);
    expect(long).toHaveLength(3);
    // With more moves allowed, the best can only become better.
    expect(long[0]!.exceptions).toBeLessThanOrEqual(short[0]!.exceptions);
    expect(long.every(({ roles }) => ['role-036', 'role-037'].includes(roles.at(-2)!))).toBe(true);
  });

  test('layers with a quarter of a million ways through them', () => {
    const routes = careerRoutes(organisation(3, layers));
    expect(routes).toHaveLength(3);
    expect(routes.map(({ roles }) => roles.length)).toEqual([6, 6, 6]);
    expect(routes.map(({ exceptions, months }) => [exceptions, months])).toEqual([[0, 66], [0, 70], [0, 71]]);
  });

  test('layers in which every role asks for time in a family that nobody is in: found without trying them all', () => {
    const input = organisation(3, layers);
    const asked: RoleRequirement[] = input.roles.map(({ id: role }) => ({ role, importance: 'essential', anyOf: [{ kind: 'experience', months: 24, families: ['nowhere'] }] }));
    const begun = process.cpuUsage();
    const routes = careerRoutes({ ...input, requirements: [...input.requirements, ...asked] });
    const { user } = process.cpuUsage(begun);
    expect(routes.map(({ exceptions, months }) => [exceptions, months])).toEqual([[5, 66], [5, 70], [5, 71]]);
    // In microseconds: some hundredths of a second, and more than a second when all of them are tried.
    expect(user).toBeLessThan(1_000_000);
  });

  test.each([['spread', spread], ['a crowd', crowd([37, 36])], ['layers', layers]] as const)('%s: what lies ahead of a role is never put higher than it turns out', (_, moves) => {
    const input = { ...organisation(5, moves), maxHops: 5, limit: 5 };
    const graph = routeGraph(input)!;
    const tolls = ahead(graph, 5, pricesOf(defaultPolicy))(new Set());
    const routes = careerRoutes(input);
    expect(routes.length).toBeGreaterThan(0);
    for (const { roles, hops } of routes) {
      for (let done = 1; done < roles.length; done += 1) {
        const left = hops.slice(done);
        const actual = tollOf(left.reduce((sum, { exceptions }) => sum + exceptions, 0), left.reduce((sum, { months }) => sum + months, 0));
        const least = tolls[5 - done]![graph.stops.findIndex(({ id }) => id === roles[done])]!;
        expect(least).toBeLessThanOrEqual(actual);
        expect(least).toBeGreaterThanOrEqual(tollOf(0, roles[done] === input.to ? 0 : 6));
      }
    }
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { careerRoutes, type CareerRoutesInput, type Route } from '#app/domain/career-routes.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { Criterion, RoleRequirement } from '#app/domain/requirement.ts';
import type { Standing } from '#app/domain/standing.ts';
import { criterion, families, shuffled, standing } from './arbitrary.ts';
import { everyRoute } from './brute-force.ts';
import { catalogue, examples, type Example } from './examples.ts';

type Asked = { standing: string; from: string; to: string };
const { people, cases } = examples<{ people: Record<string, Standing>; cases: Example<Asked, object[]>[] }>('routes');

describe('the worked examples', () => {
  test.each(cases)('$name', ({ given, expect: expected }) => {
    const routes = careerRoutes({ ...catalogue, from: given.from, to: given.to, standing: people[given.standing]! });
    expect(routes).toMatchObject(expected);
    expect(routes).toHaveLength(expected.length);
  });

  test.each(cases)('$name: and every path there is, walked, gives the same', ({ given }) => {
    const input = { ...catalogue, from: given.from, to: given.to, standing: people[given.standing]!, maxHops: 3 };
    expect(careerRoutes(input).map(bare)).toEqual(everyRoute(input));
  });
});

/** A route without what lays its sum open. */
function bare({ roles, months, exceptions, hops }: Route) {
  return { roles, months, exceptions, hops: hops.map((hop) => ({ from: hop.from, to: hop.to, months: hop.months, exceptions: hop.exceptions })) };
}

const nobody: Standing = { levels: {}, experience: { spans: [] }, education: 'none', certifications: [] };
const skill = (name: string, level: 1 | 2 | 3 | 4 | 5): Criterion => ({ kind: 'skill', skill: name, level });
const months = (count: number, ...of: string[]): Criterion => ({ kind: 'experience', months: count, families: of });
const asks = (role: string, ...anyOf: Criterion[]): RoleRequirement => ({ role, importance: 'essential', anyOf });

/** A small map: roles are written `id:family`, moves `from>to`. */
function map(roles: string, moves: string, requirements: RoleRequirement[], own: Partial<Standing> = {}): CareerRoutesInput {
  const nodes = roles.split(' ').map((text) => ({ id: text.split(':')[0]!, family: text.split(':')[1]! }));
  const transitions = moves.split(' ').map((text) => ({ from: text.split('>')[0]!, to: text.split('>')[1]! }));
  return { from: nodes[0]!.id, to: nodes.at(-1)!.id, roles: nodes, transitions, requirements, standing: { ...nobody, ...own } };
}
const ways = (input: CareerRoutesInput) => careerRoutes(input).map(({ roles, months: total, exceptions }) => `${roles.join('>')} ${total} ${exceptions}`);

describe('one move', () => {
  const one = (requirements: RoleRequirement[], own: Partial<Standing> = {}) => careerRoutes(map('a:desk z:net', 'a>z', requirements, own))[0]!;

  test('takes a month at least, even when everything is met', () => {
    expect(one([asks('z', skill('s', 1))], { levels: { s: { claimed: 1, confirmed: null } } })).toMatchObject({ months: 1, exceptions: 0 });
  });

  test('three skills are learnt side by side: a third of the sum, rounded up, or the longest', () => {
    const third = [asks('z', skill('s', 3)), asks('z', skill('t', 3)), asks('z', skill('u', 3)), asks('z', skill('v', 2))];
    expect(one(third)).toMatchObject({ months: 7, hops: [{ learning: 7, waiting: 0 }] });
    expect(one([asks('z', skill('s', 5)), asks('z', skill('t', 1))])).toMatchObject({ months: 19, hops: [{ learning: 19 }] });
  });

  test('waits meanwhile, and takes whichever is longer', () => {
    const both = [asks('z', skill('s', 2)), asks('z', months(20, 'desk')), asks('z', { kind: 'certification', certification: 'x' })];
    expect(one(both)).toMatchObject({ months: 20, hops: [{ learning: 3, waiting: 20 }] });
  });

  test('takes the cheapest criterion, the first listed among equals', () => {
    const [hop] = one([asks('z', skill('s', 2), { kind: 'certification', certification: 'x' }, { kind: 'certification', certification: 'y' })]).hops;
    expect(hop!.gains).toEqual([{ kind: 'skill', skill: 's', level: 2, held: null, met: false, cost: 3 }]);
    const [cheaper] = one([asks('z', skill('s', 3), { kind: 'certification', certification: 'x' })]).hops;
    expect(cheaper!.gains).toEqual([{ kind: 'certification', certification: 'x', held: false, met: false, cost: 3 }]);
  });

  test('cannot wait for experience of other families: it needs an exception, which is named and costs nothing', () => {
    const route = one([asks('z', months(24, 'net')), asks('z', skill('s', 1))]);
    expect(route).toMatchObject({ months: 1, exceptions: 1 });
    expect(route.hops[0]!.agreements).toEqual([{ kind: 'experience', months: 24, families: ['net'], held: 0, met: false, cost: 24 }]);
  });

  test('takes a dearer way that is open rather than an exception', () => {
    expect(one([asks('z', months(24, 'net'), { kind: 'education', level: 'bachelor' })])).toMatchObject({ months: 72, exceptions: 0 });
  });

  test('names what is carried over and what is new, with levels and cost', () => {
    const own = { levels: { s: { claimed: 4 as const, confirmed: null }, t: { claimed: null, confirmed: 2 as const } } };
    const [hop] = one([asks('z', skill('t', 4)), asks('z', skill('s', 3))], own).hops;
    expect(hop!.carries).toEqual([{ kind: 'skill', skill: 's', level: 3, held: 4, met: true, cost: 0 }]);
    expect(hop!.gains).toEqual([{ kind: 'skill', skill: 't', level: 4, held: 2, met: false, cost: 8 }]);
    expect(hop!.familyId).toBe('desk');
  });

  test('goes by the claimed level, and by the confirmed one only without it', () => {
    const of = (claimed: 1 | 2 | null) => one([asks('z', skill('s', 3))], { levels: { s: { claimed, confirmed: 3 } } }).hops[0]!.learning;
    expect(of(2)).toBe(3);
    expect(of(null)).toBe(0);
  });

  test('desirables cost nothing', () => {
    expect(one([asks('z', skill('s', 1)), { role: 'z', importance: 'desirable', anyOf: [skill('t', 5)] }])).toMatchObject({ months: 1 });
  });
});

describe('several moves', () => {
  test('later ones take half a year at least', () => {
    const easy = ['m', 'n', 'z'].map((role) => asks(role, skill('s', 1)));
    expect(ways(map('a:desk m:desk n:desk z:desk', 'a>m m>n n>z', easy))).toEqual(['a>m>n>z 13 0']);
  });

  test('what was learnt, sat or obtained on one is not paid for again', () => {
    const requirements = [
      asks('m', skill('s', 4)), asks('m', { kind: 'certification', certification: 'x' }), asks('m', { kind: 'education', level: 'associate' }),
      asks('z', skill('s', 5)), asks('z', { kind: 'certification', certification: 'x' }), asks('z', { kind: 'education', level: 'bachelor' }),
    ];
    const [route] = careerRoutes(map('a:desk m:desk z:desk', 'a>m m>z', requirements));
    expect(route!.hops.map(({ months: count, learning, waiting }) => [count, learning, waiting])).toEqual([[36, 11, 36], [36, 8, 36]]);
    expect(route!.hops[1]!.gains.map(({ kind, cost }) => `${kind} ${cost}`)).toEqual(['skill 8', 'education 36']);
  });

  test('the months of a move count as experience in the family one leaves', () => {
    const requirements = [asks('m', skill('s', 4)), asks('z', months(30, 'desk', 'net'))];
    const [route] = careerRoutes(map('a:desk m:net z:apps', 'a>m m>z', requirements));
    expect(route!.hops.map((hop) => hop.months)).toEqual([11, 19]);
    expect(route!.hops[1]!.gains).toEqual([{ kind: 'experience', months: 30, families: ['desk', 'net'], held: 11, met: false, cost: 19 }]);
  });

  test('experience gained on the way can save an exception', () => {
    const requirements = [asks('m', months(12, 'desk')), asks('z', months(12, 'desk'))];
    expect(ways(map('a:desk m:net z:net', 'a>m m>z', requirements))).toEqual(['a>m>z 18 0']);
    expect(ways(map('a:net m:net z:net', 'a>m m>z', requirements))).toEqual(['a>m>z 7 2']);
  });

  test('exceptions come first in the order, then months', () => {
    const requirements = [asks('m', skill('s', 5)), asks('n', skill('s', 1)), asks('z', months(12, 'net'))];
    expect(ways(map('a:desk m:net n:desk z:net', 'a>m m>z a>n n>z', requirements))).toEqual(['a>m>z 31 0', 'a>n>z 7 1']);
  });

  test('then fewer moves, then the ids with their arrows as text', () => {
    const requirements = ['m', 'm-x', 'n', 'o', 'z'].map((role) => asks(role, skill('s', 1)));
    const equal = map('a:desk m:desk m-x:desk n:desk o:desk z:desk', 'a>n n>z a>m m>z a>m-x m-x>z', requirements);
    // "-" sorts before ">".
    expect(ways(equal)).toEqual(['a>m-x>z 7 0', 'a>m>z 7 0', 'a>n>z 7 0']);
    const slow = [asks('m', skill('s', 1)), asks('n', skill('t', 1)), asks('o', skill('t', 4)), asks('z', skill('s', 1))];
    expect(ways(map('a:desk m:desk n:desk o:desk z:desk', 'a>m m>n n>z a>o o>z', slow))).toEqual(['a>m>n>z 13 0', 'a>o>z 17 0']);
    const tied = [asks('m', skill('s', 1)), asks('n', skill('t', 1)), asks('o', skill('u', 3)), asks('o', skill('v', 2)), asks('z', months(13, 'desk'))];
    expect(ways(map('a:desk m:desk n:desk o:desk z:desk', 'a>m m>n n>z a>o o>z', tied))).toEqual(['a>o>z 13 0', 'a>m>n>z 13 0']);
  });

  test('a longer way over all roles of a better one is left out, one that is better itself is kept', () => {
    const requirements = [asks('m', skill('s', 1)), asks('n', skill('s', 1)), asks('z', skill('s', 1))];
    expect(ways(map('a:desk m:desk n:desk z:desk', 'a>z a>m m>z m>n n>z a>n', requirements))).toEqual(['a>z 1 0']);
    const detour = [asks('m', months(6, 'desk')), asks('z', months(12, 'desk', 'net')), asks('z', months(6, 'net'))];
    expect(ways(map('a:desk m:net z:apps', 'a>z a>m m>z', detour))).toEqual(['a>m>z 12 0', 'a>z 12 1']);
  });
});

describe('what an early look must not get wrong', () => {
  test('a skill that is asked for several times over is climbed once where a role before asks for it', () => {
    const requirements = ['m', 'q'].map((role) => asks(role, skill('t', 1))).concat(asks('n', skill('s', 5)), Array.from({ length: 4 }, () => asks('z', skill('s', 5))));
    const input = map('a:desk m:desk n:desk q:desk z:desk', 'a>m m>n n>z a>q q>z', requirements);
    expect(ways(input)).toEqual(['a>m>n>z 26 0', 'a>q>z 27 0']);
  });

  test('a role of a listed route may still be gone through on another way', () => {
    const requirements = [asks('k', skill('s', 5)), asks('m', skill('t', 1)), asks('n', skill('t', 1)), asks('o', months(6, 'desk')), asks('z', skill('t', 1))];
    const input = map('a:net k:desk m:net n:net o:net z:net', 'a>m m>n n>z a>k k>m m>o o>z', requirements);
    expect(ways(input)).toEqual(['a>m>n>z 13 0', 'a>k>m>o>z 37 0', 'a>m>o>z 13 1']);
  });
});

describe('where routes go', () => {
  const requirements = ['a', 'm', 'z'].map((role) => asks(role, skill('s', 1)));

  test('none from a role to itself, to or from an unknown one, or against the arrows', () => {
    const input = map('a:desk m:desk z:desk', 'a>m m>z', requirements);
    expect(careerRoutes({ ...input, to: 'a' })).toEqual([]);
    expect(careerRoutes({ ...input, to: 'q' })).toEqual([]);
    expect(careerRoutes({ ...input, from: 'q' })).toEqual([]);
    expect(careerRoutes({ ...input, from: 'z', to: 'a' })).toEqual([]);
  });

  test('not through or into a role without essentials, but from one', () => {
    expect(ways(map('a:desk m:desk z:desk', 'a>m m>z', [asks('z', skill('s', 1))]))).toEqual([]);
    expect(ways(map('a:desk m:desk z:desk', 'a>m m>z', [asks('m', skill('s', 1))]))).toEqual([]);
    expect(ways(map('a:desk m:desk z:desk', 'a>m m>z', requirements.slice(1)))).toEqual(['a>m>z 7 0']);
    const onlyDesirable: RoleRequirement[] = [...requirements.filter(({ role }) => role !== 'm'), { role: 'm', importance: 'desirable', anyOf: [skill('s', 1)] }];
    expect(ways(map('a:desk m:desk z:desk', 'a>m m>z', onlyDesirable))).toEqual([]);
  });

  test('not over roles that the list does not have, nor twice over moves that it has twice', () => {
    expect(ways(map('a:desk m:desk z:desk', 'a>q q>z', requirements))).toEqual([]);
    expect(ways(map('a:desk m:desk z:desk', 'a>m m>z a>m m>z m>m', requirements))).toEqual(['a>m>z 7 0']);
  });

  test('no further than the most moves allowed', () => {
    const chain = map('a:desk b:desk c:desk d:desk e:desk f:desk z:desk', 'a>b b>c c>d d>e e>f f>z', ['b', 'c', 'd', 'e', 'f', 'z'].map((role) => asks(role, skill('s', 1))));
    expect(ways(chain)).toEqual([]);
    expect(ways({ ...chain, maxHops: 6 })).toEqual(['a>b>c>d>e>f>z 31 0']);
    expect(ways({ ...chain, to: 'f' })).toEqual(['a>b>c>d>e>f 25 0']);
    expect(ways({ ...chain, to: 'f', maxHops: 4 })).toEqual([]);
    expect(ways({ ...chain, maxHops: Infinity })).toEqual(['a>b>c>d>e>f>z 31 0']);
  });

  test('as many as asked for', () => {
    const roles = ['b', 'c', 'd', 'e', 'z'];
    const wide = map('a:desk b:desk c:desk d:desk e:desk z:desk', 'a>b a>c a>d a>e b>z c>z d>z e>z', roles.map((role) => asks(role, skill('s', 1))));
    expect(careerRoutes(wide)).toHaveLength(3);
    expect(careerRoutes({ ...wide, limit: 1 })).toHaveLength(1);
    expect(careerRoutes({ ...wide, limit: 10 })).toHaveLength(4);
    expect(careerRoutes({ ...wide, limit: 0 })).toEqual([]);
  });

  test('the organisation’s own numbers are used', () => {
    const policy = { ...defaultPolicy, laterHopMonths: 9, levelMonths: [2, 2, 2, 2, 2] as const, skillsSideBySide: 1, certificateMonths: 20 };
    const own = [asks('m', skill('s', 3)), asks('m', skill('t', 1)), asks('z', skill('s', 1))];
    expect(ways({ ...map('a:desk m:desk z:desk', 'a>m m>z', own), policy })).toEqual(['a>m>z 17 0']);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const world: fc.Arbitrary<CareerRoutesInput> = fc
  .record({
    familyOf: fc.array(fc.constantFrom(...families), { minLength: ids.length, maxLength: ids.length }),
    transitions: fc.uniqueArray(fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) }), {
      minLength: 8, maxLength: 34, selector: ({ from, to }) => `${from}>${to}`,
    }),
    requirements: fc.array(fc.record({ role: fc.constantFrom(...ids), importance: fc.constantFrom('essential' as const, 'essential' as const, 'desirable' as const), anyOf: fc.array(criterion, { minLength: 1, maxLength: 2 }) }), { minLength: 8, maxLength: 24 }),
    standing,
    maxHops: fc.integer({ min: 1, max: 6 }),
    limit: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ familyOf, ...rest }) => ({ from: 'a', to: 'g', roles: ids.map((id, place) => ({ id, family: familyOf[place]! })), ...rest }));

describe('on any small map', () => {
  test('the routes are those that walking every path gives', () => {
    fc.assert(fc.property(world, (input) => {
      expect(careerRoutes(input).map(bare)).toEqual(everyRoute(input));
    }), { numRuns: 120 });
  });

  test('also where skills alone are asked for, and where experience alone is', () => {
    for (const kind of ['skill', 'experience'] as const) {
      fc.assert(fc.property(world, (input) => {
        const requirements = input.requirements
          .map((one) => ({ ...one, anyOf: one.anyOf.filter((each) => each.kind === kind) }))
          .filter(({ anyOf }) => anyOf.length > 0);
        expect(careerRoutes({ ...input, requirements }).map(bare)).toEqual(everyRoute({ ...input, requirements }));
      }), { numRuns: 50 });
    }
  });

  test('they are simple paths over known moves, in order, and their sums add up', () => {
    fc.assert(fc.property(world, (input) => {
      const routes = careerRoutes(input);
      for (const { roles, hops, ...sums } of routes) {
        expect(new Set(roles).size).toBe(roles.length);
        expect([roles[0], roles.at(-1)]).toEqual(['a', 'g']);
        expect(hops.map(({ from }) => from)).toEqual(roles.slice(0, -1));
        expect(hops.map(({ to }) => to)).toEqual(roles.slice(1));
        expect(hops.length).toBeLessThanOrEqual(input.maxHops!);
        hops.forEach((hop, place) => {
          expect(input.transitions).toContainEqual({ from: hop.from, to: hop.to });
          expect(hop.months).toBe(Math.max(hop.learning, hop.waiting, place === 0 ? 1 : 6));
          expect(hop.exceptions).toBe(hop.agreements.length);
          const essentials = input.requirements.filter(({ role, importance }) => role === hop.to && importance === 'essential');
          expect(hop.gains.length + hop.carries.length + hop.agreements.length).toBe(essentials.length);
          expect(hop.gains.every(({ met }) => !met) && hop.carries.every(({ met, cost }) => met && cost === 0)).toBe(true);
          expect(hop.waiting).toBe(Math.max(0, ...hop.gains.filter(({ kind }) => kind !== 'skill').map(({ cost }) => cost)));
        });
        expect(sums).toEqual({
          months: hops.reduce((sum, hop) => sum + hop.months, 0), exceptions: hops.reduce((sum, hop) => sum + hop.exceptions, 0),
        });
      }
      routes.slice(1).forEach((route, place) => {
        const better = routes[place]!;
        const order = better.exceptions - route.exceptions || better.months - route.months || better.hops.length - route.hops.length;
        expect(order || (better.roles.join('>') < route.roles.join('>') ? -1 : 1)).toBeLessThan(0);
      });
    }), { numRuns: 50 });
  });

  test('the order of the lists never matters', () => {
    fc.assert(fc.property(world, fc.nat(50), (input, seed) => {
      const other = {
        ...input, roles: shuffled(input.roles, seed), transitions: shuffled(input.transitions, seed), requirements: shuffled(input.requirements, seed),
      };
      expect(careerRoutes(other)).toEqual(careerRoutes(input));
    }), { numRuns: 50 });
  });
});

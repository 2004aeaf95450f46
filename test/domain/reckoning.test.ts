import fc from 'fast-check';
import { expect, test } from 'vitest';
import { careerRoutes } from '#app/domain/career-routes.ts';
import { reckoning } from '#app/domain/reckoning.ts';
import type { Measured } from '#app/domain/requirement.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Standing } from '#app/domain/standing.ts';
import { experienceSpan, level } from './arbitrary.ts';
import { catalogue } from './examples.ts';

const climb = (skill: string, cost: number): Measured => ({ kind: 'skill', skill, level: 3, held: null, met: false, cost });
const wait = (cost: number): Measured => ({ kind: 'experience', months: cost, families: ['desk'], held: 0, met: false, cost });

test('three skills are learnt side by side, and waiting runs beside the learning', () => {
  expect(reckoning([climb('a', 5), climb('b', 5), climb('c', 5), climb('d', 3), wait(4), wait(9)], true)).toMatchObject({ sum: 18, longest: 5, learning: 6, waiting: 9, least: 1, months: 9 });
  expect(reckoning([climb('a', 8), climb('b', 1)], true)).toMatchObject({ sum: 9, longest: 8, learning: 8, waiting: 0, months: 8 });
});

test('no move is quicker than the least', () => {
  expect(reckoning([], true)).toMatchObject({ learning: 0, waiting: 0, least: 1, months: 1 });
  expect(reckoning([climb('a', 2)], false)).toMatchObject({ learning: 2, least: 6, months: 6 });
});

const skills = [...new Set(catalogue.requirements.flatMap(({ anyOf }) => anyOf.flatMap((one) => (one.kind === 'skill' ? one.skill : []))))];
const families = [...new Set(catalogue.roles.map(({ family }) => family))];
const anybody: fc.Arbitrary<Standing> = fc.record({
  levels: fc.dictionary(fc.constantFrom(...skills), level.map((claimed: Level) => ({ claimed, confirmed: null })), { maxKeys: 40 }),
  experience: fc.record({ spans: fc.array(fc.tuple(experienceSpan, fc.constantFrom(...families)).map(([span, familyId]) => ({ ...span, familyId })), { maxLength: 3 }) }),
  education: fc.constantFrom('none', 'secondary', 'bachelor'),
  certifications: fc.constantFrom([], ['comptia-a-plus'], ['cisco-ccna', 'comptia-network-plus']),
});

test('every hop of every route in the catalogue comes to what its gains are reckoned to, and the hops to the route', () => {
  const role = fc.constantFrom(...catalogue.roles.map(({ id }) => id));
  let hops = 0;
  fc.assert(fc.property(role, role, anybody, (from, to, standing) => {
    for (const route of careerRoutes({ ...catalogue, from, to, standing })) {
      expect(route.months).toBe(route.hops.reduce((sum, { months }) => sum + months, 0));
      route.hops.forEach((hop, place) => {
        const { learning, waiting, months } = reckoning(hop.gains, place === 0);
        expect({ learning, waiting, months }).toEqual({ learning: hop.learning, waiting: hop.waiting, months: hop.months });
        hops += 1;
      });
    }
  }), { numRuns: 300 });
  expect(hops).toBeGreaterThan(100);
});

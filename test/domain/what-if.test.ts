import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { careerRoutes } from '#app/domain/career-routes.ts';
import { educationRank, parseEducation } from '#app/domain/education.ts';
import { readiness, type ReadinessStatus } from '#app/domain/readiness.ts';
import { levelOn, measure, type Criterion, type Requirement } from '#app/domain/requirement.ts';
import type { Standing } from '#app/domain/standing.ts';
import { assume, assumptionKey, isHeld, parseAssumption, whatIf, type Assumption } from '#app/domain/what-if.ts';
import { criterion, level, requirement, shuffled, skills, standing } from './arbitrary.ts';
import { catalogue } from './examples.ts';

const nothing: Standing = { levels: {}, experience: { spans: [] }, education: 'none', certifications: [] };
const assumption: fc.Arbitrary<Assumption> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('skill' as const), skill: fc.constantFrom(...skills), level }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('education' as const), level: fc.constantFrom('secondary' as const, 'associate' as const, 'bachelor' as const, 'master' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('certification' as const), certification: fc.constantFrom('x', 'y') }) },
);
const assumptions = fc.array(assumption, { maxLength: 5 });

describe('an assumption in an address', () => {
  test('is a skill with its level, a degree or a certificate', () => {
    expect(parseAssumption('routing.3')).toEqual({ kind: 'skill', skill: 'routing', level: 3 });
    expect(parseAssumption('bachelor')).toEqual({ kind: 'education', level: 'bachelor' });
    expect(parseAssumption('cisco-ccna')).toEqual({ kind: 'certification', certification: 'cisco-ccna' });
    for (const text of ['', 'routing.0', 'routing.6', 'routing.', '.3', 'Routing.3', 'a b', 'routing.3.4', '-a', 'routing.33']) expect(parseAssumption(text), text).toBeNull();
  });

  test('comes back as it was', () => {
    fc.assert(fc.property(assumption, (one) => { expect(parseAssumption(assumptionKey(one))).toEqual(one); }));
  });

  test('takes the place of an earlier one about the same', () => {
    const [low, high, degree, x]: Assumption[] = [{ kind: 'skill', skill: 'a', level: 2 }, { kind: 'skill', skill: 'a', level: 4 }, { kind: 'education', level: 'bachelor' }, { kind: 'certification', certification: 'x' }];
    expect(assume([high!, x!], low!)).toEqual([x, low]);
    expect(assume([degree!, x!], { kind: 'education', level: 'master' })).toEqual([x, { kind: 'education', level: 'master' }]);
    expect(assume([x!, { kind: 'certification', certification: 'y' }], x!)).toEqual([{ kind: 'certification', certification: 'y' }, x]);
  });
});

describe('a standing with assumptions', () => {
  test('claims what is assumed and confirms nothing', () => {
    const own: Standing = { ...nothing, levels: { a: { claimed: null, confirmed: 2 }, b: { claimed: 4, confirmed: 4 } } };
    const raised = whatIf(own, [{ kind: 'skill', skill: 'a', level: 3 }, { kind: 'skill', skill: 'b', level: 3 }, { kind: 'skill', skill: 'c', level: 1 }]);
    expect(raised.levels).toEqual({ a: { claimed: 3, confirmed: 2 }, b: { claimed: 4, confirmed: 4 }, c: { claimed: 1, confirmed: null } });
  });

  test('holds all that is assumed and all that was held, whatever the order, and twice is as once', () => {
    fc.assert(fc.property(standing, assumptions, fc.nat(50), (own, list, seed) => {
      const raised = whatIf(own, list);
      for (const one of list) expect(isHeld(raised, one)).toBe(true);
      for (const skill of skills) {
        expect(levelOn(raised, skill, 'claimed') ?? 0).toBeGreaterThanOrEqual(levelOn(own, skill, 'claimed') ?? 0);
        expect(levelOn(raised, skill, 'confirmed')).toBe(levelOn(own, skill, 'confirmed'));
      }
      expect(educationRank(raised.education)).toBeGreaterThanOrEqual(educationRank(own.education));
      expect(raised.certifications).toEqual(expect.arrayContaining([...own.certifications]));
      expect(raised.experience).toEqual(own.experience);
      expect(whatIf(own, shuffled(list, seed))).toEqual(raised);
      expect(whatIf(raised, list)).toEqual(raised);
    }));
  });

  test('is the standing itself when everything is held already', () => {
    fc.assert(fc.property(standing, assumptions, (own, list) => {
      expect(whatIf(own, list.filter((one) => isHeld(own, one)))).toBe(own);
    }));
  });
});

const rank: Record<ReadinessStatus, number> = { unknown: 0, growing: 1, close: 2, ready: 3 };
/** Every requirement can be met in one way. */
const single = (one: fc.Arbitrary<Criterion>) => one.map((only): Requirement => ({ importance: 'essential', anyOf: [only] }));

describe('what it does to readiness', () => {
  test('nothing costs more, and nobody becomes less ready', () => {
    fc.assert(fc.property(standing, assumptions, fc.array(requirement, { maxLength: 6 }), (own, list, asked) => {
      const raised = whatIf(own, list);
      for (const one of asked.flatMap(({ anyOf }) => anyOf)) expect(measure(raised, one, 'claimed').cost).toBeLessThanOrEqual(measure(own, one, 'claimed').cost);
      const [before, after] = [readiness(own, asked, 'claimed'), readiness(raised, asked, 'claimed')];
      expect(rank[after.status]).toBeGreaterThanOrEqual(rank[before.status]);
      expect(after.blockers.length).toBeLessThanOrEqual(before.blockers.length);
      expect(after.desirable.met).toBeGreaterThanOrEqual(before.desirable.met);
    }));
  });

  test('no months are added where each requirement can be met in one way', () => {
    fc.assert(fc.property(standing, assumptions, fc.array(single(criterion), { maxLength: 6 }), (own, list, asked) => {
      const [before, after] = [readiness(own, asked, 'claimed').months, readiness(whatIf(own, list), asked, 'claimed').months];
      if (before !== null) expect(after).toBeLessThanOrEqual(before);
    }));
  });
});

describe('what it does to routes', () => {
  const roles = ['a:desk', 'b:network', 'c:desk', 'd:apps'].map((text) => ({ id: text[0]!, family: text.slice(2) }));
  const transitions = ['ab', 'ac', 'bc', 'bd', 'cd', 'ad'].map(([from, to]) => ({ from: from!, to: to! }));
  const needs = (asked: fc.Arbitrary<Requirement>) => fc.array(fc.tuple(fc.constantFrom('b', 'c', 'd'), asked).map(([role, one]) => ({ ...one, role })), { minLength: 3, maxLength: 9 });
  const best = (own: Standing, requirements: Parameters<typeof careerRoutes>[0]['requirements']) =>
    careerRoutes({ from: 'a', to: 'd', roles, transitions, requirements, standing: own })[0];

  test('the first one gets no longer and needs no more agreement where experience is not asked for', () => {
    const learnt = criterion.filter(({ kind }) => kind !== 'experience');
    fc.assert(fc.property(standing, assumptions, needs(single(learnt)), (own, list, requirements) => {
      const [before, after] = [best(own, requirements), best(whatIf(own, list), requirements)];
      if (before) expect(after!.exceptions * 10_000 + after!.months).toBeLessThanOrEqual(before.exceptions * 10_000 + before.months);
    }));
  });

  test('one can need an agreement that time in an earlier role would have spared: who learns faster waits less there', () => {
    const requirements = [
      { role: 'b', importance: 'essential' as const, anyOf: [{ kind: 'skill' as const, skill: 'a', level: 5 as const }] },
      { role: 'd', importance: 'essential' as const, anyOf: [{ kind: 'experience' as const, months: 12, families: ['desk'] }] },
    ];
    const only = (own: Standing) => careerRoutes({ from: 'a', to: 'd', roles, transitions: [{ from: 'a', to: 'b' }, { from: 'b', to: 'd' }], requirements, standing: own })[0]!;
    expect(only(nothing)).toMatchObject({ months: 25, exceptions: 0 });
    expect(only(whatIf(nothing, [{ kind: 'skill', skill: 'a', level: 5 }]))).toMatchObject({ months: 7, exceptions: 1 });
  });
});

test('every level of education has a word for an address, and no certificate is called like one', () => {
  const ids = catalogue.requirements.flatMap(({ anyOf }) => anyOf.flatMap((one) => (one.kind === 'certification' ? one.certification : [])));
  expect(ids.filter((id) => parseEducation(id) !== null)).toEqual([]);
});

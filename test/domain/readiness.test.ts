import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy } from '#app/domain/policy.ts';
import { readiness, type Readiness } from '#app/domain/readiness.ts';
import type { Criterion, Requirement } from '#app/domain/requirement.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Basis, Standing } from '#app/domain/standing.ts';
import { level, requirement, shuffled, skills, standing } from './arbitrary.ts';
import { examples, requirementsOf, type Example } from './examples.ts';

type Asked = { standing: string; role: string; basis: Basis };
type Expected = Omit<Partial<Readiness>, 'blockers'> & { blockers: number };
const { people, cases } = examples<{ people: Record<string, Standing>; cases: Example<Asked, Expected>[] }>('readiness');

describe('the worked examples', () => {
  test.each(cases)('$name', ({ given, expect: { blockers, ...expected } }) => {
    const found = readiness(people[given.standing]!, requirementsOf(given.role), given.basis);
    expect(found).toMatchObject(expected);
    expect(found.blockers).toHaveLength(blockers);
  });
});

const skill = (name: string, at: Level): Criterion => ({ kind: 'skill', skill: name, level: at });
const certificate: Criterion = { kind: 'certification', certification: 'x' };
const essential = (...anyOf: Criterion[]): Requirement => ({ importance: 'essential', anyOf });
const desirable = (...anyOf: Criterion[]): Requirement => ({ importance: 'desirable', anyOf });
const person = (levels: Record<string, Level>, more: Partial<Standing> = {}): Standing => ({
  levels: Object.fromEntries(Object.entries(levels).map(([name, at]) => [name, { claimed: at, confirmed: null }])),
  experience: { spans: [] }, education: 'none', certifications: [], ...more,
});
const claimed = (who: Standing, ...requirements: Requirement[]) => readiness(who, requirements, 'claimed');

describe('the status', () => {
  test('is unknown without any essential, whatever desirables say', () => {
    expect(claimed(person({ a: 5 }))).toMatchObject({ status: 'unknown', months: null, essential: { met: 0, total: 0 } });
    expect(claimed(person({ a: 5 }), desirable(skill('a', 1)))).toMatchObject({ status: 'unknown', desirable: { met: 1, total: 1 } });
  });

  test('is unknown when more than half of the skill essentials are not rated, not at half', () => {
    const four = ['a', 'b', 'c', 'd'].map((name) => essential(skill(name, 1)));
    expect(claimed(person({ a: 1 }), ...four)).toMatchObject({ status: 'unknown', months: null, atMost: false, toRate: ['b', 'c', 'd'] });
    expect(claimed(person({ a: 1, b: 1 }), ...four)).toMatchObject({ status: 'close', months: 1, atMost: true, toRate: ['c', 'd'] });
  });

  test('essentials with another way to meet them do not make it unknown', () => {
    expect(claimed(person({}), essential(skill('a', 1), certificate), essential(certificate))).toMatchObject({ status: 'close', toRate: [] });
  });

  test('is ready with all essentials met, and desirables do not matter', () => {
    const found = claimed(person({ a: 3 }), essential(skill('a', 3)), desirable(skill('b', 5)));
    expect(found).toMatchObject({ status: 'ready', months: 0, blockers: [], desirable: { met: 0, total: 1 } });
  });

  test('is close with two unmet of half a year each, growing with three or with a longer one', () => {
    const who = person({ a: 1, b: 1, c: 1 });
    expect(claimed(who, essential(skill('a', 3)), essential(skill('b', 3)))).toMatchObject({ status: 'close', months: 5 });
    expect(claimed(who, essential(skill('a', 2)), essential(skill('b', 2)), essential(skill('c', 2)))).toMatchObject({ status: 'growing', months: 2 });
    expect(claimed(person({ a: 2 }), essential(skill('a', 4)))).toMatchObject({ status: 'growing', months: 8 });
    const six = { ...defaultPolicy, closeMonths: 8, closeBlockers: 1 };
    expect(readiness(person({ a: 2 }), [essential(skill('a', 4))], 'claimed', six).status).toBe('close');
  });

  test('does not offset a missing skill with too much of another', () => {
    expect(claimed(person({ a: 5, b: 1 }), essential(skill('a', 1)), essential(skill('b', 2))).status).toBe('close');
  });
});

describe('the months', () => {
  test('are the learning side by side or the longest wait, whichever is more', () => {
    const wait: Criterion = { kind: 'experience', months: 30, families: ['desk'] };
    expect(claimed(person({ a: 2, b: 2 }), essential(skill('a', 4)), essential(skill('b', 3)), essential(wait)).months).toBe(30);
    const four = ['a', 'b', 'c', 'd'].map((name) => essential(skill(name, 4)));
    expect(claimed(person({ a: 2, b: 2, c: 2, d: 2 }), ...four).months).toBe(11);
  });

  test('count missing experience although one could not wait for it where one is', () => {
    const experience = { spans: [{ familyId: 'desk', from: '2024-01-01', to: '2024-12-31' }], added: { network: 2 } };
    const found = claimed(person({}, { experience }), essential({ kind: 'experience', months: 24, families: ['network', 'desk'] }));
    expect(found).toMatchObject({ status: 'growing', months: 10 });
    expect(found.blockers[0]!.by).toMatchObject({ kind: 'experience', held: 14, cost: 10 });
  });

  test('are one at least when something is missing that takes no time', () => {
    expect(claimed(person({}), essential({ kind: 'education', level: 'secondary' }))).toMatchObject({ status: 'close', months: 1 });
  });

  test('of education are three years a step after school', () => {
    const of = (education: Standing['education']) => claimed(person({}, { education }), essential({ kind: 'education', level: 'bachelor' })).months;
    expect([of('none'), of('secondary'), of('associate'), of('bachelor'), of('master')]).toEqual([72, 72, 36, 0, 0]);
  });
});

describe('the items', () => {
  test('name the first criterion that is met, else the cheapest, the first of equals', () => {
    const who = person({ a: 3, b: 2 }, { certifications: ['x'] });
    const by = (...anyOf: Criterion[]) => claimed(who, essential(...anyOf)).items[0]!.by;
    expect(by(skill('b', 5), certificate, skill('a', 1))).toMatchObject({ kind: 'certification', met: true });
    expect(by(skill('a', 5), skill('b', 3), { kind: 'certification', certification: 'y' })).toMatchObject({ kind: 'skill', skill: 'b', cost: 3 });
  });

  test('come essentials first, blockers the cheapest first', () => {
    const found = claimed(person({ a: 1, b: 1 }), desirable(skill('a', 1)), essential(skill('a', 5)), essential(skill('b', 2)), essential(certificate));
    expect(found.items.map(({ requirement: { importance } }) => importance)).toEqual(['essential', 'essential', 'essential', 'desirable']);
    expect(found.blockers.map(({ cost }) => cost)).toEqual([2, 3, 18]);
  });

  test('leave out a requirement without any criterion', () => {
    expect(claimed(person({ a: 1 }), essential(), essential(skill('a', 1)))).toMatchObject({ status: 'ready', essential: { met: 1, total: 1 } });
  });

  test('list each skill to rate once, all ways to meet it', () => {
    expect(claimed(person({}), essential(skill('b', 1), skill('a', 2)), essential(skill('a', 3))).toRate).toEqual(['a', 'b']);
  });
});

test('on the confirmed basis self ratings count for nothing; on the claimed one the confirmed level fills in', () => {
  const who = { ...person({}), levels: { a: { claimed: 4 as const, confirmed: 2 as const }, b: { claimed: null, confirmed: 3 as const } } };
  const of = (basis: Basis) => readiness(who, [essential(skill('a', 3)), essential(skill('b', 3))], basis).essential.met;
  expect([of('claimed'), of('confirmed')]).toEqual([2, 1]);
});

const order: Record<Readiness['status'], number> = { unknown: 0, growing: 1, close: 2, ready: 3 };
const basis = fc.constantFrom<Basis[]>('claimed', 'confirmed');
const requirements = fc.array(requirement, { maxLength: 8 });

describe('for any person and role', () => {
  test('one more level never makes a met requirement unmet, or what was ready or known anything less', () => {
    fc.assert(fc.property(standing, requirements, basis, fc.constantFrom(...skills), level, (who, asked, on, name, at) => {
      const own = Object.hasOwn(who.levels, name) ? who.levels[name]! : { claimed: null, confirmed: null };
      const more = Math.max(at, own.claimed ?? 0, own.confirmed ?? 0) as Level;
      const [before, after] = [who, { ...who, levels: { ...who.levels, [name]: { claimed: more, confirmed: more } } }].map((one) => readiness(one, asked, on));
      before!.items.forEach((item, place) => expect(after!.items[place]!.met || !item.met).toBe(true));
      expect(order[after!.status]).toBeGreaterThanOrEqual(order[before!.status]);
      expect(after!.blockers.length).toBeLessThanOrEqual(before!.blockers.length);
      if (before!.months !== null) expect(after!.months).toBeLessThanOrEqual(before!.months);
    }));
  });

  test('more experience, education or certificates never hurt', () => {
    fc.assert(fc.property(standing, requirements, basis, fc.nat(60), (who, asked, on, months) => {
      const richer: Standing = {
        ...who, education: 'master', certifications: ['x', 'y'], experience: { ...who.experience, added: { desk: months, network: months } },
      };
      const [before, after] = [readiness(who, asked, on), readiness(richer, asked, on)];
      expect(after.essential.met).toBeGreaterThanOrEqual(before.essential.met);
      expect(order[after.status]).toBeGreaterThanOrEqual(order[before.status]);
    }));
  });

  test('the counts, the months and the status agree with one another', () => {
    fc.assert(fc.property(standing, requirements, basis, (who, asked, on) => {
      const found = readiness(who, asked, on);
      expect(found.essential.total + found.desirable.total).toBe(asked.length);
      expect(found.blockers.length).toBe(found.essential.total - found.essential.met);
      expect(found.months === null).toBe(found.status === 'unknown');
      expect(found.months === 0).toBe(found.status === 'ready');
      if (found.months) expect(found.months).toBeGreaterThanOrEqual(Math.max(...found.blockers.map(({ cost }) => cost)));
      expect(found.blockers.map(({ cost }) => cost)).toEqual(found.blockers.map(({ cost }) => cost).sort((a, b) => a - b));
      if (found.status === 'ready') expect(found.toRate).toEqual([]);
    }));
  });

  test('the order of requirements never matters', () => {
    fc.assert(fc.property(standing, requirements, basis, fc.nat(50), (who, asked, on, seed) => {
      expect(readiness(who, shuffled(asked, seed), on)).toEqual(readiness(who, asked, on));
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '#app/domain/date.ts';
import { learningMonths } from '#app/domain/effort.ts';
import { defaultPolicy, policyOf } from '#app/domain/policy.ts';

describe('the stored policy over the defaults', () => {
  it.each([null, undefined, {}, [], 'policy', 7, true])('%j is the defaults', (stored) => {
    expect(policyOf(stored)).toEqual(defaultPolicy);
  });

  it('takes what is set and keeps the rest', () => {
    const stored = { closeMonths: 9, defersInARow: 0, levelMonths: [2, 2, 4, 6, 12], cutFromExperience: ['sick', 'sabbatical'], disclosure: { wishes: 'named' } };
    expect(policyOf(stored)).toEqual({ ...defaultPolicy, ...stored, disclosure: { ...defaultPolicy.disclosure, wishes: 'named' } });
  });

  it('lets nothing be cut from experience', () => {
    expect(policyOf({ cutFromExperience: [] }).cutFromExperience).toEqual([]);
  });

  it.each([
    { closeMonths: '9' }, { closeMonths: null }, { closeMonths: -1 }, { closeMonths: 2.5 }, { closeMonths: NaN }, { developMonths: 1e9 },
    { skillsSideBySide: 0 }, { troddenMinPeople: 0 }, { troddenMinPeople: 1 }, { anonymousRoleHolders: 0 },
    { levelMonths: [1, 2, 3, 5] }, { levelMonths: [1, 2, 3, 5, -8] }, { levelMonths: 'short' }, { levelMonths: { 0: 1 } },
    { cutFromExperience: ['holiday'] }, { cutFromExperience: 'sabbatical' },
    { disclosure: 'named' }, { disclosure: { skills: 'public' } }, { disclosure: [] },
    { shareDays: [] }, { shareDays: [91] }, { shareDays: [0, 7] }, { shareDays: 7 },
    { unknownSetting: 3 }, { __proto__: { closeMonths: 1 } },
  ])('%j falls back to the default', (stored) => {
    expect(policyOf(stored)).toEqual(defaultPolicy);
  });

  it('never breaks what is reckoned with it, whatever was stored', () => {
    const settings = fc.dictionary(fc.constantFrom(...Object.keys(defaultPolicy), 'other'), fc.jsonValue());
    fc.assert(fc.property(settings, (stored) => {
      const policy = policyOf(stored);
      expect(Object.keys(policy)).toEqual(Object.keys(defaultPolicy));
      expect(learningMonths([1, 2, 3], policy)).toBeGreaterThan(0);
      expect(addMonths('2026-11-22', policy.developMonths)).toMatch(/^\d{4}-/);
    }));
  });
});

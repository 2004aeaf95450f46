import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelsShort, searchLevel, searchMatch, type WantedSkill } from '#app/domain/search-match.ts';
import type { Level } from '#app/domain/skill.ts';
import { level, shuffled, skillLevels, skills } from './arbitrary.ts';

describe('the level a search goes by', () => {
  test.each([
    [4, 2, false, 4], [2, 4, false, 4], [4, null, false, 4], [null, 3, false, 3], [null, null, false, null],
    [4, 2, true, 2], [4, null, true, null], [2, 4, true, 4],
  ] as [Level | null, Level | null, boolean, Level | null][])('claimed %j, confirmed %j, confirmed only %j: %j', (claimed, confirmed, only, expected) => {
    expect(searchLevel({ claimed, confirmed }, only)).toBe(expected);
  });
});

test('nobody without a rating is near, not even to the lowest level', () => {
  expect(levelsShort(null, 1)).toBeNull();
  expect([levelsShort(2, 3), levelsShort(3, 3), levelsShort(5, 3)]).toEqual([1, 0, 0]);
});

describe('a search', () => {
  const levels = { exchange: { claimed: 3, confirmed: 2 }, shell: { claimed: 2, confirmed: 2 }, dns: { claimed: 1, confirmed: null } } as const;
  const rows = (text: string): WantedSkill[] => text.split(' ').map((row) => ({ skill: row.split(':')[0]!, level: Number(row.split(':')[1]) as Level }));

  test.each([
    ['exchange:3 shell:2', 'all', false, 'match'],
    ['exchange:3 shell:2', 'all', true, 'near'],
    ['exchange:3 shell:3', 'all', true, 'none'],
    ['exchange:3 shell:3', 'all', false, 'near'],
    ['exchange:5 shell:2', 'all', false, 'none'],
    ['exchange:3 linux:1', 'all', false, 'none'],
    ['exchange:3 linux:1', 'any', false, 'match'],
    ['exchange:4 linux:1', 'any', false, 'near'],
    ['linux:1 perl:1', 'any', false, 'none'],
    ['dns:1', 'all', true, 'none'],
    ['toString:1', 'all', false, 'none'],
  ] as const)('for %s, %s of them, confirmed only %s: %s', (text, conjunction, confirmedOnly, expected) => {
    expect(searchMatch(levels, rows(text), conjunction, confirmedOnly)).toBe(expected);
  });

  test('without rows matches everybody', () => {
    expect(searchMatch({}, [], 'all', true)).toBe('match');
    expect(searchMatch({}, [], 'any', true)).toBe('match');
  });

  const wanted = fc.array(fc.record({ skill: fc.constantFrom(...skills), level }), { minLength: 1, maxLength: 4 });
  const own = fc.dictionary(fc.constantFrom(...skills), skillLevels);
  const order = { none: 0, near: 1, match: 2 };

  test('confirmed only never finds more, any of the rows never less than all, in any order of the rows', () => {
    fc.assert(fc.property(own, wanted, fc.boolean(), fc.nat(50), (held, asked, only, seed) => {
      expect(order[searchMatch(held, asked, 'all', true)]).toBeLessThanOrEqual(order[searchMatch(held, asked, 'all', false)]);
      expect(order[searchMatch(held, asked, 'all', only)]).toBeLessThanOrEqual(order[searchMatch(held, asked, 'any', only)]);
      expect(searchMatch(held, shuffled(asked, seed), 'all', only)).toBe(searchMatch(held, asked, 'all', only));
    }));
  });
});

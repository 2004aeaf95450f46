import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { educationLevels, educationRank, higherEducation, parseEducation } from '#app/domain/education.ts';
import { educationEffort, learningMonths, moveMonths, skillEffort } from '#app/domain/effort.ts';
import { defaultPolicy } from '#app/domain/policy.ts';

const rank = fc.integer({ min: 0, max: 5 });
const degree = fc.constantFrom(...educationLevels);

describe('skills', () => {
  test.each([[0, 1, 1], [0, 5, 19], [2, 4, 8], [3, 3, 0], [4, 2, 0], [4, 5, 8]])('from %i to %i take %i months', (from, to, months) => {
    expect(skillEffort(from, to)).toBe(months);
  });

  test('a climb in two parts takes as long as in one', () => {
    fc.assert(fc.property(rank, rank, rank, (a, b, c) => {
      const [low, middle, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      expect(skillEffort(low, middle) + skillEffort(middle, high)).toBe(skillEffort(low, high));
    }));
  });

  test('side by side take a third of the sum, rounded up, but no less than the longest', () => {
    expect(learningMonths([])).toBe(0);
    expect(learningMonths([5])).toBe(5);
    expect(learningMonths([3, 3, 3])).toBe(3);
    expect(learningMonths([3, 3, 3, 1])).toBe(4);
    expect(learningMonths([3, 3, 3], { ...defaultPolicy, skillsSideBySide: 1 })).toBe(9);
  });
});

describe('education', () => {
  test('school costs nothing, each further step three years', () => {
    expect(educationLevels.map((to) => educationEffort('none', to))).toEqual([0, 0, 36, 72, 108]);
    expect(educationLevels.map((to) => educationEffort('associate', to))).toEqual([0, 0, 0, 36, 72]);
    expect(educationEffort('secondary', 'bachelor', { ...defaultPolicy, educationStepMonths: 24 })).toBe(48);
  });

  test('the higher of two is one of them, and ranks at least as high as both', () => {
    fc.assert(fc.property(degree, degree, (a, b) => {
      const higher = higherEducation(a, b);
      expect([a, b]).toContain(higher);
      expect(educationRank(higher)).toBe(Math.max(educationRank(a), educationRank(b)));
      expect(educationEffort(higher, a) + educationEffort(higher, b)).toBe(0);
    }));
  });

  test('is read from a word', () => {
    expect(parseEducation(' Bachelor ')).toBe('bachelor');
    expect(parseEducation('doctor')).toBeNull();
    expect(parseEducation('')).toBeNull();
  });
});

test('a move takes the longer of learning and waiting, a month at first and half a year later on at least', () => {
  expect(moveMonths(0, 0, true)).toBe(1);
  expect(moveMonths(0, 0, false)).toBe(6);
  expect(moveMonths(8, 3, false)).toBe(8);
  expect(moveMonths(3, 9, true)).toBe(9);
  expect(moveMonths(0, 0, false, { ...defaultPolicy, laterHopMonths: 4 })).toBe(4);
});

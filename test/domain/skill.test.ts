import { expect, test } from 'vitest';
import { conversationName } from '#app/domain/role.ts';
import { isLevel, levelMeaning, levelName, levels, parseLevel } from '#app/domain/skill.ts';
import { nextRoles } from '#app/domain/transition.ts';

test('levels have names and meanings, and not rated is not low', () => {
  expect(levels.map(levelName)).toEqual(['Aware', 'Assisted', 'Independent', 'Advanced', 'Expert']);
  expect(levelName(null)).toBe('Not rated');
  expect(new Set(levels.map(levelMeaning)).size).toBe(5);
});

test.each([
  ['3', 3], [' 5 ', 5], ['expert', 5], ['Aware', 1], ['0', null], ['6', null], ['-77', null], ['2.5', null], ['03', null], ['', null], ['good', null],
])('%j is read as %j', (text, level) => {
  expect(parseLevel(text)).toBe(level);
});

test.each([[1, true], [5, true], [0, false], [6, false], [2.5, false], [Number.NaN, false], ['3', false], [null, false]])('%j is a level: %j', (value, answer) => {
  expect(isLevel(value)).toBe(answer);
});

test.each([[24, 'two-year'], [36, 'three-year'], [12, 'one-year'], [144, '12-year'], [18, '18-month']])('a rule of %i months is called %s', (months, name) => {
  expect(conversationName(months)).toBe(name);
});

test('the roles one move away are named once, in order, and never the role itself', () => {
  const moves = [{ from: 'a', to: 'c' }, { from: 'a', to: 'b' }, { from: 'a', to: 'c' }, { from: 'a', to: 'a' }, { from: 'b', to: 'd' }];
  expect(nextRoles(moves, 'a')).toEqual(['b', 'c']);
  expect(nextRoles(moves, 'd')).toEqual([]);
});

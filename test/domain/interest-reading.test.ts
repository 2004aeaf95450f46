import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interestReading, interestReadings, readInterests } from '#app/domain/interest-reading.ts';
import type { Interest } from '#app/domain/skill.ts';
import { day, level } from './arbitrary.ts';

const today = '2026-11-22';
const said = (at: number | null, interest: Interest | null, lastUsedOn: string | null = null) =>
  interestReading({ level: at as 3 | null, interest, lastUsedOn }, today);

describe('what a level and an interest say together', () => {
  test('more of it: to train until it is done alone, from level 3 on a strength to use', () => {
    expect([null, 1, 2, 3, 4, 5].map((at) => said(at, 'more'))).toEqual(['train', 'train', 'train', 'use', 'use', 'use']);
  });

  test('less of it: burns out where it is done alone and was used within three months, else it may rest', () => {
    expect([1, 2, 3, 5].map((at) => said(at, 'less', '2026-11-01'))).toEqual(['rest', 'rest', 'burns-out', 'burns-out']);
    expect([said(4, 'less', '2026-08-22'), said(4, 'less', '2026-08-21')]).toEqual(['burns-out', 'rest']);
    expect([said(4, 'less'), said(null, 'less', today)]).toEqual(['rest', 'rest']);
  });

  test('fine as it is, whatever the level', () => {
    expect([null, 1, 5].map((at) => said(at, 'fine', today))).toEqual(['fine', 'fine', 'fine']);
  });

  test('a level without an interest is named as such; nothing said at all is nothing', () => {
    expect([said(1, null), said(5, null, today), said(null, null), said(null, null, today)]).toEqual(['unsaid', 'unsaid', null, null]);
  });
});

test('every skill of which something was said stands under exactly one reading, in the order given', () => {
  const skill = fc.record({ level: fc.option(level), interest: fc.option(fc.constantFrom<Interest[]>('more', 'fine', 'less')), lastUsedOn: fc.option(day()) });
  fc.assert(fc.property(fc.array(skill), (skills) => {
    const read = readInterests(skills, today);
    expect(read.map(({ reading }) => reading)).toEqual(interestReadings);
    const placed = read.flatMap(({ skills: some }) => some);
    expect(placed.length).toBe(skills.filter(({ level: at, interest }) => at !== null || interest !== null).length);
    for (const { skills: some } of read) expect(some).toEqual(skills.filter((one) => some.includes(one)));
  }));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countingRatings, isCorrectable, isLongUnused, isStale, levelsOf, type Rating, type RatingSource } from '#app/domain/rating.ts';
import type { Level } from '#app/domain/skill.ts';
import { level, shuffled } from './arbitrary.ts';

const rated = (source: RatingSource, at: Level, ratedAt: string | number, skill = 'a'): Rating => ({ skill, level: at, source, ratedAt });
const of = (...ratings: Rating[]) => countingRatings(ratings).get('a');

describe('which level counts', () => {
  test('without any rating there is none, which is not low', () => {
    expect(of()).toBeUndefined();
    expect(levelsOf([])).toEqual({});
  });

  test('peer ratings are shown and count for nothing', () => {
    expect(of(rated('peer', 5, '2025-01-01'))).toBeUndefined();
    expect(levelsOf([rated('peer', 5, '2025-03-01'), rated('self', 2, '2025-01-01')])).toEqual({ a: { claimed: 2, confirmed: null } });
  });

  test('confirmed is the newest by a manager or a review', () => {
    const ratings = [rated('manager', 3, '2025-01-01'), rated('review', 4, '2025-02-01'), rated('manager', 2, '2024-12-01')];
    expect(of(...ratings)).toMatchObject({ claimed: 4, confirmed: 4, confirmedAt: '2025-02-01' });
    expect(of(...ratings, rated('manager', 3, '2025-03-01'))).toMatchObject({ claimed: 3, confirmed: 3 });
  });

  test('claimed is the newest of self rating and confirmation, at one moment the confirmation', () => {
    const confirmation = rated('manager', 3, '2025-02-01T10:00:00Z');
    expect(of(confirmation, rated('self', 5, '2025-01-01T10:00:00Z'))).toMatchObject({ claimed: 3, confirmed: 3, waiting: false });
    expect(of(confirmation, rated('self', 2, '2025-03-01T10:00:00Z'))).toMatchObject({ claimed: 2, confirmed: 3, waiting: false });
    expect(of(confirmation, rated('self', 5, '2025-02-01T10:00:00Z'))).toMatchObject({ claimed: 3, confirmed: 3, waiting: false });
    expect(of(confirmation, rated('self', 5, '2025-02-01T11:00:00+01:00'))).toMatchObject({ claimed: 3 });
  });

  test('moments are compared as such, written or in milliseconds', () => {
    const millis = 1_740_000_000_000;
    expect(of(rated('self', 2, millis), rated('self', 4, millis + 1), rated('self', 3, millis - 1))).toMatchObject({ claimed: 4, claimedAt: millis + 1 });
  });

  test('each skill by itself', () => {
    const ratings = [rated('self', 2, '2025-01-01', 'a'), rated('manager', 4, '2025-01-01', 'b')];
    expect(levelsOf(ratings)).toEqual({ a: { claimed: 2, confirmed: null }, b: { claimed: 4, confirmed: 4 } });
  });
});

describe('waiting to be confirmed', () => {
  test('is a self rating above the confirmed level, or without one', () => {
    expect(of(rated('self', 1, '2025-01-01'))?.waiting).toBe(true);
    expect(of(rated('manager', 2, '2025-01-01'), rated('self', 3, '2025-02-01'))?.waiting).toBe(true);
    expect(of(rated('manager', 3, '2025-01-01'), rated('self', 3, '2025-02-01'))?.waiting).toBe(false);
  });

  test('ends with the answer, whatever it is', () => {
    expect(of(rated('manager', 2, '2025-01-01'), rated('self', 4, '2025-02-01'), rated('manager', 2, '2025-03-01'))?.waiting).toBe(false);
  });
});

describe('freshness', () => {
  test.each([
    ['2024-01-31', 12, '2025-01-31', false],
    ['2024-01-31', 12, '2025-02-01', true],
    ['2024-02-29', 12, '2025-02-28', false],
    ['2024-02-29', 12, '2025-03-01', true],
  ])('confirmed on %s, fresh for %i months, on %s stale: %s', (confirmedOn, months, today, stale) => {
    expect(isStale(confirmedOn, months, today)).toBe(stale);
  });

  test('what was never confirmed, or stays fresh for ever, is not stale', () => {
    expect(isStale(null, 12, '2025-01-01')).toBe(false);
    expect(isStale('2001-01-01', null, '2025-01-01')).toBe(false);
  });
});

test('its author may correct a rating within 24 hours', () => {
  expect(isCorrectable('2025-03-03T10:00:00Z', '2025-03-03T10:00:00Z')).toBe(true);
  expect(isCorrectable('2025-03-03T10:00:00Z', '2025-03-04T09:59:59Z')).toBe(true);
  expect(isCorrectable('2025-03-03T10:00:00Z', '2025-03-04T10:00:00Z')).toBe(false);
  expect(isCorrectable('2025-03-03T10:00:00Z', '2025-03-03T09:00:00Z')).toBe(false);
});

test('a skill is long unused when its last use is longer ago than it stays fresh; not said, or never fading, is not', () => {
  expect([isLongUnused('2025-11-22', 12, '2026-11-22'), isLongUnused('2025-11-21', 12, '2026-11-22')]).toEqual([false, true]);
  expect([isLongUnused(null, 12, '2026-11-22'), isLongUnused('2001-01-01', null, '2026-11-22')]).toEqual([false, false]);
});

const rating: fc.Arbitrary<Rating> = fc.record({
  skill: fc.constantFrom('a', 'b'), level, source: fc.constantFrom<RatingSource[]>('self', 'manager', 'peer', 'review'), ratedAt: fc.integer({ min: 0, max: 6 }),
});

describe('for any ratings', () => {
  test('the order of the list never matters', () => {
    fc.assert(fc.property(fc.array(rating), fc.nat(50), (ratings, seed) => {
      expect(countingRatings(shuffled(ratings, seed))).toEqual(new Map(countingRatings(ratings)));
    }));
  });

  test('a new confirmation is what counts on both bases', () => {
    fc.assert(fc.property(fc.array(rating), level, (ratings, at) => {
      expect(levelsOf([...ratings, rated('manager', at, 7)])['a']).toEqual({ claimed: at, confirmed: at });
    }));
  });

  test('whoever has a confirmed level has a claimed one', () => {
    fc.assert(fc.property(fc.array(rating), (ratings) => {
      for (const { claimed, confirmed } of Object.values(levelsOf(ratings))) expect(confirmed === null || claimed !== null).toBe(true);
    }));
  });
});

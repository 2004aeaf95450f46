import { describe, expect, test } from 'vitest';
import { compareInstants, dayIn, hoursBetween, millisOf } from '#app/domain/instant.ts';

describe('a moment', () => {
  test('is the same whether written with an offset, in UTC or as milliseconds', () => {
    const millis = 1_741_014_000_000;
    expect(millisOf('2025-03-03T15:00:00Z')).toBe(millis);
    expect(millisOf('2025-03-03T16:00:00+01:00')).toBe(millis);
    expect(millisOf('2025-03-03 15:00:00.000+00')).toBe(millis);
    expect(millisOf(millis)).toBe(millis);
  });

  test('of a bare day is its first in UTC', () => {
    expect(millisOf('2025-03-03')).toBe(millisOf('2025-03-03T00:00:00Z'));
  });

  test('that is none is refused', () => {
    expect(() => millisOf('yesterday')).toThrow(RangeError);
    expect(() => millisOf('2025-02-30T00:00:00Z')).toThrow(RangeError);
  });

  test('sorts by time and not by its text', () => {
    expect(compareInstants('2025-03-03T15:00:00.500Z', '2025-03-03T15:00:00Z')).toBeGreaterThan(0);
    expect(compareInstants('2025-03-03T09:00:00-08:00', '2025-03-03T15:00:00Z')).toBeGreaterThan(0);
    expect(compareInstants('2025-03-03T15:00:00Z', '2025-03-03T16:00:00+01:00')).toBe(0);
    expect(compareInstants('2025-03-03T15:00:00.000200Z', '2025-03-03T16:00:00.0003+01:00')).toBeLessThan(0);
    expect(compareInstants(1_741_014_000_001, '2025-03-03T15:00:00Z')).toBeGreaterThan(0);
    expect(compareInstants(1_741_014_000_000, 1_741_014_000_001)).toBeLessThan(0);
  });
});

describe('the day of a moment', () => {
  test.each([
    ['Europe/Berlin', '2026-01-01'],
    ['UTC', '2025-12-31'],
    ['America/New_York', '2025-12-31'],
    ['Asia/Tokyo', '2026-01-01'],
  ])('in %s is %s', (zone, day) => {
    expect(dayIn('2025-12-31T23:30:00Z', zone)).toBe(day);
  });

  test('follows summer time', () => {
    expect(dayIn('2025-07-01T22:30:00Z', 'Europe/Berlin')).toBe('2025-07-02');
    expect(dayIn('2025-12-01T22:30:00Z', 'Europe/Berlin')).toBe('2025-12-01');
  });
});

test('hours between moments are rounded down', () => {
  expect(hoursBetween('2025-03-03T15:00:00Z', '2025-03-04T14:59:59Z')).toBe(23);
  expect(hoursBetween('2025-03-03T15:00:00Z', '2025-03-04T15:00:00Z')).toBe(24);
  expect(hoursBetween('2025-03-03T15:00:00Z', '2025-03-03T14:30:00Z')).toBe(-1);
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays, addMonths, compareDays, dayAt, dayNumber, daysBetween, earlierOf, isDay, laterOf, parseDay, wholeMonthsBetween,
} from '#app/domain/date.ts';
import { day } from './arbitrary.ts';

const anyDay = day('1900-01-01', '2199-12-31');

describe('a day', () => {
  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each(['2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '26-01-01', '2026-01-01T00:00', '', 'today'])(
    '%j does not',
    (text) => expect(isDay(text)).toBe(false),
  );

  test('is read from what a person typed, without the blanks around it', () => {
    expect(parseDay(' 2026-03-01 ')).toBe('2026-03-01');
    expect(parseDay('2026-02-30')).toBeNull();
    expect(parseDay('1 March')).toBeNull();
  });

  test('exists exactly when Temporal says so', () => {
    const digits = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }));
    fc.assert(
      fc.property(digits, ([year, month, dayOfMonth]) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
        let exists = true;
        try {
          Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
        } catch {
          exists = false;
        }
        expect(isDay(text)).toBe(exists);
      }),
    );
  });
});

describe('counting days', () => {
  test('numbers begin at 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1969-12-31')).toBe(-1);
    expect(dayAt(0)).toBe('1970-01-01');
    expect(dayAt(19782)).toBe('2024-02-29');
  });

  test('a number and its day go together', () => {
    fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (number) => {
      expect(dayNumber(dayAt(number))).toBe(number);
    }));
  });

  test('adding days agrees with Temporal', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
      expect(addDays(from, days)).toBe(Temporal.PlainDate.from(from).add({ days }).toString());
    }));
  });

  test('the days between agree with Temporal, backwards too', () => {
    fc.assert(fc.property(anyDay, anyDay, (from, to) => {
      expect(daysBetween(from, to)).toBe(Temporal.PlainDate.from(from).until(to).days);
      expect(daysBetween(to, from) + daysBetween(from, to)).toBe(0);
    }));
  });
});

describe('counting months', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-01-15', 0, '2024-01-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('adding months agrees with Temporal', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (from, months) => {
      expect(addMonths(from, months)).toBe(Temporal.PlainDate.from(from).add({ months }).toString());
    }));
  });

  test.each([
    ['2024-01-31', '2024-02-29', 1],
    ['2024-01-31', '2024-02-28', 0],
    ['2023-01-01', '2025-01-01', 24],
    ['2023-01-02', '2025-01-01', 23],
    ['2025-01-01', '2025-01-01', 0],
    ['2025-02-01', '2025-01-01', 0],
  ])('from %s up to %s fit %i whole months', (from, to, months) => {
    expect(wholeMonthsBetween(from, to)).toBe(months);
  });

  test('are the most that still fit', () => {
    fc.assert(fc.property(anyDay, anyDay, (from, to) => {
      fc.pre(to > from);
      const months = wholeMonthsBetween(from, to);
      expect(addMonths(from, months) <= to).toBe(true);
      expect(addMonths(from, months + 1) > to).toBe(true);
    }));
  });
});

test('days sort as text', () => {
  fc.assert(fc.property(anyDay, anyDay, (a, b) => {
    expect(Math.sign(compareDays(a, b))).toBe(Math.sign(dayNumber(a) - dayNumber(b)));
    expect(compareDays(earlierOf(a, b), laterOf(a, b))).toBeLessThanOrEqual(0);
    expect([earlierOf(a, b), laterOf(a, b)].sort()).toEqual([a, b].sort());
  }));
});

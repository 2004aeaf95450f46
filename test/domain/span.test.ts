import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayAt, dayNumber } from '#app/domain/date.ts';
import { cutSpans, daysWithin, mergeSpans, monthsAndDays, type Span } from '#app/domain/span.ts';
import { day, shuffled } from './arbitrary.ts';

const span: fc.Arbitrary<Span> = fc
  .tuple(day('2024-01-01', '2024-12-31'), fc.integer({ min: -3, max: 60 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));
const spans = fc.array(span, { maxLength: 6 });

/** Every day of the spans, one by one. */
function daysOf(list: readonly Span[]): Set<number> {
  const days = new Set<number>();
  for (const { from, to } of list) for (let number = dayNumber(from); number <= dayNumber(to); number += 1) days.add(number);
  return days;
}

describe('merging', () => {
  test('joins what overlaps and what touches, and keeps what does not', () => {
    expect(
      mergeSpans([
        { from: '2024-03-01', to: '2024-03-10' },
        { from: '2024-01-01', to: '2024-01-31' },
        { from: '2024-01-15', to: '2024-01-20' },
        { from: '2024-02-01', to: '2024-02-05' },
      ]),
    ).toEqual([
      { from: '2024-01-01', to: '2024-02-05' },
      { from: '2024-03-01', to: '2024-03-10' },
    ]);
  });

  test('drops what ends before it begins', () => {
    expect(mergeSpans([{ from: '2024-03-10', to: '2024-03-09' }])).toEqual([]);
  });

  test('keeps exactly the same days, in order, with room between them', () => {
    fc.assert(fc.property(spans, (list) => {
      const merged = mergeSpans(list);
      expect(daysOf(merged)).toEqual(daysOf(list));
      merged.slice(1).forEach((one, place) => expect(one.from > addDays(merged[place]!.to, 1)).toBe(true));
    }));
  });

  test('does not depend on the order, and leaves what it was given alone', () => {
    fc.assert(fc.property(spans, fc.nat(50), (list, seed) => {
      const before = structuredClone(list);
      expect(mergeSpans(shuffled(list, seed))).toEqual(mergeSpans(list));
      expect(list).toEqual(before);
    }));
  });
});

describe('cutting', () => {
  test('takes days out of the middle and off the ends', () => {
    const whole = { from: '2024-01-01', to: '2024-12-31' };
    expect(cutSpans(whole, [{ from: '2024-05-01', to: '2024-05-31' }])).toEqual([
      { from: '2024-01-01', to: '2024-04-30' },
      { from: '2024-06-01', to: '2024-12-31' },
    ]);
    expect(cutSpans(whole, [{ from: '2023-05-01', to: '2024-01-31' }])).toEqual([{ from: '2024-02-01', to: '2024-12-31' }]);
    expect(cutSpans(whole, [{ from: '2023-05-01', to: '2025-01-31' }])).toEqual([]);
    expect(cutSpans(whole, [])).toEqual([whole]);
  });

  test('leaves the days of the one that are not among the others', () => {
    fc.assert(fc.property(span, spans, (one, removed) => {
      const gone = daysOf(removed);
      expect(daysOf(cutSpans(one, removed))).toEqual(new Set([...daysOf([one])].filter((number) => !gone.has(number))));
    }));
  });
});

test('days within two dates are counted one by one, without the last', () => {
  fc.assert(fc.property(spans, day('2023-12-01', '2025-02-28'), fc.integer({ min: 0, max: 300 }), (list, from, length) => {
    const start = dayNumber(from);
    const expected = [...daysOf(list)].filter((number) => number >= start && number < start + length).length;
    expect(daysWithin(mergeSpans(list), from, dayAt(start + length))).toBe(expected);
  }));
});

test('a stretch is its whole months and then its days', () => {
  expect(monthsAndDays({ from: '2024-01-31', to: '2024-02-28' })).toEqual({ months: 1, days: 0 });
  expect(monthsAndDays({ from: '2024-01-15', to: '2024-02-20' })).toEqual({ months: 1, days: 6 });
  fc.assert(fc.property(day(), fc.integer({ min: 0, max: 2000 }), (from, length) => {
    const { months, days } = monthsAndDays({ from, to: addDays(from, length) });
    expect(addDays(addMonths(from, months), days)).toBe(addDays(from, length + 1));
    expect(days).toBeLessThan(31);
  }));
});

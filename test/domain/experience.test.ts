import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#app/domain/date.ts';
import { experienceMonths, type Experience } from '#app/domain/experience.ts';
import { experienceSpan, families, shuffled } from './arbitrary.ts';
import { examples, type Example } from './examples.ts';

const spans = fc.array(experienceSpan, { maxLength: 5 });
const all = [...families];

describe('the worked examples', () => {
  test.each(examples<Example<{ experience: Experience; families: string[] }, number>[]>('experience'))('$name', ({ given, expect: expected }) => {
    expect(experienceMonths(given.experience, given.families)).toBe(expected);
  });
});

describe('experience in families', () => {
  test('counts nothing without spans or without families', () => {
    expect(experienceMonths({ spans: [] }, all)).toBe(0);
    expect(experienceMonths({ spans: [{ familyId: 'desk', from: '2020-01-01', to: '2021-12-31' }], added: { desk: 3 } }, [])).toBe(0);
  });

  test('a gap of one day makes two stretches, whose left-over days still add up', () => {
    const spansWithGap = [
      { familyId: 'desk', from: '2024-01-20', to: '2024-02-27' },
      { familyId: 'desk', from: '2024-02-29', to: '2024-03-20' },
    ];
    // One month and 8 days, then 21 days: 29 left over, not yet a month.
    expect(experienceMonths({ spans: spansWithGap }, ['desk'])).toBe(1);
    expect(experienceMonths({ spans: [...spansWithGap, { familyId: 'desk', from: '2024-05-01', to: '2024-05-01' }] }, ['desk'])).toBe(2);
  });

  test('spans of two families that touch are one only when both are asked for', () => {
    const spans = [
      { familyId: 'desk', from: '2024-01-01', to: '2024-01-16' },
      { familyId: 'network', from: '2024-01-17', to: '2024-01-31' },
    ];
    expect(experienceMonths({ spans }, ['desk'])).toBe(0);
    expect(experienceMonths({ spans }, ['network'])).toBe(0);
    expect(experienceMonths({ spans }, ['desk', 'network'])).toBe(1);
  });

  test('a family that is listed twice counts once, its added months too', () => {
    const experience = { spans: [{ familyId: 'desk', from: '2024-01-01', to: '2024-12-31' }], added: { desk: 5, network: 7 } };
    expect(experienceMonths(experience, ['desk', 'desk'])).toBe(17);
  });

  test('only its own added months count', () => {
    expect(experienceMonths({ spans: [], added: { desk: 5 } }, ['toString', 'network'])).toBe(0);
    const nothing = { spans: [], added: { desk: undefined } as unknown as Record<string, number> };
    expect(experienceMonths(nothing, ['desk'])).toBe(0);
  });

  test('counts each day once: adding a copy or a part of a span changes nothing', () => {
    fc.assert(fc.property(spans, fc.constantFrom(...all), fc.nat(), (list, familyId, pick) => {
      fc.pre(list.length > 0);
      const one = list[pick % list.length]!;
      const part = { familyId, from: one.from, to: one.from };
      const before = experienceMonths({ spans: list }, all);
      expect(experienceMonths({ spans: [...list, { ...one, familyId }] }, all)).toBe(before);
      expect(experienceMonths({ spans: [...list, part] }, all)).toBe(before);
    }));
  });

  test('is never more than its days allow', () => {
    fc.assert(fc.property(spans, (list) => {
      const days = list.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
      expect(experienceMonths({ spans: list }, all)).toBeLessThanOrEqual(Math.floor(days / 28));
    }));
  });

  test('one more day never takes a month away', () => {
    fc.assert(fc.property(experienceSpan, (span) => {
      const longer = { ...span, to: addDays(span.to, 1) };
      expect(experienceMonths({ spans: [longer] }, all)).toBeGreaterThanOrEqual(experienceMonths({ spans: [span] }, all));
    }));
  });

  test('does not depend on the order of spans or families', () => {
    fc.assert(fc.property(spans, fc.subarray(all), fc.nat(50), (list, wanted, seed) => {
      const added = { desk: 4, apps: 1 };
      expect(experienceMonths({ spans: shuffled(list, seed), added }, shuffled(wanted, seed))).toBe(experienceMonths({ spans: list, added }, wanted));
    }));
  });

  test('adds months one for one', () => {
    fc.assert(fc.property(spans, fc.nat(60), (list, months) => {
      expect(experienceMonths({ spans: list, added: { desk: months } }, ['desk'])).toBe(experienceMonths({ spans: list }, ['desk']) + months);
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/domain/date.ts';
import { clashFault, compareForDecision, finishFault, fitOf, issueFault, neighboursOf, overlap, periodFault, type MainEntry, type Period } from '#app/domain/entry.ts';
import { day, shuffled } from './arbitrary.ts';

const today = '2026-11-22';
const period = (startedOn: string, endedOn: string | null = null): Period => ({ startedOn, endedOn });
const periods = fc.record({ startedOn: day('2018-01-01', '2028-12-31'), days: fc.option(fc.nat(900)) })
  .map(({ startedOn, days }) => period(startedOn, days === null ? null : addDays(startedOn, days)));

describe('the days of an entry', () => {
  test.each([
    ['the first day of 1950', period('1950-01-01', '1950-01-01'), null],
    ['the day before that', period('1949-12-31'), 'start'],
    ['in a year to the day', period('2027-11-22'), null],
    ['in a year and a day', period('2027-11-23'), 'start'],
    ['one day long', period('2026-01-01', '2026-01-01'), null],
    ['ending before it begins', period('2026-01-02', '2026-01-01'), 'end'],
    ['ending in ten years', period('2026-01-02', '2036-11-22'), null],
    ['ending in ten years and a day', period('2026-01-02', '2036-11-23'), 'end'],
  ])('%s', (_, given, at) => {
    expect(periodFault(given, today)?.at ?? null).toBe(at);
  });

  test.each([
    ['issued today', period(today), null],
    ['issued tomorrow', period('2026-11-23'), 'start'],
    ['issued before 1950', period('1949-12-31'), 'start'],
    ['expired on the day it was issued', period('2026-01-01', '2026-01-01'), null],
    ['expired before it was issued', period('2026-01-02', '2026-01-01'), 'end'],
  ])('a certificate %s', (_, given, at) => {
    expect(issueFault(given, today)?.at ?? null).toBe(at);
  });

  test('education is finished from 1950 to ten years ahead', () => {
    expect(['1949-12-31', '1950-01-01', '2036-11-22', '2036-11-23'].map((on) => finishFault(on, today) === null)).toEqual([false, true, true, false]);
  });

  test('say in words what is wrong', () => {
    expect(periodFault(period('2026-03-02', '2026-03-01'), today)?.reason).toBe('The last day is before the first day, 2 March 2026.');
    expect(periodFault(period('2099-01-01'), today)?.reason).toContain('22 November 2027');
  });
});

describe('how a main appointment fits in', () => {
  const open = { ...period('2024-03-01'), role: 'Analyst' };

  test('one that goes on ends the open one the day before', () => {
    expect(fitOf([open], period('2026-12-01'), today)).toEqual({ ends: [open], endsOn: '2026-11-30', clash: null });
    expect(fitOf([open], period('2026-01-01', today), today)).toMatchObject({ ends: [open], clash: null });
  });

  test('one that is over by today does not: the open one still goes on', () => {
    expect(fitOf([open], period('2025-01-01', '2025-06-30'), today)).toMatchObject({ ends: [], clash: open });
  });

  test('one that begins on the same day or earlier does not', () => {
    expect(fitOf([open], period('2024-03-01'), today)).toMatchObject({ ends: [], clash: open });
    expect(fitOf([open], period('2023-03-01'), today)).toMatchObject({ ends: [], clash: open });
    expect(fitOf([open], period('2023-03-01', '2024-02-29'), today)).toMatchObject({ ends: [], clash: null });
  });

  test('one that ended is left alone; a day in common is a clash, the earliest first', () => {
    const [first, second] = [period('2020-01-01', '2021-12-31'), period('2022-01-01', '2024-02-29')];
    expect(fitOf([second, first], period('2024-03-01'), today)).toMatchObject({ ends: [], clash: null });
    expect(fitOf([second, first], period('2021-12-31'), today)).toMatchObject({ clash: first });
  });

  test('the clash is told beside the day that mends it', () => {
    expect(clashFault(open, period('2024-06-01', '2024-07-01'))).toEqual({ at: 'start', reason: '“Analyst” began on 1 March 2024 and goes on. Two main roles with us cannot hold on one day.' });
    expect(clashFault({ ...period('2022-01-01', '2022-12-31'), role: 'Lead' }, period('2021-01-01'))).toMatchObject({ at: 'end', reason: expect.stringMatching(/^“Lead” lasts from 1 January 2022 to 31 December 2022\. Give a last day before that/) as string });
  });

  test('after it nothing overlaps, in whatever order the others are given', () => {
    fc.assert(fc.property(fc.array(periods, { maxLength: 5 }), periods, fc.nat(50), (others, one, seed) => {
      const fit = fitOf(others, one, today);
      const again = fitOf(shuffled(others, seed), one, today);
      expect([again.clash?.startedOn, again.ends.length]).toEqual([fit.clash?.startedOn, fit.ends.length]);
      if (fit.clash) {
        expect(overlap(fit.clash, one)).toBe(true);
        return;
      }
      const left = others.map((other) => (fit.ends.includes(other) ? { ...other, endedOn: fit.endsOn } : other));
      expect(left.filter((other) => overlap(other, one))).toEqual([]);
      expect(left.every(({ startedOn, endedOn }) => endedOn === null || endedOn >= startedOn)).toBe(true);
    }));
  });
});

describe('whom it has to fit in with', () => {
  const row = (id: number, status: 'stated' | 'confirmed', replacesId: number | null = null): MainEntry => ({ ...period('2024-01-01'), id, role: 'Any', status, replacesId });
  const rows = [row(1, 'confirmed'), row(2, 'stated', 1), row(3, 'confirmed'), row(4, 'stated')];
  const ids = (found: MainEntry[]) => found.map(({ id }) => id);

  test('what is stated: what counts as claimed, without itself', () => {
    expect(ids(neighboursOf(rows, { id: null, replacesId: null }, false))).toEqual([2, 3, 4]);
    expect(ids(neighboursOf(rows, { id: 2, replacesId: 1 }, false))).toEqual([3, 4]);
    expect(ids(neighboursOf(rows, { id: null, replacesId: 3 }, false))).toEqual([2, 4]);
  });

  test('what is confirmed: the confirmed ones, without the one it replaces', () => {
    expect(ids(neighboursOf(rows, { id: 4, replacesId: null }, true))).toEqual([1, 3]);
    expect(ids(neighboursOf(rows, { id: 2, replacesId: 1 }, true))).toEqual([3]);
  });

  test('corrections are decided first, then by first day', () => {
    const order = [{ ...row(1, 'stated'), startedOn: '2020-01-01' }, { ...row(2, 'stated', 9), startedOn: '2025-01-01' }, { ...row(3, 'stated'), startedOn: '2019-01-01' }];
    expect(ids([...order].sort(compareForDecision))).toEqual([2, 3, 1]);
  });
});

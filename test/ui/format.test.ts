import { describe, expect, test } from 'vitest';
import { aboutMonths, daysBetween, daysText, estimateText, instantText, listOf, longDate, monthsText, plural, relativeDay, tenureText, wholeMonths } from '#app/ui/format.ts';

describe('dates in words', () => {
  test('are written out', () => {
    expect(longDate('2026-11-21')).toBe('21 November 2026');
    expect(instantText('2026-11-21T23:30:00Z', 'Europe/Berlin')).toBe('22 November 2026 at 00:30');
  });

  test.each([
    ['2026-11-22', 'today'], ['2026-11-23', 'tomorrow'], ['2026-12-13', 'in 3 weeks'], ['2027-02-04', 'in 11 weeks'],
    ['2027-05-22', 'in 6 months'], ['2026-11-12', '10 days ago'], ['2018-02-04', '9 years ago'],
  ])('%s seen from 22 November 2026 is %s', (day, words) => {
    expect(relativeDay(day, '2026-11-22')).toBe(words);
  });

  test('from a day to a day, and one day once', () => {
    expect(daysText('2026-07-03', '2026-09-28')).toBe('3 July 2026 to 28 September 2026');
    expect(daysText('2026-07-03', '2026-07-03')).toBe('3 July 2026');
  });

  test('days are counted over the change of clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});

describe('spans in words', () => {
  test.each([[0, 'less than a month'], [1, '1 month'], [12, '1 year'], [27, '2 years 3 months'], [24.9, '2 years']])('%s months', (months, words) => {
    expect(monthsText(months)).toBe(words);
  });

  test('a month is whole when its day is reached; the end of a shorter month reaches it', () => {
    expect(wholeMonths('2026-01-31', '2026-02-28')).toBe(1);
    expect(wholeMonths('2026-01-31', '2026-03-30')).toBe(1);
    expect(wholeMonths('2026-05-10', '2026-06-09')).toBe(0);
    expect(wholeMonths('2026-05-10', '2026-04-09')).toBe(0);
    expect(tenureText('2024-08-10', '2026-11-22')).toBe('2 years 3 months');
  });

  test.each([[0, 'no time'], [1, 'about 1 month'], [6, 'about 6 months'], [23, 'about 23 months'], [24, 'about 2 years'], [31, 'about 2½ years'], [36, 'about 3 years']])('%s months as an estimate', (months, words) => {
    expect(aboutMonths(months)).toBe(words);
  });

  test.each([[0, 'no time'], [1, 'at most 1 month'], [23, 'at most 23 months'], [24, 'at most 2 years'], [39, 'at most 3 years 3 months']])('%s months as the longest it takes, never less', (months, words) => {
    expect(estimateText(months, true)).toBe(words);
  });
});

test('numbers and lists', () => {
  expect(plural(1, 'person', 'people')).toBe('1 person');
  expect(plural(1200, 'person', 'people')).toBe('1,200 people');
  expect(listOf(['a', 'b', 'c'])).toBe('a, b and c');
});

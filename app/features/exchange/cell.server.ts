import { z } from 'zod';
import { addMonths, isDay, type Day } from '#app/domain/date.ts';
import { listText } from '#app/domain/list-text.ts';

/** The check of one cell: its text in, its value out, or what is wrong with it. Never given an empty text. */
export type CellCheck<T> = z.ZodType<T, string>;

/** A value, or why there is none. */
export type Reading<T> = { value: T } | { reason: string };

/** A cell's text as it is quoted in a message: long ones are cut. */
export function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** Turns a reader that gives a value or throws out a reason into a check. */
export function check<T>(read: (text: string) => Reading<T>): CellCheck<T> {
  return z.string().transform((text, context) => {
    const result = read(text);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.reason });
    return z.NEVER;
  });
}

/** Text of at most `most` characters, kept as it stands: something that looks like a formula stays text. */
export function textCell(most: number): CellCheck<string> {
  return check<string>((text) => (text.length > most
    ? { reason: `${quote(text)} has ${text.length} characters. At most ${most} are possible.` }
    : { value: text.replace(/ {2,}/g, ' ') }));
}

/** A day within bounds; each bound carries what is said when it is crossed. */
export interface DayBounds {
  notAfter?: { day: Day; because: string };
}

const earliest = '1930-01-01';

/** A day of the calendar as YYYY-MM-DD, 1930 or later. */
export function readDay(text: string, bounds: DayBounds = {}): Reading<Day> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { reason: `${quote(text)} is not a date. Write year, month and day like 2025-03-31.` };
  if (!isDay(text)) return { reason: `${quote(text)} is not a day of the calendar. Check the month and the day.` };
  if (text < earliest) return { reason: `${text} is before 1930. Check the year.` };
  if (bounds.notAfter && text > bounds.notAfter.day) return { reason: `${text} ${bounds.notAfter.because}` };
  return { value: text };
}

/** What the days of a file may be, seen from today. */
export function dayLimits(today: Day): Record<'start' | 'past' | 'end', DayBounds> {
  return {
    start: { notAfter: { day: addMonths(today, 12), because: 'is more than a year ahead. Check the year, or bring it in nearer the time.' } },
    past: { notAfter: { day: today, because: 'lies in the future. Only what has happened can be brought in.' } },
    end: { notAfter: { day: addMonths(today, 12 * 50), because: 'is more than fifty years ahead. Check the year.' } },
  };
}

/** One of a few words, whatever their case. */
export function readWord<W extends string>(text: string, words: readonly W[]): Reading<W> {
  const word = words.find((known) => known === text.toLowerCase());
  return word === undefined ? { reason: `${quote(text)} is not known here. Write ${listText(words, 'or')}.` } : { value: word };
}

/**
 * A list in one cell: entries apart by `;`, parts of an entry by `|`. `read` gets the parts, as many as there
 * are names, empty where the entry is shorter; every faulty entry is named by its place in the list.
 */
export function listCell<T>(parts: { names: readonly string[]; least: number }, read: (parts: string[]) => Reading<T>): CellCheck<T[]> {
  const form = parts.names.join(' | ');
  return z.string().transform((text, context) => {
    const values: T[] = [];
    const entries = text.split(';').map((entry) => entry.trim());
    if (entries.at(-1) === '') entries.pop();
    entries.forEach((entry, index) => {
      const given = entry.split('|').map((part) => part.trim());
      const count = given.length;
      const result = count < parts.least || count > parts.names.length
        ? { reason: `${quote(entry)} has ${count} ${count === 1 ? 'part' : 'parts'}. Write ${form}.` }
        : read([...given, ...Array.from({ length: parts.names.length - count }, () => '')]);
      if ('value' in result) values.push(result.value);
      else context.addIssue({ code: 'custom', message: entries.length > 1 ? `entry ${index + 1}: ${result.reason}` : result.reason });
    });
    return values;
  });
}

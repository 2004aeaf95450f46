import { addDays, addMonths, isDay } from '#app/domain/date.ts';
import { dayText } from '#app/domain/day-text.ts';
import type { Dated } from './resume.ts';

const two = (text: string) => text.padStart(2, '0');
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const named = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? (\d{4})$/i;

/**
 * Reads a date of a file made by any tool: `2019`, `2019-03`, `2019-03-31`, with a time behind it, `03/2019` or `Mar 2019`. A year or a
 * month alone is taken as its first or its last day. Null for what is empty or says that it goes on.
 */
export function readDated(text: string | null, end: 'first' | 'last'): Dated | null {
  if (text === null || /^(present|now|current|today|ongoing|to date|-|–)?$/i.test(text)) return null;
  const word = named.exec(text);
  const turned = word ? [text, String(months.indexOf(word[1]!.toLowerCase()) + 1), word[2]] : /^(\d{1,2})[/.](\d{4})$/.exec(text);
  const found = turned ? [text, turned[2], turned[1]] : /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ].*)?)?)?$/.exec(text);
  const [year = '', month, day] = found?.slice(1) ?? [];
  if (!found) return { day: null, given: text, exact: null };
  if (month === undefined) return { day: `${year}-${end === 'first' ? '01-01' : '12-31'}`, given: text, exact: 'year' };
  const first = `${year}-${two(month)}-${two(day ?? '1')}`;
  if (!isDay(first)) return { day: null, given: text, exact: null };
  return day === undefined ? { day: end === 'first' ? first : addDays(addMonths(first, 1), -1), given: text, exact: 'month' } : { day: first, given: text, exact: 'day' };
}

/** What a day that the file did not give in full was taken as: "1 January 2019, as the file gives only the year". */
export function exactnessText({ day, given, exact }: Dated): string | null {
  if (day === null) return `The file says “${given}”, which is no day that we understand.`;
  return exact === 'day' ? null : `Taken as ${dayText(day)}, as the file gives only the ${exact}.`;
}

/** Whether a day is the one that a file means, as exactly as the file says it. */
export function sameDay(day: string | null, dated: Dated | null): boolean {
  if (day === null || dated?.day === null || dated === null) return day === (dated?.day ?? null);
  return day.startsWith(dated.day.slice(0, { day: 10, month: 7, year: 4 }[dated.exact ?? 'day']));
}

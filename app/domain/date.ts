/**
 * A calendar date as `YYYY-MM-DD`, in the organisation's time zone and without a time.
 * Written this way, days sort and compare as text.
 *
 * Counting is done on whole numbers rather than on date objects: one page works out hundreds of
 * clocks and readinesses, and date objects made that forty times slower. The tests hold every
 * function here to Temporal's answers. Whatever needs a time zone is in `instant.ts`.
 */
export type Day = string;

const shape = /^\d{4}-\d{2}-\d{2}$/;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month; `month` is 1 to 12. */
function monthLength(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : lengths[month - 1]!;
}

function parts(day: Day): [year: number, month: number, dayOfMonth: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function write(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

/** Whether the text is a day that exists: `2025-02-29` is not. */
export function isDay(text: string): boolean {
  if (!shape.test(text)) return false;
  const [year, month, dayOfMonth] = parts(text);
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= monthLength(year, month);
}

/** The day that a person typed, or null when there is no such day. */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim();
  return isDay(trimmed) ? trimmed : null;
}

/** Days since 1970-01-01; negative before. */
export function dayNumber(day: Day): number {
  const [year, month, dayOfMonth] = parts(day);
  // Counted in years that begin in March, so that the leap day comes last.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The day with that number: the inverse of `dayNumber`. */
export function dayAt(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return write(year, month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

/** The day that many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/** The same day of the month that many calendar months later, or the month's last day where it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = parts(day);
  const index = year * 12 + month - 1 + months;
  const newYear = Math.floor(index / 12);
  const newMonth = index - newYear * 12 + 1;
  return write(newYear, newMonth, Math.min(dayOfMonth, monthLength(newYear, newMonth)));
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The most whole calendar months that fit from the first day up to and excluding the second; 0 when it is not later. */
export function wholeMonthsBetween(from: Day, to: Day): number {
  if (to <= from) return 0;
  const [fromYear, fromMonth] = parts(from);
  const [toYear, toMonth] = parts(to);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Negative, zero or positive, for sorting days from early to late. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earlier of two days. */
export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

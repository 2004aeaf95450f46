/** Words for dates, spans and numbers. Days are calendar days, `YYYY-MM-DD`; they are read as UTC, so no time zone can move them. */
const DAY_MS = 86_400_000;
const locale = 'en-GB';
const long = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const numbers = new Intl.NumberFormat(locale);
const lists = new Intl.ListFormat(locale, { type: 'conjunction' });

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY_MS);
}

/** "21 November 2026" */
export function longDate(day: string): string {
  return long.format(instantOf(day));
}

/** "3 July 2026 to 28 September 2026"; one day is said once: "3 July 2026". */
export function daysText(from: string, to: string): string {
  return from === to ? longDate(from) : `${longDate(from)} to ${longDate(to)}`;
}

/** "21 Nov 2026", where room is short. */
export function shortDate(day: string): string {
  return short.format(instantOf(day));
}

/** "Nov 2026" */
export function monthYear(day: string): string {
  return month.format(instantOf(day));
}

/** "today", "in 3 weeks", "2 months ago": days up to two weeks, weeks up to three months, months up to two years, then years. */
export function relativeDay(day: string, today: string): string {
  const days = daysBetween(today, day);
  const size = Math.abs(days);
  if (size < 14) return relative.format(days, 'day');
  if (size < 91) return relative.format(Math.round(days / 7), 'week');
  if (size < 725) return relative.format(Math.round(days / 30.44), 'month');
  return relative.format(Math.round(days / 365.25), 'year');
}

/** "3 people", "1 person" */
export function plural(count: number, one: string, many: string): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** The words with a capital at the start of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "12,300" */
export function number(value: number): string {
  return numbers.format(value);
}

/** "312 kB", "1.4 MB": the size of a file. */
export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${numbers.format(Math.max(1, Math.round(bytes / 1000)))} kB` : `${numbers.format(Math.round(bytes / 100_000) / 10)} MB`;
}

/** "a, b and c" */
export function listOf(words: readonly string[]): string {
  return lists.format(words);
}

/** Whole months as years and months: "2 years 3 months", "5 months", "less than a month". */
export function monthsText(months: number): string {
  const whole = Math.floor(months);
  if (whole < 1) return 'less than a month';
  const years = Math.floor(whole / 12);
  const rest = whole % 12;
  const parts = [years > 0 ? plural(years, 'year', 'years') : '', rest > 0 ? plural(rest, 'month', 'months') : ''];
  return parts.filter(Boolean).join(' ');
}

/** Whole calendar months from a day to a later one: the day of the month has to be reached, a month too short for it counts at its end. */
export function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const reached = toDay >= Math.min(fromDay, lastOfMonth);
  return Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth - (reached ? 0 : 1));
}

/** How long something has lasted: "3 years 2 months". */
export function tenureText(from: string, to: string): string {
  return monthsText(wholeMonths(from, to));
}

/** An estimate in words: "about 6 months", "about 2½ years"; it never pretends to be exact. */
export function aboutMonths(months: number): string {
  if (months <= 0) return 'no time';
  if (months < 24) return `about ${plural(Math.ceil(months), 'month', 'months')}`;
  const halves = Math.round(months / 6);
  const years = Math.floor(halves / 2);
  return `about ${numbers.format(years)}${halves % 2 === 1 ? '½' : ''} years`;
}

/** An estimate, or the longest it can take when some of what counts is not rated yet: "at most 11 months", "at most 3 years". */
export function estimateText(months: number, atMost: boolean): string {
  if (!atMost || months <= 0) return aboutMonths(months);
  return `at most ${months < 24 ? plural(Math.ceil(months), 'month', 'months') : monthsText(Math.ceil(months))}`;
}

/** A moment: "21 November 2026 at 14:05", in the given time zone so that server and browser write the same. */
export function instantText(moment: string | Date, timeZone = 'UTC'): string {
  const date = typeof moment === 'string' ? new Date(moment) : moment;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(date);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(date);
  return `${day} at ${time}`;
}

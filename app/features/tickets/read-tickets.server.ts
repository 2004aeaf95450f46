import { isDay, type Day } from '#app/domain/date.ts';
import type { Clock } from '#app/server/context.server.ts';
import { readTable } from '#app/server/table.server.ts';
import { largestTicketFile } from './input.server.ts';

/** Tickets of one category closed on one day. */
export interface DayCount {
  closedOn: Day;
  category: string;
  tickets: number;
}

/** A file of tickets, read: the counts by day and category, or everything that is wrong with it. */
export type TicketFile = { counts: DayCount[]; problems: null } | { counts: null; problems: { line: number; reason: string }[] };

/** What the columns may be called; case, spaces and underscores do not matter. The first that the file has is taken. */
const names = {
  date: ['closed', 'closed at', 'closed on', 'closed date', 'date closed', 'date', 'resolved', 'resolved at', 'resolution date'],
  category: ['category', 'ticket category', 'type', 'ticket type', 'issue type'],
  count: ['count', 'tickets', 'number of tickets'],
} as const;

/** So many tickets of a category on a day, and so many categories of one person, are believed. */
export const most = { tickets: 10_000, categories: 200 };

/**
 * Reads closed tickets from CSV: one row a ticket (date, category), or counts (date, category, count). Dates are ISO, with or without
 * a time, or have the day first where the file shows that: 03/04/2026 alone could be read in two ways. A time with its offset from UTC is a
 * moment and counts on its day in the organisation's time zone; one without is taken as written. Other columns are not looked at and kept
 * nowhere. All or nothing: every line that cannot be read is named.
 */
export function readTickets(bytes: Uint8Array, clock: Pick<Clock, 'today' | 'dayOf'>): TicketFile {
  const table = readTable(bytes, largestTicketFile);
  const problems: { line: number; reason: string }[] = table.problems.map(({ line, reason }) => ({ line, reason }));
  const header = table.header.map((cell) => cell.toLowerCase().replace(/[\s_]+/g, ' ').trim());
  const columnOf = (kind: keyof typeof names) => names[kind].map((name) => header.indexOf(name)).find((place) => place >= 0) ?? -1;
  const [date, category, count] = [columnOf('date'), columnOf('category'), columnOf('count')];
  if (header.length > 0 && date < 0) problems.push({ line: 1, reason: `No column says when a ticket was closed. It may be called ${names.date.slice(0, 6).join(', ')}.` });
  if (header.length > 0 && category < 0) problems.push({ line: 1, reason: `No column says the category. It may be called ${names.category.join(', ')}.` });
  if (problems.length > 0) return { counts: null, problems };
  const readDay = dayReader(table.rows.map(({ cells }) => cells[date] ?? ''), clock);
  const counts = new Map<string, DayCount>();
  const spelling = new Map<string, string>();
  for (const { line, cells } of table.rows) {
    const fault = cells.length > header.length ? 'This line has more cells than the header. Put a cell that holds the separator in quotation marks.' : null;
    const closedOn = fault ? fault : readDay(cells[date] ?? '');
    const name = categoryOf(cells[category] ?? '');
    const tickets = count < 0 ? 1 : countOf(cells[count] ?? '');
    if (typeof closedOn === 'string') problems.push({ line, reason: closedOn });
    else if (name === null) problems.push({ line, reason: 'The category is missing, or has more than 120 characters.' });
    else if (tickets === null) problems.push({ line, reason: `The count has to be a whole number from 0 to ${most.tickets}.` });
    else {
      const folded = name.toLowerCase();
      const spelt = spelling.get(folded) ?? name;
      spelling.set(folded, spelt);
      const key = `${closedOn.day} ${folded}`;
      const inAll = (counts.get(key)?.tickets ?? 0) + tickets;
      if (inAll > most.tickets) problems.push({ line, reason: `With this line there are more than ${most.tickets} tickets of one category on one day.` });
      counts.set(key, { closedOn: closedOn.day, category: spelt, tickets: inAll });
    }
  }
  if (spelling.size > most.categories) problems.push({ line: 1, reason: `The file has ${spelling.size} categories, and at most ${most.categories} are possible. Is the right column called “${table.header[category]}”?` });
  if (problems.length === 0 && counts.size === 0) problems.push({ line: 1, reason: 'There is no row below the header.' });
  return problems.length > 0 ? { counts: null, problems } : { counts: [...counts.values()], problems: null };
}

function categoryOf(cell: string): string | null {
  const name = cell.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/\s+/g, ' ').trim();
  return name === '' || name.length > 120 ? null : name;
}

function countOf(cell: string): number | null {
  return /^\d{1,6}$/.test(cell) && Number(cell) <= most.tickets ? Number(cell) : null;
}

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ ,T].*)?$/;

/** Day, time and offset: 2026-07-01T23:59:00+02:00, 2026-07-01 21:59Z, 2026-07-01T21:59:00.000+0000. */
const zoned = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})? ?(?:Z|UTC|([+-]\d{2}):?(\d{2})?)$/i;

/** The day of a moment with its offset, where the clock is; null when there is no such moment. */
function dayOfMoment([, day, time, hours, minutes = '00']: RegExpExecArray, clock: Pick<Clock, 'dayOf'>): Day | null {
  const moment = new Date(`${day}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
  return !isDay(day!) || Number.isNaN(moment.getTime()) ? null : clock.dayOf(moment);
}

/** Reads the dates of one file. Answers the day, or in words what is wrong. */
function dayReader(cells: readonly string[], clock: Pick<Clock, 'today' | 'dayOf'>): (cell: string) => { day: Day } | string {
  const today = clock.today();
  const parts = cells.map((cell) => slashed.exec(cell)).filter((found) => found !== null);
  const dayFirst = parts.some(([, first]) => Number(first) > 12);
  const monthFirst = parts.some(([, , second]) => Number(second) > 12);
  return (cell) => {
    const moment = zoned.exec(cell);
    const iso = moment ? dayOfMoment(moment, clock) : /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(cell)?.[1];
    const found = slashed.exec(cell);
    if (found && monthFirst) return `“${found[0].slice(0, 10)}”: the month seems to stand first in this file. Write dates as 2026-04-03, or with the day first.`;
    if (found && !dayFirst) return `“${found[0].slice(0, 10)}” can be read in two ways, and nothing in the file tells which. Write dates as 2026-04-03.`;
    const day = iso ?? (found && `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}`);
    if (!day || !isDay(day)) return 'This is not a date that can be read. Write it as 2026-04-03.';
    if (day > today) return 'This day is still to come.';
    return day < '2000-01-01' ? 'This day is before the year 2000.' : { day };
  };
}

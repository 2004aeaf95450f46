import { addDays, addMonths, dayNumber, daysBetween, wholeMonthsBetween, type Day } from './date.ts';

/** A stretch of days, first and last day included. */
export type Span = { from: Day; to: Day };

/** The same days as few stretches, early to late: what overlaps or touches becomes one, what ends before it begins is dropped. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.from <= span.to).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: Span[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last && from <= addDays(last.to, 1)) {
      if (to > last.to) last.to = to;
    } else {
      merged.push({ from, to });
    }
  }
  return merged;
}

/** What is left of one stretch when the days of the others are taken out. */
export function cutSpans(span: Span, removed: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const cut of mergeSpans(removed)) {
    if (cut.to < from || cut.from > span.to) continue;
    if (cut.from > from) left.push({ from, to: addDays(cut.from, -1) });
    from = addDays(cut.to, 1);
  }
  if (from <= span.to) left.push({ from, to: span.to });
  return left;
}

/** How many days of merged stretches lie in [from, before): the last bound is not counted. */
export function daysWithin(merged: readonly Span[], from: Day, before: Day): number {
  const start = dayNumber(from);
  const end = dayNumber(before);
  let days = 0;
  for (const span of merged) {
    days += Math.max(0, Math.min(dayNumber(span.to) + 1, end) - Math.max(dayNumber(span.from), start));
  }
  return days;
}

/** Whole calendar months of a stretch, and the days that are left over after them. */
export function monthsAndDays(span: Span): { months: number; days: number } {
  const end = addDays(span.to, 1);
  const months = wholeMonthsBetween(span.from, end);
  return { months, days: daysBetween(addMonths(span.from, months), end) };
}

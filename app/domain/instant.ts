import { Temporal } from 'temporal-polyfill';
import type { Day } from './date.ts';

/** A moment: milliseconds since 1970, or ISO 8601 text with its offset. A bare day means its first moment in UTC. */
export type Instant = number | string;

function momentOf(instant: Instant): Temporal.Instant {
  if (typeof instant === 'number') return Temporal.Instant.fromEpochMilliseconds(instant);
  return Temporal.Instant.from(instant.length === 10 ? `${instant}T00:00Z` : instant);
}

/** Milliseconds since 1970. Throws when the text is not a moment. */
export function millisOf(instant: Instant): number {
  return typeof instant === 'number' ? instant : momentOf(instant).epochMilliseconds;
}

/** Negative, zero or positive, for sorting moments from early to late. Text is compared as finely as it is written. */
export function compareInstants(a: Instant, b: Instant): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Temporal.Instant.compare(momentOf(a), momentOf(b));
}

/** The calendar day on which the moment falls in that time zone (an IANA name such as `Europe/Berlin`). */
export function dayIn(instant: Instant, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(millisOf(instant)).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Whole hours that have passed between two moments, rounded down. */
export function hoursBetween(from: Instant, to: Instant): number {
  return Math.floor((millisOf(to) - millisOf(from)) / 3_600_000);
}

import { Temporal } from 'temporal-polyfill';
import type { Day } from './date.ts';

/** A moment: milliseconds since 1970, or ISO 8601 text with its offset. A bare day means its first moment in UTC. */
export type Instant = number | string;

/** Milliseconds since 1970. Throws when the text is not a moment. */
export function millisOf(instant: Instant): number {
  if (typeof instant === 'number') return instant;
  const text = instant.length === 10 ? `${instant}T00:00Z` : instant;
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** Negative, zero or positive, for sorting moments from early to late. */
export function compareInstants(a: Instant, b: Instant): number {
  return millisOf(a) - millisOf(b);
}

/** The calendar day on which the moment falls in that time zone (an IANA name such as `Europe/Berlin`). */
export function dayIn(instant: Instant, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(millisOf(instant)).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Whole hours that have passed between two moments, rounded down. */
export function hoursBetween(from: Instant, to: Instant): number {
  return Math.floor((millisOf(to) - millisOf(from)) / 3_600_000);
}

import type { Clock } from './context.server.ts';

/**
 * The clock of the process, in UTC until the organisation's row has been read; zones are IANA names.
 * An unknown zone throws and the old one stays. `now` is injected in tests.
 */
export function zonedClock(timeZone = 'UTC', now: () => Date = () => new Date()): Required<Clock> {
  let days = daysIn(timeZone);
  let zone = timeZone;
  return {
    now,
    today: () => days.format(now()),
    dayOf: (moment) => days.format(moment),
    useZone(next) {
      if (next === zone) return;
      days = daysIn(next);
      zone = next;
    },
  };
}

/** The Canadian English form of a date is YYYY-MM-DD. */
function daysIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
}

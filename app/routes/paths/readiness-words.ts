import { aboutMonths, plural } from '#app/ui/format.ts';

type Near = { status: 'ready' | 'close' | 'growing' | 'unknown'; months: number | null; atMost: boolean; toRate: number };

/** Readiness in a few words: "Close, about 3 months". */
export function readinessWords({ status, months, atMost, toRate }: Near): string {
  if (status === 'unknown') return toRate > 0 ? `Rate ${plural(toRate, 'skill', 'skills')} to find out` : 'Not known yet';
  if (status === 'ready') return 'Ready';
  const about = months === null ? '' : atMost ? `, at most ${plural(months, 'month', 'months')}` : `, ${aboutMonths(months)}`;
  return `${status === 'close' ? 'Close' : 'Growing'}${about}`;
}

import { estimateText, plural } from '#app/ui/format.ts';

type Near = { status: 'ready' | 'close' | 'growing' | 'unknown'; months: number | null; atMost: boolean; toRate: number };

/** Readiness in a few words: "Close, about 3 months". */
export function readinessWords({ status, months, atMost, toRate }: Near): string {
  if (status === 'unknown') return toRate > 0 ? `Rate ${plural(toRate, 'skill', 'skills')} to find out` : 'Not known yet';
  if (status === 'ready') return 'Ready';
  return `${status === 'close' ? 'Close' : 'Growing'}${months === null ? '' : `, ${estimateText(months, atMost)}`}`;
}

import { plural } from './format.ts';

/** Whole years in words: "3 years", "less than a year". */
export function yearsText(years: number): string {
  return years < 1 ? 'less than a year' : plural(years, 'year', 'years');
}

const kinds: Record<string, string> = { acting: 'acting', secondment: 'on secondment', loan: 'on loan' };

/** How an appointment beside the main one is held; nothing for the main one. */
export function postKind(kind: string): string | null {
  return kinds[kind] ?? null;
}

import { plural } from './format.ts';

/** Whole years in words: "3 years", "less than a year". */
export function yearsText(years: number): string {
  return years < 1 ? 'less than a year' : plural(years, 'year', 'years');
}

const shifts: Record<string, string> = { day: 'Day', early: 'Early', late: 'Late', night: 'Night', rotating: 'Rotating' };

/** The shifts that can be worked, for a choice. */
export const shiftOptions = Object.entries(shifts).map(([value, label]) => ({ value, label }));

/** A shift in a word. */
export function shiftName(shift: string): string {
  return shifts[shift] ?? shift;
}

const kinds: Record<string, string> = { acting: 'acting', secondment: 'on secondment', loan: 'on loan' };

/** How an appointment beside the main one is held; nothing for the main one. */
export function postKind(kind: string): string | null {
  return kinds[kind] ?? null;
}

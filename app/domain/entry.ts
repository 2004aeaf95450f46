import { holdsOn } from './appointment.ts';
import { addDays, addMonths, compareDays, type Day } from './date.ts';
import { dayText } from './day-text.ts';

/** What a person's history is made of. */
export type EntryKind = 'appointment' | 'pause' | 'education' | 'certificate';

/** From one day to another; null while it lasts, or where there is no end. */
export type Period = { startedOn: Day; endedOn: Day | null };

/** Why days cannot be, in words, and at which end of the period. */
export type PeriodFault = { at: 'start' | 'end'; reason: string };

const earliest = '1950-01-01';
const monthsAhead = 12;
const longestAhead = 120;

/** Why a period cannot be entered on a day: it begins before 1950 or more than a year ahead, ends before it begins or more than ten years ahead. Null when it can. */
export function periodFault({ startedOn, endedOn }: Period, today: Day): PeriodFault | null {
  const [latestStart, latestEnd] = [addMonths(today, monthsAhead), addMonths(today, longestAhead)];
  if (startedOn < earliest) return { at: 'start', reason: 'That is before 1950. Please check the year.' };
  if (startedOn > latestStart) return { at: 'start', reason: `That is more than a year ahead. The latest first day is ${dayText(latestStart)}.` };
  if (endedOn !== null && endedOn < startedOn) return { at: 'end', reason: `The last day is before the first day, ${dayText(startedOn)}.` };
  if (endedOn !== null && endedOn > latestEnd) return { at: 'end', reason: 'That is more than ten years ahead. Leave it empty while there is no end in sight.' };
  return null;
}

/** Why a certificate cannot be entered on a day: issued before 1950 or later than today, expired before it was issued. Null when it can. */
export function issueFault({ startedOn: issuedOn, endedOn: expiresOn }: Period, today: Day): PeriodFault | null {
  if (issuedOn < earliest) return { at: 'start', reason: 'That is before 1950. Please check the year.' };
  if (issuedOn > today) return { at: 'start', reason: 'That is in the future. Enter it once you hold it.' };
  if (expiresOn !== null && expiresOn < issuedOn) return { at: 'end', reason: `It cannot expire before it was issued, ${dayText(issuedOn)}.` };
  return null;
}

/** Why education cannot have been finished on a day: before 1950, more than ten years ahead. Null when it can. */
export function finishFault(finishedOn: Day, today: Day): string | null {
  if (finishedOn < earliest) return 'That is before 1950. Please check the year.';
  if (finishedOn > addMonths(today, longestAhead)) return 'That is more than ten years ahead. Leave it empty while it goes on.';
  return null;
}

/** Whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return (a.endedOn === null || b.startedOn <= a.endedOn) && (b.endedOn === null || a.startedOn <= b.endedOn);
}

/** A main appointment with us: where it stands, and which confirmed one it would take the place of. */
export type MainEntry = Period & { id: number; role: string; status: 'stated' | 'confirmed'; replacesId: number | null };

/**
 * The main appointments with us that another one has to fit in with. For what is to be confirmed, the confirmed ones; for what
 * is stated, stated ones too, and a confirmed one gives way to its waiting correction. `self` and what it corrects are left out.
 */
export function neighboursOf<E extends MainEntry>(entries: readonly E[], self: { id: number | null; replacesId: number | null }, toConfirm: boolean): E[] {
  const corrected = new Set(entries.filter(({ status }) => status === 'stated').map(({ replacesId }) => replacesId));
  return entries.filter(({ id, status }) => id !== self.id && id !== self.replacesId
    && (toConfirm ? status === 'confirmed' : status === 'stated' || !corrected.has(id)));
}

/** What becomes of the others: the open ones that end the day before, or the first with which it cannot be. */
export type Fit<E> = { ends: E[]; endsOn: Day; clash: E | null };

/**
 * How a main appointment with us fits in with the others. One that reaches to today or beyond ends an open one that began
 * earlier, on the day before its own first day; any other day in common is a clash.
 */
export function fitOf<E extends Period>(others: readonly E[], { startedOn, endedOn }: Period, today: Day): Fit<E> {
  const shared = others.filter((other) => overlap(other, { startedOn, endedOn }));
  const follows = (other: E) => other.endedOn === null && other.startedOn < startedOn && (endedOn === null || endedOn >= today);
  const clashing = shared.filter((other) => !follows(other)).sort((a, b) => compareDays(a.startedOn, b.startedOn));
  return { ends: shared.filter(follows), endsOn: addDays(startedOn, -1), clash: clashing[0] ?? null };
}

/** Why two main appointments cannot both be, naming the other, and at which end of this one to mend it. */
export function clashFault(other: Period & { role: string }, { startedOn }: Period): PeriodFault {
  const days = other.endedOn === null ? `began on ${dayText(other.startedOn)} and goes on` : `lasts from ${dayText(other.startedOn)} to ${dayText(other.endedOn)}`;
  const name = `“${other.role}” ${days}`;
  if (holdsOn(other, startedOn)) return { at: 'start', reason: `${name}. Two main roles with us cannot hold on one day.` };
  return { at: 'end', reason: `${name}. Give a last day before that: two main roles with us cannot hold on one day.` };
}

/** What a manager decides first: corrections, as they make room, then by first day. */
export function compareForDecision(a: Period & { replacesId: number | null }, b: Period & { replacesId: number | null }): number {
  return Number(a.replacesId === null) - Number(b.replacesId === null) || compareDays(a.startedOn, b.startedOn);
}

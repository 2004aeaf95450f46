import { addDays, compareDays, daysBetween, earlierOf, type Day } from './date.ts';
import type { ExperienceSpan } from './experience.ts';
import { pausedSpans, type Pause } from './pause.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { cutSpans, type Span } from './span.ts';
import type { Basis } from './standing.ts';

/**
 * Time in a role. `endedOn` is the last day, null for a current one. `roleId` and `familyId` are null where an
 * earlier employer's role has none. `ours`: with this organisation. `confirmed`: by a manager, an import or a
 * decided review; else stated by the person. `corrected`: the person has stated how it really was, in an entry of its own
 * that waits to be confirmed in its place.
 */
export type Appointment = {
  roleId: string | null;
  familyId: string | null;
  startedOn: Day;
  endedOn: Day | null;
  primary: boolean;
  ours: boolean;
  confirmed: boolean;
  corrected?: boolean;
};

/** How sure an entry is. */
export type EntryStatus = 'stated' | 'confirmed';

/** The word for an entry that is or is not confirmed. */
export function entryStatus({ confirmed }: { confirmed: boolean }): EntryStatus {
  return confirmed ? 'confirmed' : 'stated';
}

/** Whether an appointment holds on a day. */
export function holdsOn({ startedOn, endedOn }: Pick<Appointment, 'startedOn' | 'endedOn'>, day: Day): boolean {
  return startedOn <= day && (endedOn ?? day) >= day;
}

/** Days strictly between the last day of one appointment and the first day of the next; none when they touch or overlap. */
export function gapDays(endedOn: Day, nextStartedOn: Day): number {
  return Math.max(0, daysBetween(endedOn, nextStartedOn) - 1);
}

/** The primary appointment with us that holds on a day, or null. */
export function currentAppointment<A extends Appointment>(appointments: readonly A[], day: Day): A | null {
  const holding = appointments.filter((one) => one.primary && one.ours && holdsOn(one, day));
  return holding.sort((a, b) => compareDays(b.startedOn, a.startedOn) || ((a.roleId ?? '') < (b.roleId ?? '') ? -1 : 1))[0] ?? null;
}

/** The confirmed primary appointment with us that holds on a day, or null: the role that others go by. */
export function confirmedAppointment<A extends Appointment>(appointments: readonly A[], day: Day): A | null {
  return currentAppointment(appointments.filter(({ confirmed }) => confirmed), day);
}

/**
 * The appointments that count on a basis. Confirmed: those alone. Claimed: stated ones too, a corrected one gives way
 * to its correction, and an open confirmed primary one with us ends the day before a later stated primary one begins.
 */
export function countingAppointments<A extends Appointment>(appointments: readonly A[], basis: Basis): A[] {
  if (basis === 'confirmed') return appointments.filter(({ confirmed }) => confirmed);
  const statedStarts = appointments.filter((one) => one.primary && one.ours && !one.confirmed).map(({ startedOn }) => startedOn);
  return appointments.filter(({ corrected }) => corrected !== true).map((one) => {
    if (!one.primary || !one.ours || !one.confirmed || one.endedOn !== null) return one;
    const next = statedStarts.filter((startedOn) => startedOn > one.startedOn).sort()[0];
    return next === undefined ? one : { ...one, endedOn: addDays(next, -1) };
  });
}

/** The days that count as experience: all kinds of appointment and all employers where a family is known, up to today, less the pauses that the policy cuts out. */
export function experienceSpans(
  appointments: readonly Appointment[],
  pauses: readonly Pause[],
  today: Day,
  policy: Policy = defaultPolicy,
): ExperienceSpan[] {
  const cut = pausedSpans(pauses.filter(({ kind }) => kind !== undefined && policy.cutFromExperience.includes(kind)), today);
  return appointments.flatMap(({ familyId, startedOn, endedOn }) => {
    if (familyId === null) return [];
    const worked = { from: startedOn, to: earlierOf(endedOn ?? today, today) };
    return cutSpans(worked, cut).map((span) => ({ familyId, ...span }));
  });
}

/** An unbroken time in one role: `to` is null while it lasts; `spans` are the days worked, without the short breaks. */
export type Stay = { roleId: string; from: Day; to: Day | null; spans: Span[] };

/**
 * Stays, early to late: consecutive primary appointments with us in one role are one, as long as no break between them is
 * longer than the policy bridges. An open appointment's days reach to today; what has not begun is left out.
 */
export function staysOf(appointments: readonly Appointment[], today: Day, policy: Policy = defaultPolicy): Stay[] {
  const stays: Stay[] = [];
  const begun = appointments.filter((one) => one.primary && one.ours && one.startedOn <= today);
  for (const one of begun.sort((a, b) => compareDays(a.startedOn, b.startedOn))) {
    if (one.roleId === null) continue;
    const span = { from: one.startedOn, to: earlierOf(one.endedOn ?? today, today) };
    const last = stays.at(-1);
    if (last && last.roleId === one.roleId && gapDays(last.to ?? today, one.startedOn) <= policy.bridgedGapDays) {
      last.to = one.endedOn;
      last.spans.push(span);
    } else {
      stays.push({ roleId: one.roleId, from: one.startedOn, to: one.endedOn, spans: [span] });
    }
  }
  return stays;
}

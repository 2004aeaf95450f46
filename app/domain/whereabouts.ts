import { countingAppointments, holdsOn, type Appointment } from './appointment.ts';
import { compareDays, type Day } from './date.ts';

/** Time in a role of the catalogue. */
type InRole<A> = A & { roleId: string };

/**
 * Where a career stands on a day. `from`: the role that paths begin at, and whether it is held now, begins later or was the last one; null where
 * none is recorded. `beside`: the roles held with us beside the main one on that day, each once, the one begun first before the others.
 */
export interface Whereabouts<A = Appointment> { from: InRole<A> | null; held: 'now' | 'coming' | 'last' | null; beside: InRole<A>[] }

/**
 * Where a career stands on a day, on what the person claims, as every page that plans does (domain.md §1 and §2): the main role held with us, of
 * two the one begun later; where none is, a role held beside it (acting, secondment, loan). Who holds no role with us stands where they are about to
 * begin, else at the last role of the catalogue that was their main one, here or with an earlier employer.
 */
export function whereabouts<A extends Appointment>(appointments: readonly A[], day: Day): Whereabouts<A> {
  const counting = countingAppointments(appointments, 'claimed').filter(isInRole).sort(byBeginning);
  const held = counting.filter((one) => one.ours && holdsOn(one, day));
  const now = held.findLast(({ primary }) => primary) ?? held.at(-1);
  const coming = counting.find((one) => one.ours && one.primary && one.startedOn > day);
  const last = counting.findLast((one) => one.primary && one.startedOn <= day);
  const from = now ?? coming ?? last ?? null;
  const others = new Map(held.filter(({ primary, roleId }) => !primary && roleId !== from?.roleId).map((one) => [one.roleId, one]));
  return { from, held: now ? 'now' : coming ? 'coming' : last ? 'last' : null, beside: [...others.values()] };
}

/** The roles that a way may begin with: the one where a career stands, then those held beside it. */
export function startingRoles({ from, beside }: Whereabouts): string[] {
  return from ? [from.roleId, ...beside.map(({ roleId }) => roleId)] : [];
}

/** The roles held with us, the main one first. */
export function heldRoles(where: Whereabouts): string[] {
  return where.held === 'now' ? startingRoles(where) : [];
}

function isInRole<A extends Appointment>(one: A): one is InRole<A> {
  return one.roleId !== null;
}

/** Early to late; of two begun on one day the stated one is the later word. */
function byBeginning<A extends Appointment>(a: InRole<A>, b: InRole<A>): number {
  return compareDays(a.startedOn, b.startedOn) || Number(b.confirmed) - Number(a.confirmed) || (a.roleId < b.roleId ? -1 : a.roleId > b.roleId ? 1 : 0);
}

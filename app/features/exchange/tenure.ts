import { addDays, compareDays, type Day } from '#app/domain/date.ts';
import { folded } from './nearest.ts';
import type { Place, Plan } from './plan.ts';
import type { PresentAppointment } from './present.ts';

/** An appointment as it will be once the file has been brought in. */
export interface Holding extends Place {
  /** The row it is kept in; null for a new one. */
  kept: PresentAppointment | null;
  confirms: boolean;
  changed: boolean;
  employer: string | null;
  roleId: string | null;
  roleName: string | null;
  familyId: string | null;
  grade: number | null;
  from: Day;
  to: Day | null;
}

/** A person's appointments while they are compared: `own` are the confirmed main ones with us, early to late. */
export interface Tenure {
  own: Holding[];
  /** Acting, on loan, on secondment with us. */
  beside: Holding[];
  elsewhere: Holding[];
  /** What the person stated and nobody has confirmed. */
  stated: PresentAppointment[];
}

/** Sorts what is there into a tenure. */
export function tenureOf(appointments: readonly PresentAppointment[]): Tenure {
  const confirmed = appointments.filter(({ status }) => status === 'confirmed').map((row): Holding => holdingOf(row));
  const isMain = (one: Holding): boolean => one.kept?.kind === 'primary';
  return {
    own: confirmed.filter((one) => one.employer === null && isMain(one)).sort(byStart),
    beside: confirmed.filter((one) => one.employer === null && !isMain(one)),
    elsewhere: confirmed.filter(({ employer }) => employer !== null),
    stated: appointments.filter(({ status }) => status === 'stated'),
  };
}

function holdingOf(row: PresentAppointment): Holding {
  return { ...row, from: row.startedOn, to: row.endedOn, familyId: null, grade: null, kept: row, confirms: false, changed: false };
}

function byStart(a: Holding, b: Holding): number {
  return compareDays(a.from, b.from);
}

/** Whether two stretches share a day; null is open. */
export function overlaps(a: { from: Day; to: Day | null }, b: { from: Day; to: Day | null }): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}

/** Whether it holds on a day. */
export function holds({ from, to }: Holding, day: Day): boolean {
  return from <= day && (to === null || to >= day);
}

/** The holdings that go on from this one in the same role without a day between, this one first. */
export function stayFrom(own: readonly Holding[], first: Holding): Holding[] {
  const stay = [first];
  for (const next of own) {
    const last = stay.at(-1)!;
    if (next !== last && next.roleId === first.roleId && last.to !== null && next.from === addDays(last.to, 1)) stay.push(next);
  }
  return stay;
}

/** Adds a holding with us, in its place. */
export function addOwn(tenure: Tenure, holding: Holding): void {
  tenure.own.push(holding);
  tenure.own.sort(byStart);
}

/** Makes a stated row count; what it corrects goes. `to`: its last day as the file has it. */
export function confirmStated(tenure: Tenure, row: PresentAppointment, to: Day | null): Holding {
  tenure.stated = tenure.stated.filter((one) => one !== row);
  const stays = ({ kept }: Holding): boolean => row.replacesId === null || kept?.appointmentId !== row.replacesId;
  tenure.own = tenure.own.filter(stays);
  tenure.elsewhere = tenure.elsewhere.filter(stays);
  const holding = { ...holdingOf(row), to, confirms: true, changed: true };
  if (row.employer === null) addOwn(tenure, holding);
  else tenure.elsewhere.push(holding);
  return holding;
}

/** Ends a holding: by the end its person has stated, where the two agree, else in its own row. */
export function endOn(tenure: Tenure, holding: Holding, day: Day): void {
  const stated = tenure.stated.find((row) => row.replacesId !== null && row.replacesId === holding.kept?.appointmentId && row.kind === holding.kept.kind
    && row.roleId === holding.roleId && row.startedOn === holding.from && row.endedOn === day);
  if (stated && holding.kept?.kind === 'primary') {
    confirmStated(tenure, stated, day);
    return;
  }
  holding.to = day;
  holding.changed = true;
}

/** Whether it is the same role: of the catalogue, or the same words. */
export function isRole(holding: { roleId: string | null; roleName: string | null }, role: { roleId: string } | null, text: string): boolean {
  if (role !== null || holding.roleId !== null) return holding.roleId === (role?.roleId ?? null);
  return folded(holding.roleName ?? '') === folded(text);
}

/** Hands what has changed over to the plan. */
export function planTenure({ own, beside, elsewhere }: Tenure, number: string, plan: Plan): void {
  for (const { kept, from, to, confirms, changed, employer, roleId, roleName, familyId, grade, team, site, shift, hoursPerWeek, headcountLed } of [...own, ...beside, ...elsewhere]) {
    const place = { team, site, shift, hoursPerWeek, headcountLed };
    if (kept === null) {
      plan.newAppointments.push({ number, employer, roleId, roleName, familyId, grade, startedOn: from, endedOn: to, ...place });
    } else if (changed) {
      const { appointmentId, version, replacesId } = kept;
      plan.changedAppointments.push({ appointmentId, version, replacesId: confirms ? replacesId : null, confirms, endedOn: to, ...place });
    }
  }
}

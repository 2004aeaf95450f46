import { addDays, type Day } from '#app/domain/date.ts';
import { giveNotice, reportProblem, type PersonStep } from './person-step.ts';
import type { Place } from './plan.ts';
import type { PresentAppointment } from './present.ts';
import { addOwn, confirmStated, endOn, holds, overlaps, stayFrom, type Holding, type Tenure } from './tenure.ts';

type Role = NonNullable<PersonStep['row']['role']>;

/**
 * Brings the present role into a tenure: role, started_on, left_on, and what an appointment holds beside them.
 * Returns the appointment that the row is about, null when there is none. `place`: team, site and so on as the file has them.
 */
export function compareCurrent(step: PersonStep, tenure: Tenure, place: Partial<Place>): Holding | null {
  const { role } = step.row;
  const current = role ? findHeld(step, tenure, role) ?? appoint(step, tenure, role) : presentOf(tenure, step.changesFrom);
  if (current === null) {
    reportMissingRole(step);
    return null;
  }
  setPlace(step, current, place);
  leave(step, tenure, current);
  return tenure.own.find((one) => one.from === current.from) ?? current;
}

/** The appointment the row means when it is here already: by its first day, else by the day of the change. */
function findHeld(step: PersonStep, { own }: Tenure, { roleId }: Role): Holding | null {
  const startedOn = step.row.values.started_on;
  const inRole = own.filter((one) => one.roleId === roleId);
  if (startedOn === undefined) return inRole.find((one) => holds(one, step.changesFrom)) ?? (own.at(-1)?.roleId === roleId ? own.at(-1)! : null);
  const first = inRole.find(({ from }) => from === startedOn);
  if (!first) return null;
  const stay = stayFrom(own, first);
  return stay.find((one) => holds(one, step.changesFrom)) ?? stay.at(-1)!;
}

/** A role that is not here yet: what holds before it ends the day before, unless the two contradict each other. */
function appoint(step: PersonStep, tenure: Tenure, role: Role): Holding | null {
  const { started_on: startedOn, left_on: leftOn } = step.row.values;
  const from = startedOn ?? step.changesFrom;
  const to = leftOn ?? null;
  if (startedOn === undefined && tenure.own.length === 0) {
    if (step.faulty.has('started_on')) return null;
    reportProblem(step, 'started_on', 'This cell is empty. Give the first day in the role: nothing is known of this person\'s time with us yet.');
    return null;
  }
  if (role.retiredOn !== null && role.retiredOn < from) {
    reportProblem(step, 'role', `${role.name} was retired from the catalogue on ${role.retiredOn}. Nobody is appointed to it after that.`);
    return null;
  }
  if (to !== null && to < from) {
    // With both days in the file the row has been found to contradict itself already.
    if (startedOn === undefined) reportProblem(step, 'left_on', `${to} is before the first day in the role, ${from}. Give started_on, or check left_on.`);
    return null;
  }
  const stated = statedAlike(tenure, role, from, to);
  const others = tenure.own.filter(({ kept }) => stated?.replacesId == null || kept?.appointmentId !== stated.replacesId);
  const before = others.findLast((one) => one.from < from);
  const sameRole = others.find((one) => one.roleId === role.roleId && (holds(one, from) || (one.to === null && one.from > from)));
  if (sameRole) {
    giveNotice(step, 'started_on', `${role.name} began on ${sameRole.from} here, not on ${from}. Left as it is.`);
    return sameRole;
  }
  const inTheWay = others.find((one) => overlaps(one, { from, to }) && !(one === before && one.to === null));
  if (inTheWay) {
    giveNotice(step, 'role', `${role.name} from ${from} overlaps what is confirmed here (${inTheWay.roleId} from ${inTheWay.from}${inTheWay.to === null ? '' : ` to ${inTheWay.to}`}). Left as it is.`);
    return null;
  }
  if (before?.to === null) {
    endOn(tenure, before, addDays(from, -1));
    step.what.push(`${before.roleId} ended on ${addDays(from, -1)}`);
  }
  if (stated) {
    step.what.push(`confirmed: ${role.name} from ${from}`);
    return confirmStated(tenure, stated, to);
  }
  const holding: Holding = {
    kept: null, confirms: false, changed: true, employer: null, roleId: role.roleId, roleName: null, familyId: role.familyId, grade: role.grade,
    from, to, team: null, site: null, shift: null, hoursPerWeek: null, headcountLed: null,
  };
  addOwn(tenure, holding);
  step.what.push(`${role.name} from ${from}${to === null ? '' : ` to ${to}`}`);
  const other = tenure.stated.find((row) => row.kind === 'primary' && row.employer === null && row.replacesId === null && overlaps({ from: row.startedOn, to: row.endedOn }, holding));
  if (other) giveNotice(step, 'role', `The person stated ${other.roleId} from ${other.startedOn}. That stays, to be confirmed or declined; the file's own role is added.`);
  return holding;
}

/** What the person stated with the same role and first day, and an end that does not contradict the file. */
function statedAlike({ stated }: Tenure, { roleId }: Role, from: Day, to: Day | null): PresentAppointment | undefined {
  return stated.find((row) => row.kind === 'primary' && row.employer === null && row.roleId === roleId && row.startedOn === from && (row.endedOn === null || row.endedOn === to));
}

function presentOf({ own }: Tenure, day: Day): Holding | null {
  return own.find((one) => holds(one, day)) ?? own.at(-1) ?? null;
}

function setPlace({ what }: PersonStep, current: Holding, place: Partial<Place>): void {
  const words = { team: 'team', site: 'site', shift: 'shift', hoursPerWeek: 'hours a week', headcountLed: 'headcount led' };
  for (const [key, value] of Object.entries(place) as [keyof Place, never][]) {
    const was = current[key];
    if (value === undefined || value === was) continue;
    if (current.kept) what.push(`${words[key]}: ${was ?? 'none'} → ${String(value)}`);
    current[key] = value;
    current.changed = true;
  }
}

function leave(step: PersonStep, tenure: Tenure, current: Holding): void {
  const leftOn = step.row.values.left_on;
  if (leftOn === undefined) return;
  const last = stayFrom(tenure.own, current).at(-1)!;
  if (last.to === null && last.from <= leftOn) {
    endOn(tenure, last, leftOn);
    step.what.push(`leaves on ${leftOn}`);
  } else if (last.to === null) {
    giveNotice(step, 'left_on', `${leftOn} is before ${last.from}, the first day of ${last.roleId} here. Left as it is.`);
  } else if (last.to !== leftOn) {
    giveNotice(step, 'left_on', `${last.roleId} ended on ${last.to} here, not on ${leftOn}. Left as it is.`);
  }
  if (lastDayOf(tenure) !== leftOn) return;
  for (const one of tenure.beside) {
    if (one.to === null && one.from <= leftOn) endOn(tenure, one, leftOn);
  }
}

/** The last day with us; null while a role goes on, undefined when there never was one. */
export function lastDayOf({ own }: Tenure): Day | null | undefined {
  const ends = own.map(({ to }) => to);
  return ends.includes(null) ? null : ends.filter((day) => day !== null).sort().at(-1);
}

const placeColumns = ['team', 'site', 'shift', 'hours_per_week', 'headcount_led', 'left_on', 'started_on'] as const;

/** Team, site and the rest belong to an appointment: without one there is nowhere to keep them. */
function reportMissingRole(step: PersonStep): void {
  const { values, role } = step.row;
  if (role !== null || values.role !== undefined || step.faulty.has('role')) return;
  const given = placeColumns.find((column) => values[column] !== undefined);
  if (given !== undefined) reportProblem(step, 'role', `This cell is empty, but ${given} is given and this person has no role here yet. Name the role.`);
}

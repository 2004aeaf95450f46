import { addDays, compareDays, laterOf, type Day } from '#app/domain/date.ts';
import { giveNotice, type PersonStep } from './person-step.ts';
import type { PresentLine } from './present.ts';

/** The reporting lines of a person, and who stands where. */
export interface LineStep extends PersonStep {
  lines: readonly PresentLine[];
  /** The manager's id by number; undefined for one who is new in this file. */
  personIdOf: (number: string) => number | undefined;
  numberOf: (personId: number) => string;
}

/**
 * Brings the column `manager` into the reporting lines: a changed manager begins on the day of the change (or with
 * a role that begins later), the old line ends the day before; the line of somebody who leaves ends with the role.
 * `startsOn`: the first day of a role that has not begun; `lastDay`: the last day with us, null while there is none.
 */
export function compareLine(step: LineStep, startsOn: Day | null, lastDay: Day | null): void {
  const { manager, left_on: leftOn } = step.row.values;
  const from = startsOn === null ? step.changesFrom : laterOf(startsOn, step.changesFrom);
  const lines = step.lines.filter(({ endedOn }) => endedOn === null || endedOn >= from).sort((a, b) => compareDays(a.startedOn, b.startedOn));
  const leaves = leftOn !== undefined && leftOn === lastDay;
  if (manager !== undefined && manager !== step.number && (lastDay === null || lastDay >= from)) {
    if (changeManager(step, lines, manager, from, lastDay)) return;
  }
  const open = lines.findLast(({ endedOn }) => endedOn === null);
  if (leaves && open) {
    step.plan.endedLines.push({ ...keyOf(open), endedOn: laterOf(leftOn, open.startedOn) });
    step.what.push(`no longer reports to ${step.numberOf(open.managerId)} after ${laterOf(leftOn, open.startedOn)}`);
  }
}

/** True when the lines have changed. */
function changeManager(step: LineStep, lines: readonly PresentLine[], manager: string, from: Day, lastDay: Day | null): boolean {
  const managerId = step.personIdOf(manager);
  if (lines.some((line) => line.managerId === managerId)) return false;
  const planned = lines.find(({ startedOn }) => startedOn > from);
  if (planned) {
    giveNotice(step, 'manager', `From ${planned.startedOn} on another manager, ${step.numberOf(planned.managerId)}, is planned here. Left as it is.`);
    return false;
  }
  const [current] = lines;
  const old = current ? step.numberOf(current.managerId) : null;
  if (current?.startedOn === from) {
    step.plan.correctedLines.push({ ...keyOf(current), managerNumber: manager });
    step.what.push(`reports to ${manager} instead of ${old} from ${from}`);
    return false;
  }
  if (current) step.plan.endedLines.push({ ...keyOf(current), endedOn: addDays(from, -1) });
  step.plan.newLines.push({ number: step.number, managerNumber: manager, startedOn: from, endedOn: current?.endedOn ?? lastDay });
  step.what.push(`reports to ${manager}${old === null ? '' : ` instead of ${old}`} from ${from}`);
  return true;
}

function keyOf({ reportingLineId, managerId }: PresentLine): { reportingLineId: number; managerId: number } {
  return { reportingLineId, managerId };
}

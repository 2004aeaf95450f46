import type { Appointment } from './appointment.ts';
import { addDays, addMonths, daysBetween, earlierOf, laterOf, type Day } from './date.ts';
import { isPaused, pausedSpans, type Pause } from './pause.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { ReviewRules } from './role.ts';
import { rulingSettlement, type Settlement } from './settlement.ts';
import { daysWithin, mergeSpans, type Span } from './span.ts';
import { spellOf } from './spell.ts';

export type ClockStatus = 'ahead' | 'upcoming' | 'due' | 'overdue' | 'paused';

/** When a talk about what comes next is due, and how that date came about. */
export type ReviewClock = {
  familyId: string;
  roleId: string | null;
  /** First day of the spell. */
  startedOn: Day;
  /** When it would be due had nothing been settled. */
  unsettledDueOn: Day;
  dueOn: Day;
  warnOn: Day;
  overdueOn: Day;
  status: ClockStatus;
  /** Negative when past. */
  daysUntilDue: number;
  /** Days from the start to today without gaps and pauses. */
  countedDays: number;
  /** The settlement that rules, if any, and whether it is what gave the due date. */
  settlement: Settlement | null;
  settled: boolean;
};

export type ClockInput = {
  appointments: readonly Appointment[];
  pauses: readonly Pause[];
  settlements: readonly Settlement[];
  rules: ReviewRules;
  today: Day;
  policy?: Policy;
};

/**
 * The review clock of a person today, or null without a running spell. Gaps and pauses push dates back; a recorded
 * outcome can only put the due date later. What it flags is a talk, never a verdict.
 */
export function reviewClock(input: ClockInput): ReviewClock | null {
  const { appointments, pauses, settlements, rules, today, policy = defaultPolicy } = input;
  const spell = spellOf(appointments, rules, today, policy);
  if (!spell) return null;
  const { familyId, roleId, startedOn, rule } = spell;
  const excluded = mergeSpans([...spell.gaps, ...pausedSpans(pauses, today)]);
  const unsettledDueOn = moved(addMonths(startedOn, rule.afterMonths), startedOn, excluded);
  const settlement = rulingSettlement(settlements, startedOn, today);
  const checkOn = settlement && checkDate(settlement, excluded, today);
  const dueOn = checkOn === null ? unsettledDueOn : laterOf(checkOn, unsettledDueOn);
  const settled = dueOn > unsettledDueOn;
  const warnMonths = settled ? Math.min(rule.warnMonths, policy.settledWarnMonths) : rule.warnMonths;
  const warnOn = addMonths(dueOn, -warnMonths);
  const overdueOn = moved(addDays(dueOn, rule.graceDays + 1), dueOn, excluded);
  return {
    familyId,
    roleId,
    startedOn,
    unsettledDueOn,
    dueOn,
    warnOn,
    overdueOn,
    status: isPaused(pauses, today) ? 'paused' : statusOn(today, { warnOn, dueOn, overdueOn }),
    daysUntilDue: daysBetween(today, dueOn),
    countedDays: daysBetween(startedOn, today) - daysWithin(excluded, startedOn, today),
    settlement,
    settled,
  };
}

/** A date put later by the excluded days since its start, and by those that the later date takes in, until none are new. */
function moved(date: Day, from: Day, excluded: readonly Span[]): Day {
  let result = date;
  for (;;) {
    const next = addDays(date, daysWithin(excluded, from, result));
    if (next === result) return result;
    result = next;
  }
}

function checkDate({ decidedOn, nextCheckOn, withdrawnOn }: Settlement, excluded: readonly Span[], today: Day): Day {
  const checkOn = moved(nextCheckOn, decidedOn, excluded);
  return withdrawnOn !== null && withdrawnOn <= today ? earlierOf(checkOn, withdrawnOn) : checkOn;
}

function statusOn(today: Day, { warnOn, dueOn, overdueOn }: Pick<ReviewClock, 'warnOn' | 'dueOn' | 'overdueOn'>): ClockStatus {
  if (today < warnOn) return 'ahead';
  if (today < dueOn) return 'upcoming';
  return today < overdueOn ? 'due' : 'overdue';
}

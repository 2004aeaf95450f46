import { addMonths, earlierOf, type Day } from './date.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { goesOn, type ReviewRule } from './role.ts';
import { compareSettlements, type Outcome, type Settlement } from './settlement.ts';

/** All outcomes, in the order in which forms offer them. */
export const outcomes: readonly Outcome[] = ['promote', 'move', 'develop', 'stay', 'recognise', 'defer'];

/** What a person wants next; null while they have not said. */
export type Wish = 'move' | 'stay' | 'unsure';

/** Why an outcome cannot be recorded as it is. */
export type SettleRefusal =
  | 'needs-wish-to-stay'
  | 'needs-wish-to-stay-or-unsure'
  | 'needs-managers-acknowledgement'
  | 'needs-reason'
  | 'needs-date'
  | 'date-too-early'
  | 'date-too-late'
  | 'deferred-too-often'
  | 'needs-appointment';

/** The refusals in words, for the page to show beside the field. */
export const settleRefusals: Readonly<Record<SettleRefusal, string>> = {
  'needs-wish-to-stay': 'Staying is the person’s own choice: they have to say that they wish to stay.',
  'needs-wish-to-stay-or-unsure': 'This needs the person’s wish to stay, or that they are not sure yet.',
  'needs-managers-acknowledgement': 'The manager has to acknowledge the wish to stay.',
  'needs-reason': 'Please say why the talk is put off.',
  'needs-date': 'Please choose the date of the next check.',
  'date-too-early': 'The next check has to be after the day of this decision.',
  'date-too-late': 'That is later than this outcome allows.',
  'deferred-too-often': 'This talk has been put off as often as is allowed in a row. Please choose another outcome.',
  'needs-appointment': 'Please name the new role and its first day.',
};

type Post = { roleId: string; familyId: string };

export type SettleInput = {
  outcome: Outcome;
  decidedOn: Day;
  wish: Wish | null;
  /** Whether the manager has acknowledged the wish to stay; recording the talk oneself does. */
  acknowledged: boolean;
  reason: string;
  /** The date asked for with `develop` and `defer`; the other outcomes set their own. */
  nextCheckOn: Day | null;
  /** With `promote` and `move`. */
  appointment: (Post & { startsOn: Day }) | null;
  current: Post;
  rule: ReviewRule;
  /** The spell's settlements so far, without corrected ones. */
  settlements: readonly Settlement[];
  policy?: Policy;
};

export type Settled = { nextCheckOn: Day } | { refused: SettleRefusal };

/** The latest date for the next check that an outcome allows; null where the outcome sets the date itself. */
export function latestCheck(outcome: Outcome, decidedOn: Day, policy: Policy = defaultPolicy): Day | null {
  if (outcome === 'develop') return addMonths(decidedOn, policy.developMonths);
  if (outcome === 'defer') return addMonths(decidedOn, policy.deferMonths);
  return null;
}

/** Whether the person may take the outcome back on any day: what rests on the wish to stay. */
export function isWithdrawable(outcome: Outcome): boolean {
  return outcome === 'stay' || outcome === 'recognise';
}

/** How many of the last settlements, one after the other, put the talk off. */
export function deferralsInARow(settlements: readonly Settlement[]): number {
  const lastFirst = [...settlements].sort(compareSettlements).reverse();
  const end = lastFirst.findIndex(({ outcome }) => outcome !== 'defer');
  return end === -1 ? lastFirst.length : end;
}

/**
 * The date of the next check that an outcome sets, or why it cannot be recorded. `stay` and `recognise` are asked again after
 * the rule's renewal; `develop` and `defer` on the date chosen, within the policy's limits; `promote` and `move` on the first day
 * of the new appointment, or a renewal later where the same clock goes on after it.
 */
export function settle(input: SettleInput): Settled {
  const { outcome, decidedOn, wish, rule, policy = defaultPolicy } = input;
  switch (outcome) {
    case 'stay':
      if (wish !== 'stay') return { refused: 'needs-wish-to-stay' };
      if (!input.acknowledged) return { refused: 'needs-managers-acknowledgement' };
      return { nextCheckOn: addMonths(decidedOn, rule.renewMonths) };
    case 'recognise':
      if (wish !== 'stay' && wish !== 'unsure') return { refused: 'needs-wish-to-stay-or-unsure' };
      return { nextCheckOn: addMonths(decidedOn, rule.renewMonths) };
    case 'develop':
      return chosenDate(input, policy);
    case 'defer':
      if (input.reason.trim() === '') return { refused: 'needs-reason' };
      if (deferralsInARow(input.settlements) >= policy.defersInARow) return { refused: 'deferred-too-often' };
      return chosenDate(input, policy);
    case 'promote':
    case 'move': {
      const { appointment, current } = input;
      if (!appointment) return { refused: 'needs-appointment' };
      const { startsOn } = appointment;
      return { nextCheckOn: goesOn(rule, current, appointment) ? addMonths(startsOn, rule.renewMonths) : startsOn };
    }
  }
}

function chosenDate({ outcome, decidedOn, nextCheckOn }: SettleInput, policy: Policy): Settled {
  if (nextCheckOn === null) return { refused: 'needs-date' };
  if (nextCheckOn <= decidedOn) return { refused: 'date-too-early' };
  if (nextCheckOn > latestCheck(outcome, decidedOn, policy)!) return { refused: 'date-too-late' };
  return { nextCheckOn };
}

/** The date that a form proposes for an outcome: a renewal ahead, but no later than the outcome allows. */
export function proposedCheck(outcome: Outcome, decidedOn: Day, rule: ReviewRule, policy: Policy = defaultPolicy): Day {
  const renewed = addMonths(decidedOn, rule.renewMonths);
  return earlierOf(renewed, latestCheck(outcome, decidedOn, policy) ?? renewed);
}

import { currentAppointment, gapDays, type Appointment } from './appointment.ts';
import { addDays, compareDays, earlierOf, type Day } from './date.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import { goesOn, type ReviewRule, type ReviewRules } from './role.ts';
import type { Span } from './span.ts';

/** The time for which a review clock runs: the current appointment and the earlier ones it reaches back over. */
export type Spell = {
  familyId: string;
  roleId: string | null;
  startedOn: Day;
  /** The bridged gaps, which do not count. */
  gaps: Span[];
  rule: ReviewRule;
};

/**
 * The spell that runs today, or null when no confirmed primary appointment with us holds today or its family has no
 * rule. It reaches back over earlier appointments of the family while the break between them is short enough; where
 * the rule restarts on the role, it stops where the role differs. Time in another family is a break like any other.
 */
export function spellOf(
  appointments: readonly Appointment[],
  rules: ReviewRules,
  today: Day,
  policy: Policy = defaultPolicy,
): Spell | null {
  const counting = appointments.filter((one) => one.primary && one.confirmed && one.ours && one.startedOn <= today);
  const current = currentAppointment(counting, today);
  if (!current || current.familyId === null) return null;
  const { familyId, roleId } = current;
  const rule = Object.hasOwn(rules, familyId) ? rules[familyId] : null;
  if (!rule) return null;
  const spell: Spell = { familyId, roleId, startedOn: current.startedOn, gaps: [], rule };
  const earlier = counting
    .filter((one) => one.familyId === familyId && one !== current && one.startedOn <= current.startedOn)
    .sort((a, b) => compareDays(b.startedOn, a.startedOn) || compareDays(b.endedOn ?? today, a.endedOn ?? today));
  for (const one of earlier) {
    const endedOn = one.endedOn ?? today;
    const gap = gapDays(endedOn, spell.startedOn);
    if (gap > policy.bridgedGapDays || !goesOn(rule, current, one)) break;
    if (gap > 0) spell.gaps.push({ from: addDays(endedOn, 1), to: addDays(spell.startedOn, -1) });
    spell.startedOn = earlierOf(spell.startedOn, one.startedOn);
  }
  return spell;
}

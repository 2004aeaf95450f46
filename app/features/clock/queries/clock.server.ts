import type { Appointment } from '#app/domain/appointment.ts';
import type { Wish } from '#app/domain/outcome.ts';
import type { Pause } from '#app/domain/pause.ts';
import { policyOf } from '#app/domain/policy.ts';
import { reviewClock } from '#app/domain/review-clock.ts';
import { rulesOf, type Family, type Role } from '#app/domain/role.ts';
import type { Settlement } from '#app/domain/settlement.ts';

/** What the clock reads of a person, as the view `backgrounds` gives it. */
export type ClockFacts = {
  appointments: Appointment[];
  pauses: Pause[];
  settlements: (Settlement & { settlementId: number })[];
  wish: { wish: Wish; roleId: string | null; statedAt: string } | null;
};

export type ClockCatalogue = { families: Family[]; roles: Role[]; policy: unknown };

/** A person's clock today, the rule it runs by and the organisation's policy; null without a running spell. */
export function clockOf(facts: ClockFacts, catalogue: Pick<ClockCatalogue, 'families' | 'policy'>, today: string) {
  const rules = rulesOf(catalogue.families);
  const policy = policyOf(catalogue.policy);
  const clock = reviewClock({ appointments: facts.appointments, pauses: facts.pauses, settlements: facts.settlements, rules, today, policy });
  const rule = clock && rules[clock.familyId];
  return clock && rule ? { clock, rule, policy } : null;
}

/** The settlement recorded last, which the next one has to name; 0 for none. */
export function lastSettlementId(facts: Pick<ClockFacts, 'settlements'>): number {
  return Math.max(0, ...facts.settlements.map(({ settlementId }) => settlementId));
}

import { compareDays, type Day } from './date.ts';
import { compareInstants, type Instant } from './instant.ts';

/** How a talk or a review can end. */
export type Outcome = 'stay' | 'recognise' | 'develop' | 'defer' | 'promote' | 'move';

/** A recorded outcome and the next date it sets. Corrected ones are left out by whoever lists them. */
export type Settlement = {
  decidedOn: Day;
  recordedAt: Instant;
  outcome: Outcome;
  nextCheckOn: Day;
  /** The day on which the person took back the wish to stay. */
  withdrawnOn: Day | null;
};

/** For sorting settlements from first to last: by day, then by when they were recorded. */
export function compareSettlements(a: Settlement, b: Settlement): number {
  return (
    compareDays(a.decidedOn, b.decidedOn) ||
    compareInstants(a.recordedAt, b.recordedAt) ||
    compareDays(a.nextCheckOn, b.nextCheckOn) ||
    (a.outcome < b.outcome ? -1 : a.outcome > b.outcome ? 1 : 0) ||
    compareDays(a.withdrawnOn ?? '', b.withdrawnOn ?? '')
  );
}

/** The one decided last within [from, until], both included, or null. */
export function rulingSettlement<S extends Settlement>(settlements: readonly S[], from: Day, until: Day): S | null {
  return (
    settlements
      .filter(({ decidedOn }) => decidedOn >= from && decidedOn <= until)
      .sort(compareSettlements)
      .at(-1) ?? null
  );
}

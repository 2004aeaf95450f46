import type { Wish } from './outcome.ts';
import type { ClockStatus, ReviewClock } from './review-clock.ts';

/** A person on a manager's list of talks. */
export type Flag = {
  personId: number;
  name: string;
  wish: Wish | null;
  clock: Pick<ReviewClock, 'status' | 'daysUntilDue'>;
};

const rank: Record<ClockStatus, number> = { overdue: 0, due: 1, upcoming: 2, paused: 3, ahead: 4 };

/** Whether a clock puts somebody on the list at all. */
export function isFlagged(status: ClockStatus): boolean {
  return status !== 'ahead';
}

/**
 * For sorting a manager's list: overdue first and among them the longest overdue, then due, upcoming and paused. Among equals those
 * who want to move come first; then the nearer date, the name and the person, so that the order is always the same.
 */
export function compareFlags(a: Flag, b: Flag): number {
  const overdueBy = a.clock.status === 'overdue' ? a.clock.daysUntilDue - b.clock.daysUntilDue : 0;
  return (
    rank[a.clock.status] - rank[b.clock.status] ||
    overdueBy ||
    Number(b.wish === 'move') - Number(a.wish === 'move') ||
    a.clock.daysUntilDue - b.clock.daysUntilDue ||
    (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
    a.personId - b.personId
  );
}

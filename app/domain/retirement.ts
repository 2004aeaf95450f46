import type { Day } from './date.ts';

/**
 * Whether the catalogue has retired a skill, a role or a way between roles. It has from the moment this is recorded: `retiredOn` says since
 * which day, and is never a day to come. In SQL: `isOffered` in app/server/row-rules.server.ts.
 */
export function isRetired({ retiredOn }: { retiredOn: Day | null }): boolean {
  return retiredOn !== null;
}

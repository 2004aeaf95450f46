import type { Day } from '#app/domain/date.ts';
import type { Plan } from './plan.ts';
import type { History } from './present.ts';
import type { Problem } from './problem.ts';
import type { ResolvedRow } from './resolve.ts';
import type { ColumnName } from './row.ts';

/** One person's part of a comparison: what is known, and where findings go. */
export interface PersonStep {
  row: ResolvedRow;
  number: string;
  history: History;
  /** The day from which changes hold that have no date of their own. */
  changesFrom: Day;
  /** The columns of this row that could not be read: what would follow from their absence is not reported too. */
  faulty: ReadonlySet<string | null>;
  plan: Plan;
  problems: Problem[];
  /** What changes of this person, in words. */
  what: string[];
}

/** The file is wrong: nothing of it will be written. */
export function reportProblem({ row, problems }: PersonStep, column: ColumnName, reason: string): void {
  problems.push({ line: row.line, column, reason });
}

/** The file contradicts what is here: this one entry stays as it is. */
export function giveNotice({ row, number, plan }: PersonStep, column: ColumnName, reason: string): void {
  plan.notices.push({ line: row.line, number, column, reason });
}

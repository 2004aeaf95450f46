/** One mistake in a file: where it stands, what is wrong and what would be right. */
export interface Problem {
  /** Counted from 1, the header being line 1; of a row that spans several lines the first. */
  line: number;
  /** Null when the whole line or the whole file is meant. */
  column: string | null;
  reason: string;
}

/** Something the file says that was left as it is, because it contradicts what is confirmed or stated here. */
export type Notice = Problem & { number: string };

/** From the first line to the last; within a line as found. */
export function inFileOrder<P extends Problem>(problems: readonly P[]): P[] {
  return [...problems].sort((a, b) => a.line - b.line);
}

/** `line 12, manager: nobody has the number "77".` */
export function problemText(problem: Problem): string {
  return `line ${problem.line}${problem.column === null ? '' : `, ${problem.column}`}: ${problem.reason}`;
}

import type { ImportOutcome } from './commands.server.ts';
import { problemText } from './problem.ts';

/** An import's outcome in words, a line each: for the terminal, and as the text of a page. `dryRun`: nothing was written. */
export function describeOutcome(outcome: ImportOutcome, dryRun: boolean): string[] {
  if (!outcome.accepted) {
    const { length } = outcome.problems;
    return [
      ...outcome.problems.map(problemText),
      '',
      `${length} ${length === 1 ? 'mistake' : 'mistakes'} in the file. Nothing was changed: mend the file and bring it in again.`,
    ];
  }
  const { changes, notices, rows } = outcome;
  const counts = Object.entries(outcome.counts).filter(([, count]) => count > 0).map(([what, count]) => `  ${count} ${what}`);
  return [
    ...changes.map(({ line, number, name, what }) => `line ${line}, ${number} ${name}: ${what.join('; ')}`),
    ...(changes.length > 0 ? [''] : []),
    ...(notices.length > 0 ? ['Left as it is, because the file and what is here contradict each other. Please look at:', ...notices.map((notice) => `  ${notice.number}, ${problemText(notice)}`), ''] : []),
    `${rows} ${rows === 1 ? 'row' : 'rows'} read, ${changes.length === 0 ? 'nothing' : changes.length} ${dryRun ? 'would change' : 'changed'}.`,
    ...counts,
    ...(dryRun ? ['This was a dry run: nothing was written.'] : []),
  ];
}

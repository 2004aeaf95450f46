import { earlierOf, laterOf, type Day } from '#app/domain/date.ts';
import type { Plan } from './plan.ts';
import type { Present, PresentLine } from './present.ts';

interface Line { manager: string; from: Day; to: Day | null }

/** The most steps from anybody up to the top. */
const highest = 100;

/**
 * Circles that the planned lines would close, each once, as the numbers along it, the first again at the end.
 * A line counts on its own days only: two people may lead each other one after the other. A chain of more than
 * a hundred steps counts as a circle that was not walked to its end.
 */
export function circlesIn(plan: Pick<Plan, 'newLines' | 'endedLines' | 'correctedLines'>, present: Pick<Present, 'lines' | 'people'>): string[][] {
  const { upward, touched } = linesAfter(plan, present);
  const circles = new Map<string, string[]>();
  for (const { number, line } of touched) {
    const circle = climb(upward, number, line, [number]);
    const key = [...new Set(circle)].sort().join('|');
    if (circle && !circles.has(key)) circles.set(key, circle);
  }
  return [...circles.values()];
}

function climb(upward: ReadonlyMap<string, Line[]>, origin: string, line: Line, path: string[]): string[] | null {
  if (line.manager === origin || path.length > highest) return [...path, line.manager];
  // A circle further up that does not lead through here is found from its own members.
  if (path.includes(line.manager)) return null;
  for (const next of upward.get(line.manager) ?? []) {
    const from = laterOf(line.from, next.from);
    const to = line.to === null || next.to === null ? line.to ?? next.to : earlierOf(line.to, next.to);
    if (to !== null && to < from) continue;
    const circle = climb(upward, origin, { manager: next.manager, from, to }, [...path, line.manager]);
    if (circle) return circle;
  }
  return null;
}

function linesAfter(plan: Pick<Plan, 'newLines' | 'endedLines' | 'correctedLines'>, { lines, people }: Pick<Present, 'lines' | 'people'>): { upward: Map<string, Line[]>; touched: { number: string; line: Line }[] } {
  const numbers = new Map(people.map(({ personId, number }) => [personId, number]));
  const ended = new Map(plan.endedLines.map(({ reportingLineId, endedOn }) => [reportingLineId, endedOn]));
  const corrected = new Map(plan.correctedLines.map(({ reportingLineId, managerNumber }) => [reportingLineId, managerNumber]));
  const upward = new Map<string, Line[]>();
  const touched: { number: string; line: Line }[] = [];
  const add = (number: string, line: Line, isNew: boolean): void => {
    const known = upward.get(number);
    if (known) known.push(line);
    else upward.set(number, [line]);
    if (isNew) touched.push({ number, line });
  };
  const keep = ({ reportingLineId, personId, managerId, startedOn, endedOn }: PresentLine): void => {
    const manager = corrected.get(reportingLineId) ?? numbers.get(managerId) ?? '';
    add(numbers.get(personId) ?? '', { manager, from: startedOn, to: ended.get(reportingLineId) ?? endedOn }, corrected.has(reportingLineId));
  };
  lines.forEach(keep);
  for (const { number, managerNumber, startedOn, endedOn } of plan.newLines) add(number, { manager: managerNumber, from: startedOn, to: endedOn }, true);
  return { upward, touched };
}

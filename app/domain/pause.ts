import { earlierOf, type Day } from './date.ts';
import { mergeSpans, monthsAndDays, type Span } from './span.ts';

/** Why somebody is away. Only the person and the direct manager see it. */
export type PauseKind = 'parental' | 'sick' | 'sabbatical' | 'secondment';

/** All kinds, in the order in which forms offer them. */
export const pauseKinds: readonly PauseKind[] = ['parental', 'sick', 'sabbatical', 'secondment'];

/** Time away: first day, last day included, or null while it is open. */
export type Pause = { startedOn: Day; endedOn: Day | null; kind?: PauseKind };

/** The days of pauses, each once. An open pause reaches to today and counts nothing before it has begun; a planned one with an end counts. */
export function pausedSpans(pauses: readonly Pause[], today: Day): Span[] {
  return mergeSpans(pauses.map(({ startedOn, endedOn }) => ({ from: startedOn, to: endedOn ?? today })));
}

/** Whether somebody is away today. */
export function isPaused(pauses: readonly Pause[], today: Day): boolean {
  return pauses.some(({ startedOn, endedOn }) => startedOn <= today && (endedOn ?? today) >= today);
}

/** How long somebody has been away until today, each day once: whole months, and the days left over, thirty of which make a month. */
export function timeAway(pauses: readonly Pause[], today: Day): { months: number; days: number } {
  let [months, days] = [0, 0];
  for (const { from, to } of pausedSpans(pauses, today)) {
    if (from > today) continue;
    const span = monthsAndDays({ from, to: earlierOf(to, today) });
    months += span.months;
    days += span.days;
  }
  return { months: months + Math.floor(days / 30), days: days % 30 };
}

import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { StepChart } from '#app/ui/chart.tsx';
import { listOf, longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';

/** The history of the level as step lines, with who confirmed each step. One rating alone is no history. */
export function Growth({ skill, person, own, series, today }: SkillView) {
  if (!series.some(({ points }) => points.length > 1)) return null;
  return (
    <Section title="How the level grew" panel>
      <StepChart title={skill.name} summary={`${own ? 'What you said' : `What ${person.name} said`} and what was confirmed, from one rating to the next. ${confirmations(series)}`.trim()} series={series} today={today} />
    </Section>
  );
}

/** "Confirmed at 2 by Dana (3 May 2025) and at 3 by Ben (1 June 2026)." The last three; the table has them all. */
function confirmations(series: SkillView['series']): string {
  const steps = series.flatMap(({ points }) => points.filter(({ by }) => by !== null));
  if (steps.length === 0) return '';
  const told = steps.slice(-3).map(({ on, value, by }) => `at ${value} by ${by} (${longDate(on)})`);
  return `Confirmed ${listOf(told)}${steps.length > 3 ? ', and earlier as the table says' : ''}.`;
}

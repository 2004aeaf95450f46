import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { RadarChart } from '#app/ui/chart.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';

type Goal = NonNullable<PathPage['goal']>;

/** As many as a radar can hold and still be read. */
const most = 10;

/** The skills of the chosen role as a picture: essential ones first, and of those the missing ones. */
export function SkillsPicture({ goal, mine, name }: { goal: Goal; mine: boolean; name: string }) {
  const skills = new Map(goal.rows.flatMap(({ skill }) => (skill ? [[skill.id, skill] as const] : [])).reverse());
  const axes = [...skills.values()].reverse().slice(0, most).map(({ name: label, held, level }) => ({ label, value: held, need: level }));
  if (axes.every(({ value }) => value === null)) return null;
  const reached = axes.filter(({ value, need }) => value !== null && value >= need).length;
  const which = skills.size > most ? `${most} of ${skills.size} skills that it asks for, the essential ones first` : plural(axes.length, 'skill that it asks for', 'skills that it asks for');
  return (
    <Section title="As a picture">
      <RadarChart title={`${mine ? 'You' : name} and ${goal.name}`} summary={`${which}; ${reached} of them at the level needed.`} axes={axes} valueLabel={mine ? 'You' : 'Claimed'} />
    </Section>
  );
}

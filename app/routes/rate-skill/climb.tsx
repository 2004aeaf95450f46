import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { Estimate } from '#app/ui/estimate.tsx';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** What the next level looks like, and about how long it takes to the next one or to what the role asks. */
export function Climb({ climb, role }: SkillView) {
  if (!climb) return null;
  const { next, to, wording, months, parts } = climb;
  return (
    <Section title={`To reach ${levelText(next)}`} panel>
      {wording && <p>{wording.sentence}</p>}
      {wording && <p className="muted small">For example: {wording.example}</p>}
      {to > next && role && <p>{role.name} asks for {levelText(to)}.</p>}
      <Estimate
        months={months}
        parts={parts.map((step) => ({ label: step.from === null ? `To ${levelText(step.to)}` : `From ${step.from} to ${levelText(step.to)}`, months: step.months }))}
        rule={`To ${levelText(to)}, at an ordinary pace. An estimate; people differ.`}
      />
    </Section>
  );
}

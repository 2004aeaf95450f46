import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { Estimate } from '#app/ui/estimate.tsx';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** What the level now and the next one look like, and about how long it takes to the next one or to what the role asks. */
export function Climb({ climb, role }: SkillView) {
  if (!climb) return null;
  const { next, to, present, wording, months, parts } = climb;
  return (
    <Section title={`To reach ${levelText(next)}`} panel>
      <dl className="compare">
        {present && <Wording term={`Now: ${levelText(present.level)}`} {...present} />}
        {wording && <Wording term={`To reach ${levelText(next)}`} {...wording} />}
      </dl>
      {to > next && role && <p>{role.name} asks for {levelText(to)}.</p>}
      <Estimate
        months={months}
        parts={parts.map((step) => ({ label: step.from === null ? `To ${levelText(step.to)}` : `From ${step.from} to ${levelText(step.to)}`, months: step.months }))}
        rule={`To ${levelText(to)}, at an ordinary pace. An estimate; people differ.`}
      />
    </Section>
  );
}

function Wording({ term, sentence, example }: { term: string; sentence: string; example: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{sentence}</dd>
      <dd className="muted small">For example: {example}</dd>
    </div>
  );
}

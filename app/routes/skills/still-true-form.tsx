import type { SkillLine } from '#app/features/ratings/queries/lines.server.ts';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { relativeDay } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** The skills that nobody has looked at for long, for the person to say of one or several that they were used today. */
export function StillTrueForm({ fading, today }: { fading: readonly SkillLine[]; today: string }) {
  return (
    <Section title="Still true?" panel>
      <Form intent="still-true" className="form wide">
        <div className="pick-columns">
          <CheckboxGroup
            name="skills" legend="Which of these did you use today?"
            hint="Moves “last used” to today. A confirmation that wants repeating still does; ask your manager for it."
            options={fading.map((skill) => ({ value: skill.id, label: `${skill.name}: ${levelText(skill.claimed)}`, hint: ageText(skill, today) }))}
          />
        </div>
        <SubmitButton quiet>Still true, used today</SubmitButton>
      </Form>
    </Section>
  );
}

function ageText({ lastUsedOn, confirmedOn, stale }: SkillLine, today: string): string {
  const used = lastUsedOn ? `Last used ${relativeDay(lastUsedOn, today)}` : 'Last use not said';
  return stale && confirmedOn ? `${used}; confirmed ${relativeDay(confirmedOn, today)}` : used;
}

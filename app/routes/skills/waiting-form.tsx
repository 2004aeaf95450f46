import type { SkillLine } from '#app/features/ratings/queries/lines.server.ts';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { relativeDay } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** The self ratings above what is confirmed, for a manager to say yes to, one or several at once. */
export function WaitingForm({ name, waiting, today }: { name: string; waiting: readonly SkillLine[]; today: string }) {
  return (
    <Section title="Waiting to be confirmed" panel>
      <Form intent="confirm-waiting" className="form wide">
        <div className="pick-columns">
          <CheckboxGroup
            name="ratings" legend={`Which of these do you see in ${name}'s work too?`}
            hint="Open a skill below to read its sentences and evidence, or to confirm another level."
            options={waiting.flatMap((skill) => (skill.waiting === null ? [] : [{
              value: skill.waiting,
              label: `${skill.name}: ${levelText(Number(skill.waiting.split(':')[1]))}`,
              hint: `Said ${relativeDay(skill.waitingSince ?? today, today)}; ${skill.confirmed === null ? 'nothing confirmed yet' : `confirmed so far: ${levelText(skill.confirmed)}`}`,
            }]))}
          />
        </div>
        <SubmitButton>Confirm the chosen levels</SubmitButton>
      </Form>
    </Section>
  );
}

import type { SkillLine } from '#app/features/ratings/queries/lines.server.ts';
import { CheckboxGroup } from '#app/ui/choices.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** The person's own levels that wait and that nobody was asked about yet, to ask the managers for several at once. */
export function AskForm({ askable }: { askable: readonly SkillLine[] }) {
  return (
    <Section title="Ask your manager to confirm" panel>
      <Form intent="ask-confirm" className="form wide">
        <div className="pick-columns">
          <CheckboxGroup
            name="skills" legend="Which levels?" hint="Your manager sees the level, your message and what shows it."
            options={askable.map((skill) => ({
              value: skill.id, label: `${skill.name}: ${levelText(skill.claimed)}`,
              hint: skill.confirmed === null ? 'nothing confirmed yet' : `confirmed so far: ${levelText(skill.confirmed)}`,
            }))}
          />
        </div>
        <TextArea name="message" label="A message" optional rows={2} />
        <SubmitButton quiet>Ask for these</SubmitButton>
      </Form>
    </Section>
  );
}

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
            hint="Open a skill below to read its sentences and evidence, to confirm another level, or to say not yet."
            options={waiting.flatMap((skill) => (skill.waiting === null ? [] : [{
              value: skill.waiting,
              label: `${skill.name}: ${levelText(Number(skill.waiting.split(':')[1]))}`,
              hint: <>{sinceText(skill, today)}{skill.request && <strong> Asked {relativeDay(skill.request.on, today)}{skill.request.message && `: “${skill.request.message}”`}</strong>}</>,
            }]))}
          />
        </div>
        <SubmitButton>Confirm the chosen levels</SubmitButton>
      </Form>
    </Section>
  );
}

function sinceText({ waitingSince, confirmed }: SkillLine, today: string): string {
  return `Said ${relativeDay(waitingSince ?? today, today)}; ${confirmed === null ? 'nothing confirmed yet' : `confirmed so far: ${levelText(confirmed)}`}.`;
}

import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { LevelPicker } from '#app/ui/choices.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** A manager's yes to the level that waits, or a level and a note of the manager's own. */
export function ConfirmForm({ skill, person, waiting, confirmed, seen }: SkillView) {
  return (
    <>
      {waiting && (
        <Section title="Waiting to be confirmed" panel>
          <p>{person.name} says: {levelText(waiting.level)}.</p>
          <ButtonForm intent="confirm-waiting" fields={{ 'ratings[0]': waiting.value }} label={`Confirm ${levelText(waiting.level)}`} primary />
        </Section>
      )}
      <Section title={waiting ? 'Or say another level' : 'Confirm a level'}>
        <Form intent="confirm" defaults={{ level: confirmed ?? undefined }} className="form wide">
          <input type="hidden" name="seen" value={seen} />
          <LevelPicker name="level" legend={`Which sentence fits what you see in ${person.name}'s work?`} levels={skill.levels} />
          <TextArea name="note" label="A note" optional rows={3} hint={`${person.name} reads it beside the level.`} />
          <SubmitButton quiet={waiting !== null}>Confirm this level</SubmitButton>
        </Form>
      </Section>
    </>
  );
}

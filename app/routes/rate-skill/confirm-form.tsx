import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { LevelPicker } from '#app/ui/choices.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';

/** A manager's yes to the level that waits, or a level and a note of the manager's own. */
export function ConfirmForm({ skill, person, waiting, confirmed, seen, requests }: SkillView) {
  const asked = requests.find(({ kind, answer }) => kind === 'confirm' && answer === null);
  return (
    <>
      {waiting && (
        <Section title="Waiting to be confirmed" panel>
          <p>{person.name} says: {levelText(waiting.level)}{asked && `, and asked on ${longDate(asked.on)} to have it confirmed`}.</p>
          {asked?.message && <p className="typed">“{asked.message}”</p>}
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
      {asked && (
        <Section title="Or say not yet">
          <Form intent="not-yet">
            <input type="hidden" name="request" value={asked.id} />
            <TextArea name="reply" label="Not yet, because …" rows={3} hint={`What is still missing, in words that help. ${person.name} reads them beside the question; the levels stay as they are.`} />
            <SubmitButton quiet>Say not yet</SubmitButton>
          </Form>
        </Section>
      )}
    </>
  );
}

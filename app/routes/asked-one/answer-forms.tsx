import type { AskView } from '#app/features/ratings/queries/asked.server.ts';
import { LevelPicker } from '#app/ui/choices.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';

/** A level of the colleague's own choice, without a word of what others say; or "rather not". */
export function AnswerForms({ person, skill }: AskView) {
  return (
    <>
      <Section title="What you see">
        <Form intent="say" className="form wide">
          <p>Your answer stands beside the skill with your name, for {person.name} and the managers above. It is shown and counts for nothing: nobody’s level changes by it. What others say is not shown here, so that you are free in what you say.</p>
          <LevelPicker name="level" legend={`Which sentence fits what you see in ${person.name}’s work?`} levels={skill.levels} />
          <TextArea name="note" label="A note" optional rows={3} hint={`What you saw, in your own words. ${person.name} reads it.`} />
          <SubmitButton>Send what you see</SubmitButton>
        </Form>
      </Section>
      <Section title="Or rather not">
        <Form intent="decline">
          <TextArea name="reply" label="A word to go with it" optional rows={2} hint="For example that you have not worked together on this." />
          <SubmitButton quiet>I would rather not say</SubmitButton>
        </Form>
      </Section>
    </>
  );
}

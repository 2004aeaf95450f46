import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { CheckboxGroup, LevelPicker, RadioGroup } from '#app/ui/choices.tsx';
import { DateField, TextArea, TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { ShownOf } from '#app/ui/paging.tsx';
import { interestOptions } from '#app/ui/skill-words.ts';

/** Rate one skill of one's own: the sentence, what shows it, how much of it one wants. */
export function RateForm({ skill, claimed, interest, lastUsedOn, version, elsewhere, inAll }: SkillView) {
  const defaults = { level: claimed ?? undefined, interest: interest ?? undefined, lastUsedOn: lastUsedOn ?? undefined };
  return (
    <Form intent="rate" defaults={defaults} className="form wide">
      <input type="hidden" name="version" value={version} />
      <LevelPicker name="level" legend="Which sentence fits what you do today?" levels={skill.levels} />
      <TextArea name="evidenceText" label="What shows it?" optional rows={3} hint="A ticket, a change, a piece of work, in your own words." />
      <TextField name="evidenceLink" label="A link to it" optional type="url" hint="For example https://tickets.example/48213" />
      {elsewhere.length > 0 && (
        <details open={elsewhere.some(({ here }) => here)}>
          <summary>Evidence you gave before that shows this too (optional)</summary>
          <div className="mt-3">
            <CheckboxGroup name="evidence" legend="Also shown by" optional options={elsewhere.map(({ id, body, skills }) => ({ value: id, label: shortened(body), hint: `given for ${skills}` }))} />
            <ShownOf shown={elsewhere.length} total={inAll.elsewhere} what="pieces of evidence" />
          </div>
        </details>
      )}
      <TextArea name="note" label="A note" optional rows={2} hint="Your managers read it beside the level." />
      <RadioGroup name="interest" legend="How much of it do you want?" optional compact options={interestOptions} />
      <DateField name="lastUsedOn" label="Last used on" optional />
      <SubmitButton>Save rating</SubmitButton>
    </Form>
  );
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

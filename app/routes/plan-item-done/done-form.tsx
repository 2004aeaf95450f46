import { Link } from '@remix-run/react';
import type { ItemDonePage } from '#app/features/plans/queries/item.server.ts';
import { RadioGroup } from '#app/ui/choices.tsx';
import { DateField, TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { levelText } from '#app/ui/level.tsx';

/** When it was done and what came of it; for the person, a rating with it as evidence, or none. */
export function DoneForm({ data: { item, skill, mine, person } }: { data: ItemDonePage }) {
  return (
    <Form defaults={{ intent: 'complete', doneOn: item.due, outcome: item.outcome ?? undefined, level: 'skip' }} intent="complete" className={skill ? 'form wide' : 'form'}>
      <input type="hidden" name="version" value={item.version} />
      <DateField name="doneOn" label="Done on" />
      <TextArea name="outcome" label="What came of it?" optional rows={4} hint={skill ? 'A sentence or two. With title, host and dates it becomes the evidence.' : 'A sentence or two, for later.'} />
      {skill && (
        <RadioGroup name="level" legend={`Does it show in ${skill.name}?`}
          hint={`${skill.claimed ? `You say ${levelText(skill.claimed)} today. ` : 'You have not rated this skill yet. '}Nothing is rated by itself: choose a sentence, or leave it.`}
          options={[
            { value: 'skip', label: 'Not now', hint: 'It is kept as evidence; you can rate later.' },
            ...skill.levels.map(({ level, sentence, example }) => ({ value: level, label: levelText(level), hint: sentence, example })),
          ]} />
      )}
      {!mine && item.skill && <p className="hint">{person.name} can rate {item.skill} with it later; people rate their own skills themselves.</p>}
      {item.certificate && <p className="hint">On the next page the certificate can be logged.</p>}
      <div className="buttons">
        <SubmitButton>Save as done</SubmitButton>
        <Link to={`/people/${person.id}/plan/items/${item.id}`}>Not yet</Link>
      </div>
    </Form>
  );
}

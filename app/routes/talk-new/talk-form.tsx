import { RadioGroup } from '#app/ui/choices.tsx';
import { DateField, TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** The talk on one page: what they said, what was talked about, how it ended and when to ask again. */
export function TalkForm({ data: { person, wish, next, after, today, conversation } }: { data: Data }) {
  const settling = next ? [
    { value: 'stay', label: 'Stays by choice', hint: `Needs ${person.name}’s own “I choose to stay”. Asked again on ${longDate(next.renewed)}.` },
    { value: 'recognise', label: 'No move, recognised', hint: `Good where they are, not looking. Needs their wish to stay or “not sure”. Asked again on ${longDate(next.renewed)}.` },
    { value: 'develop', label: 'Works on a plan', hint: next.developLatest ? `Give the date, at the latest ${longDate(next.developLatest)}.` : 'Give the date.' },
    { value: 'defer', label: 'Put off', hint: `Needs a reason and a date${next.deferLatest ? `, at the latest ${longDate(next.deferLatest)}` : ''}. Twice in a row at most${next.defersInARow > 0 ? `; put off ${next.defersInARow} times so far` : ''}.` },
  ] : [];
  return (
    <Form defaults={{ heldOn: today, wish: wish?.wish, after: String(after), person: String(person.id) }} className="stack">
      <input type="hidden" name="person" value={person.id} />
      <input type="hidden" name="after" value={after} />
      <DateField name="heldOn" label="When did you talk?" />
      <RadioGroup name="wish" legend={`What does ${person.name} want next?`} compact options={[
        { value: 'move', label: 'To move' }, { value: 'stay', label: 'To stay' }, { value: 'unsure', label: 'Not sure yet' }, { value: 'unsaid', label: 'Did not say' },
      ]} />
      <TextArea name="note" label="What did you talk about?" hint="What they want, what helps, who does what." rows={5} />
      <RadioGroup name="outcome" legend="How did it end?" options={[
        ...settling,
        { value: 'none', label: conversation ? 'Nothing decided yet' : 'A check-in', hint: conversation ? `The ${conversation} conversation stays open.` : 'No clock is running, so nothing has to be settled.' },
      ]} />
      {next && <DateField name="nextCheckOn" label="When do you look at it again?" hint="For a plan or when you put it off." optional />}
      {next && <TextArea name="reason" label="Why?" hint="Needed when you put it off." optional rows={2} />}
      <SubmitButton>Record the talk</SubmitButton>
    </Form>
  );
}

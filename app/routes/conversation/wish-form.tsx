import { RadioGroup } from '#app/ui/choices.tsx';
import { Select, TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** The person says what they want next. */
export function WishForm({ data: { wish, choices } }: { data: Data }) {
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <Section title={wish ? 'Say something else' : 'What do you want next?'}>
      <Form intent="state" defaults={{ role: wish?.roleId ?? '' }} className="stack">
        <RadioGroup name="wish" legend="What fits best today?" options={[
          { value: 'move', label: 'I want to move', hint: 'To another role, up or sideways.' },
          { value: 'stay', label: 'I choose to stay', hint: 'A choice that counts as much as a move. Recruiters never see it, and you can take it back on any day.' },
          { value: 'unsure', label: 'I am not sure yet', hint: 'Then talk about it.' },
        ]} />
        <Select name="role" label="If you want to move: towards which role?" optional blank="No role in mind" options={[
          { group: 'Next from your role', options: choices.filter(({ next }) => next).map(option) },
          { group: 'Others', options: choices.filter(({ next }) => !next).map(option) },
        ]} />
        <TextArea name="note" label="Anything your manager should know" hint="Seen by you and the managers above you." optional rows={3} />
        <SubmitButton>Save what I want</SubmitButton>
      </Form>
    </Section>
  );
}

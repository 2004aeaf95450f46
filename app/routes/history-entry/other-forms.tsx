import { DateField } from '#app/ui/fields.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Props = { data: Awaited<ReturnType<typeof loader>> };

/** The last day of what goes on, and nothing else. */
export function EndForm({ data: { entry, saves, today, own, decides } }: Props) {
  if (!saves || decides || !entry || (entry.of !== 'appointment' && entry.of !== 'pause') || entry.endedOn !== null || entry.status === 'declined') return null;
  return (
    <Section title="Has it ended?" panel>
      <Form intent="end" defaults={{ endedOn: entry.startedOn > today ? '' : today }}>
        <input type="hidden" name="version" value={entry.version} />
        <DateField name="endedOn" label="Last day" hint={entry.status === 'confirmed' && own ? 'It waits for your manager, like any correction.' : undefined} />
        <SubmitButton quiet>End it on this day</SubmitButton>
      </Form>
    </Section>
  );
}

/** The manager's no: what was typed stays with the person. */
export function DeclineForm({ data: { entry, decides, person } }: Props) {
  if (!decides || !entry) return null;
  return (
    <Section title="Is it not right?" panel>
      <p>{person.name} still sees it, marked as declined, and can change it and send it again. Tell them why.</p>
      <ButtonForm intent="decide" label="Decline it" fields={{ decision: 'decline', 'entries[0]': `${entry.of}:${entry.id}:${entry.version}` }} />
    </Section>
  );
}

/** The person takes an entry back. */
export function RemoveForm({ data: { entry, removes } }: Props) {
  if (!removes || !entry) return null;
  return (
    <Section title="Take it back" panel>
      <p>Nobody has confirmed it, so you can remove it.</p>
      <ButtonForm intent="remove" label="Remove this entry" fields={{ version: entry.version }} />
    </Section>
  );
}

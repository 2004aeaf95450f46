import type { Sharing } from '#app/features/recruiting/queries/sharing.server.ts';
import { CheckboxGroup, RadioGroup } from '#app/ui/choices.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { partOptions } from './part-words.ts';

/** For whom, what of the profile, and for how long. */
export function MakeForm({ sharing: { hasRole, days, openAtMost, token } }: { sharing: Sharing }) {
  if (!hasRole) {
    return <Section title="Make a link"><Empty kind="nothing" title="There is nothing to show just now">You hold no confirmed role here today, so a link would open nothing.</Empty></Section>;
  }
  return (
    <Section title="Make a link">
      <Form intent="make" defaults={{ sections: ['skills', 'history'], days: days[0] }}>
        <input type="hidden" name="token" value={token} />
        <TextField name="label" label="For whom" hint="Only you see this: “Training college, Mrs Ito”." width="medium" />
        <CheckboxGroup name="sections" legend="What they see" hint="Confirmed entries with dates, and levels with a ✓ where they are confirmed. Never time away, your wish to stay, notes or evidence." options={partOptions} wide />
        <RadioGroup name="days" legend="For how long" compact options={days.map((count) => ({ value: count, label: plural(count, 'day', 'days') }))} />
        <p className="muted small">What you show recruiters does not change this, and this does not change what recruiters see. You can have {openAtMost} links open at once, and stop each at any time.</p>
        <SubmitButton>Make the link</SubmitButton>
      </Form>
    </Section>
  );
}

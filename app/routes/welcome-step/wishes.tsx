import { availabilityDefaults, AvailabilityFields } from '#app/ui/availability-fields.tsx';
import { RadioGroup } from '#app/ui/choices.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import type { StepPage } from './page.server.ts';

export type WishesPage = Extract<StepPage, { of: 'wishes' }>;

/** What somebody offers for a move, and, if they like to say so, what they want next. */
export function Wishes({ page: { availability, sites, wish } }: { page: WishesPage }) {
  return (
    <>
      <p className="lede">All of it can stay empty, and all of it can be changed on any day. Recruiters see what you offer only if you show it.</p>
      <Form intent="offer" key={availability.version} defaults={{ ...availabilityDefaults(availability), wish: wish ?? undefined }} className="form">
        <AvailabilityFields version={availability.version} sites={sites} />
        <RadioGroup name="wish" legend="What do you want next?" optional hint="Your manager sees it, recruiters never do." options={[
          { value: 'move', label: 'I want to move', hint: 'To another role, up or sideways.' },
          { value: 'stay', label: 'I choose to stay', hint: 'A choice that counts as much as a move.' },
          { value: 'unsure', label: 'I am not sure yet', hint: 'Then talk about it.' },
        ]} />
        <SubmitButton>Save and finish</SubmitButton>
      </Form>
    </>
  );
}

import { availabilityDefaults, AvailabilityFields } from '#app/ui/availability-fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** What the person offers for a move; recruiters see it only where "Open to moves" is shown. */
export function AvailabilityForm({ data: { availability, sites } }: { data: Data }) {
  return (
    <Section title="What you offer for a move">
      <Form intent="offer" key={availability.version} defaults={availabilityDefaults(availability)} className="form">
        <AvailabilityFields version={availability.version} sites={sites} />
        <SubmitButton quiet>Save what I offer</SubmitButton>
      </Form>
    </Section>
  );
}

import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import { TargetFields } from './target-fields.tsx';

/** Begins the first plan, or the next one. What the person said they want is offered as the target. */
export function StartForm({ data }: { data: PlanPage }) {
  const { wish, mine, person, earlier } = data;
  return (
    <>
      <Empty kind="nothing" title={earlier.length > 0 ? 'No plan is open at the moment' : mine ? 'You have no plan yet' : `${person.name} has no plan yet`}>
        A plan names where it goes and holds what is done for it: shadowing, a project, a mentor, a course. It is seen by {mine ? 'you' : person.name} and the managers above.
        {wish && <> {mine ? 'You' : person.name} said “towards {wish.name}”, so that is chosen below.</>}
      </Empty>
      <Section title="Start a plan">
        <Form intent="start" defaults={{ for: wish ? 'role' : undefined, role: wish?.id }}>
          <TargetFields {...data} />
          <SubmitButton>Start the plan</SubmitButton>
        </Form>
      </Section>
    </>
  );
}

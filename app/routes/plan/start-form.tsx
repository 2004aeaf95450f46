import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import { targetText } from '#app/ui/plan-words.ts';
import { useSentForm, useSentIntent } from '#app/ui/sent-form.ts';
import { TargetFields } from './target-fields.tsx';

/**
 * Begins the first plan, or the next one. What the person said they want is offered as the target; so is what was chosen for a plan that
 * was closed meanwhile. Stands beside an open plan too, when that was started while this form was filled in.
 */
export function StartForm({ data }: { data: PlanPage }) {
  const { wish, mine, person, plan, earlier } = data;
  const sent = useSentForm()?.initialValue ?? undefined;
  const chosen = useSentIntent() === 'retarget' ? sent : { for: wish ? 'role' : undefined, role: wish?.id };
  return (
    <>
      {!plan && (
        <Empty kind="nothing" title={earlier.length > 0 ? 'No plan is open at the moment' : mine ? 'You have no plan yet' : `${person.name} has no plan yet`}>
          A plan names where it goes and holds what is done for it: shadowing, a project, a mentor, a course. It is seen by {mine ? 'you' : person.name} and the managers above.
          {wish && <> {mine ? 'You' : person.name} said “towards {wish.name}”, so that is chosen below.</>}
        </Empty>
      )}
      <Section title={plan ? 'Start this plan instead?' : 'Start a plan'} panel={plan !== null}>
        {plan && <p>The plan for {targetText(plan)} is then closed as changed and kept; what is open in it moves along.</p>}
        <Form intent="start" defaults={chosen}>
          <input type="hidden" name="replaces" value={plan?.id ?? 0} />
          <TargetFields {...data} />
          <SubmitButton>{plan ? 'Change to this plan' : 'Start the plan'}</SubmitButton>
        </Form>
      </Section>
    </>
  );
}

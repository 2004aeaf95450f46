import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { RadioGroup } from '#app/ui/choices.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import { useSentIntent } from '#app/ui/sent-form.ts';
import { TargetFields } from './target-fields.tsx';

type OpenPlan = NonNullable<PlanPage['plan']>;

/** Another target or date for the plan that goes on. Open when it came back with a problem. */
export function ChangeTarget({ data, plan }: { data: PlanPage; plan: OpenPlan }) {
  const sent = useSentIntent();
  const { id, version, roleId, skillId, level, targetOn } = plan;
  return (
    <details className="panel" open={sent === 'retarget'}>
      <summary>Change the target or the date</summary>
      <Form intent="retarget" key={`${id}-${version}`} className="form mt-3" defaults={{ for: roleId ? 'role' : 'skill', role: roleId ?? undefined, skill: skillId ?? undefined, level: level ?? undefined, targetOn: targetOn ?? undefined }}>
        <input type="hidden" name="plan" value={id} />
        <input type="hidden" name="version" value={version} />
        <TargetFields {...data} />
        <SubmitButton quiet>Save the target</SubmitButton>
      </Form>
    </details>
  );
}

/** Ends the plan; what was done for it stays in the ledger. */
export function ClosePlan({ plan: { id, version, held } }: { plan: OpenPlan }) {
  const sent = useSentIntent();
  return (
    <details className="panel" open={sent === 'close' || held}>
      <summary>Close the plan</summary>
      <Section title="How did it end?" level={3}>
        <Form intent="close" key={`${id}-${version}`} className="form" defaults={held ? { outcome: 'reached' } : {}}>
          <input type="hidden" name="plan" value={id} />
          <input type="hidden" name="version" value={version} />
          <RadioGroup name="outcome" legend="What fits best?" options={[
            { value: 'reached', label: 'Reached', hint: 'What it was for has come about.' },
            { value: 'changed', label: 'Changed', hint: 'Something else comes first now.' },
            { value: 'dropped', label: 'Let go', hint: 'It is no longer wanted. That is a good reason.' },
          ]} />
          <p className="hint">What is done stays; what is still open moves into the next plan.</p>
          <SubmitButton quiet>Close the plan</SubmitButton>
        </Form>
      </Section>
    </details>
  );
}

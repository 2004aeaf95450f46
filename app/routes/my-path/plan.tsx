import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { Section } from '#app/ui/page.tsx';
import { PlanInShort } from '#app/ui/plan-progress.tsx';

/** How the open plan is going, in short, or the way to a first one. */
export function Plan({ data: { mine, person, today, plan } }: { data: PathPage }) {
  const to = `/people/${person.id}/plan`;
  return (
    <Section title={mine ? 'Your plan' : 'The plan'} panel>
      {plan
        ? <PlanInShort plan={plan} to={to} today={today} />
        : <p>{mine ? 'You have no plan open.' : 'No plan is open.'} <Link to={to}>{mine ? 'Plan your next role' : 'Start one together'}</Link></p>}
    </Section>
  );
}

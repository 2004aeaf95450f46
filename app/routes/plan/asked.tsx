import { Link } from '@remix-run/react';
import { isDay } from '#app/domain/date.ts';
import { routeFaultText } from '#app/domain/plan.ts';
import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { DateField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate, plural } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import { targetText } from '#app/ui/plan-words.ts';
import { useSentForm } from '#app/ui/sent-form.ts';

/** Asks before a route or a role from elsewhere becomes the plan, and says what happens to the one there is. */
export function Asked({ data }: { data: PlanPage }) {
  const { asked: { route, fault, role }, plan, items, mine, person } = data;
  const day = String(useSentForm()?.initialValue?.['targetOn'] ?? '');
  const here = `/people/${person.id}/plan`;
  const target = role?.name ?? route.at(-1)?.name ?? '';
  const open = items.filter(({ state }) => state === 'planned' || state === 'under-way').length;
  if (fault) return <Notice tone="close">{routeFaultText(fault)} <Link to="/paths">Choose a route on the career map</Link> or <Link to={here}>go back to the plan</Link>.{isDay(day) && ` The day you had chosen: ${longDate(day)}.`}</Notice>;
  return (
    <Section title={mine ? 'Make this your plan?' : `Make this the plan of ${person.name}?`} panel>
      {route.length > 0 && (
        <>
          <h3 className="mt-3">The route</h3>
          <ol className="hops mt-3">
            {route.map(({ id, name }, place) => <li key={id} className={place === 0 ? 'hop now' : 'hop'}><span className="dot" aria-hidden="true" /><p><Link to={`/roles/${id}`}>{name}</Link>{place === 0 && <span className="muted"> where it begins</span>}</p></li>)}
          </ol>
        </>
      )}
      <p>The plan is then for <strong>{target}</strong>{route.length > 2 && <>, and begins with what <strong>{route[1]?.name}</strong> asks for</>}.</p>
      {plan && <p>The plan for {targetText(plan)} is closed as changed and kept. {open > 0 ? `${plural(open, 'open item moves', 'open items move')} along into the new one.` : ''}</p>}
      <Form intent="start" className="form mt-3">
        <input type="hidden" name="replaces" value={plan?.id ?? 0} />
        <input type="hidden" name="for" value={role ? 'role' : 'route'} />
        {role ? <input type="hidden" name="role" value={role.id} /> : <input type="hidden" name="route" value={route.map(({ id }) => id).join('.')} />}
        <DateField name="targetOn" label="By when" hint="A day to look forward to; it can be changed at any time." optional />
        <div className="buttons">
          <SubmitButton>{plan ? 'Yes, change to this plan' : 'Yes, start this plan'}</SubmitButton>
          <Link to={here}>{plan ? 'Keep the plan as it is' : 'Not now'}</Link>
        </div>
      </Form>
    </Section>
  );
}

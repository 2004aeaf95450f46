import { Link } from '@remix-run/react';
import type { ItemState } from '#app/domain/plan.ts';
import type { ItemPage } from '#app/features/plans/queries/item.server.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import { itemStateName } from '#app/ui/plan-words.ts';
import { Tag } from '#app/ui/tag.tsx';

type Item = NonNullable<ItemPage['item']>;

const presses = { planned: 'Not begun yet', 'under-way': 'Begin', done: '', dropped: 'Drop it' };
const again: Partial<Record<`${ItemState} ${ItemState}`, string>> = { 'dropped planned': 'Take it up again', 'done under-way': 'Not done after all' };

/** Where the item stands, where it can go by one press, and what follows once it is done. */
export function Standing({ data: { person, mine }, item }: { data: ItemPage; item: Item }) {
  const { id, version, state, next, open, kind, certificationId, doneOn, skillId, skill, rated, title } = item;
  return (
    <>
      <Section title="Where it stands" panel>
        <p><Tag tone={state === 'done' ? 'met' : state === 'under-way' ? 'close' : 'plain'} shape={state === 'done' ? 'check' : state === 'under-way' ? 'half' : 'ring'}>{itemStateName(state)}</Tag></p>
        {open && <p><Link className="btn quiet" to={`/people/${person.id}/plan/items/${id}/done`}>It is done</Link></p>}
        <div className="buttons">
          {next.map((to) => <ButtonForm key={to} intent="move" id={`move-${to}`} fields={{ item: id, version, state: to }} label={again[`${state} ${to}`] ?? presses[to]} about={title} />)}
        </div>
        {state === 'done' && rated && <p className="small mt-2">A rating rests on this, so it stays done. {skillId && <Link to={`/people/${person.id}/skills/${skillId}`}>See {skill}</Link>}</p>}
      </Section>
      {mine && state === 'done' && kind === 'certificate' && certificationId && (
        <Section title="Passed?" panel>
          <p>Log the certificate, and it counts for your planning at once.</p>
          <p><Link to={`/people/${person.id}/history/certificates/new?certification=${certificationId}&issuedOn=${doneOn ?? ''}`}>Log the certificate</Link></p>
        </Section>
      )}
    </>
  );
}

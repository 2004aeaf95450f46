import { Link } from '@remix-run/react';
import { itemKindName } from '#app/domain/plan.ts';
import type { AimView } from '#app/features/plans/queries/aims.server.ts';
import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { Estimate, MoveEstimate } from '#app/ui/estimate.tsx';
import { ButtonForm } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/tag.tsx';

type Suggestion = AimView['suggestions'][number];
type Way = Suggestion['ways'][number];

/** What would help with what is missing, fewest months first: for the next role of a route, then for the target. */
export function Aims({ data }: { data: PlanPage }) {
  return <>{data.aims.map((aim) => <Aim key={aim.id} aim={aim} data={data} />)}</>;
}

function Aim({ aim, data }: { aim: AimView; data: PlanPage }) {
  const { mine, person, aims, plan } = data;
  const { name, step, status, sum, atMost, suggestions, toRate, listedAbove } = aim;
  const title = aims.length > 1 ? (step === 'next' ? `First, towards ${name}` : `Then, towards ${name}`) : `What would help towards ${name}`;
  const rate = plan?.roleId ? `/people/${person.id}/skills?rate=role&role=${aim.id}` : `/people/${person.id}/skills/${aim.id}`;
  return (
    <Section title={title} action={<StatusTag status={status} />}>
      <p>{standWords(aim)} {status === 'unknown' && mine && toRate > 0 && <Link to={rate}>Rate them first</Link>}</p>
      {sum && <MoveEstimate sum={sum} atMost={atMost} />}
      {suggestions.length > 0 && <ul className="plain rows panel mt-3">{suggestions.map((one, place) => <Blocker key={one.key} id={`${step}-${place}`} suggestion={one} data={data} />)}</ul>}
      {listedAbove > 0 && <p className="muted small mt-2">{plural(listedAbove, 'more is the same as above.', 'more are the same as above.')}</p>}
    </Section>
  );
}

function standWords({ status, essential, suggestions, listedAbove, toRate }: AimView): string {
  if (essential.total === 0) return 'Nothing is written down as essential for it yet.';
  if (status === 'ready') return 'Nothing is missing on what is claimed.';
  if (status === 'unknown') return `${plural(toRate, 'skill that it asks for is', 'skills that it asks for are')} not rated yet, so months cannot be told.`;
  return `${essential.met} of ${plural(essential.total, 'essential', 'essentials')} met; ${suggestions.length + listedAbove} missing, the quickest first.`;
}

/** One blocker: the way that takes the fewest months, then the others that would close it as well. */
function Blocker({ id, suggestion: { ways }, data }: { id: string; suggestion: Suggestion; data: PlanPage }) {
  return (
    <li>
      {ways.map((way, place) => (
        <div key={way.text} className={place > 0 ? 'mt-3' : undefined}>
          {place === 0 ? <h3>{way.text}</h3> : <p>Or <strong>{way.text}</strong>{way.kind === 'certification' && ': the certificate alone closes it'}</p>}
          <Closing id={`${id}-${place}`} way={way} data={data} />
        </div>
      ))}
    </li>
  );
}

function Closing({ id, way, data: { person, mine, plan } }: { id: string; way: Way; data: PlanPage }) {
  const { kind, text, months, steps, rateFirst, skill, certification, adds, inPlan } = way;
  return (
    <>
      <div className="cluster">
        {months > 0 && <Estimate months={months} atMost={rateFirst} parts={steps.length > 0 ? steps.map(({ from, to, months: each }) => ({ label: from === 0 ? `To ${levelText(to)}` : `From ${from} to ${levelText(to)}`, months: each })) : [{ label: text, months }]}
          rule={kind === 'certification' ? 'Preparing for an examination beside the job, by our judgement.' : kind === 'experience' ? 'The months that are still missing.' : 'At an ordinary pace. An estimate; people differ.'} />}
        {rateFirst && skill && (mine ? <Link to={`/people/${person.id}/skills/${skill.id}`}>Rate it first<span className="visually-hidden"> {skill.name}</span></Link> : <span className="muted">Not rated yet</span>)}
      </div>
      {kind === 'experience' && adds.length === 0 && <p className="muted small">It comes with the time where {mine ? 'you are' : `${person.name} is`}.</p>}
      {inPlan.length > 0 && <p className="small">In the plan: {inPlan.map((item, place) => <span key={item.id}>{place > 0 && ', '}<Link to={`/people/${person.id}/plan/items/${item.id}`}>{item.title}</Link></span>)}</p>}
      {adds.length > 0 && plan && (
        <div className="buttons mt-2">
          {adds.map(({ kind: what, title }) => (
            <ButtonForm key={what} intent="add" id={`add-${id}-${what}`} label={`Add ${itemKindName(what).toLowerCase()}`} about={`for ${text}`}
              fields={{ kind: what, title, ...(skill ? { skill: skill.id, level: skill.level } : {}), ...(certification ? { certification } : {}) }} />
          ))}
        </div>
      )}
    </>
  );
}

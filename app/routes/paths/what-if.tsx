import { Link } from '@remix-run/react';
import { FilterWords } from '#app/ui/filters.tsx';
import { capital, estimateText, plural } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { pathsAddress } from './address.ts';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';
import { WhatIfForm } from './what-if-form.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** "What if I reach …": the assumptions that hold, what they change, and a form for more. Nothing of it is kept. */
export function WhatIf({ data }: { data: Data }) {
  const { assumptions, leftOut, tries } = data.whatIf;
  const keys = assumptions.map(({ key }) => key);
  const held = assumptions.filter((one) => one.held);
  return (
    <section className="panel what-if" aria-label="What if">
      {assumptions.length > 0 && (
        <div className="what-if-now">
          <h2>What if I had this already?</h2>
          <FilterWords remove="Remove assumption:" words={assumptions.map(({ key, text }) => ({ label: text, name: 'if', value: key }))} />
          {leftOut > 0 && <Notice tone="close">The page reckons with the first {assumptions.length} assumptions; {plural(leftOut, 'more is', 'more are')} left out. Remove one to make room.</Notice>}
          <Notice tone="calm">
            <p>{summary(data)}</p>
            <p className="small">Nothing is saved. You can send the address to somebody; it is then reckoned from what they hold themselves, not from what you hold.</p>
          </Notice>
          {held.length > 0 && <p className="small">You are there already: {held.map(({ text }) => text).join('; ')}.</p>}
          <Changes data={data} />
        </div>
      )}
      <details>
        <summary>{assumptions.length === 0 ? 'What if I reach something first?' : 'Assume something more'}</summary>
        <div className="stack">
          {tries.length > 0 && (
            <div>
              <p className="small muted">{data.to ? 'Most of the time on these routes goes into:' : 'The next roles most often ask for:'}</p>
              <ul className="chips">
                {tries.map(({ key, text }) => <li key={key}><Link to={pathsAddress(data, { if: [...keys, key] })} preventScrollReset><span className="visually-hidden">What if I reach </span>{text}</Link></li>)}
              </ul>
            </div>
          )}
          <WhatIfForm data={data} />
        </div>
      </details>
    </section>
  );
}

/** What the assumptions come to, in one sentence. */
function summary({ whatIf: { changes }, routes, to, roles }: Data): string {
  if (!changes) return '';
  if (!to) {
    const nearer = changes.next.filter(({ before, after }) => readinessWords(before) !== readinessWords(after)).length;
    return nearer === 0 ? 'None of the next roles comes nearer by it.' : `${plural(nearer, 'of the next roles comes', 'of the next roles come')} nearer by it, out of ${roles.filter(({ next }) => next).length}.`;
  }
  const [best] = routes;
  if (!best) return 'It opens no route.';
  // The quickest without it is the one listed first then, whether or not it is still listed.
  const was = changes.routes.without.find(({ place }) => place === 1) ?? changes.routes.left[0]?.before;
  if (!was) return '';
  const with_ = estimateText(best.months, best.atMost);
  const without = estimateText(was.months, was.atMost);
  const agreed = best.exceptions === was.exceptions ? '' : `, and ${plural(best.exceptions, 'requirement needs', 'requirements need')} an agreement instead of ${was.exceptions}`;
  if (best.months === was.months && !agreed) return `The first route stays at ${without}: something else takes as long.`;
  const slower = best.months > was.months || best.exceptions > was.exceptions;
  return `The first route takes ${with_}${without === with_ ? '' : ` instead of ${without}`}${agreed}.${slower ? ' Who learns faster spends less time in the roles before, so experience that a later role asks for can be missing.' : ''}`;
}

/** Next roles that come nearer, and routes that are no longer among those listed. */
function Changes({ data: { whatIf: { changes }, roles } }: { data: Data }) {
  if (!changes) return null;
  const nameOf = new Map(roles.map(({ id, name }) => [id, name]));
  const nearer = changes.next.filter(({ before, after }) => readinessWords(before) !== readinessWords(after));
  return (
    <>
      {nearer.length > 0 && (
        <ul className="small">
          {nearer.map(({ id, before, after }) => <li key={id}>{nameOf.get(id)}: {readinessWords(before)} → <strong>{readinessWords(after)}</strong></li>)}
        </ul>
      )}
      {changes.routes.left.map(({ names, before, after }) => (
        <p key={names.join('>')} className="small">No longer among the first: by way of {names.join(', ')}; {estimateText(before.months, before.atMost)} without it, {estimateText(after.months, after.atMost)} with it.</p>
      ))}
    </>
  );
}

/** What a route takes without what is assumed: "Without it: about 14 months, in second place". */
export function Without({ without, place }: { without: { months: number; atMost: boolean; exceptions: number; place: number | null }; place: number }) {
  const agreed = without.exceptions > 0 ? `, ${plural(without.exceptions, 'agreement', 'agreements')} needed` : '';
  const order = without.place === place ? '' : without.place === null ? ', not among the first' : `, in place ${without.place}`;
  return <p className="small muted">{capital(`without it ${estimateText(without.months, without.atMost)}`)}{agreed}{order}.</p>;
}

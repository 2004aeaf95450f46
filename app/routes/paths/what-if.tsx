import { Link } from '@remix-run/react';
import { FilterWords } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { pathsAddress } from './address.ts';
import { readinessWords } from './readiness-words.ts';
import type { loader } from './route.tsx';
import { Changes } from './what-if-changes.tsx';
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
  const agreed = best.exceptions === was.exceptions ? '' : `, and ${plural(best.exceptions, 'requirement needs', 'requirements need')} an agreement instead of ${was.exceptions}`;
  if (best.months === was.months && !agreed) return 'The first route takes as long as without it: something else takes that long.';
  const difference = Math.abs(best.months - was.months);
  const slower = best.months > was.months || best.exceptions > was.exceptions;
  return `The first route ${difference === 0 ? 'takes as long' : `gets ${plural(difference, 'month', 'months')} ${best.months < was.months ? 'shorter' : 'longer'}`}${agreed}; both sums stand below.${slower ? ' Who learns faster spends less time in the roles before, so experience that a later role asks for can be missing.' : ''}`;
}

import { Link } from '@remix-run/react';
import { MoveEstimate } from '#app/ui/estimate.tsx';
import { monthsText, plural } from '#app/ui/format.ts';
import type { loader } from './route.tsx';

type Hop = Awaited<ReturnType<typeof loader>>['routes'][number]['hops'][number];

/** How many new things stand in sight; the sum has them all. */
const inSight = 4;

/** One move of a route: what is new, what is carried over, what needs an agreement, the months laid open, and what happened here. */
export function HopStep({ hop, before }: { hop: Hop; before: string }) {
  const { sum, carries, agreements, trodden, typicalMonths } = hop;
  const gains = [...sum.skills, ...sum.others].sort((a, b) => b.months - a.months);
  const more = gains.length - inSight;
  return (
    <li className="hop">
      <span className="dot" aria-hidden="true" />
      <div className="stack tight">
        <p><strong><Link to={`/roles/${hop.to}`}>{hop.name}</Link></strong></p>
        <MoveEstimate sum={sum} atMost={hop.atMost} />
        {gains.length === 0 ? <p className="small">Nothing new to reach.</p> : (
          <div className="small">
            <p>New:</p>
            <ul className="dashes">
              {gains.slice(0, more === 1 ? gains.length : inSight).map((gain, index) => <li key={index}>{gain.text}</li>)}
              {more > 1 && <li className="muted">and {more} more, in the sum</li>}
            </ul>
          </div>
        )}
        {agreements.map((asked, index) => <p key={index} className="small"><strong>Needs agreement:</strong> {asked}.</p>)}
        {carries.length > 0 && <details className="small"><summary>{plural(carries.length, 'thing', 'things')} carried over</summary><ul className="dashes">{carries.map((carried, index) => <li key={index}>{carried}</li>)}</ul></details>}
        {trodden && <p className="small">Made here by {plural(trodden.people, 'person', 'people')}, after {monthsText(trodden.medianMonths)} in the role before (median).</p>}
        {typicalMonths && <p className="muted small">Usual elsewhere, by our judgement: after {typicalMonths[0]} to {typicalMonths[1]} months.</p>}
        <p className="small no-print"><Link to={`/roles/compare?a=${before}&b=${hop.to}`}>Compare the two roles<span className="visually-hidden">, the step to {hop.name}</span></Link></p>
      </div>
    </li>
  );
}

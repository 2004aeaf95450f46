import { Link } from '@remix-run/react';
import { Empty } from '#app/ui/empty.tsx';
import { Estimate } from '#app/ui/estimate.tsx';
import { capital, estimateText, monthsText, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Hop = Data['routes'][number]['hops'][number];

/** Up to three routes side by side, the quickest first, each step with what is new and what is carried over. */
export function RouteColumns({ from, to, routes, mine }: { from: { id: string; name: string }; to: { id: string; name: string }; routes: Data['routes']; mine: boolean }) {
  if (from.id === to.id) return <Empty kind="no-match" title="You chose the same role twice">Choose another role to go to.</Empty>;
  if (routes.length === 0) {
    return <Empty kind="no-match" title={`No route from ${from.name} to ${to.name}`}>The catalogue knows no chain of moves between these two. <Link to={`/roles/compare?a=${from.id}&b=${to.id}`}>Compare them</Link> to see what lies between.</Empty>;
  }
  return (
    <Section title={`${plural(routes.length, 'route', 'routes')} to ${to.name}`}>
      <p className="muted">Estimates at an ordinary pace, {mine ? 'from what you say you can do today' : 'for somebody with nothing recorded yet'}; not promises.</p>
      <div className="routes">
        {routes.map((route, index) => (
          <section key={route.roles.join('>')} className="panel" aria-labelledby={`route-${index}`}>
            <h3 id={`route-${index}`}>{capital(estimateText(route.months, route.atMost))}, {plural(route.hops.length, 'move', 'moves')}</h3>
            {route.exceptions > 0 && <p className="small">{plural(route.exceptions, 'requirement needs', 'requirements need')} somebody’s agreement on this route.</p>}
            <ol className="hops">
              <li className="hop now"><span className="dot" aria-hidden="true" /><div><p><strong>{from.name}</strong></p><p className="muted small">start</p></div></li>
              {route.hops.map((hop) => <HopStep key={hop.to} hop={hop} />)}
            </ol>
          </section>
        ))}
      </div>
    </Section>
  );
}

function HopStep({ hop }: { hop: Hop }) {
  const least = hop.months > Math.max(hop.learning, hop.waiting);
  return (
    <li className="hop">
      <span className="dot" aria-hidden="true" />
      <div className="stack">
        <p><strong><Link to={`/roles/${hop.to}`}>{hop.name}</Link></strong></p>
        <p className="muted small">{hop.gains.length === 0 ? 'Nothing' : plural(hop.gains.length, 'thing', 'things')} new, {hop.carries.length} carried over</p>
        {hop.agreements.map((asked) => <p key={asked} className="small">Needs agreement: {asked}.</p>)}
        {hop.trodden && <p className="small">{plural(hop.trodden.people, 'person', 'people')} made this move here, after {monthsText(hop.trodden.medianMonths)} (median).</p>}
        <Estimate months={hop.months} atMost={hop.atMost} parts={hop.gains.map((gain) => ({ label: gain.text, months: gain.months }))}
          rule={<>Learning up to three skills side by side takes {hop.learning}; waiting for the rest takes {hop.waiting}; the longer of the two counts{least ? `, and at least ${hop.months} before a move` : ''}.</>} />
        {hop.carries.length > 0 && <details className="small"><summary>What you carry over</summary><ul>{hop.carries.map((carried) => <li key={carried}>{carried}</li>)}</ul></details>}
      </div>
    </li>
  );
}

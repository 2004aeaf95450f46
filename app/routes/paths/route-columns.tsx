import { Link } from '@remix-run/react';
import { Empty } from '#app/ui/empty.tsx';
import { RouteEstimate } from '#app/ui/estimate.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { HopStep } from './hop-step.tsx';
import type { loader } from './route.tsx';
import { Without } from './what-if-changes.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Chosen = { id: string; name: string };

/** Up to three routes side by side, the quickest first, each step with what is new and what is carried over. */
export function RouteColumns({ from, to, data }: { from: Chosen; to: Chosen; data: Data }) {
  const { routes, estimatesAreMine, whatIf: { changes } } = data;
  if (from.id === to.id) return <Empty kind="no-match" title={from.id === data.ownRoleId && data.held === 'now' ? 'This is your role already' : 'You chose the same role twice'}>Choose another role to go to.</Empty>;
  if (routes.length === 0) {
    return <Empty kind="no-match" title={`No route from ${from.name} to ${to.name}`}>The catalogue knows no chain of up to five moves between these two. <Link to={`/roles/compare?a=${from.id}&b=${to.id}`}>Compare them</Link> to see what lies between.</Empty>;
  }
  const unrated = routes.some(({ atMost }) => atMost);
  const startsHere = data.personId !== null && data.held !== null && [data.ownRoleId, ...data.beside.map(({ id }) => id)].includes(from.id);
  return (
    <Section title={`${plural(routes.length, 'route', 'routes')} to ${to.name}`}>
      <p className="muted">
        Estimates at an ordinary pace, {estimatesAreMine ? 'from what you say you can do today' : 'for somebody with nothing recorded yet'}; not promises.
        {unrated && ' “At most” stands where a skill is not rated yet: it is reckoned from nothing.'}
        {unrated && estimatesAreMine && <> <Link to={`/people/${data.personId}/skills?rate=role&role=${to.id}`}>Rate the skills that {to.name} asks for</Link></>}
      </p>
      <div className="routes">
        {routes.map((route, index) => (
          <section key={route.roles.join('>')} className="panel" aria-labelledby={`route-${index}`}>
            <h3 id={`route-${index}`}>{routes.length > 1 && `${index + 1}. `}{route.hops.length === 1 ? 'Straight on' : `By way of ${route.hops.slice(0, -1).map(({ name }) => name).join(', ')}`}</h3>
            <div className="cluster">
              <RouteEstimate months={route.months} atMost={route.atMost} hops={route.hops.map(({ name, sum, atMost }) => ({ name, months: sum.months, atMost }))} />
              <span className="muted small">{plural(route.hops.length, 'move', 'moves')}{route.exceptions > 0 && `, ${plural(route.exceptions, 'agreement', 'agreements')} needed`}</span>
            </div>
            {changes?.routes.without[index] && <Without without={changes.routes.without[index]} place={index + 1} />}
            <ol className="hops">
              <li className="hop now"><span className="dot" aria-hidden="true" /><div><p><strong>{from.name}</strong></p><p className="muted small">{from.id === data.ownRoleId && data.held === 'now' ? 'your role today' : 'start'}</p></div></li>
              {route.hops.map((hop, place) => <HopStep key={hop.to} hop={hop} before={route.roles[place] ?? from.id} />)}
            </ol>
            {startsHere && <Link className={index === 0 ? 'btn' : 'btn quiet'} to={`/people/${data.personId}/plan?route=${route.roles.join('.')}`}>Make this my plan<span className="visually-hidden"> by route {index + 1}</span></Link>}
          </section>
        ))}
      </div>
    </Section>
  );
}

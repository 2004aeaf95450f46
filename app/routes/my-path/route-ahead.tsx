import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { MoveEstimate, RouteEstimate } from '#app/ui/estimate.tsx';
import { listOf, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { RouteSteps } from '#app/ui/route-steps.tsx';

type Hop = NonNullable<PathPage['route']>['hops'][number];

/** The best route to the chosen role, step by step, as an estimate with its sum. */
export function RouteAhead({ data: { route, from, goal, mine, person } }: { data: PathPage }) {
  if (!from || !goal || goal.own) return null;
  const title = `Route to ${goal.name}`;
  if (!route) return <Section title={title}><p>The catalogue knows no chain of moves to it. <Link to={`/roles/compare?a=${from.id}&b=${goal.id}`}>Compare it with {from.name}</Link></p></Section>;
  const known = goal.status !== 'unknown';
  const compare = from.held ? `/paths?to=${goal.id}` : `/paths?from=${from.id}&to=${goal.id}`;
  return (
    <Section title={title}>
      <RouteSteps hops={[
        { title: from.name, note: from.held ? 'now' : 'the start', now: true },
        ...route.hops.map((hop) => ({ title: <Link to={`/roles/${hop.id}`}>{hop.name}</Link>, note: noteOf(hop), more: known && <MoveEstimate sum={hop.sum} atMost={hop.atMost} /> })),
      ]} />
      {known && route.hops.length > 1 && <p>Together: <RouteEstimate months={route.months} atMost={route.atMost} hops={route.hops.map(({ name, sum, atMost }) => ({ name, months: sum.months, atMost }))} /></p>}
      {!known && mine && goal.rows.length > 0 && <p className="small"><Link to={`/people/${person.id}/skills?rate=role&role=${goal.id}`}>Rate the skills that it asks for</Link> to see how long it may take.</p>}
      {mine
        ? <p className="no-print mt-3"><Link to={compare}>Compare other routes</Link></p>
        : <p className="no-print mt-3"><Link to={`/roles/compare?a=${from.id}&b=${goal.id}`}>Compare the two roles</Link></p>}
    </Section>
  );
}

function noteOf({ sum, carries, agreements }: Hop): string {
  const gains = sum.skills.length + sum.others.length;
  const words = `${gains === 0 ? 'Nothing' : plural(gains, 'thing', 'things')} new, ${carries} carried over`;
  return agreements.length === 0 ? words : `${words}; needs agreement: ${listOf(agreements)}`;
}

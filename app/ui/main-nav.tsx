import { Link, useLocation } from '@remix-run/react';
import { currentOf, destinations } from './destinations.ts';
import type { Viewer } from './root-state.ts';

/** The main navigation, with the page one is on marked. */
export function MainNav({ actor }: { actor: Viewer }) {
  const { pathname } = useLocation();
  const entries = destinations(actor);
  const current = currentOf(entries.flatMap(({ to, beside = [] }) => [to, ...beside]), pathname);
  return (
    <nav aria-label="Main">
      {entries.map(({ label, to, beside }) => (
        <Link key={to} to={to} prefetch="intent" aria-current={current !== undefined && (to === current || beside?.includes(current)) ? 'page' : undefined}>{label}</Link>
      ))}
    </nav>
  );
}

import { Link } from '@remix-run/react';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

/** The talks held so far, latest first; each has its own page. */
export function Talks({ data: { talks } }: { data: Awaited<ReturnType<typeof loader>> }) {
  if (talks.length === 0) return null;
  return (
    <Section title="Talks">
      <ul className="plain rows tight panel">
        {talks.map((talk) => <li key={talk.id}><p><Link to={`/talks/${talk.id}`}>{longDate(talk.heldOn)}</Link>, with {talk.manager}</p></li>)}
      </ul>
    </Section>
  );
}

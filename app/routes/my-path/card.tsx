import { Link } from '@remix-run/react';
import type { PersonPage } from '#app/features/people/queries/my-path.server.ts';
import { CheckList } from '#app/ui/check-list.tsx';
import { PageHeader } from '#app/ui/page.tsx';

type Person = Extract<PersonPage, { kind: 'card' }>['person'];

/** What colleagues see of one another. */
export function Card({ person }: { person: Person }) {
  const rows = [
    { term: 'Role', detail: person.role ?? 'No role with us today' },
    ...(person.team ? [{ term: 'Team', detail: person.team }] : []),
    ...(person.site ? [{ term: 'Site', detail: person.site }] : []),
  ];
  return (
    <>
      <PageHeader title={person.name} eyebrow={<Link to="/people">People</Link>} />
      <div className="panel max-w-2xl"><CheckList rows={rows} /></div>
      <p className="muted small mt-3">Skills, history and plans are for {person.name} and the managers above.</p>
    </>
  );
}

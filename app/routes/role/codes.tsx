import { Link } from '@remix-run/react';
import { CheckList } from '#app/ui/check-list.tsx';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Role = Awaited<ReturnType<typeof loader>>['role'];

/** The codes that the role carries in public classifications, for those who have to report by them. */
export function Codes({ role }: { role: Role }) {
  const codes = [
    { term: 'O*NET-SOC', detail: role.onetSoc },
    { term: 'ISCO-08', detail: role.isco08 },
    { term: 'NICE work role', detail: role.niceWorkRole },
    { term: 'ESCO', detail: role.escoUri?.split('/').at(-1) },
  ].filter(({ detail }) => detail);
  if (codes.length === 0) return null;
  return (
    <Section title="In other classifications">
      <details>
        <summary>Show the codes</summary>
        <CheckList rows={codes} />
        <p className="small"><Link to="/about-data">About this data</Link></p>
      </details>
    </Section>
  );
}

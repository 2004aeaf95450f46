import { Link } from '@remix-run/react';
import { MoveEstimate } from '#app/ui/estimate.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Mine = NonNullable<Awaited<ReturnType<typeof loader>>['mine']>;

/** How near the person who looks is to the role, with what is missing and the estimate laid open. */
export function MyReadiness({ roleId, mine }: { roleId: string; mine: Mine }) {
  return (
    <Section title="Where you stand" panel>
      <div className="stack">
        <p><StatusTag status={mine.status} /></p>
        {mine.status === 'unknown'
          ? <p>Rate {plural(mine.toRate, 'skill', 'skills')} to find out.</p>
          : <p>{mine.essential.met} of {mine.essential.total} essentials met, by what you say of yourself.</p>}
        {mine.missing.length > 0 && mine.status !== 'unknown' && (
          <>
            <p>Missing:</p>
            <ul>{mine.missing.map((text, index) => <li key={index}>{text}</li>)}</ul>
          </>
        )}
        {mine.sum && <MoveEstimate sum={mine.sum} atMost={mine.atMost} />}
        <p><Link to={`/paths?to=${roleId}`}>Routes to this role</Link></p>
      </div>
    </Section>
  );
}

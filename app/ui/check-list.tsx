import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';

type Row = { term: string; detail: ReactNode; change?: string };

/** Facts in rows: answers to check before sending, each with its Change link, or the record of what was sent. */
export function CheckList({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="check">
      {rows.map((row) => (
        <div key={row.term}>
          <dt>{row.term}</dt>
          <dd>{row.detail}</dd>
          {row.change && <dd><Link to={row.change}>Change<span className="visually-hidden"> {row.term.toLowerCase()}</span></Link></dd>}
        </div>
      ))}
    </dl>
  );
}

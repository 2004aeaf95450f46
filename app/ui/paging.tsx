import { Link, useLocation } from '@remix-run/react';
import { number } from './format.ts';

type PagingProps = { label: string; shown: number; total?: number; before?: string | null; after?: string | null };

function withCursor(search: string, name: 'before' | 'after', cursor: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete('before');
  parameters.delete('after');
  parameters.set(name, cursor);
  return `?${parameters}`;
}

/** Where one is in a long list, and links to the neighbouring pages; a page is named by its first or last row, so rows that come or go shift nothing. */
export function Paging({ label, shown, total, before, after }: PagingProps) {
  const { search } = useLocation();
  const all = total === undefined ? `${number(shown)} ${label} on this page` : `${number(shown)} of ${number(total)} ${label}`;
  return (
    <nav className="paging" aria-label={`Pages of ${label}`}>
      <span className="muted small">{!before && !after ? `All ${number(shown)} ${label}` : all}</span>
      <span className="cluster">
        {before && <Link rel="prev" className="btn quiet small" to={withCursor(search, 'before', before)}>Previous page</Link>}
        {after && <Link rel="next" className="btn quiet small" to={withCursor(search, 'after', after)}>Next page</Link>}
      </span>
    </nav>
  );
}

/** Says that a list has been cut, and how much of it is here: "The newest 50 of 132 ratings." Nothing when it is whole. */
export function ShownOf({ shown, total, what, first = 'newest' }: { shown: number; total: number; what: string; first?: string }) {
  return total > shown ? <p className="muted small">The {first} {number(shown)} of {number(total)} {what}.</p> : null;
}

import { Link } from '@remix-run/react';
import type { TicketsView } from '#app/features/tickets/queries.server.ts';
import { listOf, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';

/** So many categories stand open; the rest of a long list opens below. */
const open = 15;

/** Every category with the skills that it shows, each to be changed. */
export function Categories({ view: { categories } }: { view: TicketsView }) {
  const told = categories.filter(({ known }) => known);
  if (told.length === 0) return null;
  const rest = told.slice(open);
  return (
    <Section title="Categories" panel>
      <Rows categories={told.slice(0, open)} />
      {rest.length > 0 && <details className="mt-4"><summary>{plural(rest.length, 'other category', 'other categories')}</summary><Rows categories={rest} /></details>}
    </Section>
  );
}

function Rows({ categories }: Pick<TicketsView, 'categories'>) {
  return (
    <ul className="plain rows tight">
      {categories.map(({ category, tickets, skills }) => (
        <li key={category} className="row-tag">
          <div>
            <p className="wrap-anywhere">{category} <span className="muted small">({plural(tickets, 'ticket', 'tickets')})</span></p>
            <p className="muted small">{skills.length === 0 ? 'Left out' : listOf(skills.map(({ name }) => name))}</p>
          </div>
          <Link className="small" to={`?category=${encodeURIComponent(category)}`}>Change<span className="visually-hidden"> {category}</span></Link>
        </li>
      ))}
    </ul>
  );
}

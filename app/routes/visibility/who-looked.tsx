import { instantText, number } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { Table, type Column } from '#app/ui/table.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Look = Data['looks'][number] & { place: number };

const pages: Record<Look['page'], string> = { profile: 'Your profile', search: 'A list of results', compare: 'A comparison', export: 'An export', api: 'Another system' };
const columns: Column<Look>[] = [
  { key: 'at', header: 'When', cell: ({ at }) => instantText(at), rowHeader: true },
  { key: 'who', header: 'Who', cell: ({ who }) => who },
  { key: 'page', header: 'Where', cell: ({ page }) => pages[page] },
];

/** Every look that a recruiter took, newest first. */
export function WhoLooked({ data: { looks, looksInAll } }: { data: Data }) {
  const caption = looksInAll > looks.length ? `The latest ${looks.length} of ${number(looksInAll)} looks; times are UTC` : 'Looks at your profile by recruiters; times are UTC';
  return (
    <Section title="Who looked">
      {looks.length === 0
        ? <p className="muted">No recruiter has looked at your profile.</p>
        : <Table caption={caption} columns={columns} rows={looks.map((look, place) => ({ ...look, place }))} rowKey={({ place }) => place} />}
    </Section>
  );
}

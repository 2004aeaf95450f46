import { instantText } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { Paging } from '#app/ui/paging.tsx';
import { Table, type Column } from '#app/ui/table.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Look = Data['looks'][number] & { place: number };

const pages: Record<Look['page'], string> = { profile: 'Your profile', search: 'A list of results', compare: 'A comparison', export: 'An export', api: 'Another system' };
const columnsIn = (timeZone: string): Column<Look>[] => [
  { key: 'at', header: 'When', cell: ({ at }) => instantText(at, timeZone), rowHeader: true },
  { key: 'who', header: 'Who', cell: ({ who }) => who },
  { key: 'page', header: 'On which page', cell: ({ page }) => pages[page] },
];

/** Every look that a recruiter took, newest first, page by page. */
export function WhoLooked({ data: { looks, looksInAll, looksBefore, looksAfter, timeZone } }: { data: Data }) {
  return (
    <Section title="Who looked">
      {looks.length === 0
        ? <p className="muted">No recruiter has looked at your profile.</p>
        : (
          <>
            <Table caption="Looks at your profile by recruiters, newest first" columns={columnsIn(timeZone)} rows={looks.map((look, place) => ({ ...look, place }))} rowKey={({ place }) => place} />
            <Paging label="looks" shown={looks.length} total={looksInAll} before={looksBefore} after={looksAfter} />
          </>
        )}
    </Section>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { DirectorySearch } from '#app/features/people/input.server.ts';
import { listPeople } from '#app/features/people/queries/directory.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { FilterCheck, FilterForm, FilterSelect, FilterText, FilterWords, ResultCount } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { Paging } from '#app/ui/paging.tsx';
import { useRootState } from '#app/ui/root-state.ts';
import { Table } from '#app/ui/table.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled(() => ['People']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return listPeople(args.context.readDb, actor, args.context.clock.today(), parseSearch(args, DirectorySearch));
}

export default function People() {
  const { people, total, before, after, choices, filter, leads } = useLoaderData<typeof loader>();
  const recruits = useRootState()?.actor?.access.includes('recruiter') ?? false;
  const nameIn = (list: readonly { id: string | number; name: string }[], id: string | number | null) => list.find((one) => one.id === id)?.name ?? String(id);
  const words = [
    ...(filter.q ? [{ label: `“${filter.q}”`, name: 'q' }] : []),
    ...(filter.role ? [{ label: nameIn(choices.roles, filter.role), name: 'role' }] : []),
    ...(filter.team ? [{ label: nameIn(choices.teams, filter.team), name: 'team' }] : []),
    ...(filter.site ? [{ label: nameIn(choices.sites, filter.site), name: 'site' }] : []),
    ...(filter.reports ? [{ label: 'Reports to me', name: 'reports' }] : []),
  ];
  const options = (list: readonly { id: string | number; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader title="People" />
      <FilterForm label="Whom to show">
        <FilterText label="Name" name="q" value={filter.q} />
        <FilterSelect label="Role" name="role" value={filter.role} blank="Any role" options={options(choices.roles)} />
        <FilterSelect label="Team" name="team" value={filter.team} blank="Any team" options={options(choices.teams)} />
        <FilterSelect label="Site" name="site" value={filter.site} blank="Any site" options={options(choices.sites)} />
        {leads && <FilterCheck label="Reports to me" name="reports" checked={filter.reports} />}
      </FilterForm>
      <section aria-label="Who was found">
        <ResultCount>{total === 0 ? 'Nobody matches' : plural(total, 'person', 'people')}{words.length > 0 && total > 0 && (total === 1 ? ' matches' : ' match')}</ResultCount>
        <FilterWords words={words} />
        {people.length === 0
          ? words.length > 0 || before
            ? <Empty kind="no-match" title="Nobody matches all of this"><Link to="/people">Show everybody</Link></Empty>
            : recruits
              ? <Empty kind="nothing" title="Nobody is below you">As a recruiter you meet everybody else as they let themselves be seen. <Link to="/search">Search for people</Link></Empty>
              : <Empty kind="nothing" title="Nobody to show yet">People appear here once they have a role with us today.</Empty>
          : <div className="panel"><Table caption="By name" rows={people} rowKey={(person) => person.id} columns={[
              { key: 'name', header: 'Name', rowHeader: true, cell: (person) => <Link to={`/people/${person.id}`}>{person.name}</Link> },
              { key: 'role', header: 'Role', cell: (person) => person.role ?? 'No role today' },
              { key: 'team', header: 'Team', cell: (person) => person.team },
              { key: 'site', header: 'Site', cell: (person) => person.site },
            ]} /></div>}
        {people.length > 0 && <Paging label="people" shown={people.length} total={total} before={before === null ? null : String(before)} after={after === null ? null : String(after)} />}
      </section>
    </>
  );
}

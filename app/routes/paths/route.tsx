import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PathsSearch } from '#app/features/catalogue/input.server.ts';
import { getCareerMap } from '#app/features/catalogue/queries/paths.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';
import { FilterForm, FilterSelect } from '#app/ui/filters.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { MapPicture } from './map-picture.tsx';
import { MoveList } from './move-list.tsx';
import { RouteColumns } from './route-columns.tsx';

export const handle = titled<typeof loader>(({ from, to }) => (from && to ? [`${from.name} to ${to.name}`, 'Career map'] : ['Career map']));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { from, to, all } = parseSearch(args, PathsSearch);
  const map = await getCareerMap(args.context.readDb, actor, args.context.clock.today(), { from, to });
  return { ...map, all: all === '1' };
}

export default function Paths() {
  const data = useLoaderData<typeof loader>();
  const { from, to, roles } = data;
  const options = roles.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader title="Career map" eyebrow={from ? `From ${from.name}; higher is more senior` : 'Higher is more senior'} action={<a className="btn quiet" href="#list">Show as a list</a>} />
      <FilterForm label="Choose where to start and where to go">
        <FilterSelect label="From" name="from" value={from?.id} blank={data.ownRoleId ? 'My role' : 'Choose a role'} options={options} />
        <FilterSelect label="To" name="to" value={to?.id} blank="Anywhere" options={options} />
      </FilterForm>
      {from && to && <RouteColumns from={from} to={to} routes={data.routes} mine={data.estimatesAreMine} />}
      <Section title={to ? 'On the map' : 'Where each job leads'}>
        <p className="muted">
          {from ? `Lines are the moves from ${from.name} that the catalogue knows${to ? '; the bold line is the first route' : ''}. ` : 'Choose a role to see where it leads. '}
          {data.all ? <Link to={address(data, false)} preventScrollReset>Show fewer lines</Link> : <Link to={address(data, true)} preventScrollReset>Show all moves</Link>}
        </p>
        <MapPicture data={data} />
      </Section>
      <Section title="The map as a list" id="list"><MoveList data={data} /></Section>
    </>
  );
}

function address({ from, to, ownRoleId }: { from: { id: string } | null; to: { id: string } | null; ownRoleId: string | null }, all: boolean): string {
  const search = new URLSearchParams();
  if (from && from.id !== ownRoleId) search.set('from', from.id);
  if (to) search.set('to', to.id);
  if (all) search.set('all', '1');
  return `/paths?${search}`;
}

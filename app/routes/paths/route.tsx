import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PathsSearch } from '#app/features/catalogue/input.server.ts';
import { getCareerMap } from '#app/features/catalogue/queries/paths.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';
import { FilterForm, FilterSelect } from '#app/ui/filters.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { addressSent } from './address-sent.ts';
import { Kept } from './kept.tsx';
import { MapPicture } from './map-picture.tsx';
import { MoveList } from './move-list.tsx';
import { NoStart } from './no-start.tsx';
import { RouteColumns } from './route-columns.tsx';
import { WhatIf } from './what-if.tsx';
import { heldWords, whereText } from './where-text.ts';

export const handle = titled<typeof loader>(({ from, to }) => (from && to ? [`${from.name} to ${to.name}`, 'Career map'] : ['Career map']));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const wanted = parseSearch(args, PathsSearch);
  const address = addressSent(new URL(args.request.url), wanted);
  if (address) throw redirect(address);
  const map = await getCareerMap(args.context.readDb, actor, args.context.clock.today(), wanted);
  return { ...map, personId: actor.personId, all: wanted.all === '1' };
}

export default function Paths() {
  const data = useLoaderData<typeof loader>();
  const { from, to, roles, family, all, families } = data;
  const options = roles.map(({ id, name }) => ({ value: id, label: name }));
  const own = roles.find(({ id }) => id === data.ownRoleId);
  return (
    <>
      <PageHeader title="Career map" eyebrow={whereText(data)} action={<a className="btn quiet" href="#list">Show as a list</a>} />
      <FilterForm label="Choose where to start and where to go">
        <Kept all={all} assumed={data.whatIf.assumptions.map(({ key }) => key)} />
        <FilterSelect label="From" name="from" value={from?.id === data.ownRoleId ? null : from?.id} blank={own ? `${heldWords(data.held)}: ${own.name}` : 'Choose a role'} options={options} />
        <FilterSelect label="To" name="to" value={to?.id} blank="Anywhere" options={options} />
        <FilterSelect label="On the map" name="family" value={family} blank="All families" options={families.map(({ id, name }) => ({ value: id, label: name }))} />
      </FilterForm>
      {from ? <WhatIf data={data} /> : <NoStart data={data} />}
      {from && to && <RouteColumns from={from} to={to} data={data} />}
      <Section title={to ? 'On the map' : 'Where each job leads'}>
        <MapPicture data={data} />
      </Section>
      <Section title="The map as a list" id="list"><MoveList data={data} /></Section>
    </>
  );
}

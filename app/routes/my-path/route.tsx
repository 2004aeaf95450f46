import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PathSearch, PersonParams } from '#app/features/people/input.server.ts';
import { getPersonPage } from '#app/features/people/queries/my-path.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams, parseSearch } from '#app/server/form.server.ts';
import { titled } from '#app/ui/title.ts';
import { Card } from './card.tsx';
import { Path } from './path.tsx';

export const handle = titled<typeof loader>((data) => (data.kind === 'path' && data.mine ? ['My path'] : [data.person.name, 'People']));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PersonParams);
  const { role } = parseSearch(args, PathSearch);
  const { readDb, clock } = args.context;
  return getPersonPage(readDb, actor, clock.today(), id, role);
}

export default function MyPath() {
  const data = useLoaderData<typeof loader>();
  return data.kind === 'card' ? <Card person={data.person} /> : <Path data={data} />;
}

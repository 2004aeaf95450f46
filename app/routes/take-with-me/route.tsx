import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { getTaking, TakeParams } from '#app/features/exchange/person/taking.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Everything } from './everything.tsx';
import { BringIn, Others } from './others.tsx';

export const handle = titled(() => ['Take it with me', 'My path']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TakeParams);
  return getTaking(args.context.readDb, actor, id);
}

export default function TakeWithMe() {
  const { id, draft } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Take it with me" eyebrow={<Link to={`/people/${id}`}>My path</Link>} />
      <p className="lede">What is kept about you here is yours to take along, on any day and as often as you like.</p>
      <Grid main={<><Others id={id} /><Everything id={id} /></>} side={<BringIn draft={draft} />} />
    </>
  );
}

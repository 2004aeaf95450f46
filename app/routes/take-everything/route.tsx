import type { LoaderFunctionArgs } from '@remix-run/node';
import { getEverything, streamOf } from '#app/features/exchange/person/read-person.server.ts';
import { TakeParams } from '#app/features/exchange/person/taking.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';

/** Everything about the person as a file; no page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TakeParams);
  const { readDb, clock } = args.context;
  const taken = await getEverything(readDb, actor, clock.now(), id);
  return new Response(streamOf(readDb, taken), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="deskpath-${clock.today()}.json"`,
      'Cache-Control': 'no-store',
    },
  });
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { PaletteSearch } from '#app/features/people/input.server.ts';
import { findPlaces } from '#app/features/people/queries/palette.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';

/** People, roles and skills for the command palette, as JSON; no page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { q } = parseSearch(args, PaletteSearch);
  const places = await findPlaces(args.context.readDb, actor, args.context.clock.today(), q);
  return new Response(JSON.stringify(places), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}

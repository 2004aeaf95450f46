import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { WelcomeParams } from '#app/features/welcome/input.server.ts';
import { getWelcome } from '#app/features/welcome/queries/welcome.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';

/** Nothing is shown here: a first visit goes on where it was left. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, WelcomeParams);
  const { readDb, clock } = args.context;
  const { toDo } = await getWelcome(readDb, actor, clock.today(), id);
  throw redirect(`/people/${id}/welcome/${toDo}`);
}

export default function Welcome() {
  return null;
}

import { redirect } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { findSignInPage, startOf } from '#app/features/accounts/queries/sign-in.server.ts';
import { allowAnyone, findActor } from '#app/server/actor.server.ts';

/** Nothing is shown here: everybody is sent to their own start. */
export async function loader(args: LoaderFunctionArgs) {
  allowAnyone(args);
  const actor = await findActor(args);
  if (actor) throw redirect(startOf(actor));
  throw redirect(await findSignInPage(args.context.readDb) ? '/login' : '/setup');
}

export default function Home() {
  return null;
}

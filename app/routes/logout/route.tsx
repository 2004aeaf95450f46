import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { signOut } from '#app/features/accounts/commands/sign-in.server.ts';
import { allowAnyone, findActor } from '#app/server/actor.server.ts';
import { farewellHeaders } from '#app/server/session.server.ts';

/** Signing out changes something, so it is not done by following a link. */
export function loader(args: LoaderFunctionArgs): never {
  allowAnyone(args);
  throw redirect('/');
}

export async function action(args: ActionFunctionArgs) {
  allowAnyone(args);
  await signOut(args, await findActor(args));
  return redirect('/login', { status: 303, headers: farewellHeaders(args.context) });
}

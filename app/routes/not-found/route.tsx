import type { LoaderFunctionArgs } from '@remix-run/node';
import { allowAnyone } from '#app/server/actor.server.ts';

/** Every address that no page has: the same answer as for a page one may not open. */
export function loader(args: LoaderFunctionArgs): never {
  allowAnyone(args);
  throw new Response(null, { status: 404 });
}

/** Nothing can be sent to an address that no page has. */
export function action(args: LoaderFunctionArgs): never {
  allowAnyone(args);
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}

import { redirect } from '@remix-run/node';
import type { AppContext } from './context.server.ts';
import { forbidden } from './command.server.ts';
import { findSession } from './session.server.ts';

export type Access = 'staff' | 'manager' | 'recruiter' | 'admin';

/** Who is signed in. */
export interface Actor {
  accountId: number;
  /** The person the account belongs to; null for accounts that only administer. */
  personId: number | null;
  name: string;
  access: readonly Access[];
  /** True when somebody reports to this person today, or to somebody this person is deputy of. */
  leads: boolean;
  sessionId: number;
}

interface Args {
  request: Request;
  context: AppContext;
}

/** One session statement a request, however many loaders ask; the context lives exactly as long as the request. */
const found = new WeakMap<AppContext, Promise<Actor | null>>();

/** The signed-in actor, or null. Marks the session as seen, at most once a minute. */
export function findActor(args: Args): Promise<Actor | null> {
  const known = found.get(args.context);
  if (known) return known;
  const search = findSession(args).then((actor) => {
    args.context.outcome.accountId = actor?.accountId ?? null;
    return actor;
  });
  found.set(args.context, search);
  return search;
}

/**
 * The signed-in actor, for everything that is not public. Nobody signed in: a GET is sent to the sign-in
 * page and back afterwards, anything else is a 401. With `needs`, holding one of them is enough; holding
 * none is a 403. 'leads' asks for people below oneself today.
 */
export async function requireActor(args: Args, ...needs: (Access | 'leads')[]): Promise<Actor> {
  const actor = await findActor(args);
  if (!actor) throw signInFirst(args.request);
  const allowed = needs.length === 0 || needs.some((need) => (need === 'leads' ? actor.leads : actor.access.includes(need)));
  return allowed ? actor : forbidden();
}

/** Says that this loader or action is public on purpose. */
export function allowAnyone(_args: Args): void {
  // Nothing to check: the call itself is what the test over all routes looks for.
}

function signInFirst(request: Request): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 401, statusText: 'Unauthorized' });
  const { pathname, search } = new URL(request.url);
  const back = pathname === '/' && search === '' ? '' : `?redirectTo=${encodeURIComponent(pathname + search)}`;
  return redirect(`/login${back}`);
}

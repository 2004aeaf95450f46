import { sql } from 'kysely';
import type { Db, Trx } from '#db/handle.ts';
import type { Access, Actor } from './actor.server.ts';
import type { AppContext } from './context.server.ts';
import { cookieOf } from './cookie.server.ts';
import { newToken, tokenHash } from './session-token.server.ts';

/** How long a session lives unless the organisation's policy says otherwise, in minutes. */
export const sessionLimits = { idleMinutes: 30, absoluteMinutes: 12 * 60 };
const touchAfter = 60_000;

/**
 * The actor of the request's session cookie, or null: no cookie, unknown token, session ended, 30 minutes
 * without a request, 12 hours since sign-in, or account disabled. Rights are read anew each time, so a
 * change takes hold on the next request. One statement, and one write a minute at most.
 */
export async function findSession({ request, context }: { request: Request; context: AppContext }): Promise<Actor | null> {
  const token = cookieOf(request, cookieName(context));
  if (token === null || !/^[\w-]{43}$/.test(token)) return null;
  const now = context.clock.now();
  // Not from a replica: a session just begun, or just ended, has to be seen.
  const row = await context.db.selectFrom('sessions')
    .innerJoin('accounts', 'accounts.accountId', 'sessions.accountId')
    .leftJoin('organisation', (join) => join.onTrue())
    .select(['sessions.sessionId', 'sessions.startedAt', 'sessions.seenAt', 'accounts.accountId', 'accounts.personId', 'accounts.displayName', 'accounts.access'])
    .select(['organisation.timeZone', 'organisation.policy'])
    .select(sql<boolean>`exists (select from reporting_line(accounts.person_id, ${context.clock.today()}::date))`.as('leads'))
    .where('sessions.tokenHash', '=', tokenHash(token))
    .where('sessions.endedAt', 'is', null)
    .where('accounts.disabledAt', 'is', null)
    .executeTakeFirst();
  if (!row || isOver(row, limitsOf(row.policy), now)) return null;
  if (row.timeZone) context.clock.useZone?.(row.timeZone);
  if (now.getTime() - row.seenAt.getTime() >= touchAfter) await touch(context.db, row.sessionId, now);
  const { accountId, personId, displayName, leads, sessionId } = row;
  return { accountId, personId, name: displayName, access: row.access as Access[], leads, sessionId };
}

/**
 * Begins a session and returns the cookie that carries it. Always a new token: one from before is never
 * taken over, and the session this browser had until now ends.
 */
export async function beginSession(trx: Trx, args: { request: Request; context: AppContext }, accountId: number): Promise<string> {
  const token = newToken();
  const now = args.context.clock.now();
  const before = cookieOf(args.request, cookieName(args.context));
  if (before !== null) await trx.updateTable('sessions').set({ endedAt: now }).where('tokenHash', '=', tokenHash(before)).where('endedAt', 'is', null).execute();
  const agent = args.request.headers.get('User-Agent')?.slice(0, 200) ?? null;
  await trx.insertInto('sessions').values({ accountId, tokenHash: tokenHash(token), startedAt: now, seenAt: now, agent }).execute();
  return `${cookieName(args.context)}=${token}; ${attributes(args.context)}`;
}

/** Ends one session of this account; false when it was not theirs or had ended. */
export async function endSession(trx: Trx, accountId: number, sessionId: number, now: Date): Promise<boolean> {
  const ended = await trx.updateTable('sessions').set({ endedAt: now })
    .where('sessionId', '=', sessionId).where('accountId', '=', accountId).where('endedAt', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

/** Ends all sessions of an account but `exceptId`: after a new password, on disabling. Returns how many. */
export async function endSessions(trx: Trx, accountId: number, now: Date, exceptId?: number): Promise<number> {
  const ended = await trx.updateTable('sessions').set({ endedAt: now })
    .where('accountId', '=', accountId).where('endedAt', 'is', null)
    .$if(exceptId !== undefined, (query) => query.where('sessionId', '<>', exceptId ?? 0))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** The headers of the answer to a logout: the cookie goes, and whatever the browser kept of us. */
export function farewellHeaders(context: AppContext): Headers {
  const headers = new Headers({ 'Clear-Site-Data': '"cache", "cookies", "storage"' });
  headers.append('Set-Cookie', `${cookieName(context)}=; ${attributes(context)}; Max-Age=0`);
  return headers;
}

function isOver(session: { startedAt: Date; seenAt: Date }, limits: typeof sessionLimits, now: Date): boolean {
  const minutesSince = (moment: Date) => (now.getTime() - moment.getTime()) / 60_000;
  return minutesSince(session.seenAt) >= limits.idleMinutes || minutesSince(session.startedAt) >= limits.absoluteMinutes;
}

/** How long sessions live here: the policy may name `sessionIdleMinutes` and `sessionAbsoluteMinutes`; anything but a positive number is passed over. */
export function limitsOf(policy: unknown): typeof sessionLimits {
  const stated = (typeof policy === 'object' && policy !== null ? policy : {}) as Record<string, unknown>;
  const minutes = (value: unknown, otherwise: number) => (typeof value === 'number' && value > 0 ? value : otherwise);
  return {
    idleMinutes: minutes(stated['sessionIdleMinutes'], sessionLimits.idleMinutes),
    absoluteMinutes: minutes(stated['sessionAbsoluteMinutes'], sessionLimits.absoluteMinutes),
  };
}

async function touch(db: Db, sessionId: number, now: Date): Promise<void> {
  await db.updateTable('sessions').set({ seenAt: now }).where('sessionId', '=', sessionId).where('seenAt', '<', now).execute();
}

/** `__Host-` binds the cookie to this host and to https; browsers refuse it on plain http. */
function cookieName({ origin }: AppContext): string {
  return origin.startsWith('https:') ? '__Host-session' : 'session';
}

function attributes({ origin }: AppContext): string {
  return `Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}`;
}

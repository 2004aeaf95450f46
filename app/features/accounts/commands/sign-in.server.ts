import { sql } from 'kysely';
import type { Actor } from '#app/server/actor.server.ts';
import { refused, type Result } from '#app/server/command.server.ts';
import type { AppContext } from '#app/server/context.server.ts';
import { admitAttempt, forgiveAttempts } from '#app/server/limiter.server.ts';
import { hashPassword, needsRehash, passwordMatches } from '#app/server/password.server.ts';
import { beginSession, endSession } from '#app/server/session.server.ts';
import type { DemonstrationPerson } from '../input.server.ts';
import { waitWords } from './wait-words.server.ts';

/** The browser that signs in or out: a session belongs to it, not to an actor, who is only just becoming known. */
export interface Visit {
  request: Request;
  context: AppContext;
}

/** The same words and the same time whether the name is unknown, the password wrong or the account disabled. */
const wrong = 'The sign-in name and the password do not belong together. Please check both and try again.';

/**
 * Begins a session for whoever knows the password and answers its cookie. Refused: unknown name, wrong
 * password, no password chosen yet or disabled account, all in the same words; too many attempts, with the
 * time to wait. Logged either way, never with the name that was typed.
 */
export async function signIn(visit: Visit, input: { name: string; password: string }): Promise<Result<string>> {
  const { db, clock, address } = visit.context;
  const attempt = { name: input.name, address, now: clock.now() };
  const admission = await admitAttempt(db, attempt);
  if (!admission.admitted) {
    logFailure(visit, 'too many attempts');
    return refused(waitWords(admission.seconds));
  }
  const account = await db.selectFrom('accounts').select(['accountId', 'passwordHash', 'disabledAt'])
    .where(sql<boolean>`lower(sign_in_name) = lower(${input.name})`).executeTakeFirst();
  const matches = await passwordMatches(account?.passwordHash, input.password);
  if (!account || !matches || account.disabledAt) {
    logFailure(visit, 'wrong name or password');
    return refused(wrong);
  }
  const cookie = await beginFor(visit, account.accountId, account.passwordHash, input.password);
  if (cookie === null) {
    logFailure(visit, 'account changed meanwhile');
    return refused(wrong);
  }
  await forgiveAttempts(db, attempt);
  logSuccess(visit, account.accountId, 'password');
  return { done: true, value: cookie, repeated: false };
}

/**
 * Begins a session as one of the four people of the demonstration organisation, without a password.
 * Refused in every other organisation.
 */
export async function signInToDemonstration(visit: Visit, person: DemonstrationPerson): Promise<Result<string>> {
  const begun = await visit.context.db.transaction().execute(async (trx) => {
    const account = await trx.selectFrom('accounts').innerJoin('organisation', (join) => join.onTrue())
      .select('accountId')
      .where('organisation.mode', '=', 'demonstration').where('accounts.signInName', '=', person)
      .where('accounts.disabledAt', 'is', null)
      .executeTakeFirst();
    return account && { accountId: account.accountId, cookie: await beginSession(trx, visit, account.accountId) };
  });
  if (!begun) {
    logFailure(visit, 'no demonstration');
    return refused('Signing in by one click is possible in the demonstration organisation only.');
  }
  logSuccess(visit, begun.accountId, 'demonstration');
  return { done: true, value: begun.cookie, repeated: false };
}

/** Ends the session of this browser; nothing to do when nobody is signed in. */
export async function signOut({ context }: Visit, actor: Actor | null): Promise<void> {
  if (!actor) return;
  await context.db.transaction().execute((trx) => endSession(trx, actor.accountId, actor.sessionId, context.clock.now()));
  context.log.info({ event: 'sign-out', accountId: actor.accountId, requestId: context.requestId, address: context.address }, 'signed out');
}

/** Null when the password was changed, or the account disabled, while this one was being checked. */
async function beginFor(visit: Visit, accountId: number, verified: string | null, password: string): Promise<string | null> {
  const renewed = verified !== null && needsRehash(verified) ? await hashPassword(password) : null;
  return visit.context.db.transaction().execute(async (trx) => {
    const account = await trx.selectFrom('accounts').select('accountId')
      .where('accountId', '=', accountId).where('passwordHash', '=', verified).where('disabledAt', 'is', null)
      .forUpdate().executeTakeFirst();
    if (!account) return null;
    if (renewed !== null) await trx.updateTable('accounts').set({ passwordHash: renewed }).where('accountId', '=', accountId).execute();
    return beginSession(trx, visit, accountId);
  });
}

function logSuccess({ context: { log, requestId, address } }: Visit, accountId: number, way: string): void {
  log.info({ event: 'sign-in', accountId, way, requestId, address }, 'signed in');
}

function logFailure({ context: { log, requestId, address } }: Visit, cause: string): void {
  log.warn({ event: 'sign-in-failed', cause, requestId, address }, 'sign-in failed');
}

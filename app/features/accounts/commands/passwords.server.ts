import { admitAttempt, forgiveAttempts } from '#app/server/limiter.server.ts';
import { notFound, refused, run, type Call, type Result, type SignedCall, type SystemActor } from '#app/server/command.server.ts';
import { findLink, redeemLink } from '#app/server/one-time-link.server.ts';
import { hashPassword, passwordFault, passwordMatches } from '#app/server/password.server.ts';
import { endSessions } from '#app/server/session.server.ts';
import type { Db } from '#db/handle.ts';
import type { ChangePasswordInput, ChoosePasswordInput } from '../input.server.ts';
import { waitWords } from './wait-words.server.ts';

const spent = 'This link has been used already or is too old. If you chose a password with it, sign in; if not, ask for a new link.';

/**
 * Gives the actor's own account a new password and ends its other sessions. Answers how many were ended.
 * Refused: wrong current password (slowed down as signing in is), a new one that is too easy.
 */
export async function changePassword(call: SignedCall, address: string, input: ChangePasswordInput): Promise<Result<number>> {
  const { db, actor } = call;
  const { signInName } = await accountOf(db, actor.accountId) ?? notFound();
  const attempt = { name: signInName, address, now: call.clock.now() };
  const admission = await admitAttempt(db, attempt);
  if (!admission.admitted) return refused(waitWords(admission.seconds), 'currentPassword');
  const passwordHash = await hashPassword(input.password);
  let known = false;
  // The current password is checked inside, so that the same form sent twice is not told that it is wrong.
  const result = await run(call, 'changePassword', input, async ({ trx, now, audit }) => {
    const account = await accountOf(trx, actor.accountId, 'lock') ?? notFound();
    if (account.passwordHash === null) return refused('This account signs in without a password.');
    if (!await passwordMatches(account.passwordHash, input.currentPassword)) return refused('This is not your current password.', 'currentPassword');
    known = true;
    const fault = passwordFault(input.password, account.context);
    if (fault !== null) return refused(fault, 'password');
    await trx.updateTable('accounts').set(({ eb }) => ({ passwordHash, version: eb('version', '+', 1) }))
      .where('accountId', '=', actor.accountId).execute();
    const ended = await endSessions(trx, actor.accountId, now, actor.sessionId);
    audit({ on: actor.personId, subject: `account:${actor.accountId}`, after: { password: 'changed', endedSessions: ended } });
    return ended;
  });
  if (known || result.done) await forgiveAttempts(db, attempt);
  return result;
}

/**
 * Gives the account of a one-time link the password that its owner chose, and ends all its sessions.
 * Refused: a link that is used up, too old or unknown; a password that is too easy.
 */
export async function choosePassword(call: Call & { actor: SystemActor }, input: ChoosePasswordInput): Promise<Result<null>> {
  const link = await findLink(call.db, input.token, 'password', call.clock.now());
  const account = link?.accountId == null ? null : await accountOf(call.db, link.accountId);
  if (!account) return refused(spent);
  const fault = passwordFault(input.password, account.context);
  if (fault !== null) return refused(fault, 'password');
  const passwordHash = await hashPassword(input.password);
  return run(call, 'choosePassword', null, async ({ trx, now, audit }) => {
    const redeemed = await redeemLink(trx, input.token, 'password', now);
    if (redeemed?.accountId !== account.accountId) return refused(spent);
    const changed = await trx.updateTable('accounts').set(({ eb }) => ({ passwordHash, version: eb('version', '+', 1) }))
      .where('accountId', '=', account.accountId).where('disabledAt', 'is', null).executeTakeFirst();
    if (changed.numUpdatedRows === 0n) return refused(spent);
    const ended = await endSessions(trx, account.accountId, now);
    audit({ on: account.personId, subject: `account:${account.accountId}`, after: { password: 'chosen with a link', endedSessions: ended } });
    return null;
  });
}

/** An account that is not disabled, with the words its password may not be made of. */
async function accountOf(db: Db, accountId: number, lock?: 'lock') {
  const account = await db.selectFrom('accounts').leftJoin('organisation', (join) => join.onTrue())
    .select(['accountId', 'personId', 'signInName', 'displayName', 'passwordHash', 'organisation.name as organisation'])
    .where('accountId', '=', accountId).where('disabledAt', 'is', null)
    .$if(lock !== undefined, (query) => query.forUpdate('accounts'))
    .executeTakeFirst();
  if (!account) return null;
  const { organisation, displayName, signInName } = account;
  return { ...account, context: [organisation ?? '', displayName, signInName] };
}

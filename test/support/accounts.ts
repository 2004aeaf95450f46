import { createLink } from '#app/server/one-time-link.server.ts';
import { hashPassword } from '#app/server/password.server.ts';
import type { Db } from '#db/handle.ts';
import { testNow } from './request.ts';

/** A password that nothing speaks against. */
export const goodPassword = 'seven quiet lamps by the river';

/** Gives an account a password; answers what to sign in with. */
export async function givePassword(db: Db, { accountId }: { accountId: number }, password = goodPassword): Promise<{ name: string; password: string }> {
  const { signInName } = await db.updateTable('accounts').set({ passwordHash: await hashPassword(password) })
    .where('accountId', '=', accountId).returning('signInName').executeTakeFirstOrThrow();
  return { name: signInName, password };
}

/** A link with which the account's owner chooses a password; answers its token. */
export function passwordLink(db: Db, { accountId }: { accountId: number }, { now = testNow, minutes = 60 } = {}): Promise<string> {
  return db.transaction().execute((trx) => createLink(trx, { purpose: 'password', accountId }, now, minutes));
}

/** A link that opens an empty installation; answers its token. */
export function setUpLink(db: Db, { now = testNow, minutes = 60 } = {}): Promise<string> {
  return db.transaction().execute((trx) => createLink(trx, { purpose: 'set-up', accountId: null }, now, minutes));
}

/** Disables an account, as an administrator would. */
export async function disable(db: Db, { accountId }: { accountId: number }): Promise<void> {
  await db.updateTable('accounts').set({ disabledAt: testNow }).where('accountId', '=', accountId).execute();
}

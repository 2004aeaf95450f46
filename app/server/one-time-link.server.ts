import type { ReadDb, Trx } from '#db/handle.ts';
import { newToken, tokenHash } from './session-token.server.ts';

/** 'set-up' opens an empty installation, 'password' lets the owner of an account choose one. */
export type LinkPurpose = 'set-up' | 'password';

/** Makes a link that works once, for `minutes`. Returns the token; only its hash is stored. */
export async function createLink(
  trx: Trx, link: { purpose: 'set-up'; accountId: null } | { purpose: 'password'; accountId: number }, now: Date, minutes: number,
): Promise<string> {
  const token = newToken();
  await trx.insertInto('oneTimeLinks').values({
    ...link, tokenHash: tokenHash(token), createdAt: now, expiresAt: new Date(now.getTime() + minutes * 60_000),
  }).execute();
  return token;
}

/**
 * Uses a link up, in the transaction of what it is used for. Null: unknown, expired or used. Of two at once
 * the second waits for the first and then gets null.
 */
export async function redeemLink(trx: Trx, token: string, purpose: LinkPurpose, now: Date): Promise<{ accountId: number | null } | null> {
  const used = await trx.updateTable('oneTimeLinks').set({ usedAt: now })
    .where('tokenHash', '=', tokenHash(token)).where('purpose', '=', purpose)
    .where('usedAt', 'is', null).where('expiresAt', '>', now)
    .returning('accountId').executeTakeFirst();
  return used ?? null;
}

/** Whose link it is, without using it up: for the page that asks for the new password. Null when it is no good. */
export async function findLink(db: ReadDb, token: string, purpose: LinkPurpose, now: Date): Promise<{ accountId: number | null } | null> {
  const link = await db.selectFrom('oneTimeLinks').select('accountId')
    .where('tokenHash', '=', tokenHash(token)).where('purpose', '=', purpose)
    .where('usedAt', 'is', null).where('expiresAt', '>', now)
    .executeTakeFirst();
  return link ?? null;
}

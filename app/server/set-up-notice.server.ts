import type { Database } from '#db/connection.server.ts';
import { createLink } from './one-time-link.server.ts';

const minutes = 24 * 60;

/**
 * What to print about an installation without any account. On a server nobody may set it up but the one who
 * reads this output, so a one-time link is made. The embedded one is set up in the browser of this machine.
 */
export async function setUpNotice({ db, kind }: Database, origin: string, now: Date): Promise<string[]> {
  if (kind === 'embedded') return [];
  const account = await db.selectFrom('accounts').select('accountId').limit(1).executeTakeFirst();
  if (account) return [];
  const token = await db.transaction().execute((trx) => createLink(trx, { purpose: 'set-up', accountId: null }, now, minutes));
  return [`This installation is empty. Set it up within 24 hours at ${origin}/setup?token=${token}`];
}

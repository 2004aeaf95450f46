import { randomBytes } from 'node:crypto';
import { aliasOf } from '#app/domain/visibility.ts';
import type { Actor } from './actor.server.ts';
import type { AppContext } from './context.server.ts';

/** Where a recruiter looked at somebody. */
export type LookPage = 'profile' | 'search' | 'compare' | 'export' | 'api';

type Named = Pick<AppContext, 'db'>;

/** Rounds of drawing before something must be wrong: a drawn alias is taken less than once in thirty times even with 30,000 people shown. */
const rounds = 20;

/**
 * The alias of each person for this recruiter's account, drawn at random when the person is first shown to it and the same from
 * then on; other recruiters know the same person under another one.
 */
export async function aliasesFor({ db }: Named, { accountId }: Pick<Actor, 'accountId'>, personIds: readonly number[]): Promise<Map<number, string>> {
  const known = new Map<number, string>();
  for (let round = 0; round < rounds; round += 1) {
    const missing = [...new Set(personIds)].filter((personId) => !known.has(personId));
    if (missing.length === 0) return known;
    const rows = await db.selectFrom('profileAliases').select(['personId', 'alias']).where('accountId', '=', accountId).where('personId', 'in', missing).execute();
    for (const { personId, alias } of rows) known.set(personId, alias);
    const fresh = missing.filter((personId) => !known.has(personId));
    if (fresh.length === 0) return known;
    // An alias that is taken, or a person whom another request names this very moment, is left for the next round.
    const drawn = await db.insertInto('profileAliases').values(fresh.map((personId) => ({ accountId, personId, alias: aliasOf(randomBytes(4)) })))
      .onConflict((conflict) => conflict.doNothing()).returning(['personId', 'alias']).execute();
    for (const { personId, alias } of drawn) known.set(personId, alias);
  }
  throw new Error('No free alias was found.');
}

/** Notes that this recruiter has looked at a person, and on which page; the person can read it. */
export async function recordLook({ db, clock }: Pick<AppContext, 'db' | 'clock'>, { accountId }: Pick<Actor, 'accountId'>, personId: number, page: LookPage): Promise<void> {
  await db.insertInto('looks').values({ accountId, personId, page, lookedAt: clock.now() }).execute();
}

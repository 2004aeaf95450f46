import type { Actor } from '#app/server/actor.server.ts';
import { findLink } from '#app/server/one-time-link.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { demonstrationPeople, type DemonstrationPerson } from '../input.server.ts';

export interface SignInPage {
  organisation: string;
  /** Who one can be by one click; empty outside the demonstration organisation. */
  people: readonly DemonstrationPerson[];
}

/** What the sign-in page says; null while the installation is empty. */
export async function findSignInPage(db: ReadDb): Promise<SignInPage | null> {
  const organisation = await db.selectFrom('organisation').select(['name', 'mode']).executeTakeFirst();
  if (!organisation) return null;
  return { organisation: organisation.name, people: organisation.mode === 'demonstration' ? demonstrationPeople : [] };
}

/** Whose password a one-time link chooses; null for a link that is used up, too old or unknown, and for a disabled account. */
export async function findPasswordLink(db: ReadDb, token: string, now: Date): Promise<{ token: string; name: string; signInName: string } | null> {
  const link = await findLink(db, token, 'password', now);
  if (link?.accountId == null) return null;
  const account = await db.selectFrom('accounts').select(['displayName as name', 'signInName'])
    .where('accountId', '=', link.accountId).where('disabledAt', 'is', null).executeTakeFirst();
  return account ? { token, ...account } : null;
}

/** Where somebody begins: the list of those they lead, the search, their own path, else the catalogue. */
export function startOf({ personId, access, leads }: Pick<Actor, 'personId' | 'access' | 'leads'>): string {
  if (leads) return '/flags';
  if (access.includes('recruiter')) return '/search';
  return personId === null ? '/roles' : `/people/${personId}`;
}

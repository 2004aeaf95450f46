import { sql } from 'kysely';
import type { Access } from '#app/server/actor.server.ts';
import { refused, run, type Call, type Refused, type Result, type SystemActor } from '#app/server/command.server.ts';
import { createLink } from '#app/server/one-time-link.server.ts';
import type { Trx } from '#db/handle.ts';

/** How long a link waits to be used. */
export const linkHours = 24;

/** Whose link: of the person with that number, of the account with that sign-in name, or a new one's. */
export interface GiveLinkInput {
  number?: string;
  signInName?: string;
  /** What the account may do beside 'staff', from now on; left out, it stays as it is. */
  access?: Access[];
  /** Lets a disabled account in again. */
  enable?: boolean;
}

export interface GivenLink {
  token: string;
  signInName: string;
  access: string[];
  made: boolean;
}

/**
 * Makes or finds an account and gives a one-time link with which its owner chooses a password; earlier links of
 * the account no longer work. Refused: an unknown number, an unknown sign-in name without access, a disabled
 * account, a sign-in name somebody else has.
 */
export async function giveLink(call: Call & { actor: SystemActor }, input: GiveLinkInput): Promise<Result<GivenLink>> {
  return run(call, 'giveLink', input, async ({ trx, now, audit }) => {
    const found = await findAccount(trx, input);
    if ('reason' in found) return found;
    const { account, person } = found;
    if (account?.disabledAt && input.enable !== true) return refused('This account is disabled. Add --enable to let it in again.');
    if (!account && !person && input.access === undefined) return refused(`Nobody has the sign-in name ${input.signInName}. To make an account that belongs to no person, say what it may do: --access admin.`);
    const access = input.access === undefined ? account?.access ?? ['staff'] : [...new Set<string>(['staff', ...input.access])];
    const signInName = account?.signInName ?? input.signInName ?? person?.email ?? input.number ?? '';
    const accountId = account?.accountId ?? (await trx.insertInto('accounts')
      .values({ personId: person?.personId ?? null, signInName, displayName: person?.name ?? signInName, access })
      .returning('accountId').executeTakeFirstOrThrow()).accountId;
    if (account) {
      await trx.updateTable('accounts').set(({ eb }) => ({ access, disabledAt: null, version: eb('version', '+', 1) })).where('accountId', '=', accountId).execute();
      await trx.updateTable('oneTimeLinks').set({ usedAt: now }).where('accountId', '=', accountId).where('usedAt', 'is', null).execute();
    }
    const token = await createLink(trx, { purpose: 'password', accountId }, now, linkHours * 60);
    audit({
      on: account?.personId ?? person?.personId ?? null,
      subject: `account:${accountId}`,
      before: account ? { access: account.access, disabled: account.disabledAt !== null } : null,
      after: { access, disabled: false, link: 'given' },
    });
    return { token, signInName, access, made: !account };
  }, { refusals: { accounts_sign_in_name_unique: { reason: 'Another account has this sign-in name. Choose one with --sign-in-name.' } } });
}

interface Found {
  account: { accountId: number; personId: number | null; signInName: string; access: string[]; disabledAt: Date | null } | null;
  person: { personId: number; name: string; email: string | null } | null;
}

async function findAccount(trx: Trx, { number, signInName }: GiveLinkInput): Promise<Found | Refused> {
  const accounts = trx.selectFrom('accounts').select(['accountId', 'personId', 'signInName', 'access', 'disabledAt']).forUpdate();
  if (number === undefined) {
    const account = await accounts.where(sql<boolean>`lower(sign_in_name) = lower(${signInName ?? ''})`).executeTakeFirst();
    return { account: account ?? null, person: null };
  }
  const person = await trx.selectFrom('people').select(['personId', 'name', 'email']).where('number', '=', number).where('erasedAt', 'is', null).executeTakeFirst();
  if (!person) return refused(`Nobody has the number ${number}.`);
  return { account: await accounts.where('personId', '=', person.personId).executeTakeFirst() ?? null, person };
}

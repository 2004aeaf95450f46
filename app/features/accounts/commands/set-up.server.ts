import { notFound, refused, run, type Call, type Result, type SystemActor } from '#app/server/command.server.ts';
import { createLink, redeemLink } from '#app/server/one-time-link.server.ts';
import { hashPassword, passwordFault } from '#app/server/password.server.ts';
import { beginSession } from '#app/server/session.server.ts';
import type { BeginInput } from '../input.server.ts';
import { isEmptyInstallation, mayOfferDemonstration } from '../queries/set-up.server.ts';
import type { Visit } from './sign-in.server.ts';

const linkMinutes = 60;
const already = 'This installation has been set up already. Please sign in.';

/**
 * Fills an empty installation with the demonstration organisation. Only for a browser on this machine, on
 * the embedded database; for everybody else there is no such thing (404).
 */
export async function beginDemonstration({ context }: Visit): Promise<void> {
  if (!await mayOfferDemonstration(context) || !context.loadDemonstration) notFound();
  try {
    await context.loadDemonstration();
  } catch (error) {
    // Pressed twice: the first one has loaded it, and that is what was wanted.
    if (await isEmptyInstallation(context.db)) throw error;
  }
  context.log.info({ event: 'demonstration', requestId: context.requestId }, 'the demonstration organisation was loaded');
}

/**
 * Makes the one-time link that opens an empty installation and hands it to `print`, which writes it where
 * the application was started: whoever can read that may set it up. As `beginDemonstration` for whom.
 */
export async function printSetUpLink({ context }: Visit, print: (line: string) => void): Promise<void> {
  if (!await mayOfferDemonstration(context)) notFound();
  const token = await context.db.transaction()
    .execute((trx) => createLink(trx, { purpose: 'set-up', accountId: null }, context.clock.now(), linkMinutes));
  print(`\nSet up this installation within ${linkMinutes} minutes at\n${context.origin}/setup?token=${token}\n`);
}

/**
 * Sets an empty installation up with the one-time link: the organisation, and the first administrator, who
 * is signed in at once. Answers the session's cookie. Refused: a link that is used up, too old or unknown,
 * an installation that is not empty, a password that is too easy.
 */
export async function beginOrganisation(call: Call & { actor: SystemActor }, visit: Visit, input: BeginInput): Promise<Result<string>> {
  const { organisation, timeZone, name, signInName } = input;
  const fault = passwordFault(input.password, [organisation, name, signInName]);
  if (fault !== null) return refused(fault, 'password');
  const passwordHash = await hashPassword(input.password);
  return run(call, 'beginOrganisation', null, async ({ trx, now, audit }) => {
    if (!await redeemLink(trx, input.token, 'set-up', now)) return refused('This link has been used already or is too old. If you set the installation up with it, sign in; if not, start Deskpath again for a new link.');
    await trx.insertInto('organisation').values({ name: organisation, timeZone, mode: 'live' }).execute();
    const { accountId } = await trx.insertInto('accounts')
      .values({ signInName, displayName: name, passwordHash, access: ['staff', 'admin'] })
      .returning('accountId').executeTakeFirstOrThrow();
    audit({ subject: 'organisation', after: { organisation, timeZone, administrator: `account:${accountId}` } });
    return beginSession(trx, visit, accountId);
  }, { refusals: { organisation_pk: { reason: already }, accounts_sign_in_name_unique: { reason: 'Somebody has this sign-in name already.', field: 'signInName' } } });
}

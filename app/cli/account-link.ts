import { giveLink, linkHours } from '#app/features/accounts/commands/give-link.server.ts';
import type { Access } from '#app/server/actor.server.ts';
import { exit, readArguments, runTool, wrongUse } from './session.ts';

const usage = `npm run account:link -- --number 1001 [--access manager,recruiter,admin] [--sign-in-name x] [--enable]
npm run account:link -- --sign-in-name x --access admin

Makes or finds an account and prints a link with which its owner chooses a password, once, within ${linkHours} hours. This is
also the way to give an administrator access again. Whoever has the link has the account: hand it over in person.

  --number         the personnel number of the account's owner
  --sign-in-name   the account's sign-in name; of a new one with --number the person's e-mail address is used otherwise
  --access         what the account may do beside 'staff'; left out, it stays as it is
  --enable         lets a disabled account in again`;

const { values } = readArguments(usage, {
  options: { number: { type: 'string' }, 'sign-in-name': { type: 'string' }, access: { type: 'string' }, enable: { type: 'boolean', default: false } },
});
const number = values.number?.trim();
const signInName = values['sign-in-name']?.trim();
if (!number && !signInName) wrongUse(usage, 'Say whose account: give --number or --sign-in-name.');
if (signInName !== undefined && !/^[\p{L}\p{N}._@+-]{2,254}$/u.test(signInName)) wrongUse(usage, 'A sign-in name has at least 2 letters, digits and . _ - @ +');
const access = accessOf(values.access);

await runTool('organisation', async ({ call, settings }) => {
  const result = await giveLink(call, { number, signInName, access, enable: values.enable === true });
  if (!result.done) {
    console.log(result.reason);
    return exit.refused;
  }
  const { value } = result;
  const origin = settings.origin ?? `http://localhost:${settings.port}`;
  console.log(`${value.made ? 'A new account' : 'The account'} with the sign-in name ${value.signInName} may: ${value.access.join(', ')}.`);
  console.log(`Choose its password within ${linkHours} hours at\n${origin}/password?token=${value.token}`);
  return exit.done;
});

function accessOf(text: string | undefined): Access[] | undefined {
  if (text === undefined) return undefined;
  return text.split(',').map((part) => part.trim()).filter((part) => part !== '').map((part): Access => (
    part === 'staff' || part === 'manager' || part === 'recruiter' || part === 'admin' ? part : wrongUse(usage, `There is no access "${part}". Write manager, recruiter or admin, apart by commas.`)));
}

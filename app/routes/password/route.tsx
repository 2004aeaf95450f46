import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { choosePassword } from '#app/features/accounts/commands/passwords.server.ts';
import { ChoosePasswordInput, LinkParams } from '#app/features/accounts/input.server.ts';
import { findPasswordLink } from '#app/features/accounts/queries/sign-in.server.ts';
import { allowAnyone } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { TextField } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled(() => ['Choose a password']);

export async function loader(args: LoaderFunctionArgs) {
  allowAnyone(args);
  const { token } = parseSearch(args, LinkParams);
  const link = token === undefined ? null : await findPasswordLink(args.context.readDb, token, args.context.clock.now());
  return data({ link }, link ? 200 : 404);
}

export async function action(args: ActionFunctionArgs) {
  allowAnyone(args);
  const form = await readForm(args, ChoosePasswordInput);
  if (!form.ok) return form.response;
  const nobody = { accountId: null, personId: null, origin: 'system' } as const;
  const result = await choosePassword(callOf(args, nobody), form.value);
  if (!result.done) return refusal(form, result);
  return redirectWithNotice('/login', 'Your password is set. Please sign in with it.');
}

export default function ChoosePassword() {
  const { link } = useLoaderData<typeof loader>();
  return (
    <div className="max-w-2xl">
      <PageHeader title="Choose a password" eyebrow={link?.name} />
      {link ? <PasswordForm link={link} /> : (
        <Empty kind="no-right" title="This link does not open anything (any more)" action={<Link to="/login">Sign in</Link>}>
          A link works once and for a limited time. If you chose a password with it, sign in; if not, ask for a new link.
        </Empty>
      )}
    </div>
  );
}

function PasswordForm({ link }: { link: { token: string; signInName: string } }) {
  return (
    <Form>
      <input type="hidden" name="token" value={link.token} />
      <p>Your sign-in name is <strong>{link.signInName}</strong>.</p>
      <input type="text" name="username" value={link.signInName} autoComplete="username" readOnly hidden />
      <TextField name="password" label="Password" type="password" autoComplete="new-password" width="medium" hint="At least 8 characters, better 15: a few words in a row are easy to remember." />
      <SubmitButton>Choose this password</SubmitButton>
    </Form>
  );
}

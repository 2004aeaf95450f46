import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { signIn, signInToDemonstration } from '#app/features/accounts/commands/sign-in.server.ts';
import { LoginParams, SignInInput } from '#app/features/accounts/input.server.ts';
import { findSignInPage } from '#app/features/accounts/queries/sign-in.server.ts';
import { allowAnyone, findActor } from '#app/server/actor.server.ts';
import { parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { safeRedirect } from '#app/server/respond.server.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { DemonstrationPeople } from './demonstration-people.tsx';
import { PasswordForm } from './password-form.tsx';

export const handle = titled(() => ['Sign in']);

export async function loader(args: LoaderFunctionArgs) {
  allowAnyone(args);
  const { redirectTo } = parseSearch(args, LoginParams);
  const [actor, page] = await Promise.all([findActor(args), findSignInPage(args.context.readDb)]);
  if (!page) throw redirect('/setup');
  const back = safeRedirect(redirectTo, args.context.origin);
  // In the demonstration one comes here to look at it as somebody else.
  if (actor && page.people.length === 0) throw redirect(back);
  return { ...page, redirectTo: back };
}

export async function action(args: ActionFunctionArgs) {
  allowAnyone(args);
  const form = await readForm(args, SignInInput);
  if (!form.ok) return form.response;
  const { value } = form;
  const result = value.intent === 'password' ? await signIn(args, value) : await signInToDemonstration(args, value.as);
  if (!result.done) return refusal(form, result);
  return redirect(safeRedirect(value.redirectTo, args.context.origin), { status: 303, headers: { 'Set-Cookie': result.value } });
}

export default function Login() {
  const { organisation, people, redirectTo } = useLoaderData<typeof loader>();
  if (people.length === 0) {
    return (
      <div className="max-w-2xl">
        <PageHeader title="Sign in" eyebrow={organisation} />
        <PasswordForm redirectTo={redirectTo} />
      </div>
    );
  }
  return (
    <>
      <PageHeader title="Who do you want to be?" eyebrow={organisation} />
      <p className="lede">Sign in with one click and look around. You can come back here at any time and be somebody else.</p>
      <DemonstrationPeople people={people} redirectTo={redirectTo} />
      <Section title="With a sign-in name and a password">
        <p className="muted">For accounts that have been given one.</p>
        <PasswordForm redirectTo={redirectTo} quiet />
      </Section>
    </>
  );
}

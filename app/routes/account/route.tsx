import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { changePassword } from '#app/features/accounts/commands/passwords.server.ts';
import { endOtherSessions, endOwnSession } from '#app/features/accounts/commands/sessions.server.ts';
import { AccountInput } from '#app/features/accounts/input.server.ts';
import { getAccount } from '#app/features/accounts/queries/account.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { useRootState } from '#app/ui/root-state.ts';
import { titled } from '#app/ui/title.ts';
import { PasswordSection } from './password-section.tsx';
import { Rights } from './rights.tsx';
import { Sessions } from './sessions.tsx';

export const handle = titled(() => ['My account']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return getAccount(args.context.readDb, actor, args.context.clock.now());
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = await readForm(args, AccountInput);
  if (!form.ok) return form.response;
  const call = callOf(args, actor, form.key);
  switch (form.value.intent) {
    case 'change-password': {
      const result = await changePassword(call, args.context.address, form.value);
      return result.done ? redirectWithNotice('/account', 'Your password is changed. Your other sessions have ended.') : refusal(form, result);
    }
    case 'end-session': {
      const result = await endOwnSession(call, form.value.sessionId);
      return result.done ? redirectWithNotice('/account', 'That session has ended.') : refusal(form, result);
    }
    case 'end-others': {
      const result = await endOtherSessions(call);
      return result.done ? redirectWithNotice('/account', 'All your other sessions have ended.') : refusal(form, result);
    }
  }
}

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const personId = useRootState()?.actor?.personId ?? null;
  return (
    <>
      <PageHeader title="My account" eyebrow={account.name} />
      <Grid
        main={<><PasswordSection hasPassword={account.hasPassword} signInName={account.signInName} /><Sessions {...account} /></>}
        side={(
          <>
            <Section title="What this account may do" panel><Rights may={account.may} /></Section>
            {personId !== null && (
              <Section title="What is kept about you" panel>
                <p><Link to={`/people/${personId}/take-with-me`}>Take it with me</Link>: everything as a file, a profile to print, and a way to bring in a curriculum vitae.</p>
                <p><Link to={`/people/${personId}/welcome`}>Your first visit</Link>: begin it, go on with it, or look at it again.</p>
              </Section>
            )}
          </>
        )}
      />
    </>
  );
}

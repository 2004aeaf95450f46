import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { beginDemonstration, beginOrganisation, printSetUpLink } from '#app/features/accounts/commands/set-up.server.ts';
import { LinkParams, SetUpInput } from '#app/features/accounts/input.server.ts';
import { getSetUp } from '#app/features/accounts/queries/set-up.server.ts';
import { allowAnyone } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { OrganisationForm } from './organisation-form.tsx';
import { StartChoice } from './start-choice.tsx';

export const handle = titled(() => ['Set up']);

export async function loader(args: LoaderFunctionArgs) {
  allowAnyone(args);
  const page = await getSetUp(args.context, parseSearch(args, LinkParams).token);
  if (page.state === 'done') throw redirect('/login');
  return data(page, page.state === 'dead-link' ? 404 : 200);
}

export async function action(args: ActionFunctionArgs) {
  allowAnyone(args);
  const form = await readForm(args, SetUpInput);
  if (!form.ok) return form.response;
  switch (form.value.intent) {
    case 'demonstration':
      await beginDemonstration(args);
      return redirectWithNotice('/login', 'The demonstration organisation is ready. Choose who you want to be.');
    case 'empty':
      await printSetUpLink(args, (line) => void process.stdout.write(line));
      return redirectWithNotice('/setup', 'The set-up link has been printed in the terminal where Deskpath was started.');
    case 'begin': {
      const nobody = { accountId: null, personId: null, origin: 'system' } as const;
      const result = await beginOrganisation(callOf(args, nobody), args, form.value);
      if (!result.done) return refusal(form, result);
      const welcome = redirectWithNotice('/', `${form.value.organisation} is set up, and you are its administrator. Next, bring your people in.`);
      welcome.headers.append('Set-Cookie', result.value);
      return welcome;
    }
  }
}

export default function SetUp() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className="max-w-2xl">
      <PageHeader title={page.state === 'form' ? 'Set up your organisation' : 'Welcome to Deskpath'} />
      {page.state === 'choice' && <StartChoice linkPrinted={page.linkPrinted} />}
      {page.state === 'form' && <OrganisationForm {...page} />}
      {page.state === 'closed' && (
        <Empty kind="no-right" title="This installation has not been set up yet">
          It is set up with a one-time link, which Deskpath prints where it is started. Whoever runs it there can open the link; after that, everybody signs in here.
        </Empty>
      )}
      {page.state === 'dead-link' && (
        <Empty kind="no-right" title="This link does not open anything (any more)">
          A set-up link works once and for a limited time. Start Deskpath again, or start empty once more, and it prints a new one.
        </Empty>
      )}
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { askName } from '#app/features/recruiting/commands/name-request.server.ts';
import { AskNameInput, ProfileParams, ProfileSearch } from '#app/features/recruiting/input.server.ts';
import { getProfile } from '#app/features/recruiting/queries/profile.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { recordLook } from '#app/server/look.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { ProfileLine, RecruiterProfile } from '#app/ui/recruiter-profile.tsx';
import { titled } from '#app/ui/title.ts';
import { AskName } from './ask-name.tsx';
import { HowReady } from './how-ready.tsx';

export const handle = titled<typeof loader>(({ profile }) => [profile.label, 'Search']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'recruiter');
  const { alias } = parseParams(args, ProfileParams);
  const search = parseSearch(args, ProfileSearch);
  const { context } = args;
  const reading = { db: context.readDb, now: context.clock.now(), recordLook: (personId: number) => recordLook(context, actor, personId, 'profile') };
  return getProfile(reading, actor, context.clock.today(), alias, search.for);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'recruiter');
  const { alias } = parseParams(args, ProfileParams);
  const form = await readForm(args, AskNameInput);
  if (!form.ok) return form.response;
  const result = await askName(callOf(args, actor, form.key), alias, form.value);
  if (!result.done) return refusal(form, result);
  return redirectWithNotice(`/search/${alias}`, `Asked. The name shows here once the answer is yes; no answer within ${result.value.answerDays} days means no.`);
}

export default function Profile() {
  const data = useLoaderData<typeof loader>();
  const { profile } = data;
  return (
    <>
      <PageHeader title={profile.label} eyebrow={<Link to="/search">Search</Link>} />
      <ProfileLine profile={profile} />
      <Grid
        main={<RecruiterProfile profile={profile} />}
        side={<>
          <HowReady data={data} />
          {!profile.isNamed && <AskName data={data} />}
          <p className="muted small">Every look at a profile is noted; the person can see who looked and when.</p>
        </>}
      />
    </>
  );
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useRouteError } from '@remix-run/react';
import { SharedParams } from '#app/features/recruiting/input.server.ts';
import { getShared } from '#app/features/recruiting/queries/shared.server.ts';
import { allowAnyone } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';
import { isReading, recordShareUse } from '#app/server/share-use.server.ts';
import { longDate } from '#app/ui/format.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { ProfileLine, RecruiterProfile } from '#app/ui/recruiter-profile.tsx';
import { titled } from '#app/ui/title.ts';

/** Stands alone: whoever opens it has no account here, and is led nowhere else. */
export const handle = { ...titled(() => ['Shared profile']), alone: true };

export async function loader(args: LoaderFunctionArgs) {
  allowAnyone(args);
  const { token } = parseParams(args, SharedParams);
  const { db, clock } = args.context;
  const counts = isReading(args.request);
  const recordUse = async (link: number) => { if (counts) await recordShareUse(args.context, link); };
  // Not the copy for reading, which may be a second behind: a link that was stopped opens nothing from that moment on.
  return getShared({ db, now: clock.now(), recordUse }, clock.today(), token);
}

export default function Shared() {
  const { profile, organisation, today, untilOn, chosen } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHeader title={profile.label} eyebrow={`A profile shared with you by ${profile.label}`} />
      {profile.history && <ProfileLine profile={profile} />}
      <RecruiterProfile profile={profile} brief />
      <p className="muted small mt-8">
        As of {longDate(today)}. {chosen.includes('history') || chosen.includes('certificates') ? `Roles, certificates and education are as ${organisation} has confirmed them. ` : ''}
        {profile.label} chose what is shown here. The link opens until {longDate(untilOn)} at the latest, and each time it is opened is noted, without who opened it.
      </p>
    </article>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return status === 404
    ? <><PageHeader title="This link opens nothing" /><p>It may have expired or been stopped, or a part of it is missing. Ask whoever gave it to you for a new one.</p></>
    : <><PageHeader title="That did not work" /><p>Please try the link again in a minute.</p></>;
}

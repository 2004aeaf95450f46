import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { makeShareLink, stopShareLink } from '#app/features/recruiting/commands/share.server.ts';
import { PersonParams, ShareInput } from '#app/features/recruiting/input.server.ts';
import { getSharing } from '#app/features/recruiting/queries/sharing.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectShowingOnce, redirectWithNotice, takeShownOnce } from '#app/server/respond.server.ts';
import { CopyField } from '#app/ui/copy-field.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Links } from './links.tsx';
import { MakeForm } from './make-form.tsx';

export const handle = titled(() => ['Share my profile', 'Who may see me']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PersonParams);
  const { secret, headers } = takeShownOnce(args.request);
  const { db, clock, origin } = args.context;
  // Not the copy for reading, which may be a second behind: the link just made is shown now or never.
  return data(await getSharing(db, actor, { today: clock.today(), now: clock.now(), origin }, id, secret), { headers });
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PersonParams);
  const form = await readForm(args, ShareInput);
  if (!form.ok) return form.response;
  const { value } = form;
  const call = callOf(args, actor, form.key);
  const result = value.intent === 'make' ? await makeShareLink(call, id, value) : await stopShareLink(call, id, value.link);
  if (!result.done) return refusal(form, result);
  const { label } = result.value;
  const here = `/people/${id}/sharing`;
  return value.intent === 'make' ? redirectShowingOnce(here, `The link for ${label} is made. Copy it now: it is shown this once.`, value.token) : redirectWithNotice(here, `Stopped: the link for ${label} opens nothing any more.`);
}

/** After a refusal too: the form is given a new token. */
export const shouldRevalidate = () => true;

export default function SharingPage() {
  const sharing = useLoaderData<typeof loader>();
  const { made, personId } = sharing;
  return (
    <>
      <PageHeader title="Share my profile by a link" eyebrow={<Link to={`/people/${personId}/visibility`}>Who may see me</Link>} />
      <p className="lede">For somebody outside who has no account here: a page to read, with your name and the parts you choose. Whoever has the link can open it, so give it only to whom it is for.</p>
      {made && (
        <Section title={`Your link for ${made.label}`} panel>
          <CopyField label="The link, shown this once" value={made.address} />
          <p className="muted small mt-3">We keep no copy of it. If it gets lost, stop it below and make another one.</p>
        </Section>
      )}
      <Links sharing={sharing} />
      <MakeForm sharing={sharing} />
    </>
  );
}

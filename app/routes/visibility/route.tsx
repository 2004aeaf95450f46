import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PersonParams, VisibilityInput, VisibilitySearch } from '#app/features/recruiting/input.server.ts';
import { getVisibility } from '#app/features/recruiting/queries/visibility.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { ChoicesAndPreview } from '#app/ui/choices-and-preview.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { AvailabilityForm } from './availability-form.tsx';
import { NamesAskedFor } from './names-asked-for.tsx';
import { WhoLooked } from './who-looked.tsx';

export const handle = titled(() => ['Who may see me', 'My path']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PersonParams);
  const draft = parseSearch(args, VisibilitySearch);
  const { readDb, clock } = args.context;
  return getVisibility(readDb, actor, { today: clock.today(), now: clock.now() }, id, draft);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PersonParams);
  const form = await readForm(args, VisibilityInput);
  if (!form.ok) return form.response;
  if (form.value.intent === 'choose' && form.value.preview) {
    const { skills, history, certificates, wishes } = form.value;
    return redirect(`/people/${id}/visibility?${new URLSearchParams({ skills, history, certificates, wishes })}#preview`, 303);
  }
  const result = await carryOut(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  return redirectWithNotice(`/people/${id}/visibility`, result.value);
}

export default function Visibility() {
  const data = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Who may see me" eyebrow="What recruiters see of you is yours to choose, part by part, on any day" />
      {!data.hasChosen && <Notice tone="calm">You have not chosen yet, so the organisation’s starting point holds, as it is set below. Take a minute to look at it and save what suits you.</Notice>}
      <p className="lede">This is about recruiters alone. Managers above you see your skills and history as part of their work; colleagues see name, role, team and site. For somebody outside you can <Link to={`/people/${data.personId}/sharing`}>share your profile by a link</Link>; what you choose here does not change such links.</p>
      <ChoicesAndPreview data={data} save="Save what recruiters see" />
      <AvailabilityForm data={data} />
      <NamesAskedFor data={data} />
      <WhoLooked data={data} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { decideEntries } from '#app/features/history/commands/decide.server.ts';
import { DecideEntries, HistoryParams } from '#app/features/history/input.server.ts';
import { getHistory } from '#app/features/history/queries/history.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { longDate, plural } from '#app/ui/format.ts';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Appointments } from './appointments.tsx';
import { Beside } from './beside.tsx';
import { Certificates, Reminders } from './certificates.tsx';
import { Education } from './education.tsx';
import { HistoryPicture } from './picture.tsx';
import { Talks } from './talks.tsx';
import { TimeAway } from './time-away.tsx';
import { Waiting } from './waiting.tsx';

export const handle = titled<typeof loader>(({ own, person }) => (own ? ['Your history'] : [person.name, 'History']));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, HistoryParams);
  return getHistory(args.context.readDb, actor, args.context.clock.today(), id);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, HistoryParams);
  const form = await readForm(args, DecideEntries);
  if (!form.ok) return form.response;
  const result = await decideEntries(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  const { person, decision, count, gone, ended } = result.value;
  const done = `${decision === 'confirm' ? 'Confirmed' : 'Declined'} for ${person}: ${plural(count, 'entry', 'entries')}.`;
  const ends = ended.map(({ role, on }) => ` ${role} ends on ${longDate(on)}.`).join('');
  const left = gone > 0 ? ` ${plural(gone, 'other was', 'others were')} no longer waiting as shown.` : '';
  return redirectWithNotice(`/people/${id}/history`, `${done}${ends}${left}`);
}

/** After a refusal too: what is waiting may just have changed. */
export const shouldRevalidate = () => true;

export default function History() {
  const data = useLoaderData<typeof loader>();
  const { own, person, enters } = data;
  return (
    <>
      <PageHeader
        title={own ? 'Your history' : `${person.name}’s history`}
        eyebrow={<Link to={`/people/${person.id}`}>{own ? 'My path' : person.name}</Link>}
        action={enters.appointments ? <Link className={own ? 'btn' : 'btn quiet'} to="appointments/new">{own ? 'Log a role' : 'Enter a role'}</Link> : undefined}
      />
      <Waiting data={data} />
      <Grid
        main={<>
          <Reminders data={data} />
          <HistoryPicture data={data} />
          <Appointments data={data} />
          <TimeAway data={data} />
          <Certificates data={data} />
          <Education data={data} />
          <Talks data={data} />
        </>}
        side={<Beside data={data} />}
      />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { TicketsForm, TicketsParams, TicketsSearch } from '#app/features/tickets/input.server.ts';
import { getTickets } from '#app/features/tickets/queries.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { Answers } from './answers.tsx';
import { Categories } from './categories.tsx';
import { MapForm } from './map-form.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { Suggestions } from './suggestions.tsx';
import { UploadForm } from './upload-form.tsx';

export const handle = titled<typeof loader>(({ changing }) => [...(changing ? ['Change a category'] : []), 'Your tickets', 'Skills']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TicketsParams);
  const { readDb, clock } = args.context;
  return getTickets(readDb, actor, clock.today(), id, parseSearch(args, TicketsSearch));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TicketsParams);
  const form = await readForm(args, TicketsForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, form.value);
  return result.done ? redirectWithNotice(`/people/${id}/tickets`, result.value) : refusal(form, result);
}

/** After a refusal too: what is suggested may just have changed. */
export const shouldRevalidate = () => true;

export default function Tickets() {
  const view = useLoaderData<typeof loader>();
  const { person, span, asked } = view;
  return (
    <>
      <PageHeader
        title="Your tickets"
        eyebrow={<><Link to={`/people/${person.id}/skills`}>Your skills</Link> · <Link to={`/people/${person.id}/evidence`}>Your evidence</Link></>}
      />
      <p className="lede">What you closed can be evidence of what you can do. It never rates you, and nobody else sees this page: only evidence that you accept is read by the managers above you.</p>
      <Meanwhile />
      <Grid
        main={(
          <>
            {asked.length > 0 && <MapForm key={view.form} view={view} />}
            {!span && <Empty kind="nothing" title="No tickets yet">Choose a file with the tickets you closed. Any service desk tool can export one.</Empty>}
            <Suggestions view={view} />
            <Answers view={view} />
          </>
        )}
        side={<><UploadForm view={view} /><Categories view={view} /></>}
      />
    </>
  );
}

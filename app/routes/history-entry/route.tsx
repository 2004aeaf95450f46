import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { EntryForm, EntryParams, EntrySearch } from '#app/features/history/input.server.ts';
import { getEntry } from '#app/features/history/queries/entry.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { DeclineForm, EndForm, RemoveForm } from './other-forms.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { headingOf, kindOf } from './entry-words.ts';
import { Meanwhile } from './meanwhile.tsx';
import { SaveForm } from './save-form.tsx';
import { Standing } from './standing.tsx';

export const handle = titled<typeof loader>(({ path, entry, own, person }) => [headingOf(path, entry, own, person.name), own ? 'Your history' : `${person.name}’s history`]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id, kind, entry } = parseParams(args, EntryParams);
  const { renews } = parseSearch(args, EntrySearch);
  const { readDb, clock } = args.context;
  return { path: kind, ...await getEntry(readDb, actor, clock.today(), id, kindOf[kind], entry === 'new' ? null : Number(entry), renews) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id, kind, entry } = parseParams(args, EntryParams);
  const form = await readForm(args, EntryForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, kind, entry === 'new' ? null : Number(entry), form.value);
  return result.done ? redirectWithNotice(`/people/${id}/history`, result.value) : refusal(form, result);
}

/** After a refusal too: the entry may just have changed. */
export const shouldRevalidate = () => true;

export default function HistoryEntry() {
  const data = useLoaderData<typeof loader>();
  const { path, entry, original, own, person, saves } = data;
  return (
    <>
      <PageHeader title={headingOf(path, entry, own, person.name)} eyebrow={<Link to={`/people/${person.id}/history`}>{own ? 'Your history' : `${person.name}’s history`}</Link>} />
      <Meanwhile />
      <Grid
        main={saves ? <SaveForm data={data} /> : entry && <Section title="What it says" panel><EntryFacts entry={entry} /></Section>}
        side={<>
          <Standing data={data} />
          {original && <Section title="Confirmed so far" panel><EntryFacts entry={original} /></Section>}
          <EndForm data={data} />
          <DeclineForm data={data} />
          <RemoveForm data={data} />
        </>}
      />
    </>
  );
}

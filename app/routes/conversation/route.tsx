import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { stateWish } from '#app/features/clock/commands/wish.server.ts';
import { IdParams, WishInput } from '#app/features/clock/input.server.ts';
import { getConversation } from '#app/features/clock/queries/conversation.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { ClockBar } from '#app/ui/clock-bar.tsx';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Talks } from './talks.tsx';
import { WhatManagerSees } from './what-manager-sees.tsx';
import { WhatHappens } from './what-happens.tsx';
import { WishForm } from './wish-form.tsx';
import { WishSoFar } from './wish-so-far.tsx';

export const handle = titled<typeof loader>(({ person, mine }) => ['Conversation', mine ? 'My path' : person.name]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, IdParams);
  return getConversation(args.context.readDb, actor, args.context.clock.today(), id);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, IdParams);
  const form = await readForm(args, WishInput);
  if (!form.ok) return form.response;
  const result = await stateWish(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  const asked = result.value.asked ? ' Your earlier choice to stay no longer counts, so the conversation is due again.' : '';
  return redirectWithNotice(`/people/${id}/conversation`, `${form.value.intent === 'withdraw' ? 'Taken back.' : 'Saved. Your manager sees it.'}${asked}`);
}

export default function Conversation() {
  const data = useLoaderData<typeof loader>();
  const { person, mine, conversation, clock, today } = data;
  const title = conversation ? `${mine ? 'Your' : `${person.name}’s`} ${conversation} conversation` : mine ? 'What you want next' : `What ${person.name} wants next`;
  return (
    <>
      <PageHeader title={title} eyebrow={<Link to={`/people/${person.id}`}>{mine ? 'My path' : person.name}</Link>}
        action={mine ? undefined : <Link className="btn" to={`/talks/new?person=${person.id}`}>Record a talk</Link>} />
      {clock && conversation ? <div className="panel"><ClockBar clock={clock} today={today} name={conversation} /></div> : <p className="lede">No clock is running: there is no confirmed role with us today that has one.</p>}
      <Grid
        main={<>
          <WishSoFar data={data} />
          {mine && <WishForm data={data} />}
          <WhatManagerSees data={data} />
          <Talks data={data} />
        </>}
        side={<Section title="What happens when" panel><WhatHappens data={data} /></Section>}
      />
    </>
  );
}

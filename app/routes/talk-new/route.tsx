import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { recordTalk } from '#app/features/clock/commands/talk.server.ts';
import { NewTalkSearch, RecordTalkInput } from '#app/features/clock/input.server.ts';
import { getTalkForm } from '#app/features/clock/queries/talk.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { ClockBar } from '#app/ui/clock-bar.tsx';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { TalkForm } from './talk-form.tsx';

export const handle = titled<typeof loader>(({ person }) => [`Talk with ${person.name}`, 'Two-year list']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'leads');
  const { person } = parseSearch(args, NewTalkSearch);
  return getTalkForm(args.context.readDb, actor, args.context.clock.today(), person);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, 'leads');
  const form = await readForm(args, RecordTalkInput);
  if (!form.ok) return form.response;
  const result = await recordTalk(callOf(args, actor, form.key), form.value);
  if (!result.done) return refusal(form, result);
  return redirectWithNotice(`/talks/${result.value.talkId}`, 'Talk recorded.');
}

const said = { move: 'wants to move', stay: 'chooses to stay', unsure: 'is not sure yet' };

export default function TalkNew() {
  const data = useLoaderData<typeof loader>();
  const { person, wish, clock, conversation, today } = data;
  return (
    <>
      <PageHeader title={`Talk with ${person.name}`} eyebrow={<><Link to="/flags">Two-year list</Link> · {person.role ?? 'no role today'}</>} />
      <p className="lede">What do they want next, and what helps? Two minutes are enough; {person.name} reads what you write here.</p>
      <Grid
        main={<TalkForm data={data} />}
        side={<>
          <Section title="What they have said" panel>
            <p>{wish ? <>{person.name} {said[wish.wish]}{wish.towards && `, towards ${wish.towards}`}.</> : `${person.name} has not said yet what they want next.`}</p>
            {wish?.note && <p className="typed">“{wish.note}”</p>}
            <p className="small"><Link to={`/people/${person.id}/conversation`}>Earlier talks</Link></p>
          </Section>
          {clock && conversation && <Section title="The clock" panel><ClockBar clock={clock} today={today} name={conversation} /></Section>}
        </>}
      />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { acknowledgeTalk } from '#app/features/clock/commands/talk.server.ts';
import { AcknowledgeTalkInput, IdParams } from '#app/features/clock/input.server.ts';
import { getTalk } from '#app/features/clock/queries/talk.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { CheckList } from '#app/ui/check-list.tsx';
import { TextArea } from '#app/ui/fields.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { instantText, longDate, relativeDay } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled<typeof loader>((talk) => [`Talk of ${longDate(talk.heldOn)}`, talk.mine ? 'My path' : talk.name]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, IdParams);
  return getTalk(args.context.readDb, actor, args.context.clock.today(), id);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, IdParams);
  const form = await readForm(args, AcknowledgeTalkInput);
  if (!form.ok) return form.response;
  const result = await acknowledgeTalk(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  return redirectWithNotice(`/talks/${id}`, 'Thank you. Your manager sees that you have read it.');
}

const wishes: Record<string, string> = { move: 'To move', stay: 'To stay', unsure: 'Not sure yet' };
const outcomes: Record<string, string> = {
  stay: 'Stays by choice', recognise: 'No move, recognised', develop: 'Works on a plan', defer: 'Put off', promote: 'Promotion', move: 'Sideways move',
};

export default function Talk() {
  const talk = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={`Talk of ${longDate(talk.heldOn)}`} eyebrow={<Link to={`/people/${talk.personId}/conversation`}>{talk.mine ? 'Your conversation' : talk.name}</Link>} />
      <Section title="What was said" panel>
        <CheckList rows={[
          { term: 'Who', detail: `${talk.name} and ${talk.manager}` },
          { term: 'What they want next', detail: talk.wish ? wishes[talk.wish] : 'Not said' },
          { term: 'What they talked about', detail: <span className="typed">{talk.note}</span> },
          { term: 'How it ended', detail: talk.outcome ? outcomes[talk.outcome] : 'Nothing decided yet' },
          ...(talk.reason ? [{ term: 'Why', detail: <span className="typed">{talk.reason}</span> }] : []),
          ...(talk.nextCheckOn ? [{ term: 'Next', detail: talk.withdrawnOn ? `Taken back on ${longDate(talk.withdrawnOn)}; the conversation is due again.` : `${longDate(talk.nextCheckOn)} (${relativeDay(talk.nextCheckOn, talk.today)})` }] : []),
          { term: 'Recorded', detail: `${instantText(talk.recordedAt)} by ${talk.manager}, reference T-${talk.talkId}` },
          ...(talk.acknowledgedAt ? [{ term: `Read by ${talk.mine ? 'you' : talk.name}`, detail: instantText(talk.acknowledgedAt) }] : []),
          ...(talk.comment ? [{ term: 'Comment', detail: <span className="typed">{talk.comment}</span> }] : []),
        ]} />
      </Section>
      {talk.mine && !talk.acknowledgedAt && (
        <Section title="Have you read this?">
          <p>Saying so means that you have read it, not that you agree. You can add what you see differently.</p>
          <Form defaults={{ version: String(talk.version) }}>
            <input type="hidden" name="version" value={talk.version} />
            <TextArea name="comment" label="Your comment" optional rows={3} />
            <SubmitButton>I have read this</SubmitButton>
          </Form>
        </Section>
      )}
      {!talk.mine && !talk.acknowledgedAt && <p className="muted">{talk.name} has not said yet that they have read this.</p>}
    </>
  );
}

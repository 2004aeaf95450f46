import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { declineAsk, sayLevel, type Answered } from '#app/features/ratings/commands/answer.server.ts';
import { correctAnswer } from '#app/features/ratings/commands/correct.server.ts';
import { AnswerForm, AskedParams } from '#app/features/ratings/input.server.ts';
import { getAsk } from '#app/features/ratings/queries/asked.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf, type Result, type SignedCall } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { longDate } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import type { z } from 'zod';
import { AnswerForms } from './answer-forms.tsx';
import { Closed } from './closed.tsx';

export const handle = titled<typeof loader>((data) => [`${data.skill.name} of ${data.person.name}`, 'Asked of you']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, AskedParams);
  return getAsk(args.context.readDb, actor, args.context.clock.today(), args.context.clock.now(), id);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, AskedParams);
  const form = await readForm(args, AnswerForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, form.value);
  if (!result.done) return refusal(form, result);
  const { person, skill } = result.value;
  return redirectWithNotice('/asked', {
    say: `Thank you. ${person} sees how you see ${skill}.`,
    decline: `Said: ${person} sees that you would rather not say anything about ${skill}.`,
    correct: `Corrected. ${person} sees how you see ${skill} now.`,
  }[form.value.intent]);
}

function carryOut(call: SignedCall, id: number, form: z.output<typeof AnswerForm>): Promise<Result<Answered>> {
  switch (form.intent) {
    case 'say': return sayLevel(call, id, form);
    case 'decline': return declineAsk(call, id, form);
    case 'correct': return correctAnswer(call, id, form);
  }
}

/** After a refusal too: the question may just have been withdrawn. */
export const shouldRevalidate = () => true;

export default function AskedOne() {
  const view = useLoaderData<typeof loader>();
  const { person, skill, message, on, closed } = view;
  return (
    <>
      <PageHeader title={`${skill.name}: how do you see ${person.name}?`} eyebrow={<Link to="/asked">Asked of you</Link>} />
      <p className="lede">{skill.description}</p>
      {message && (
        <Section title={`${person.name} writes`} panel>
          <p className="typed">{message}</p>
          <p className="muted small">{longDate(on)}</p>
        </Section>
      )}
      {closed ? <Closed closed={closed} view={view} /> : <AnswerForms {...view} />}
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { askColleague, withdrawRequest } from '#app/features/ratings/commands/requests.server.ts';
import { AskForm, AskSearch, SkillsParams } from '#app/features/ratings/input.server.ts';
import { getAskColleague } from '#app/features/ratings/queries/ask-colleague.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { askedNotice } from '#app/ui/request-words.ts';
import { titled } from '#app/ui/title.ts';
import { AskedSoFar } from './asked-so-far.tsx';
import { ColleagueForm } from './colleague-form.tsx';

export const handle = titled(() => ['Ask a colleague', 'Skills']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, SkillsParams);
  return getAskColleague(args.context.readDb, actor, args.context.clock.today(), id, parseSearch(args, AskSearch));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, SkillsParams);
  const form = await readForm(args, AskForm);
  if (!form.ok) return form.response;
  const call = callOf(args, actor, form.key);
  const back = `/people/${id}/ask`;
  if (form.value.intent === 'withdraw') {
    const result = await withdrawRequest(call, id, form.value);
    return result.done ? redirectWithNotice(back, `Withdrawn: your question about ${result.value.skill}.`) : refusal(form, result);
  }
  const result = await askColleague(call, id, form.value);
  return result.done ? redirectWithNotice(back, askedNotice(result.value)) : refusal(form, result);
}

/** After a refusal too: a question may just have been answered. */
export const shouldRevalidate = () => true;

export default function AskColleague() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Ask a colleague how they see a skill" eyebrow={<Link to={`/people/${view.person.id}/skills`}>Your skills</Link>} />
      <p className="lede">A colleague’s view stands beside the skill with their name, for you and your managers. It is shown and counts for nothing. They see the skill and your message, not your own level.</p>
      <ColleagueForm {...view} />
      <AskedSoFar {...view} />
    </>
  );
}

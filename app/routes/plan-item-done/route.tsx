import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { itemKindName } from '#app/domain/plan.ts';
import { completeItem } from '#app/features/plans/commands/complete.server.ts';
import { CompleteItemInput, DoneParams } from '#app/features/plans/input.server.ts';
import { getItemDone } from '#app/features/plans/queries/item.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { levelText } from '#app/ui/level.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page.tsx';
import { itemStateName } from '#app/ui/plan-words.ts';
import { useSentIntent, useStaleValues } from '#app/ui/sent-form.ts';
import { titled } from '#app/ui/title.ts';
import { DoneForm } from './done-form.tsx';

export const handle = titled<typeof loader>(({ item, mine, person }) => [`Done: ${item.title}`, 'Plan', ...(mine ? [] : [person.name])]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id, item } = parseParams(args, DoneParams);
  return getItemDone(args.context.readDb, actor, args.context.clock.today(), id, item);
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id, item } = parseParams(args, DoneParams);
  const form = await readForm(args, CompleteItemInput);
  if (!form.ok) return form.response;
  const result = await completeItem(callOf(args, actor, form.key), id, item, form.value);
  if (!result.done) return refusal(form, result);
  const { title, level } = result.value;
  return redirectWithNotice(`/people/${id}/plan/items/${item}`, `Done: ${title}.${level ? ` Rated ${levelText(level)}, with it as evidence.` : ''}`);
}

/** After a refusal too: the item may just have changed. */
export const shouldRevalidate = () => true;

export default function PlanItemDone() {
  const data = useLoaderData<typeof loader>();
  const { item, person, mine } = data;
  const page = `/people/${person.id}/plan/items/${item.id}`;
  const stale = useStaleValues();
  const sent = useSentIntent() === 'complete';
  const state = itemStateName(item.state).toLowerCase();
  return (
    <>
      <PageHeader title={`Done: ${item.title}`} eyebrow={<><Link to={`/people/${person.id}/plan`}>{mine ? 'Your plan' : `The plan of ${person.name}`}</Link> · <Link to={page}>{itemKindName(item.kind)}</Link></>} />
      {stale && <Notice tone="close">Meanwhile somebody changed it: it is {state} now. What you typed is still below{!item.open && '; it can be sent once this is open again'}.</Notice>}
      {!item.open && <p>It is {state}. <Link to={page}>Look at it</Link></p>}
      {(item.open || sent) && <DoneForm key={item.version} data={data} />}
    </>
  );
}

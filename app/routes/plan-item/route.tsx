import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ItemForm, ItemParams, ItemSearch } from '#app/features/plans/input.server.ts';
import { getItem } from '#app/features/plans/queries/item.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Grid, PageHeader, Section } from '#app/ui/page.tsx';
import { targetText } from '#app/ui/plan-words.ts';
import { useSentIntent } from '#app/ui/sent-form.ts';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { Facts } from './facts.tsx';
import { ItemFields } from './item-fields.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { RateForm } from './rate-form.tsx';
import { Standing } from './standing.tsx';

export const handle = titled<typeof loader>(({ item, mine, person }) => [item?.title ?? 'New item', 'Plan', ...(mine ? [] : [person.name])]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id, item } = parseParams(args, ItemParams);
  const { readDb, clock } = args.context;
  return getItem(readDb, actor, clock.today(), id, item === 'new' ? null : Number(item), parseSearch(args, ItemSearch));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id, item } = parseParams(args, ItemParams);
  const form = await readForm(args, ItemForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, item === 'new' ? null : Number(item), form.value);
  return result.done ? redirectWithNotice(result.value.to, result.value.notice) : refusal(form, result);
}

/** After a refusal too: the item may just have changed. */
export const shouldRevalidate = () => true;

export default function PlanItem() {
  const data = useLoaderData<typeof loader>();
  const { item, mine, person, plan } = data;
  const sent = useSentIntent();
  const home = `/people/${person.id}/plan`;
  return (
    <>
      <PageHeader title={item?.title ?? 'Add to the plan'} eyebrow={<><Link to={home}>{mine ? 'Your plan' : `The plan of ${person.name}`}</Link>{plan && <> · {targetText(plan)}{plan.closed && ', closed'}</>}</>} />
      <Meanwhile data={data} />
      {!plan && sent === 'add' && <Notice tone="close">What you typed is still below. <a href={home} target="_blank" rel="noreferrer">Start a plan in a new window</a>, then send it again.</Notice>}
      {!plan && sent !== 'add' && <Empty kind="nothing" title="No plan is open" action={<Link className="btn" to={home}>Start a plan</Link>}>An item belongs to a plan. Start one first; it takes a minute.</Empty>}
      {!item && (plan || sent === 'add') && <ItemFields data={data} />}
      {item && (
        <Grid
          main={item.state !== 'done' || sent === 'save' ? <ItemFields key={item.version} data={data} /> : <><Section title="What it was" panel><Facts item={item} /></Section><RateForm data={data} /></>}
          side={<Standing data={data} item={item} />}
        />
      )}
    </>
  );
}

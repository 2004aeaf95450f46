import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PlanForm, PlanParams, PlanSearch } from '#app/features/plans/input.server.ts';
import { getPlan } from '#app/features/plans/queries/plan.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { callOf } from '#app/server/command.server.ts';
import { parseParams, parseSearch, readForm, refusal } from '#app/server/form.server.ts';
import { redirectWithNotice } from '#app/server/respond.server.ts';
import { Grid, PageHeader } from '#app/ui/page.tsx';
import { targetText } from '#app/ui/plan-words.ts';
import { useSentIntent } from '#app/ui/sent-form.ts';
import { titled } from '#app/ui/title.ts';
import { carryOut } from './act.server.ts';
import { Aims } from './aims.tsx';
import { Asked } from './asked.tsx';
import { ChangeTarget, ClosePlan } from './change.tsx';
import { Earlier } from './earlier.tsx';
import { Items } from './items.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { Progress } from './progress.tsx';
import { StartForm } from './start-form.tsx';
import { Target } from './target.tsx';

export const handle = titled<typeof loader>(({ mine, person }) => (mine ? ['Plan', 'My path'] : ['Plan', person.name]));

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PlanParams);
  return getPlan(args.context.readDb, actor, args.context.clock.today(), id, parseSearch(args, PlanSearch));
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PlanParams);
  const form = await readForm(args, PlanForm);
  if (!form.ok) return form.response;
  const result = await carryOut(callOf(args, actor, form.key), id, form.value);
  return result.done ? redirectWithNotice(`/people/${id}/plan`, result.value) : refusal(form, result);
}

/** After a refusal too: the plan may just have changed. */
export const shouldRevalidate = () => true;

export default function Plan() {
  const data = useLoaderData<typeof loader>();
  const { plan, mine, person, asked } = data;
  // What came back stays on the page, though there is a plan meanwhile.
  const sentStart = useSentIntent() === 'start';
  const asks = asked.route.length > 0 || (asked.role !== null && (asked.role.id !== plan?.roleId || sentStart));
  const title = plan ? `${mine ? 'Your plan' : 'The plan'}: ${targetText(plan)}` : mine ? 'Your plan' : `The plan of ${person.name}`;
  return (
    <>
      <PageHeader title={title} eyebrow={<Link to={`/people/${person.id}`}>{mine ? 'My path' : person.name}</Link>}
        action={plan && !asks && !sentStart ? <Link className="btn" to={`/people/${person.id}/plan/items/new`}>Add an item</Link> : undefined} />
      <Meanwhile />
      {asks
        ? <Asked data={data} />
        : plan
          ? <Grid
              main={<>{sentStart && <StartForm data={data} />}<Target data={data} plan={plan} /><Items data={data} /><Aims data={data} /></>}
              side={<><Progress data={data} /><Beside data={data} /><ChangeTarget data={data} plan={plan} /><ClosePlan plan={plan} /></>}
            />
          : <Grid main={<><StartForm data={data} /><Items data={data} /></>} side={<Beside data={data} />} />}
      <Earlier data={data} />
    </>
  );
}

function Beside({ data: { person, mine } }: { data: Awaited<ReturnType<typeof loader>> }) {
  return (
    <nav className="panel" aria-label={mine ? 'More about your plan' : 'More about this plan'}>
      <ul className="plain rows tight">
        <li><Link to={`/people/${person.id}/plan/mentors`}>{mine ? 'Find a mentor' : 'Who can help'}</Link></li>
        <li><Link to={`/people/${person.id}/plan/ledger`}>{mine ? 'Your stretch work, all of it' : 'Stretch work, all of it'}</Link></li>
        {mine && <li><Link to={`/people/${person.id}/mentoring`}>What I can be asked about</Link></li>}
        <li><Link to={`/people/${person.id}/conversation`}>{mine ? 'Say what you want next' : 'Open the conversation'}</Link></li>
        <li><Link to="/paths">Look for a route on the career map</Link></li>
      </ul>
    </nav>
  );
}

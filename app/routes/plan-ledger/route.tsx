import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { spanText } from '#app/domain/plan-item-text.ts';
import { itemKindName } from '#app/domain/plan.ts';
import { PlanParams } from '#app/features/plans/input.server.ts';
import { getLedger } from '#app/features/plans/queries/ledger.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams } from '#app/server/form.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { listOf, monthsText } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { itemStateName } from '#app/ui/plan-words.ts';
import { Table } from '#app/ui/table.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled<typeof loader>(({ mine, person }) => ['Stretch work', 'Plan', ...(mine ? [] : [person.name])]);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, PlanParams);
  return getLedger(args.context.readDb, actor, args.context.clock.today(), id);
}

export default function PlanLedger() {
  const { mine, person, kinds, entries, totals, hosted } = useLoaderData<typeof loader>();
  const plan = `/people/${person.id}/plan`;
  const sum = totals.reduce<number[]>((all, { counts }) => counts.map((count, place) => count + (all[place] ?? 0)), []);
  return (
    <>
      <PageHeader title={mine ? 'Your stretch work' : `The stretch work of ${person.name}`} eyebrow={<Link to={plan}>{mine ? 'Your plan' : `The plan of ${person.name}`}</Link>} />
      <p className="lede">Shadowing, projects, on-call duty and mentoring that is done or under way, of every plan there was.</p>
      {entries.length === 0
        ? <Empty kind="nothing" title="Nothing yet">What is begun or done in a plan appears here and stays, whatever becomes of the plan. <Link to={plan}>Open the plan</Link></Empty>
        : (
          <>
            <Section title="By year">
              <div className="panel">
                <Table caption="How many, by the year they ended in or go on in" rows={[...totals, { year: 'All years', counts: sum }]} rowKey={({ year }) => year} columns={[
                  { key: 'year', header: 'Year', rowHeader: true, cell: ({ year }) => year },
                  ...kinds.map((kind, place) => ({ key: kind, header: itemKindName(kind), numeric: true, cell: ({ counts }: { counts: number[] }) => counts[place] })),
                ]} />
              </div>
            </Section>
            <Section title="One by one">
              <div className="panel">
                <Table caption="The newest first" rows={entries} rowKey={({ id }) => id} columns={[
                  { key: 'what', header: 'What', rowHeader: true, cell: ({ id, title, skill }) => <><Link to={`${plan}/items/${id}`}>{title}</Link>{skill && <div className="muted small font-normal">{skill}</div>}</> },
                  { key: 'kind', header: 'Kind', cell: ({ kind }) => itemKindName(kind) },
                  { key: 'host', header: 'With', cell: ({ host }) => host ?? '' },
                  { key: 'when', header: 'When', cell: ({ from, to, state }) => spanText(from, state === 'under-way' ? null : to) },
                  { key: 'months', header: 'How long', cell: ({ months }) => monthsText(months) },
                  { key: 'outcome', header: 'Outcome', cell: ({ outcome, state }) => (state === 'under-way' ? <span className="muted">{itemStateName(state)}</span> : <span className="typed">{outcome}</span>) },
                ]} />
              </div>
            </Section>
          </>
        )}
      <Section title={mine ? 'What you made possible' : `What ${person.name} made possible`}>
        <p>{hosted.length > 0 ? `For colleagues: ${listOf(hosted.map(({ kind, count }) => `${itemKindName(kind).toLowerCase()} ${count === 1 ? 'once' : `${count} times`}`))}.` : `No colleague’s plan names ${mine ? 'you' : person.name} as its host yet.`} {hosted.length > 0 && <span className="muted">Whose plans these were stays with them.</span>}</p>
      </Section>
    </>
  );
}

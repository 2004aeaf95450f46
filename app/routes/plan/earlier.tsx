import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { outcomeName, targetText } from '#app/ui/plan-words.ts';
import { Table } from '#app/ui/table.tsx';

/** The plans before this one; none is ever lost. */
export function Earlier({ data: { earlier } }: { data: PlanPage }) {
  if (earlier.length === 0) return null;
  return (
    <Section title="Earlier plans">
      <div className="panel">
        <Table caption="What they were for, how they ended, and how many of their items were done" rows={earlier} rowKey={({ id }) => id} columns={[
          { key: 'target', header: 'Plan for', rowHeader: true, cell: (plan) => targetText(plan) },
          { key: 'from', header: 'Started', cell: ({ startedOn }) => longDate(startedOn) },
          { key: 'to', header: 'Closed', cell: ({ closedOn }) => closedOn && longDate(closedOn) },
          { key: 'outcome', header: 'How it ended', cell: ({ outcome }) => outcome && outcomeName(outcome) },
          { key: 'done', header: 'Items done', numeric: true, cell: ({ done, items }) => `${done} of ${items}` },
        ]} />
      </div>
    </Section>
  );
}

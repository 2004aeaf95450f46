import type { PlanPage } from '#app/features/plans/queries/plan.server.ts';
import { listOf, longDate, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { PlanPicture } from '#app/ui/plan-progress.tsx';

const named = 4;

/** How the plan has gone since it began: items, and blockers that are closed. */
export function Progress({ data: { progress, plan } }: { data: PlanPage }) {
  if (!progress || !plan) return null;
  const { points, closed, blockersAtFirst } = progress;
  const now = points.at(-1)!;
  const shown = closed.slice(0, named);
  const summary = `Since ${longDate(plan.startedOn)}: ${plural(now.done, 'item', 'items')} done, ${now.underWay} under way, ${now.planned} planned; ${closed.length} of ${plural(blockersAtFirst, 'blocker', 'blockers')} closed.`;
  return (
    <Section title="How it is going" panel>
      <PlanPicture title="Items and blockers" summary={summary} points={points} />
      {closed.length > 0 && <p className="small mt-3">Closed since then: {listOf(closed.length > named ? [...shown, `${closed.length - named} more`] : shown)}. A skill that was rated for the first time counts as closed too.</p>}
    </Section>
  );
}

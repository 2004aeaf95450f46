import { addItem, moveItem } from '#app/features/plans/commands/items.server.ts';
import { closePlan, retargetPlan, startPlan } from '#app/features/plans/commands/plan.server.ts';
import type { PlanForm } from '#app/features/plans/input.server.ts';
import type { Result, SignedCall } from '#app/server/command.server.ts';
import { plural } from '#app/ui/format.ts';
import type { z } from 'zod';

const moved = { planned: 'is planned', 'under-way': 'is under way', dropped: 'is dropped; it can be taken up again' };

/** Carries out the form that the page of the plan sent, and says in a sentence what came of it. */
export async function carryOut(call: SignedCall, person: number, form: z.output<typeof PlanForm>): Promise<Result<string>> {
  switch (form.intent) {
    case 'start':
      return said(await startPlan(call, person, form), ({ moved: items, replaced }) => (
        `The plan is started.${replaced ? ' The earlier one is kept below.' : ''}${items > 0 ? ` ${plural(items, 'open item', 'open items')} moved along.` : ''}`));
    case 'retarget':
      return said(await retargetPlan(call, person, form), () => 'Saved.');
    case 'close':
      return said(await closePlan(call, person, form), () => (form.outcome === 'reached' ? 'Closed as reached. Well done.' : 'Closed. It is kept below.'));
    case 'add':
      return said(await addItem(call, person, form), ({ title }) => `Added: ${title}. Give it a host and dates when you know them.`);
    case 'move':
      return said(await moveItem(call, person, form), ({ title }) => `${title} ${moved[form.state]}.`);
  }
}

function said<T>(result: Result<T>, words: (value: T) => string): Result<string> {
  return result.done ? { ...result, value: words(result.value) } : result;
}

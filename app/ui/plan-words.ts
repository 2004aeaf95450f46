import { itemKindName, itemKinds, type ItemState, type PlanOutcome } from '#app/domain/plan.ts';
import { levelText } from './level.tsx';

const states: Record<ItemState, string> = { planned: 'Planned', 'under-way': 'Under way', done: 'Done', dropped: 'Dropped' };
const outcomes: Record<PlanOutcome, string> = { reached: 'Reached', changed: 'Changed for another', dropped: 'Let go' };

/** "Under way" */
export function itemStateName(state: ItemState): string {
  return states[state];
}

/** "Reached": how a plan ended. */
export function outcomeName(outcome: PlanOutcome): string {
  return outcomes[outcome];
}

/** What a plan is for: a role, or "Networking at 3 Independent". */
export function targetText({ target, level }: { target: string; level: number | null }): string {
  return level === null ? target : `${target} at ${levelText(level)}`;
}

const hints: Record<string, string> = {
  shadowing: 'Beside somebody while they work', project: 'A piece of work of your own', 'on-call': 'Being there when it counts',
  mentoring: 'Talks with somebody who knows', course: 'A class, a book, a laboratory', certificate: 'An examination',
};

/** The kinds of items as choices. */
export const itemKindOptions = itemKinds.map((kind) => ({ value: kind, label: itemKindName(kind), hint: hints[kind] }));

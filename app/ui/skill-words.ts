import type { Interest, SkillKind } from '#app/domain/skill.ts';
import { levelText } from './level.tsx';

const kinds: Record<SkillKind, string> = {
  technical: 'Technical', process: 'Process', behaviour: 'Behaviour', knowledge: 'Knowledge', leadership: 'Leadership',
};
const interests: Record<Interest, string> = { more: 'More of it', fine: 'Fine as it is', less: 'Less of it' };

/** "Technical", as a heading over skills of that kind. */
export function kindName(kind: SkillKind): string {
  return kinds[kind];
}

/** The kinds as choices. */
export function kindOptions(order: readonly SkillKind[]): { value: SkillKind; label: string }[] {
  return order.map((kind) => ({ value: kind, label: kinds[kind] }));
}

/** "More of it": how much of a skill somebody wants. */
export function interestName(interest: Interest): string {
  return interests[interest];
}

/** The three answers to how much of a skill one wants, as choices. */
export const interestOptions = (Object.entries(interests) as [Interest, string][]).map(([value, label]) => ({ value, label }));

/** What a role asks of a skill: "3 Independent, essential", "2 Assisted or something else, desirable". */
export function askText({ level, importance, either }: { level: number; importance: string; either: boolean }): string {
  return `${levelText(level)}${either ? ' or something else' : ''}, ${importance}`;
}

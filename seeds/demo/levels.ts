import { daysBetween, type Day } from '#app/domain/date.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';
import { currentStay, type Member } from './members.ts';
import type { Aim } from './plans.ts';

/** Where somebody stands in a skill today: what they say, and what their manager has confirmed. */
export interface HeldLevel {
  skill: string;
  claimed: number;
  confirmed: number | null;
}

interface Asked {
  skill: string;
  level: number;
  essential: boolean;
}

/** The skills each role asks for. */
const asked = new Map<string, Asked[]>();
for (const { role, importance, anyOf } of starterCatalogue.requirements) {
  for (const one of anyOf) {
    if (one.kind === 'skill') asked.set(role, [...(asked.get(role) ?? []), { skill: one.skill, level: one.level, essential: importance === 'essential' }]);
  }
}

/** Levels that fit the career: what the roles held ask for, grown with time, and what the roles worked towards add. */
export function levelsHeld(today: Day, member: Member): HeldLevel[] {
  const { plan, chance, stays, leftOn, managerId } = member;
  if (plan.levels) return Object.entries(plan.levels).map(([skill, [claimed, confirmed]]) => ({ skill, claimed, confirmed }));
  const held = new Map<string, number>();
  const raise = (skill: string, level: number) => held.set(skill, Math.max(held.get(skill) ?? 0, Math.min(5, Math.max(1, level))));
  for (const stay of stays) {
    const months = daysBetween(stay.from, stay.to ?? leftOn ?? today) / 30;
    for (const one of asked.get(stay.roleId) ?? []) {
      if (one.essential || chance.odds(0.75)) raise(one.skill, grown(one, months, chance.next()));
    }
  }
  for (const [role, aim] of plan.towards ?? []) workTowards(role, aim, held, raise, member);
  const own = new Set((asked.get(currentStay(member).roleId) ?? []).map(({ skill }) => skill));
  return [...held].map(([skill, claimed]) => {
    const confirmed = managerId !== null && chance.odds(own.has(skill) ? 0.95 : 0.86) ? claimed - (chance.odds(0.08) ? 1 : 0) : null;
    return { skill, claimed, confirmed: confirmed === 0 ? null : confirmed };
  });
}

/** New in a role one is a level short; after a year one is there; later some go beyond what is asked. */
function grown({ level, essential }: Asked, months: number, luck: number): number {
  const short = (months < 4 && luck < 0.8) || (months < 12 && luck < 0.4) || (!essential && luck < 0.35);
  const beyond = months > 24 && luck > 0.85;
  return level - (short ? 1 : 0) + (beyond ? 1 : 0);
}

function workTowards(role: string, aim: Aim, held: Map<string, number>, raise: (skill: string, level: number) => void, { chance }: Member): void {
  const essentials = (asked.get(role) ?? []).filter(({ essential }) => essential);
  const missing = essentials.filter(({ skill, level }) => (held.get(skill) ?? 0) < level);
  if (aim === 'growing') {
    for (const { skill, level } of missing) if (chance.odds(0.8)) raise(skill, level - chance.between(1, 2));
    return;
  }
  // The last steps up to expert take longer than "close" allows, so they are not what is left open.
  const open = aim === 'ready' ? [] : chance.some(missing.filter(({ level }) => level > 1 && level < 5), chance.between(1, 2));
  for (const one of missing) raise(one.skill, open.includes(one) ? one.level - 1 : one.level);
}

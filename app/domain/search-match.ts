import type { SkillLevels } from './rating.ts';
import type { Level } from './skill.ts';

/** A skill that a search asks for, at this level or above. */
export type WantedSkill = { skill: string; level: Level };

/** Whether all of the rows are asked for, or any one of them. */
export type Conjunction = 'all' | 'any';

/** `near`: it would match with one more level in one skill. */
export type SearchMatch = 'match' | 'near' | 'none';

/** The level that a search goes by: the confirmed one alone, or the higher of claimed and confirmed. */
export function searchLevel({ claimed, confirmed }: SkillLevels, confirmedOnly: boolean): Level | null {
  if (confirmedOnly || claimed === null) return confirmed;
  return confirmed === null || claimed > confirmed ? claimed : confirmed;
}

/** How many levels somebody is short of what is wanted, 0 when they have it. Without a rating nobody is near: null. */
export function levelsShort(held: Level | null, wanted: Level): number | null {
  return held === null ? null : Math.max(0, wanted - held);
}

/** Whether a person's levels match the rows of a search, or are one level short of it. No rows match everybody. */
export function searchMatch(
  levels: Readonly<Record<string, SkillLevels>>,
  wanted: readonly WantedSkill[],
  conjunction: Conjunction,
  confirmedOnly: boolean,
): SearchMatch {
  const short = wanted.map(({ skill, level }) => {
    const own = Object.hasOwn(levels, skill) ? levels[skill]! : { claimed: null, confirmed: null };
    return levelsShort(searchLevel(own, confirmedOnly), level) ?? Infinity;
  });
  if (short.length === 0) return 'match';
  const missing = conjunction === 'all' ? short.reduce((sum, one) => sum + one, 0) : Math.min(...short);
  if (missing === 0) return 'match';
  return missing === 1 ? 'near' : 'none';
}

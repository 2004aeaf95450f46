import { addMonths, type Day } from './date.ts';
import type { Interest, Level } from './skill.ts';

/**
 * What a level and the interest in it say together. `train`: wanted more and not done alone yet. `use`: wanted more and done
 * alone, a strength to give work to. `burns-out`: wanted less, done alone and used lately. `rest`: wanted less, and either not
 * done alone or not used lately. `fine`: as it should be. `unsaid`: a level without an interest.
 */
export type InterestReading = 'train' | 'use' | 'burns-out' | 'rest' | 'fine' | 'unsaid';

/** All readings, in the order in which pages tell them. */
export const interestReadings: readonly InterestReading[] = ['train', 'use', 'burns-out', 'rest', 'fine', 'unsaid'];

/** From this level on somebody does it alone, and so is given it. */
const aloneFrom: Level = 3;
/** Used within so many months is used lately. */
const usedLatelyMonths = 3;

interface Said { level: Level | null; interest: Interest | null; lastUsedOn: Day | null }

/** Reads one skill on the claimed level; null when neither a level nor an interest has been said. A skill that is not rated yet is not done alone. */
export function interestReading({ level, interest, lastUsedOn }: Said, today: Day): InterestReading | null {
  if (interest === null) return level === null ? null : 'unsaid';
  if (interest === 'fine') return 'fine';
  const alone = level !== null && level >= aloneFrom;
  if (interest === 'more') return alone ? 'use' : 'train';
  const usedLately = lastUsedOn !== null && addMonths(lastUsedOn, usedLatelyMonths) >= today;
  return alone && usedLately ? 'burns-out' : 'rest';
}

/** Skills by what they say, in the order of `interestReadings`; those of which nothing has been said are left out. */
export function readInterests<S extends Said>(skills: readonly S[], today: Day): { reading: InterestReading; skills: S[] }[] {
  return interestReadings.map((reading) => ({ reading, skills: skills.filter((skill) => interestReading(skill, today) === reading) }));
}

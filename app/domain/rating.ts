import { addMonths, type Day } from './date.ts';
import { compareInstants, hoursBetween, type Instant } from './instant.ts';
import type { Level } from './skill.ts';

/** Who rated: the person, a manager of the line, a colleague, or a decided review. */
export type RatingSource = 'self' | 'manager' | 'peer' | 'review';

/** One rating. It is never overwritten; a newer one counts instead. */
export type Rating = { skill: string; level: Level; source: RatingSource; ratedAt: Instant };

/** The two levels of a skill; null is not rated. */
export type SkillLevels = { claimed: Level | null; confirmed: Level | null };

/** The levels of a person's skills, by skill. */
export type Levels = Readonly<Record<string, SkillLevels>>;

/** What counts for one skill, and since when. `waiting`: the self rating is above the confirmed level. */
export type CountingRating = SkillLevels & { claimedAt: Instant | null; confirmedAt: Instant | null; waiting: boolean };

const correctableHours = 24;
/** Of two ratings at one moment the more binding one counts. */
const weight: Record<RatingSource, number> = { peer: 0, self: 1, manager: 2, review: 3 };

function isNewer(a: Rating, b: Rating | null): boolean {
  if (!b) return true;
  return (compareInstants(a.ratedAt, b.ratedAt) || weight[a.source] - weight[b.source] || a.level - b.level) > 0;
}

/**
 * Which rating counts for each skill. Confirmed is the newest by a manager or a review; claimed is the newest of
 * the self rating and that confirmation (at one moment the confirmation). Peer ratings count for nothing.
 */
export function countingRatings(ratings: readonly Rating[]): Map<string, CountingRating> {
  const newest = new Map<string, { self: Rating | null; confirmation: Rating | null }>();
  for (const rating of ratings) {
    if (rating.source === 'peer') continue;
    const entry = newest.get(rating.skill) ?? { self: null, confirmation: null };
    const slot = rating.source === 'self' ? 'self' : 'confirmation';
    if (isNewer(rating, entry[slot])) entry[slot] = rating;
    newest.set(rating.skill, entry);
  }
  const counting = new Map<string, CountingRating>();
  for (const [skill, { self, confirmation }] of newest) {
    const claimed = self && isNewer(self, confirmation) ? self : confirmation;
    counting.set(skill, {
      claimed: claimed?.level ?? null,
      confirmed: confirmation?.level ?? null,
      claimedAt: claimed?.ratedAt ?? null,
      confirmedAt: confirmation?.ratedAt ?? null,
      waiting: claimed !== null && claimed.source === 'self' && claimed.level > (confirmation?.level ?? 0),
    });
  }
  return counting;
}

/** The claimed and confirmed level of every rated skill. */
export function levelsOf(ratings: readonly Rating[]): Levels {
  const levels: Record<string, SkillLevels> = {};
  for (const [skill, { claimed, confirmed }] of countingRatings(ratings)) levels[skill] = { claimed, confirmed };
  return levels;
}

/** Whether a self rating stands above what has been confirmed since, so that the manager is asked. */
export function isWaiting({ selfLevel, selfAt, confirmedLevel, confirmedAt }: {
  selfLevel: number | null; selfAt: Instant | null; confirmedLevel: number | null; confirmedAt: Instant | null;
}): boolean {
  if (selfLevel === null || selfAt === null) return false;
  return selfLevel > (confirmedLevel ?? 0) && (confirmedAt === null || compareInstants(selfAt, confirmedAt) > 0);
}

/** Whether a confirmation wants repeating: it is longer ago than the skill stays fresh. The level itself stays as it is. */
export function isStale(confirmedOn: Day | null, freshMonths: number | null, today: Day): boolean {
  return confirmedOn !== null && freshMonths !== null && addMonths(confirmedOn, freshMonths) < today;
}

/** Whether a skill was last used longer ago than it stays fresh. Not said is not long ago. */
export function isLongUnused(lastUsedOn: Day | null, freshMonths: number | null, today: Day): boolean {
  return lastUsedOn !== null && freshMonths !== null && addMonths(lastUsedOn, freshMonths) < today;
}

/** Whether its author may still correct a rating: within 24 hours of giving it. */
export function isCorrectable(ratedAt: Instant, now: Instant): boolean {
  const hours = hoursBetween(ratedAt, now);
  return hours >= 0 && hours < correctableHours;
}

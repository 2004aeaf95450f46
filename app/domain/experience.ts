import type { Day } from './date.ts';
import { mergeSpans, monthsAndDays } from './span.ts';

/** Days worked in a family of roles, first and last day included. */
export type ExperienceSpan = { familyId: string; from: Day; to: Day };

/** Where a person's months in families come from: days worked, and months that a plan adds to a family. */
export type Experience = {
  spans: readonly ExperienceSpan[];
  added?: Readonly<Record<string, number>>;
};

const daysPerLeftOverMonth = 30;

/**
 * Whole months of experience in any of the families.
 * Stretches that overlap or touch count as one whatever their family, so that acting up is not counted
 * twice. Each gives its whole calendar months; the days left over by all of them together make a month per
 * thirty; months added by a plan come on top.
 */
export function experienceMonths(experience: Experience, families: readonly string[]): number {
  const wanted = new Set(families);
  let months = 0;
  let leftOver = 0;
  for (const span of mergeSpans(experience.spans.filter(({ familyId }) => wanted.has(familyId)))) {
    const counted = monthsAndDays(span);
    months += counted.months;
    leftOver += counted.days;
  }
  const { added } = experience;
  if (added) for (const family of wanted) months += Object.hasOwn(added, family) ? (added[family] ?? 0) : 0;
  return months + Math.floor(leftOver / daysPerLeftOverMonth);
}

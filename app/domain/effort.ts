import { educationRank, type EducationLevel } from './education.ts';
import { defaultPolicy, type Policy } from './policy.ts';

/** Months to climb from one level to another; not rated counts as 0; 0 when nothing is missing. */
export function skillEffort(from: number, to: number, policy: Policy = defaultPolicy): number {
  let months = 0;
  for (let level = from; level < to; level += 1) months += policy.levelMonths[level]!;
  return months;
}

/** Months to reach a level of education beside a job: up to secondary nothing, each further step the policy's months. */
export function educationEffort(from: EducationLevel, to: EducationLevel, policy: Policy = defaultPolicy): number {
  const secondary = educationRank('secondary');
  const steps = Math.max(educationRank(to), secondary) - Math.max(educationRank(from), secondary);
  return Math.max(0, steps) * policy.educationStepMonths;
}

/** Months of learning several skills side by side: the longest single one, or the sum shared out, whichever is more. */
export function learningMonths(efforts: readonly number[], policy: Policy = defaultPolicy): number {
  let longest = 0;
  let sum = 0;
  for (const effort of efforts) {
    longest = Math.max(longest, effort);
    sum += effort;
  }
  return Math.max(longest, Math.ceil(sum / policy.skillsSideBySide));
}

/** Months until one move: learning and waiting run side by side, and no move is quicker than the policy's least. */
export function moveMonths(learning: number, waiting: number, first: boolean, policy: Policy = defaultPolicy): number {
  return Math.max(learning, waiting, first ? policy.firstHopMonths : policy.laterHopMonths);
}

import { missingText, type Names } from './criterion-text.ts';
import { learningMonths, moveMonths } from './effort.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { Readiness } from './readiness.ts';
import type { Measured } from './requirement.ts';

/**
 * How the months of one move come about, so that the estimate can be laid open: skills are learnt side by side, everything else
 * is waited for meanwhile, and no move is quicker than `least`. `months` is the greatest of learning, waiting and least.
 */
export type Reckoning = {
  skills: Measured[];
  /** All skills one after the other, and the longest alone. */
  sum: number;
  longest: number;
  sideBySide: number;
  learning: number;
  others: Measured[];
  waiting: number;
  least: number;
  months: number;
};

/** Reckons one move from what is missing for it; `first` for the first move of a route, which may be quicker than a later one. */
export function reckoning(missing: readonly Measured[], first: boolean, policy: Policy = defaultPolicy): Reckoning {
  const skills = missing.filter(({ kind }) => kind === 'skill');
  const others = missing.filter(({ kind }) => kind !== 'skill');
  const efforts = skills.map(({ cost }) => cost);
  const learning = learningMonths(efforts, policy);
  const waiting = Math.max(0, ...others.map(({ cost }) => cost));
  return {
    skills,
    sum: efforts.reduce((total, months) => total + months, 0),
    longest: Math.max(0, ...efforts),
    sideBySide: policy.skillsSideBySide,
    learning,
    others,
    waiting,
    least: moveMonths(0, 0, first, policy),
    months: moveMonths(learning, waiting, first, policy),
  };
}

/** Something that is missing, and its months. */
type Part = { text: string; months: number };

/** A reckoning with its parts by name, as a page lays it open. */
export type MoveSum = Omit<Reckoning, 'skills' | 'others'> & { skills: Part[]; others: Part[] };

/** What one move is reckoned to, by name. */
export function moveSum(missing: readonly Measured[], first: boolean, names: Names, policy: Policy): MoveSum {
  const { skills, others, ...months } = reckoning(missing, first, policy);
  const part = (one: Measured) => ({ text: missingText(one, names), months: one.cost });
  return { ...months, skills: skills.map(part), others: others.map(part) };
}

/** What a role is reckoned to from where somebody stands, by name; null where nothing is missing or nobody can tell. */
export function nearSum({ months, blockers }: Pick<Readiness, 'months' | 'blockers'>, names: Names, policy: Policy): MoveSum | null {
  return months ? moveSum(blockers.map(({ by }) => by), true, names, policy) : null;
}

import { educationRank } from './education.ts';
import { criterionKey, requirementKey, type Criterion, type Requirement } from './requirement.ts';

/** What changes from one role to another: what the first already asks for, what has to grow, what is new. */
export type RoleDiff = { keeps: Requirement[]; grows: { from: Criterion; requirement: Requirement }[]; fresh: Requirement[] };

/**
 * Holds the requirements of role B against those of role A. A requirement is kept when A has one that is at least as strong in
 * every way B leaves open; it grows when A asks for less of the same; else it is new. In a fixed order: essentials first.
 */
export function roleDiff(a: readonly Requirement[], b: readonly Requirement[]): RoleDiff {
  const diff: RoleDiff = { keeps: [], grows: [], fresh: [] };
  const ordered = b
    .map((requirement) => ({ requirement, key: requirementKey(requirement) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  for (const { requirement } of ordered) {
    const from = a.some((own) => covers(own, requirement)) ? null : strongestBelow(a, requirement);
    if (from) diff.grows.push({ from, requirement });
    else if (a.some((own) => covers(own, requirement))) diff.keeps.push(requirement);
    else diff.fresh.push(requirement);
  }
  return diff;
}

/** Whether whoever meets one requirement meets the other too. */
function covers(own: Requirement, other: Requirement): boolean {
  return own.anyOf.length > 0 && own.anyOf.every((criterion) => other.anyOf.some((wanted) => isSame(criterion, wanted) && amount(criterion) >= amount(wanted)));
}

/** The most that A asks of something of which B asks for more, or null. */
function strongestBelow(a: readonly Requirement[], requirement: Requirement): Criterion | null {
  const below = a
    .flatMap(({ anyOf }) => anyOf)
    .filter((criterion) => requirement.anyOf.some((wanted) => isSame(criterion, wanted) && amount(criterion) < amount(wanted)));
  return below.sort((one, other) => amount(other) - amount(one) || (criterionKey(one) < criterionKey(other) ? -1 : 1))[0] ?? null;
}

function isSame(a: Criterion, b: Criterion): boolean {
  if (a.kind === 'skill' && b.kind === 'skill') return a.skill === b.skill;
  if (a.kind === 'experience' && b.kind === 'experience') return a.families.every((family) => b.families.includes(family));
  if (a.kind === 'certification' && b.kind === 'certification') return a.certification === b.certification;
  return a.kind === 'education' && b.kind === 'education';
}

function amount(criterion: Criterion): number {
  switch (criterion.kind) {
    case 'skill':
      return criterion.level;
    case 'experience':
      return criterion.months;
    case 'education':
      return educationRank(criterion.level);
    case 'certification':
      return 1;
  }
}

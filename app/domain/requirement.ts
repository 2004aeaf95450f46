import { educationRank, type EducationLevel } from './education.ts';
import { educationEffort, skillEffort } from './effort.ts';
import { experienceMonths } from './experience.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { Level } from './skill.ts';
import type { Basis, Standing } from './standing.ts';

/** One way to fulfil a requirement. */
export type Criterion =
  | { kind: 'skill'; skill: string; level: Level }
  | { kind: 'experience'; months: number; families: readonly string[] }
  | { kind: 'education'; level: EducationLevel }
  | { kind: 'certification'; certification: string };

export type Importance = 'essential' | 'desirable';

/** What a role asks for: any one of the criteria will do. */
export type Requirement = { importance: Importance; anyOf: readonly Criterion[] };

/** A requirement with the role that asks for it, as the catalogue lists them. */
export type RoleRequirement = Requirement & { role: string };

/** A criterion held against a person: what they hold of it, whether that is enough, and the estimated months if not. */
export type Measured =
  | { kind: 'skill'; skill: string; level: Level; held: Level | null; met: boolean; cost: number }
  | { kind: 'experience'; months: number; families: readonly string[]; held: number; met: boolean; cost: number }
  | { kind: 'education'; level: EducationLevel; held: EducationLevel; met: boolean; cost: number }
  | { kind: 'certification'; certification: string; held: boolean; met: boolean; cost: number };

/** The level that counts on a basis; without a self rating the confirmed one is the claimed one too. Null: not rated. */
export function levelOn(standing: Standing, skill: string, basis: Basis): Level | null {
  if (!Object.hasOwn(standing.levels, skill)) return null;
  const { claimed, confirmed } = standing.levels[skill]!;
  return (basis === 'claimed' ? claimed : null) ?? confirmed ?? null;
}

/** Holds one criterion against a person. Costs are estimates in months, 0 when met. */
export function measure(standing: Standing, criterion: Criterion, basis: Basis, policy: Policy = defaultPolicy): Measured {
  switch (criterion.kind) {
    case 'skill': {
      const held = levelOn(standing, criterion.skill, basis);
      const { skill, level } = criterion;
      return { kind: 'skill', skill, level, held, met: held !== null && held >= level, cost: skillEffort(held ?? 0, level, policy) };
    }
    case 'experience': {
      const held = experienceMonths(standing.experience, criterion.families);
      const { months, families } = criterion;
      return { kind: 'experience', months, families, held, met: held >= months, cost: Math.max(0, months - held) };
    }
    case 'education': {
      const { education: held } = standing;
      const met = educationRank(held) >= educationRank(criterion.level);
      return { kind: 'education', level: criterion.level, held, met, cost: educationEffort(held, criterion.level, policy) };
    }
    case 'certification': {
      const held = standing.certifications.includes(criterion.certification);
      return { kind: 'certification', certification: criterion.certification, held, met: held, cost: held ? 0 : policy.certificateMonths };
    }
  }
}

/** Whether it is a skill that nobody has rated yet: a sum with such a one in it is an upper bound. */
export function isUnrated(measured: Measured): boolean {
  return measured.kind === 'skill' && measured.held === null;
}

/** The one that decides: the first that is met, else the cheapest, the first listed among equals. Null for none. */
export function deciding(measured: readonly Measured[]): Measured | null {
  let best: Measured | null = null;
  for (const one of measured) {
    if (one.met) return one;
    if (!best || one.cost < best.cost) best = one;
  }
  return best;
}

/** Whether a requirement consists of skills alone. */
export function isSkillsAlone(requirement: Requirement): boolean {
  return requirement.anyOf.every((criterion) => criterion.kind === 'skill');
}

/** Text that is equal for equal criteria, whatever order their families are listed in. */
export function criterionKey(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'skill':
      return `1 skill ${criterion.skill} ${criterion.level}`;
    case 'experience':
      return `2 experience ${[...criterion.families].sort().join('+')} ${String(criterion.months).padStart(4, '0')}`;
    case 'education':
      return `3 education ${educationRank(criterion.level)}`;
    case 'certification':
      return `4 certification ${criterion.certification}`;
  }
}

/** Text that is equal for equal requirements and sorts them: essentials first, then by what they ask for. */
export function requirementKey(requirement: Requirement): string {
  return [requirement.importance === 'essential' ? '1' : '2', ...requirement.anyOf.map(criterionKey)].join(' | ');
}

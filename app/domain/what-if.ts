import { parseEducation } from './education.ts';
import { measure, type Criterion } from './requirement.ts';
import { isLevel, type Level } from './skill.ts';
import type { Standing } from './standing.ts';

/** Something that somebody might reach. Experience is none: it only comes with time, and routes reckon with it. */
export type Assumption = Exclude<Criterion, { kind: 'experience' }>;

/** An assumption as it stands in an address: `routing.3`, `bachelor`, `cisco-ccna`. Null for what can be none; whether the catalogue knows it is not asked. */
export function parseAssumption(text: string): Assumption | null {
  const [, id, number] = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(\d))?$/.exec(text) ?? [];
  if (id === undefined) return null;
  if (number !== undefined) return isLevel(Number(number)) ? { kind: 'skill', skill: id, level: Number(number) as Level } : null;
  const education = parseEducation(id);
  return education ? { kind: 'education', level: education } : { kind: 'certification', certification: id };
}

/** The assumption as it stands in an address. */
export function assumptionKey(assumption: Assumption): string {
  switch (assumption.kind) {
    case 'skill':
      return `${assumption.skill}.${assumption.level}`;
    case 'education':
      return assumption.level;
    case 'certification':
      return assumption.certification;
  }
}

/** The list with one more; of one skill, and of education, only the newest assumption stays. */
export function assume(assumptions: readonly Assumption[], further: Assumption): Assumption[] {
  const isSame = (one: Assumption) => {
    if (one.kind !== further.kind) return false;
    if (one.kind === 'skill') return one.skill === (further as typeof one).skill;
    return one.kind === 'education' || one.certification === (further as typeof one).certification;
  };
  return [...assumptions.filter((one) => !isSame(one)), further];
}

/** Whether a standing already holds what is assumed. */
export function isHeld(standing: Standing, assumption: Assumption): boolean {
  return measure(standing, assumption, 'claimed').met;
}

/**
 * What somebody would bring if they had reached all that is assumed: claimed levels, education and certificates are raised,
 * nothing is ever lowered, and nothing counts as confirmed by it. So nobody becomes less ready; yet a route of several moves can need
 * an agreement more, as who learns faster has less time in the roles before, and the page says so.
 */
export function whatIf(standing: Standing, assumptions: readonly Assumption[]): Standing {
  return assumptions.reduce<Standing>((raised, one) => {
    if (isHeld(raised, one)) return raised;
    switch (one.kind) {
      case 'skill': {
        const confirmed = Object.hasOwn(raised.levels, one.skill) ? raised.levels[one.skill]!.confirmed : null;
        return { ...raised, levels: { ...raised.levels, [one.skill]: { claimed: one.level, confirmed } } };
      }
      case 'education':
        return { ...raised, education: one.level };
      case 'certification':
        return { ...raised, certifications: [...raised.certifications, one.certification].sort() };
    }
  }, standing);
}

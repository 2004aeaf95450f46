import type { Requirement } from './requirement.ts';

/** The steps of a first visit in order; the last one only shows what has come of it. */
export const welcomeSteps = ['tenure', 'skills', 'next-roles', 'next-skills', 'visibility', 'wishes', 'done'] as const;
export type WelcomeStep = (typeof welcomeSteps)[number];

/** How many steps there are to do. */
export const stepsInAll = welcomeSteps.length - 1;

/** How many steps lie behind somebody who has come as far as this one. */
export function stepsBehind(step: WelcomeStep): number {
  return welcomeSteps.indexOf(step);
}

/** The further of two steps: going back to look never undoes what was done. */
export function furtherStep(a: WelcomeStep, b: WelcomeStep): WelcomeStep {
  return stepsBehind(a) > stepsBehind(b) ? a : b;
}

/** The step that follows; the last one is followed by itself. */
export function followingStep(step: WelcomeStep): WelcomeStep {
  return welcomeSteps[stepsBehind(step) + 1] ?? 'done';
}

/** What is left to ask: skills of one's role, roles to choose from, skills of the chosen ones. */
export type LeftToAsk = { skills: number; nextRoles: number; nextSkills: number };

/** The first step that is still to do, from how far somebody has come and from what is left to ask: where nothing is left, a step skips itself. */
export function stepToDo(reached: WelcomeStep, left: LeftToAsk): WelcomeStep {
  if (reached === 'done') return 'done';
  const open = welcomeSteps.find((step) => {
    if (step === 'skills') return stepsBehind(reached) > 0 && left.skills > 0;
    if (step === 'next-skills') return left.nextSkills > 0 && stepsBehind(reached) >= stepsBehind(step);
    return stepsBehind(step) >= stepsBehind(reached) && (step !== 'next-roles' || left.nextRoles > 0);
  });
  return open ?? 'done';
}

/** The skills that essentials speak of, each once, in the order in which the role asks for them. */
export function essentialSkills(requirements: readonly Requirement[]): string[] {
  return [...new Set(essentials(requirements).flatMap(skillsOf))];
}

/**
 * Which of them are still to be asked about: not passed over, and part of an essential of which no skill has a level yet. Where one of
 * several would do, one level is enough.
 */
export function openSkills(requirements: readonly Requirement[], isRated: (skill: string) => boolean, passed: readonly string[]): string[] {
  const undecided = essentials(requirements).map(skillsOf).filter((skills) => !skills.some(isRated));
  return [...new Set(undecided.flat())].filter((skill) => !passed.includes(skill));
}

function essentials(requirements: readonly Requirement[]): Requirement[] {
  return requirements.filter(({ importance }) => importance === 'essential');
}

function skillsOf({ anyOf }: Requirement): string[] {
  return anyOf.flatMap((one) => (one.kind === 'skill' ? one.skill : []));
}

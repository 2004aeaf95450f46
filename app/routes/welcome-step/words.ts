import { stepsBehind, welcomeSteps, type WelcomeStep } from '#app/domain/welcome.ts';
import { listOf, plural } from '#app/ui/format.ts';
import type { StepPage } from './page.server.ts';

/** What the list of steps calls each, and the heading of its page. */
export const stepWords: Record<WelcomeStep, { short: string; title: string }> = {
  tenure: { short: 'Your role', title: 'Your role, and since when' },
  skills: { short: 'Its skills', title: 'The skills of your role' },
  'next-roles': { short: 'Next roles', title: 'Where would you like to go?' },
  'next-skills': { short: 'Their skills', title: 'The skills of those roles' },
  visibility: { short: 'Who may see you', title: 'What may recruiters see of you?' },
  wishes: { short: 'What suits you', title: 'What suits you, and what do you want?' },
  done: { short: 'Done', title: 'That was your first visit' },
};

type Next = Extract<StepPage, { of: 'next-roles' }>['next'][number];
/** How many things that are missing are named. */
const named = 3;

/** How near somebody is to a role, in a sentence or two. */
export function nearnessWords({ status, essential, toRate, missing }: Next): string {
  if (essential.total === 0) return 'Nothing is written down as essential for it yet.';
  if (status === 'unknown') return `${plural(toRate, 'skill that it asks for is', 'skills that it asks for are')} not rated yet, so nobody can tell.`;
  const met = `${essential.met} of ${plural(essential.total, 'essential', 'essentials')} met`;
  if (missing.length === 0) return `${met}.`;
  const rest = missing.length - named;
  return `${met}. Missing: ${listOf(rest > 0 ? [...missing.slice(0, named), `${rest} more`] : missing)}.`;
}

/** The heading of a page: the skill that it asks about, else the step. */
export function headingOf(page: Pick<StepPage, 'step' | 'of'> & { skill?: { name: string } | null }): string {
  return page.skill ? page.skill.name : stepWords[page.step].title;
}

/** Where "Back" leads: to the skill before, else to the step before; null from the first one. */
export function backFrom({ person, step, skill }: Pick<StepPage, 'person' | 'step'> & { skill?: { before: string | null } | null }): string | null {
  const before = welcomeSteps[stepsBehind(step) - 1];
  if (skill?.before) return `/people/${person.id}/welcome/${step}?skill=${skill.before}`;
  return before ? `/people/${person.id}/welcome/${before}` : null;
}

import { stateWish } from '#app/features/clock/commands/wish.server.ts';
import { saveEntry } from '#app/features/history/commands/save.server.ts';
import { rateSkills } from '#app/features/ratings/commands/rate.server.ts';
import { chooseVisibility, offerAvailability } from '#app/features/recruiting/commands/visibility.server.ts';
import { chooseNextRoles, passSkill, reachStep } from '#app/features/welcome/commands/progress.server.ts';
import { getWelcome, type Welcome } from '#app/features/welcome/queries/welcome.server.ts';
import { followingStep, furtherStep, stepToDo, type WelcomeStep } from '#app/domain/welcome.ts';
import { notFound, type Result, type SignedCall } from '#app/server/command.server.ts';
import { levelText } from '#app/ui/level.tsx';
import type { StepForm } from './input.server.ts';

type Saving = Exclude<StepForm, { intent: 'not-now' }>;

/** On which step which form is. */
const places: Record<Saving['intent'], readonly WelcomeStep[]> = {
  'go-on': ['tenure', 'skills', 'next-roles', 'next-skills', 'visibility', 'wishes'], 'save-appointment': ['tenure'], rate: ['skills', 'next-skills'], pass: ['skills', 'next-skills'],
  'choose-roles': ['next-roles'], choose: ['visibility'], offer: ['wishes'],
};

/** Where the visit goes on, and what to say there. */
interface Onward { to: WelcomeStep; notice: string }

/** Carries out the form of a step with the command that it belongs to, and writes down how far the visit has come with it. */
export async function carryOut(call: SignedCall, id: number, step: WelcomeStep, form: Saving): Promise<Result<Onward>> {
  const today = call.clock.today();
  const before = await getWelcome(call.db, call.actor, today, id);
  if (!places[form.intent].includes(step)) return notFound();
  const saved = await save(call, id, before, form);
  if (!saved.done) return saved;
  const onwards = (to: WelcomeStep): Result<Onward> => ({ ...saved, value: { to, notice: saved.value } });
  if (form.intent === 'save-appointment') return onwards(step);
  const { reached, left } = await getWelcome(call.db, call.actor, today, id);
  const come = form.intent === 'rate' || form.intent === 'pass' ? reached : furtherStep(reached, followingStep(step));
  const to = stepToDo(come, left);
  const furthest = furtherStep(come, to);
  const moved = furthest === reached ? saved : await reachStep(call, id, furthest);
  return moved.done ? onwards(to) : moved;
}

/** What was said is saved where it belongs; the answer says so in a sentence, empty where the next page says enough. */
async function save(call: SignedCall, id: number, { levels, catalogue, wish }: Welcome, form: Saving): Promise<Result<string>> {
  switch (form.intent) {
    case 'go-on':
      return { done: true, value: '', repeated: false };
    case 'save-appointment':
      return said(await saveEntry(call, id, null, form), 'Saved as you said it. Your manager sees it and confirms it.');
    case 'rate': {
      const words = `Saved: ${catalogue.names.skills[form.skill] ?? form.skill} at ${levelText(form.level)}.`;
      // Said before, by the person or for them: there is nothing to save.
      if (levels[form.skill]?.claimed === form.level) return { done: true, value: words, repeated: true };
      return said(await rateSkills(call, id, { intent: 'rate-many', rows: [{ skill: form.skill, level: form.level }] }), words);
    }
    case 'pass':
      return said(await passSkill(call, id, form.skill), 'Left open. You can rate it on any day.');
    case 'choose-roles':
      return said(await chooseNextRoles(call, id, form), form.roles.length === 0 ? 'No next role for now. You can choose on any day.' : 'Saved your choice.');
    case 'choose':
      return said(await chooseVisibility(call, id, form), 'Saved. Recruiters see this from now on.');
    case 'offer': {
      const offered = await offerAvailability(call, id, form);
      if (!offered.done || form.wish === undefined || form.wish === wish) return said(offered, 'Saved what suits you.');
      return said(await stateWish(call, id, { intent: 'state', wish: form.wish }), 'Saved what suits you, and what you want next.');
    }
  }
}

function said(result: Result<unknown>, words: string): Result<string> {
  return result.done ? { ...result, value: words } : result;
}

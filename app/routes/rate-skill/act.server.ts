import { confirmLevel, confirmWaiting } from '#app/features/ratings/commands/confirm.server.ts';
import { correctRating } from '#app/features/ratings/commands/correct.server.ts';
import { keepInUse, rateSkill } from '#app/features/ratings/commands/rate.server.ts';
import { askToConfirm, declineToConfirm, withdrawRequest } from '#app/features/ratings/commands/requests.server.ts';
import type { SkillForm } from '#app/features/ratings/input.server.ts';
import type { Result, SignedCall } from '#app/server/command.server.ts';
import { levelText } from '#app/ui/level.tsx';
import { askedNotice } from '#app/ui/request-words.ts';
import type { z } from 'zod';

interface Outcome {
  notice: string;
  /** Whether it may have changed what the person is ready for, in the person's own eyes. */
  own: boolean;
}

/** Carries out the form of the page that was sent, and says in a sentence what came of it. */
export async function carryOut(call: SignedCall, person: number, skill: string, form: z.output<typeof SkillForm>): Promise<Result<Outcome>> {
  switch (form.intent) {
    case 'rate':
      return said(await rateSkill(call, person, skill, form), ({ level }) => ({ notice: level === null ? 'Saved.' : `Saved: ${levelText(level)}.`, own: true }));
    case 'correct':
      return said(await correctRating(call, person, skill, form), ({ level }) => ({ notice: `Corrected to ${levelText(level)}.`, own: call.actor.personId === person }));
    case 'still-true':
      return said(await keepInUse(call, person, [skill]), () => ({ notice: 'Saved: you used it today. The confirmation stays as old as it is.', own: false }));
    case 'confirm':
      return said(await confirmLevel(call, person, skill, form), (done) => ({ notice: `Confirmed for ${done.person}: ${done.skill} at ${levelText(done.level)}.`, own: false }));
    case 'confirm-waiting':
      return said(await confirmWaiting(call, person, form), (done) => ({ notice: `Confirmed for ${done.person}: ${done.skills.map(({ name, level }) => `${name} at ${levelText(level)}`).join(', ')}.`, own: false }));
    case 'ask-confirm':
      return said(await askToConfirm(call, person, form), (done) => ({ notice: askedNotice(done), own: false }));
    case 'withdraw':
      return said(await withdrawRequest(call, person, form), (done) => ({ notice: `Withdrawn: nobody is asked about ${done.skill} by this question any more.`, own: false }));
    case 'not-yet':
      return said(await declineToConfirm(call, person, form), (done) => ({ notice: `Said: ${done.person} reads your words beside ${done.skill}. The level stays as it was confirmed.`, own: false }));
  }
}

function said<T>(result: Result<T>, words: (value: T) => Outcome): Result<Outcome> {
  return result.done ? { ...result, value: words(result.value) } : result;
}

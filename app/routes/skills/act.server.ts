import { confirmWaiting } from '#app/features/ratings/commands/confirm.server.ts';
import { keepInUse, rateSkills } from '#app/features/ratings/commands/rate.server.ts';
import { askToConfirm } from '#app/features/ratings/commands/requests.server.ts';
import type { SkillsForm } from '#app/features/ratings/input.server.ts';
import type { Result, SignedCall } from '#app/server/command.server.ts';
import { askedNotice } from '#app/ui/request-words.ts';
import type { z } from 'zod';
import { confirmedNotice, ratedNotice, stillTrueNotice } from './notices.ts';

/** Carries out the form of the list that was sent, and says in a sentence what came of it. `rated`: it may have changed what the person is ready for. */
export async function carryOut(call: SignedCall, person: number, form: z.output<typeof SkillsForm>): Promise<Result<{ notice: string; rated: boolean }>> {
  switch (form.intent) {
    case 'rate-many':
      return said(await rateSkills(call, person, form), (done) => ratedNotice(done), true);
    case 'confirm-waiting':
      return said(await confirmWaiting(call, person, form), (done) => confirmedNotice(done));
    case 'still-true':
      return said(await keepInUse(call, person, form.skills), (done) => stillTrueNotice(done));
    case 'ask-confirm':
      return said(await askToConfirm(call, person, form), (done) => askedNotice(done));
  }
}

function said<T>(result: Result<T>, words: (value: T) => string, rated = false): Result<{ notice: string; rated: boolean }> {
  return result.done ? { ...result, value: { notice: words(result.value), rated } } : result;
}

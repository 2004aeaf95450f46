import { answerName } from '#app/features/recruiting/commands/name-request.server.ts';
import { chooseVisibility, offerAvailability } from '#app/features/recruiting/commands/visibility.server.ts';
import type { VisibilityForm } from '#app/features/recruiting/input.server.ts';
import type { Result, SignedCall } from '#app/server/command.server.ts';

/** Carries out the form of the page that was sent, and says in a sentence what came of it. */
export async function carryOut(call: SignedCall, personId: number, form: VisibilityForm): Promise<Result<string>> {
  switch (form.intent) {
    case 'choose':
      return said(await chooseVisibility(call, personId, form), () => 'Saved. Recruiters see this from now on.');
    case 'offer':
      return said(await offerAvailability(call, personId, form), () => 'Saved what you offer.');
    case 'answer':
      return said(await answerName(call, personId, form), ({ recruiter }) => (
        form.answer === 'yes' ? `${recruiter} now sees your name.` : `Answered: ${recruiter} does not see your name.`));
  }
}

function said<T>(result: Result<T>, words: (value: T) => string): Result<string> {
  return result.done ? { ...result, value: words(result.value) } : result;
}

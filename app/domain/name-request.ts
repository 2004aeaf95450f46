import { millisOf, type Instant } from './instant.ts';
import { defaultPolicy, type Policy } from './policy.ts';

/** What became of a recruiter's question for a name. `lapsed`: nobody answered in time, which counts as no. */
export type NameAnswer = 'open' | 'yes' | 'no' | 'lapsed';

/** A recruiter's question for a person's name. */
export type NameRequest = { askedAt: Instant; answer: 'yes' | 'no' | null };

const dayMillis = 86_400_000;

/** The moment from which an unanswered question counts as no, and from which the same recruiter may ask again. */
export function lapsesAt({ askedAt }: Pick<NameRequest, 'askedAt'>, policy: Policy = defaultPolicy): number {
  return millisOf(askedAt) + policy.nameAnswerDays * dayMillis;
}

/** How a question stands at a moment: answered, waiting, or left until it counts as no. */
export function nameAnswer({ askedAt, answer }: NameRequest, now: Instant, policy: Policy = defaultPolicy): NameAnswer {
  if (answer !== null) return answer;
  return millisOf(now) >= lapsesAt({ askedAt }, policy) ? 'lapsed' : 'open';
}

/**
 * Whether a recruiter may ask a person for the name: not while the last question waits, not once the name shows, and after a no
 * only when the days for an answer have passed since it was asked, so that nobody is pestered.
 */
export function mayAskAgain(last: NameRequest | null, now: Instant, policy: Policy = defaultPolicy): boolean {
  if (!last) return true;
  return nameAnswer(last, now, policy) !== 'yes' && millisOf(now) >= lapsesAt(last, policy);
}

import { addMonths, type Day } from './date.ts';
import { defaultPolicy, type Policy } from './policy.ts';

/** A certificate as far as its renewal goes: `certification` names it in the catalogue, `title` where it is not there. `corrected`: a stated correction takes its place. */
export type Renewable = {
  certification: string | null; title?: string; issuedOn: Day; expiresOn: Day | null; countsAfterExpiry: boolean; corrected?: boolean;
};

/** What to be reminded of: it has expired, it may be renewed now, or the time to renew it begins before long. */
export type RenewalState = 'expired' | 'renew' | 'soon';

/** `countsOn`: it goes on counting for roles after its last valid day. */
export type Reminder<C> = { certificate: C; state: RenewalState; expiresOn: Day; renewFrom: Day; countsOn: boolean };

/** The day from which a certificate may be renewed; null where it does not expire. */
export function renewFrom({ expiresOn }: Pick<Renewable, 'expiresOn'>, { renewalMonths }: Policy = defaultPolicy): Day | null {
  return expiresOn === null ? null : addMonths(expiresOn, -renewalMonths);
}

/**
 * The certificates to be reminded of on a day, what runs out first before the rest: those that have expired, those that may be
 * renewed, and those for which that time begins within as long again. Left out: what a later one of the same kind has renewed.
 */
export function remindersOf<C extends Renewable>(certificates: readonly C[], today: Day, policy: Policy = defaultPolicy): Reminder<C>[] {
  const standing = certificates.filter(({ corrected = false, issuedOn }) => !corrected && issuedOn <= today);
  const reminders = standing.flatMap((certificate) => {
    const { expiresOn, countsAfterExpiry: countsOn } = certificate;
    const from = renewFrom(certificate, policy);
    if (expiresOn === null || from === null || standing.some((other) => renews(other, certificate))) return [];
    const state = expiresOn < today ? 'expired' as const : from <= today ? 'renew' as const : 'soon' as const;
    return state === 'soon' && from > addMonths(today, policy.renewalMonths) ? [] : [{ certificate, state, expiresOn, renewFrom: from, countsOn }];
  });
  return reminders.sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : kindOf(a.certificate) < kindOf(b.certificate) ? -1 : 1));
}

/** Whether one certificate takes over from another of the same kind: it is valid for longer, or of the same day and issued later. */
function renews(later: Renewable, earlier: Renewable): boolean {
  if (later === earlier || kindOf(later) !== kindOf(earlier)) return false;
  if (later.expiresOn === null || earlier.expiresOn === null) return later.expiresOn === null;
  return later.expiresOn > earlier.expiresOn || (later.expiresOn === earlier.expiresOn && later.issuedOn > earlier.issuedOn);
}

function kindOf({ certification, title = '' }: Renewable): string {
  return certification ?? `own ${title.trim().toLowerCase()}`;
}

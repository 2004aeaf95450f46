import { renewFrom } from './certificate.ts';
import type { Day } from './date.ts';
import type { Policy } from './policy.ts';
import { isValid, type Certificate } from './standing.ts';

/** How a certificate stands on a day. `kept`: it has expired and counts all the same. */
export type Validity = 'valid' | 'expires-soon' | 'expired' | 'kept' | 'not-yet';

/**
 * Whether a certificate counts on a day. It counts on its last valid day and stops the day after, unless it counts after
 * expiry; from the day on which it may be renewed it expires soon.
 */
export function validityOf(certificate: Pick<Certificate, 'issuedOn' | 'expiresOn' | 'countsAfterExpiry'>, today: Day, policy: Policy): Validity {
  const { issuedOn, expiresOn } = certificate;
  const renewable = renewFrom(certificate, policy);
  if (issuedOn > today) return 'not-yet';
  if (!isValid(certificate, today)) return 'expired';
  if (expiresOn === null || renewable === null) return 'valid';
  if (expiresOn < today) return 'kept';
  return renewable <= today ? 'expires-soon' : 'valid';
}

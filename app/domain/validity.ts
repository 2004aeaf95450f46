import { addMonths, type Day } from './date.ts';
import { isValid, type Certificate } from './standing.ts';

/** How a certificate stands on a day. `kept`: it has expired and counts all the same. */
export type Validity = 'valid' | 'expires-soon' | 'expired' | 'kept' | 'not-yet';

const soonMonths = 3;

/**
 * Whether a certificate counts on a day. It counts on its last valid day and stops the day after, unless it counts after
 * expiry; within three months of its last valid day it expires soon.
 */
export function validityOf(certificate: Pick<Certificate, 'issuedOn' | 'expiresOn' | 'countsAfterExpiry'>, today: Day): Validity {
  const { issuedOn, expiresOn } = certificate;
  if (issuedOn > today) return 'not-yet';
  if (!isValid(certificate, today)) return 'expired';
  if (expiresOn === null) return 'valid';
  if (expiresOn < today) return 'kept';
  return expiresOn <= addMonths(today, soonMonths) ? 'expires-soon' : 'valid';
}

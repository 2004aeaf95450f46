import { expect, test } from 'vitest';
import { dayText } from '#app/domain/day-text.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { validityOf } from '#app/domain/validity.ts';

const today = '2026-03-01';

test.each([
  ['without an end', {}, 'valid'],
  ['until more than three months from now', { expiresOn: '2026-06-02' }, 'valid'],
  ['until three months from now', { expiresOn: '2026-06-01' }, 'expires-soon'],
  ['on its last day', { expiresOn: today }, 'expires-soon'],
  ['the day after', { expiresOn: '2026-02-28' }, 'expired'],
  ['the day after, where it counts all the same', { expiresOn: '2026-02-28', countsAfterExpiry: true }, 'kept'],
  ['before it is issued', { issuedOn: '2026-03-02', expiresOn: '2029-03-01' }, 'not-yet'],
])('a certificate %s', (_, more, found) => {
  expect(validityOf({ issuedOn: '2024-01-01', expiresOn: null, countsAfterExpiry: false, ...more }, today, defaultPolicy)).toBe(found);
});

test('days are written out', () => {
  expect(['2026-11-21', '2024-02-29', '2027-01-01'].map(dayText)).toEqual(['21 November 2026', '29 February 2024', '1 January 2027']);
});

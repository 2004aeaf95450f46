import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { remindersOf, renewFrom, type Renewable } from '#app/domain/certificate.ts';
import { addDays } from '#app/domain/date.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { readiness } from '#app/domain/readiness.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import { validityOf } from '#app/domain/validity.ts';

const today = '2026-11-22';
const held = (expiresOn: string | null, more: Partial<Renewable> = {}): Renewable => ({ certification: 'itil4-foundation', issuedOn: '2023-11-22', expiresOn, countsAfterExpiry: false, ...more });
const statesOf = (...list: Renewable[]) => remindersOf(list, today).map(({ state, expiresOn }) => `${state} ${expiresOn}`);

describe('reminders of certificates', () => {
  it.each([
    ['yesterday: expired', '2026-11-21', ['expired 2026-11-21']],
    ['today: it still counts, and may be renewed', '2026-11-22', ['renew 2026-11-22']],
    ['in three months: may be renewed from today', '2027-02-22', ['renew 2027-02-22']],
    ['a day later: before long', '2027-02-23', ['soon 2027-02-23']],
    ['in six months: before long', '2027-05-22', ['soon 2027-05-22']],
    ['in six months and a day: nothing yet', '2027-05-23', []],
    ['never', null, []],
  ])('one that runs out %s', (_, expiresOn, found) => expect(statesOf(held(expiresOn))).toEqual(found));

  it('come in the order in which they run out, whatever order they are given in', () => {
    const list = [held('2027-03-01', { certification: 'c' }), held('2026-10-01', { certification: 'a' }), held('2026-12-24', { certification: 'b' })];
    fc.assert(fc.property(fc.shuffledSubarray(list, { minLength: 3 }), (shuffled) => {
      expect(remindersOf(shuffled, today).map(({ expiresOn }) => expiresOn)).toEqual(['2026-10-01', '2026-12-24', '2027-03-01']);
    }));
  });

  it('leave out what was renewed, what is corrected and what has yet to be issued', () => {
    expect(statesOf(held('2026-10-01'), held('2029-10-01', { issuedOn: '2026-10-01' }))).toEqual([]);
    expect(statesOf(held('2026-10-01'), held(null))).toEqual([]);
    expect(statesOf(held('2026-10-01'), held('2026-12-01'))).toEqual(['renew 2026-12-01']);
    expect(statesOf(held('2026-10-02', { corrected: true }), held('2026-12-01', { issuedOn: '2026-11-23' }))).toEqual([]);
  });

  it('say where it goes on counting after it has expired', () => {
    expect(remindersOf([held('2026-10-01', { countsAfterExpiry: true })], today)).toMatchObject([{ state: 'expired', countsOn: true }]);
    expect(remindersOf([held('2026-10-01')], today)).toMatchObject([{ state: 'expired', countsOn: false }]);
  });

  it('tell certificates that are not in the catalogue apart by their name', () => {
    const own = (title: string, expiresOn: string) => held(expiresOn, { certification: null, title });
    expect(statesOf(own('First aid', '2026-10-01'), own('Forklift', '2029-10-01'))).toEqual(['expired 2026-10-01']);
    expect(statesOf(own('First aid', '2026-10-01'), own('first aid ', '2029-10-01'))).toEqual([]);
  });

  it('follow the organisation’s own number of months', () => {
    const policy = { ...defaultPolicy, renewalMonths: 1 };
    expect(remindersOf([held('2027-01-22')], today, policy)[0]).toMatchObject({ state: 'soon', renewFrom: '2026-12-22' });
    expect(remindersOf([held('2027-01-23')], today, policy)).toEqual([]);
  });

  it('agree with how the certificate stands', () => {
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
      const one = held(addDays(today, days));
      const [reminder] = remindersOf([one], today);
      const expected = { expired: 'expired', 'expires-soon': 'renew', valid: reminder ? 'soon' : undefined }[validityOf(one, today, defaultPolicy) as 'expired' | 'expires-soon' | 'valid'];
      expect(reminder?.state).toBe(expected);
      expect(renewFrom(one)! <= one.expiresOn!).toBe(true);
    }));
  });
});

test('on its last day a certificate counts for a role, and on the day after it does not', () => {
  const background: Background = {
    levels: {}, appointments: [], pauses: [], education: [],
    certificates: [{ certification: 'itil4-foundation', issuedOn: '2023-11-22', expiresOn: '2026-11-22', countsAfterExpiry: false, confirmed: true }],
  };
  const asked = [{ importance: 'essential' as const, anyOf: [{ kind: 'certification' as const, certification: 'itil4-foundation' }] }];
  const on = (day: string) => readiness(standingOf(background, 'claimed', day), asked, 'claimed');
  expect(on('2026-11-22')).toMatchObject({ status: 'ready', months: 0, blockers: [] });
  expect(on('2026-11-23')).toMatchObject({ status: 'close', months: 3 });
  expect(on('2026-11-23').blockers).toHaveLength(1);
});

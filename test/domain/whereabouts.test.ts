import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsOn, type Appointment } from '#app/domain/appointment.ts';
import { addDays } from '#app/domain/date.ts';
import { heldRoles, startingRoles, whereabouts } from '#app/domain/whereabouts.ts';
import { day, history, shuffled } from './arbitrary.ts';

const today = '2026-11-22';
const post = (roleId: string | null, startedOn: string, endedOn: string | null = null, more: Partial<Appointment> = {}): Appointment => (
  { roleId, familyId: 'desk', startedOn, endedOn, primary: true, ours: true, confirmed: true, ...more });
const beside = { primary: false };
const stated = { confirmed: false };
const elsewhere = { ours: false };

const told = (appointments: readonly Appointment[], on = today) => {
  const where = whereabouts(appointments, on);
  return { from: where.from?.roleId ?? null, held: where.held, beside: where.beside.map(({ roleId }) => roleId) };
};

describe('where a career stands', () => {
  test.each<[string, Appointment[], string | null, 'now' | 'coming' | 'last' | null, string[]]>([
    ['nothing recorded', [], null, null, []],
    ['an earlier employer’s role in words alone', [post(null, '2020-01-01', null, elsewhere)], null, null, []],
    ['one role', [post('main', '2024-01-01')], 'main', 'now', []],
    ['its last day', [post('main', '2024-01-01', today)], 'main', 'now', []],
    ['its first day', [post('main', today)], 'main', 'now', []],
    ['two roles at once', [post('acting', '2022-01-01', null, beside), post('main', '2024-01-01')], 'main', 'now', ['acting']],
    ['two roles beside the main one', [post('b', '2026-02-01', null, beside), post('main', '2024-01-01'), post('a', '2026-01-01', null, beside)], 'main', 'now', ['a', 'b']],
    ['the same role twice', [post('main', '2024-01-01'), post('main', '2026-01-01', null, beside)], 'main', 'now', []],
    ['a role beside none', [post('last', '2020-01-01', '2026-06-30'), post('acting', '2026-01-01', null, beside)], 'acting', 'now', []],
    ['two beside none: the one begun later', [post('a', '2025-01-01', null, beside), post('b', '2026-01-01', null, beside)], 'b', 'now', ['a']],
    ['between two jobs', [post('first', '2020-01-01', '2022-12-31'), post('last', '2023-01-01', '2026-06-30')], 'last', 'last', []],
    ['between two jobs, the next one known', [post('last', '2023-01-01', '2026-06-30'), post('coming', '2027-01-01')], 'coming', 'coming', []],
    ['before the first of two days to come', [post('later', '2028-01-01'), post('coming', '2027-01-01', '2027-12-31')], 'coming', 'coming', []],
    ['a role acted in some day does not make a start', [post('last', '2023-01-01', '2026-06-30'), post('acting', '2027-01-01', null, beside)], 'last', 'last', []],
    ['a promotion to come', [post('main', '2024-01-01', '2026-12-31'), post('coming', '2027-01-01')], 'main', 'now', []],
    ['stated, beginning some day', [post('main', '2024-01-01'), post('said', '2027-01-01', null, stated)], 'main', 'now', []],
    ['stated, after a confirmed one that was not ended', [post('main', '2024-01-01'), post('said', '2026-10-01', null, stated)], 'said', 'now', []],
    ['stated, begun on the very day of the confirmed one', [post('said', '2024-01-01', null, stated), post('main', '2024-01-01')], 'said', 'now', []],
    ['only stated', [post('said', '2026-10-01', null, stated)], 'said', 'now', []],
    ['a correction that ends the role', [post('main', '2024-01-01', null, { corrected: true }), post('main', '2024-01-01', '2026-10-31', stated)], 'main', 'last', []],
    ['only an earlier employer’s role that the catalogue knows', [post('known', '2020-01-01', '2023-12-31', elsewhere)], 'known', 'last', []],
    ['beginning with another employer', [post('last', '2023-01-01', '2026-06-30'), post('theirs', '2027-01-01', null, elsewhere)], 'last', 'last', []],
  ])('%s', (_, appointments, from, held, others) => {
    expect(told(appointments)).toEqual({ from, held, beside: others });
    expect(told(appointments.toReversed())).toEqual({ from, held, beside: others });
  });

  const some: fc.Arbitrary<Appointment[]> = fc.tuple(history, fc.array(fc.record({
    roleId: fc.option(fc.constantFrom('a', 'b', 'c')), familyId: fc.constant('desk'), from: day('2020-01-01', '2027-12-31'), length: fc.option(fc.integer({ min: 0, max: 900 })),
    primary: fc.boolean(), ours: fc.boolean(), confirmed: fc.boolean(),
  }), { maxLength: 4 })).map(([main, others]) => [...main, ...others.map(({ from, length, ...one }) => ({ ...one, startedOn: from, endedOn: length === null ? null : addDays(from, length) }))]);

  test('the order of what is recorded does not matter', () => {
    fc.assert(fc.property(some, fc.nat(1000), day('2019-01-01', '2029-12-31'), (all, seed, on) => {
      expect(told(shuffled(all, seed), on)).toEqual(told(all, on));
    }));
  });

  test('a role is held exactly when one of ours holds on the day, and no role is named twice', () => {
    fc.assert(fc.property(some, day('2019-01-01', '2029-12-31'), (all, on) => {
      const where = whereabouts(all, on);
      for (const one of heldRoles(where)) expect(all.some((given) => given.roleId === one && given.ours && holdsOn(given, on))).toBe(true);
      if (all.some((one) => one.roleId !== null && one.ours && one.primary && !one.confirmed && holdsOn(one, on))) expect(where.held).toBe('now');
      expect(new Set(startingRoles(where)).size).toBe(startingRoles(where).length);
      expect(where.from === null).toBe(where.held === null);
      expect(heldRoles(where)).toEqual(where.held === 'now' ? startingRoles(where) : []);
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appointment } from '#app/domain/appointment.ts';
import { addDays, addMonths } from '#app/domain/date.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { troddenPaths } from '#app/domain/trodden-paths.ts';
import { history, shuffled } from './arbitrary.ts';

type Own = Appointment & { personId: number };
const today = '2026-01-01';
const post = (personId: number, roleId: string, startedOn: string, endedOn: string | null, more: Partial<Appointment> = {}): Own => ({
  personId, roleId, familyId: 'desk', startedOn, endedOn, primary: true, ours: true, confirmed: true, ...more,
});
/** Somebody who spent that many months in one role and went on to another, after a gap of some days. */
const mover = (personId: number, months: number, gap = 0, more: Partial<Appointment> = {}): Own[] => {
  const left = addMonths('2020-01-01', months);
  return [post(personId, 'one', '2020-01-01', addDays(left, -1)), post(personId, 'two', addDays(left, gap), null, more)];
};

describe('a trodden path', () => {
  test('is shown from three people on, with the median of their months', () => {
    expect(troddenPaths([...mover(1, 10), ...mover(2, 30)], today)).toEqual([]);
    expect(troddenPaths([...mover(1, 10), ...mover(2, 30), ...mover(3, 14)], today)).toEqual([{ from: 'one', to: 'two', people: 3, medianMonths: 14 }]);
  });

  test('takes the lower of the two middle values', () => {
    const four = [10, 30, 14, 20].flatMap((months, place) => mover(place, months));
    expect(troddenPaths(four, today)).toEqual([{ from: 'one', to: 'two', people: 4, medianMonths: 14 }]);
  });

  test('never names the people', () => {
    const [path] = troddenPaths([...mover(1, 10), ...mover(2, 30), ...mover(3, 14)], today);
    expect(Object.keys(path!).sort()).toEqual(['from', 'medianMonths', 'people', 'to']);
  });

  test('counts a gap of ninety days, not of ninety-one', () => {
    const with90 = [...mover(1, 10), ...mover(2, 10), ...mover(3, 10, 90)];
    expect(troddenPaths(with90, today)[0]?.people).toBe(3);
    expect(troddenPaths([...mover(1, 10), ...mover(2, 10), ...mover(3, 10, 91)], today)).toEqual([]);
  });

  test.each([
    ['stated', { confirmed: false }], ['secondary', { primary: false }], ['elsewhere', { ours: false }], ['still to come', { startedOn: '2026-01-02' }],
  ])('does not count an appointment that is %s', (_, more) => {
    expect(troddenPaths([...mover(1, 72), ...mover(2, 72), ...mover(3, 72, 0, more)], '2026-01-01')).toEqual([]);
  });

  test('counts somebody who went twice once, with the later time', () => {
    const again = [...mover(1, 10).slice(0, 1), post(1, 'two', '2020-11-01', '2021-12-31'), post(1, 'one', '2022-01-01', '2022-02-28'), post(1, 'two', '2022-03-01', null)];
    expect(troddenPaths([...again, ...mover(2, 12)], today)).toEqual([]);
    expect(troddenPaths([...again, ...mover(2, 12), ...mover(3, 12)], today, { ...defaultPolicy, troddenMinPeople: 1 })).toEqual([
      { from: 'one', to: 'two', people: 3, medianMonths: 12 },
      { from: 'two', to: 'one', people: 1, medianMonths: 14 },
    ]);
  });

  test('takes several appointments in one role as one stay, without the break between them', () => {
    const stay = [post(1, 'one', '2020-01-01', '2020-12-31'), post(1, 'one', '2021-02-01', '2021-12-31'), post(1, 'two', '2022-01-01', null)];
    expect(troddenPaths(stay, today, { ...defaultPolicy, troddenMinPeople: 1 })).toEqual([{ from: 'one', to: 'two', people: 1, medianMonths: 23 }]);
  });

  test('is no path from a role to itself', () => {
    const back = [post(1, 'one', '2020-01-01', '2020-12-31'), post(1, 'one', '2021-12-01', null)];
    expect(troddenPaths(back, today, { ...defaultPolicy, troddenMinPeople: 1 })).toEqual([]);
  });
});

describe('for any histories', () => {
  const people = fc.array(history, { maxLength: 8 }).map((list) => list.flatMap((posts, personId) => posts.map((one) => ({ ...one, personId }))));

  test('every path is made by enough people, and lower numbers only add paths', () => {
    fc.assert(fc.property(people, (appointments) => {
      const shown = troddenPaths(appointments, '2035-01-01');
      expect(shown.every((path) => path.people >= 3 && path.from !== path.to)).toBe(true);
      expect(troddenPaths(appointments, '2035-01-01', { ...defaultPolicy, troddenMinPeople: 1 })).toEqual(expect.arrayContaining(shown));
    }));
  });

  test('the order of the list never matters', () => {
    fc.assert(fc.property(people, fc.nat(50), (appointments, seed) => {
      const policy = { ...defaultPolicy, troddenMinPeople: 1 };
      expect(troddenPaths(shuffled(appointments, seed), '2035-01-01', policy)).toEqual(troddenPaths(appointments, '2035-01-01', policy));
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countingAppointments, currentAppointment, entryStatus, experienceSpans, gapDays, holdsOn, staysOf, type Appointment,
} from '#app/domain/appointment.ts';
import { dayNumber } from '#app/domain/date.ts';
import { isPaused, pausedSpans, timeAway } from '#app/domain/pause.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { day, history, pause, shuffled } from './arbitrary.ts';

const post = (startedOn: string, endedOn: string | null = null, more: Partial<Appointment> = {}): Appointment => ({
  roleId: 'one', familyId: 'desk', startedOn, endedOn, primary: true, ours: true, confirmed: true, ...more,
});

test('an appointment holds from its first day to its last', () => {
  const one = post('2024-01-10', '2024-02-10');
  expect(['2024-01-09', '2024-01-10', '2024-02-10', '2024-02-11'].map((today) => holdsOn(one, today))).toEqual([false, true, true, false]);
  expect(holdsOn(post('2024-01-10'), '2999-01-01')).toBe(true);
});

test('the gap is the days strictly between', () => {
  expect(gapDays('2024-02-28', '2024-02-29')).toBe(0);
  expect(gapDays('2024-02-28', '2024-03-01')).toBe(1);
  expect(gapDays('2024-02-28', '2024-01-01')).toBe(0);
});

test('entries are stated until they are confirmed', () => {
  expect([entryStatus({ confirmed: false }), entryStatus({ confirmed: true })]).toEqual(['stated', 'confirmed']);
});

test('the current appointment is the primary one with us that holds today', () => {
  const main = post('2024-01-01');
  const others = [post('2024-06-01', null, { primary: false }), post('2024-06-01', null, { ours: false }), post('2025-06-01'), post('2020-01-01', '2023-12-31')];
  expect(currentAppointment([...others, main], '2025-01-01')).toBe(main);
  expect(currentAppointment(others, '2025-01-01')).toBeNull();
});

describe('what counts on the claimed basis', () => {
  const open = post('2023-01-01');
  const stated = post('2024-05-01', null, { confirmed: false, roleId: 'two' });

  test('a stated appointment does, and ends the open confirmed one the day before', () => {
    expect(countingAppointments([open, stated], 'claimed')).toEqual([{ ...open, endedOn: '2024-04-30' }, stated]);
    expect(countingAppointments([open, stated], 'confirmed')).toEqual([open]);
  });

  test('the earliest later one ends it', () => {
    const sooner = { ...stated, startedOn: '2024-02-01', endedOn: '2024-04-30' };
    expect(countingAppointments([stated, open, sooner], 'claimed')[1]!.endedOn).toBe('2024-01-31');
  });

  test.each([
    ['a secondary one', { ...stated, primary: false }],
    ['an earlier employer’s', { ...stated, ours: false }],
    ['one that begins earlier', { ...stated, startedOn: '2022-01-01' }],
  ])('%s does not end it', (_, other) => {
    expect(countingAppointments([open, other], 'claimed')[0]!.endedOn).toBeNull();
  });

  test('nothing else is ended: not what has an end, not a secondary one', () => {
    const ended = post('2022-01-01', '2024-12-31');
    const side = post('2023-01-01', null, { primary: false });
    expect(countingAppointments([ended, side, stated], 'claimed')).toEqual([ended, side, stated]);
  });

  test('a corrected one gives way to its correction; on the confirmed basis it stays as it is', () => {
    const corrected = { ...open, corrected: true };
    const correction = { ...open, endedOn: '2024-08-31', confirmed: false };
    expect(countingAppointments([corrected, correction], 'claimed')).toEqual([correction]);
    expect(countingAppointments([corrected, correction], 'confirmed')).toEqual([corrected]);
  });
});

describe('days of experience', () => {
  const today = '2025-01-31';

  test('come from all kinds and employers that have a family; open ones end today', () => {
    const posts = [
      post('2024-01-01'), post('2023-01-01', '2023-06-30', { ours: false }), post('2024-03-01', '2024-04-30', { primary: false, familyId: 'apps' }),
      post('2020-01-01', '2020-12-31', { ours: false, familyId: null, roleId: null }),
    ];
    expect(experienceSpans(posts, [], today)).toEqual([
      { familyId: 'desk', from: '2024-01-01', to: today },
      { familyId: 'desk', from: '2023-01-01', to: '2023-06-30' },
      { familyId: 'apps', from: '2024-03-01', to: '2024-04-30' },
    ]);
  });

  test('nothing of the future counts', () => {
    expect(experienceSpans([post('2025-03-01'), post('2025-01-01', '2025-12-31')], [], today)).toEqual([{ familyId: 'desk', from: '2025-01-01', to: today }]);
  });

  test('a sabbatical is cut out, parental and sick leave and secondments are not', () => {
    const pauses = (['parental', 'sick', 'secondment'] as const).map((kind) => ({ kind, startedOn: '2024-02-01', endedOn: '2024-02-29' }));
    expect(experienceSpans([post('2024-01-01')], pauses, today)).toEqual([{ familyId: 'desk', from: '2024-01-01', to: today }]);
    const sabbatical = { kind: 'sabbatical' as const, startedOn: '2024-03-01', endedOn: '2024-05-31' };
    expect(experienceSpans([post('2024-01-01')], [...pauses, sabbatical], today)).toEqual([
      { familyId: 'desk', from: '2024-01-01', to: '2024-02-29' },
      { familyId: 'desk', from: '2024-06-01', to: today },
    ]);
    expect(experienceSpans([post('2024-01-01')], [{ ...sabbatical, endedOn: null }], today)).toEqual([{ familyId: 'desk', from: '2024-01-01', to: '2024-02-29' }]);
  });

  test('which pauses are cut out is the organisation’s choice', () => {
    const sick = { kind: 'sick' as const, startedOn: '2024-03-01', endedOn: null };
    const policy = { ...defaultPolicy, cutFromExperience: ['sick' as const] };
    expect(experienceSpans([post('2024-01-01')], [sick], today, policy)).toEqual([{ familyId: 'desk', from: '2024-01-01', to: '2024-02-29' }]);
  });
});

describe('stays', () => {
  const today = '2025-01-31';

  test('join appointments in one role, over team changes and short breaks', () => {
    const posts = [post('2022-01-01', '2022-12-31'), post('2023-01-01', '2023-05-31'), post('2023-08-30', '2023-12-31')];
    expect(staysOf(posts, today)).toEqual([{
      roleId: 'one', from: '2022-01-01', to: '2023-12-31',
      spans: [{ from: '2022-01-01', to: '2022-12-31' }, { from: '2023-01-01', to: '2023-05-31' }, { from: '2023-08-30', to: '2023-12-31' }],
    }]);
    expect(staysOf([posts[1]!, post('2023-08-31')], today)).toHaveLength(2);
  });

  test('end where another role comes between', () => {
    const posts = [post('2022-01-01', '2022-12-31'), post('2023-01-01', '2023-01-31', { roleId: 'two' }), post('2023-02-01')];
    expect(staysOf(posts, today).map(({ roleId, from, to }) => [roleId, from, to])).toEqual([
      ['one', '2022-01-01', '2022-12-31'], ['two', '2023-01-01', '2023-01-31'], ['one', '2023-02-01', null],
    ]);
  });

  test('are of primary appointments with us that have begun', () => {
    expect(staysOf([post('2025-02-01'), post('2024-01-01', null, { ours: false }), post('2024-01-01', null, { primary: false })], today)).toEqual([]);
  });

  test('do not depend on the order of the list, and cover every appointment', () => {
    fc.assert(fc.property(history, fc.nat(50), (posts, seed) => {
      const stays = staysOf(posts, '2035-01-01');
      expect(staysOf(shuffled(posts, seed), '2035-01-01')).toEqual(stays);
      expect(stays.flatMap(({ spans }) => spans)).toHaveLength(posts.length);
    }));
  });
});

describe('pauses', () => {
  test('hold from their first day to their last, open ones from then on', () => {
    const closed = { startedOn: '2025-01-10', endedOn: '2025-01-20' };
    expect(['2025-01-09', '2025-01-10', '2025-01-20', '2025-01-21'].map((today) => isPaused([closed], today))).toEqual([false, true, true, false]);
    expect(isPaused([{ startedOn: '2025-01-10', endedOn: null }], '2025-01-09')).toBe(false);
    expect(isPaused([{ startedOn: '2025-01-10', endedOn: null }], '2029-01-01')).toBe(true);
  });

  test('are told as months and days until today, each day once', () => {
    const away = [{ startedOn: '2025-01-10', endedOn: '2025-03-14' }, { startedOn: '2025-02-01', endedOn: '2025-02-28' }, { startedOn: '2026-01-01', endedOn: '2026-06-30' }];
    expect(timeAway(away, '2025-06-01')).toEqual({ months: 2, days: 5 });
    expect(timeAway(away, '2025-01-10')).toEqual({ months: 0, days: 1 });
    expect(timeAway([...away, { startedOn: '2025-05-06', endedOn: null }], '2025-06-01')).toEqual({ months: 3, days: 2 });
    expect(timeAway([{ startedOn: '2026-01-01', endedOn: null }], '2025-06-01')).toEqual({ months: 0, days: 0 });
  });

  test('hold today exactly when today is one of their days', () => {
    fc.assert(fc.property(fc.array(pause, { maxLength: 4 }), day('2018-01-01', '2029-12-31'), (pauses, today) => {
      const number = dayNumber(today);
      const isIn = pausedSpans(pauses, today).some(({ from, to }) => dayNumber(from) <= number && number <= dayNumber(to));
      expect(isPaused(pauses, today)).toBe(isIn);
    }));
  });
});

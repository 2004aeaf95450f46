import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Appointment } from '#app/domain/appointment.ts';
import { addDays, addMonths, daysBetween } from '#app/domain/date.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { reviewClock, type ClockInput, type ReviewClock } from '#app/domain/review-clock.ts';
import type { Settlement } from '#app/domain/settlement.ts';
import { day, history, pause, rules, settlement, shuffled } from './arbitrary.ts';
import { catalogue, examples, type Example } from './examples.ts';

describe('the worked examples', () => {
  test.each(examples<Example<Omit<ClockInput, 'rules'>, Partial<ReviewClock> | null>[]>('review-clock'))('$name', ({ given, expect: expected }) => {
    const clock = reviewClock({ ...given, rules: catalogue.rules });
    if (expected === null) expect(clock).toBeNull();
    else expect(clock).toMatchObject(expected);
  });
});

const post = (startedOn: string, endedOn: string | null = null, more: Partial<Appointment> = {}): Appointment => ({
  roleId: 'one', familyId: 'desk', startedOn, endedOn, primary: true, ours: true, confirmed: true, ...more,
});
const decided = (decidedOn: string, nextCheckOn: string, more: Partial<Settlement> = {}): Settlement => ({
  decidedOn, nextCheckOn, recordedAt: `${decidedOn}T12:00:00Z`, outcome: 'develop', withdrawnOn: null, ...more,
});
const clock = (today: string, appointments: Appointment[], more: Partial<ClockInput> = {}) =>
  reviewClock({ appointments, pauses: [], settlements: [], rules, today, ...more });

describe('whom it runs for', () => {
  const open = post('2024-01-01');
  test.each([
    ['a stated appointment', post('2024-01-01', null, { confirmed: false })],
    ['a secondary one', post('2024-01-01', null, { primary: false })],
    ['an earlier employer’s', post('2024-01-01', null, { ours: false })],
    ['one that has not begun', post('2025-06-02')],
    ['one that ended yesterday', post('2024-01-01', '2025-05-31')],
    ['a family without a rule', post('2024-01-01', null, { familyId: 'apps' })],
    ['no family', post('2024-01-01', null, { familyId: null })],
    ['a family named like something every object has', post('2024-01-01', null, { familyId: 'constructor' })],
  ])('not for %s', (_, appointment) => {
    expect(clock('2025-06-01', [appointment])).toBeNull();
  });

  test('not for a family whose rule has been taken away', () => {
    const without = { ...rules, desk: null } as unknown as typeof rules;
    expect(clock('2025-06-01', [open], { rules: without })).toBeNull();
  });

  test('for one without a last day, be it null or left out, and a pause likewise', () => {
    const leftOut = { ...open, endedOn: undefined } as unknown as Appointment;
    expect(clock('2025-06-01', [leftOut])).toEqual(clock('2025-06-01', [open]));
    const pauses = [{ startedOn: '2025-05-01' } as unknown as ClockInput['pauses'][number]];
    expect(clock('2025-06-01', [open], { pauses })).toEqual(clock('2025-06-01', [open], { pauses: [{ startedOn: '2025-05-01', endedOn: null }] }));
  });

  test('for one that begins or ends today', () => {
    expect(clock('2024-01-01', [open])).toMatchObject({ countedDays: 0, status: 'ahead', familyId: 'desk', roleId: 'one' });
    expect(clock('2025-05-31', [post('2024-01-01', '2025-05-31')])).not.toBeNull();
  });
});

describe('the spell', () => {
  test('goes back over several appointments and all their gaps', () => {
    const posts = [post('2022-01-01', '2022-06-30'), post('2022-07-11', '2022-12-31', { roleId: 'two' }), post('2023-01-21')];
    expect(clock('2023-06-01', posts)).toMatchObject({ startedOn: '2022-01-01', dueOn: '2024-01-31', countedDays: 516 - 30 });
  });

  test('stops at the first gap that is too long, whatever lies before it', () => {
    const posts = [post('2020-01-01', '2020-12-31'), post('2021-01-01', '2021-12-31'), post('2022-04-02')];
    expect(clock('2023-01-01', posts)?.startedOn).toBe('2022-04-02');
    expect(clock('2023-01-01', [...posts.slice(0, 2), post('2022-04-01')])?.startedOn).toBe('2020-01-01');
  });

  test('stops where the role differs when the rule restarts on it, even over other families in between', () => {
    const network = { familyId: 'network' };
    const posts = [post('2020-01-01', '2020-12-31', network), post('2021-01-01', '2021-01-31'), post('2021-02-01', null, network)];
    expect(clock('2022-01-01', posts)?.startedOn).toBe('2020-01-01');
    const other = [post('2020-01-01', '2020-12-31', { ...network, roleId: 'two' }), ...posts.slice(1)];
    expect(clock('2022-01-01', other)?.startedOn).toBe('2021-02-01');
  });

  test('bridges as many days as the policy says', () => {
    const posts = [post('2022-01-01', '2022-06-30'), post('2022-07-21')];
    const policy = { ...defaultPolicy, bridgedGapDays: 19 };
    expect(clock('2023-01-01', posts, { policy })?.startedOn).toBe('2022-07-21');
    expect(clock('2023-01-01', posts, { policy: { ...policy, bridgedGapDays: 20 } })?.startedOn).toBe('2022-01-01');
  });
});

describe('pauses', () => {
  const open = [post('2024-01-01')];
  test('count each day once where they overlap one another or a gap', () => {
    const pauses = [
      { startedOn: '2024-03-01', endedOn: '2024-03-31' }, { startedOn: '2024-03-15', endedOn: '2024-04-09' }, { startedOn: '2024-03-01', endedOn: '2024-03-02' },
    ];
    expect(clock('2025-01-01', open, { pauses })?.dueOn).toBe(addDays('2026-01-01', 40));
    const withGap = [post('2023-06-01', '2024-02-29'), post('2024-03-11')];
    expect(clock('2025-01-01', withGap, { pauses })?.dueOn).toBe(addDays('2025-06-01', 40));
  });

  test('before the spell do not matter', () => {
    expect(clock('2025-01-01', open, { pauses: [{ startedOn: '2023-01-01', endedOn: '2023-12-31' }] })?.dueOn).toBe('2026-01-01');
    expect(clock('2025-01-01', open, { pauses: [{ startedOn: '2023-12-01', endedOn: '2024-01-02' }] })?.dueOn).toBe('2026-01-03');
  });

  test('planned with an end count already; open ones count nothing before they begin', () => {
    expect(clock('2025-01-01', open, { pauses: [{ startedOn: '2025-03-01', endedOn: '2025-03-10' }] })).toMatchObject({ dueOn: '2026-01-11', status: 'ahead' });
    expect(clock('2025-01-01', open, { pauses: [{ startedOn: '2025-03-01', endedOn: null }] })).toMatchObject({ dueOn: '2026-01-01', status: 'ahead' });
  });

  test.each([
    ['2025-02-28', 'ahead'], ['2025-03-01', 'paused'], ['2025-03-10', 'paused'], ['2025-03-11', 'ahead'],
  ])('on %s the status is %s', (today, status) => {
    expect(clock(today, open, { pauses: [{ startedOn: '2025-03-01', endedOn: '2025-03-10' }] })?.status).toBe(status);
  });

  test('that a later date takes in move it further', () => {
    const pauses = [{ startedOn: '2025-12-30', endedOn: '2026-01-02' }, { startedOn: '2026-01-03', endedOn: '2026-01-20' }];
    // Two days lie before the first of January; the date they lead to takes in the rest, one after the other.
    expect(clock('2025-06-01', open, { pauses })?.dueOn).toBe('2026-01-23');
  });
});

describe('settlements', () => {
  const open = [post('2022-01-01')];
  test('the last one rules, on one day the one recorded last, whatever the text of its time looks like', () => {
    const early = decided('2024-06-03', '2025-06-03', { recordedAt: '2024-06-03T15:00:00Z' });
    const late = decided('2024-06-03', '2024-09-03', { recordedAt: '2024-06-03T15:00:00.500Z', outcome: 'defer' });
    for (const settlements of [[early, late], [late, early]]) expect(clock('2024-07-01', open, { settlements })).toMatchObject({ dueOn: '2024-09-03', settlement: late, settled: true });
    const later = decided('2024-06-04', '2024-08-04');
    const justAfter = decided('2024-06-03', '2024-08-03', { recordedAt: '2024-06-03T17:00:00.500100+02:00' });
    expect(clock('2024-07-01', open, { settlements: [justAfter, late] })?.settlement).toBe(justAfter);
    expect(clock('2024-07-01', open, { settlements: [later, late] })?.dueOn).toBe('2024-08-04');
  });

  test('count from the first day of the spell to today', () => {
    expect(clock('2024-07-01', open, { settlements: [decided('2021-12-31', '2025-01-01')] })?.settlement).toBeNull();
    expect(clock('2024-07-01', open, { settlements: [decided('2022-01-01', '2025-01-01')] })?.dueOn).toBe('2025-01-01');
    expect(clock('2024-07-01', open, { settlements: [decided('2024-07-02', '2025-01-01')] })?.dueOn).toBe('2024-01-01');
    expect(clock('2024-07-01', open, { settlements: [decided('2024-07-01', '2025-01-01')] })?.dueOn).toBe('2025-01-01');
  });

  test('pauses after the decision move its date, those before it do not', () => {
    const settlements = [decided('2024-06-01', '2024-12-01')];
    expect(clock('2024-07-01', open, { settlements, pauses: [{ startedOn: '2024-05-01', endedOn: '2024-05-10' }] })?.dueOn).toBe('2024-12-01');
    expect(clock('2024-07-01', open, { settlements, pauses: [{ startedOn: '2024-06-10', endedOn: '2024-06-19' }] })?.dueOn).toBe('2024-12-11');
  });

  test('taken back: from that day on, and not before it comes', () => {
    const settlements = [decided('2024-01-10', '2025-01-10', { outcome: 'stay', withdrawnOn: '2024-05-01' })];
    expect(clock('2024-04-30', open, { settlements })?.dueOn).toBe('2025-01-10');
    expect(clock('2024-05-01', open, { settlements })).toMatchObject({ dueOn: '2024-05-01', status: 'due' });
    const beforeDue = [decided('2022-06-01', '2025-01-10', { outcome: 'stay', withdrawnOn: '2023-05-01' })];
    expect(clock('2023-06-01', open, { settlements: beforeDue })).toMatchObject({ dueOn: '2024-01-01', settled: false });
  });

  test('warn two months ahead at most, and less where the rule warns later', () => {
    const settlements = [decided('2024-06-01', '2024-12-01')];
    expect(clock('2024-07-01', open, { settlements })?.warnOn).toBe('2024-10-01');
    const short = { desk: { ...rules.desk!, warnMonths: 1 } };
    expect(clock('2024-07-01', open, { settlements, rules: short })?.warnOn).toBe('2024-11-01');
    expect(clock('2024-07-01', open, { settlements, policy: { ...defaultPolicy, settledWarnMonths: 3 } })?.warnOn).toBe('2024-09-01');
    expect(clock('2023-07-01', open, { settlements: [decided('2023-06-01', '2023-12-01')] })?.warnOn).toBe('2023-07-01');
  });
});

const input: fc.Arbitrary<ClockInput> = fc.record({
  appointments: history, pauses: fc.array(pause, { maxLength: 3 }), settlements: fc.array(settlement, { maxLength: 4 }),
  rules: fc.constant(rules), today: day('2019-01-01', '2029-12-31'),
});

describe('on any history', () => {
  test('the status says where today lies, and the dates are in order', () => {
    fc.assert(fc.property(input, (given) => {
      const found = reviewClock(given);
      if (!found) return;
      const { today, pauses } = given;
      const { warnOn, dueOn, overdueOn, status } = found;
      expect([found.startedOn <= found.unsettledDueOn, found.unsettledDueOn <= dueOn, warnOn <= dueOn, dueOn < overdueOn]).toEqual([true, true, true, true]);
      const places = { ahead: today < warnOn, upcoming: today >= warnOn && today < dueOn, due: today >= dueOn && today < overdueOn, overdue: today >= overdueOn };
      const isAway = pauses.some(({ startedOn, endedOn }) => startedOn <= today && (endedOn ?? today) >= today);
      expect(Object.entries(places).filter(([, holds]) => holds)).toHaveLength(1);
      expect(status).toBe(isAway ? 'paused' : Object.entries(places).find(([, holds]) => holds)![0]);
      expect(found.daysUntilDue).toBe(daysBetween(today, dueOn));
      expect(found.countedDays).toBeGreaterThanOrEqual(0);
      expect(found.countedDays).toBeLessThanOrEqual(daysBetween(found.startedOn, today));
    }));
  });

  test('without gaps, pauses and settlements it is plain calendar arithmetic', () => {
    fc.assert(fc.property(day('2018-01-01', '2025-01-01'), fc.nat(2000), (startedOn, later) => {
      const found = clock(addDays(startedOn, later), [post(startedOn)])!;
      const dueOn = addMonths(startedOn, 24);
      expect(found).toMatchObject({ startedOn, dueOn, unsettledDueOn: dueOn, warnOn: addMonths(dueOn, -6), overdueOn: addDays(dueOn, 31), countedDays: later, settlement: null, settled: false });
    }));
  });

  test('a longer pause never brings a date forward', () => {
    fc.assert(fc.property(input, fc.nat(), fc.nat(300), (given, pick, more) => {
      const place = given.pauses.length === 0 ? -1 : pick % given.pauses.length;
      fc.pre(place >= 0);
      const pauses = given.pauses.map((one, at) => (at === place && one.endedOn !== null ? { ...one, endedOn: addDays(one.endedOn, more) } : one));
      const [before, after] = [reviewClock(given), reviewClock({ ...given, pauses })];
      expect(after === null).toBe(before === null);
      if (before && after) {
        expect(after.unsettledDueOn >= before.unsettledDueOn && after.dueOn >= before.dueOn && after.overdueOn >= before.overdueOn).toBe(true);
        expect(after.countedDays).toBeLessThanOrEqual(before.countedDays);
      }
    }));
  });

  test('settlements never bring the due date forward, and leave the start and what is counted alone', () => {
    fc.assert(fc.property(input, (given) => {
      const [plain, settledClock] = [reviewClock({ ...given, settlements: [] }), reviewClock(given)];
      if (!plain || !settledClock) return;
      expect(settledClock.dueOn >= plain.dueOn).toBe(true);
      expect(settledClock.unsettledDueOn).toBe(plain.dueOn);
      expect([settledClock.startedOn, settledClock.countedDays]).toEqual([plain.startedOn, plain.countedDays]);
      expect(settledClock.settled).toBe(settledClock.dueOn > plain.dueOn);
    }));
  });

  test('the order of the lists never matters', () => {
    fc.assert(fc.property(input, fc.nat(50), (given, seed) => {
      const { appointments, pauses, settlements } = given;
      expect(reviewClock({ ...given, appointments: shuffled(appointments, seed), pauses: shuffled(pauses, seed), settlements: shuffled(settlements, seed) })).toEqual(reviewClock(given));
    }));
  });

  test('another day passes without the start moving, unless a new spell begins', () => {
    fc.assert(fc.property(input, (given) => {
      const last = given.appointments.at(-1)!;
      fc.pre(given.today >= last.startedOn);
      const [now, tomorrow] = [reviewClock(given), reviewClock({ ...given, today: addDays(given.today, 1) })];
      expect(tomorrow?.startedOn).toBe(now?.startedOn);
    }));
  });
});

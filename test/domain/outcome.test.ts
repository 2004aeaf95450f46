import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deferralsInARow, isWithdrawable, latestCheck, outcomes, proposedCheck, settle, settleRefusals, type SettleInput, type Wish,
} from '#app/domain/outcome.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { reviewClock } from '#app/domain/review-clock.ts';
import { rulingSettlement, type Outcome, type Settlement } from '#app/domain/settlement.ts';
import { day, rules, settlement, shuffled } from './arbitrary.ts';

const rule = rules.desk!;
const asked = (outcome: Outcome, more: Partial<SettleInput> = {}): SettleInput => ({
  outcome, decidedOn: '2026-01-31', wish: null, acknowledged: true, reason: '', nextCheckOn: null, appointment: null,
  current: { roleId: 'one', familyId: 'desk' }, rule, settlements: [], ...more,
});
const earlier = (outcome: Outcome, decidedOn: string, recordedAt = `${decidedOn}T10:00:00Z`): Settlement => ({
  outcome, decidedOn, recordedAt, nextCheckOn: '2027-01-01', withdrawnOn: null,
});

describe('choosing to stay', () => {
  test('needs the person’s own wish and the manager’s acknowledgement', () => {
    for (const wish of ['move', 'unsure', null] as (Wish | null)[]) expect(settle(asked('stay', { wish }))).toEqual({ refused: 'needs-wish-to-stay' });
    expect(settle(asked('stay', { wish: 'stay', acknowledged: false }))).toEqual({ refused: 'needs-managers-acknowledgement' });
  });

  test('is asked again after the renewal, whatever date the form had', () => {
    expect(settle(asked('stay', { wish: 'stay', nextCheckOn: '2030-01-01' }))).toEqual({ nextCheckOn: '2027-01-31' });
    expect(settle(asked('stay', { wish: 'stay', rule: { ...rule, renewMonths: 1 } }))).toEqual({ nextCheckOn: '2026-02-28' });
  });

  test('and being recognised can be taken back, other outcomes cannot', () => {
    expect(outcomes.filter(isWithdrawable)).toEqual(['stay', 'recognise']);
  });
});

describe('recognising', () => {
  test.each([['stay', true], ['unsure', true], ['move', false], [null, false]] as [Wish | null, boolean][])('with the wish %s: %s', (wish, allowed) => {
    expect(settle(asked('recognise', { wish }))).toEqual(allowed ? { nextCheckOn: '2027-01-31' } : { refused: 'needs-wish-to-stay-or-unsure' });
  });
});

describe('developing', () => {
  test.each([
    [null, { refused: 'needs-date' }],
    ['2026-01-31', { refused: 'date-too-early' }],
    ['2026-02-01', { nextCheckOn: '2026-02-01' }],
    ['2027-01-31', { nextCheckOn: '2027-01-31' }],
    ['2027-02-01', { refused: 'date-too-late' }],
  ])('until %s', (nextCheckOn, answer) => {
    expect(settle(asked('develop', { nextCheckOn }))).toEqual(answer);
  });

  test('for as long as the policy says', () => {
    const policy = { ...defaultPolicy, developMonths: 18 };
    expect(settle(asked('develop', { nextCheckOn: '2027-07-31', policy }))).toEqual({ nextCheckOn: '2027-07-31' });
  });
});

describe('putting off', () => {
  const later = { reason: 'The team moves house in May.', nextCheckOn: '2026-07-31' };

  test('needs a reason', () => {
    expect(settle(asked('defer', { ...later, reason: '  ' }))).toEqual({ refused: 'needs-reason' });
  });

  test('is for half a year at most', () => {
    expect(settle(asked('defer', later))).toEqual({ nextCheckOn: '2026-07-31' });
    expect(settle(asked('defer', { ...later, nextCheckOn: '2026-08-01' }))).toEqual({ refused: 'date-too-late' });
    expect(settle(asked('defer', { ...later, nextCheckOn: null }))).toEqual({ refused: 'needs-date' });
  });

  test('goes twice in a row, not three times', () => {
    const once = earlier('defer', '2025-01-01');
    const twice = earlier('defer', '2025-06-01');
    expect(settle(asked('defer', { ...later, settlements: [once] }))).toEqual({ nextCheckOn: '2026-07-31' });
    expect(settle(asked('defer', { ...later, settlements: [once, twice] }))).toEqual({ refused: 'deferred-too-often' });
    expect(settle(asked('defer', { ...later, settlements: [twice, earlier('develop', '2025-09-01'), once] }))).toEqual({ nextCheckOn: '2026-07-31' });
    expect(settle(asked('defer', { ...later, settlements: [once, earlier('develop', '2025-03-01'), twice] }))).toEqual({ nextCheckOn: '2026-07-31' });
    expect(settle(asked('develop', { ...later, settlements: [once, twice] }))).toEqual({ nextCheckOn: '2026-07-31' });
  });

  test('counts in a row from the last one back', () => {
    expect(deferralsInARow([])).toBe(0);
    expect(deferralsInARow([earlier('defer', '2025-01-01'), earlier('defer', '2025-02-01')])).toBe(2);
    expect(deferralsInARow([earlier('stay', '2025-03-01'), earlier('defer', '2025-02-01')])).toBe(0);
    expect(deferralsInARow([earlier('stay', '2025-03-01', '2025-03-01T09:00:00Z'), earlier('defer', '2025-03-01', '2025-03-01T10:00:00Z')])).toBe(1);
  });
});

describe('a new role', () => {
  const to = (roleId: string, familyId: string) => ({ appointment: { roleId, familyId, startsOn: '2026-04-01' } });

  test('has to be named', () => {
    expect(settle(asked('promote'))).toEqual({ refused: 'needs-appointment' });
    expect(settle(asked('move'))).toEqual({ refused: 'needs-appointment' });
  });

  test('in another family begins a clock of its own, so the talk is settled until its first day', () => {
    expect(settle(asked('promote', to('two', 'network')))).toEqual({ nextCheckOn: '2026-04-01' });
  });

  test('on the same clock is asked about a renewal after its first day', () => {
    expect(settle(asked('promote', to('two', 'desk')))).toEqual({ nextCheckOn: '2027-04-01' });
    expect(settle(asked('move', to('two', 'desk')))).toEqual({ nextCheckOn: '2027-04-01' });
  });

  test('restarts the clock where the rule says so', () => {
    const network = { current: { roleId: 'one', familyId: 'network' }, rule: rules.network! };
    expect(settle(asked('move', { ...network, ...to('two', 'network') }))).toEqual({ nextCheckOn: '2026-04-01' });
    expect(settle(asked('move', { ...network, ...to('one', 'network') }))).toEqual({ nextCheckOn: '2027-04-01' });
  });
});

describe('dates in forms', () => {
  test('the latest allowed', () => {
    expect(outcomes.map((outcome) => latestCheck(outcome, '2026-01-31'))).toEqual([null, null, '2027-01-31', null, null, '2026-07-31']);
  });

  test('the proposed one is a renewal ahead and always allowed', () => {
    fc.assert(fc.property(day(), fc.constantFrom<Outcome[]>('develop', 'defer'), (decidedOn, outcome) => {
      const nextCheckOn = proposedCheck(outcome, decidedOn, rule);
      expect(settle(asked(outcome, { decidedOn, nextCheckOn, reason: 'why' }))).toEqual({ nextCheckOn });
    }));
  });

  test('every refusal has words', () => {
    expect(Object.values(settleRefusals).every((words) => words.length > 20)).toBe(true);
  });
});

test('the ruling settlement is the last in its time, in whatever order they are listed', () => {
  fc.assert(fc.property(fc.array(settlement), day(), day(), fc.nat(50), (list, from, until, seed) => {
    const ruling = rulingSettlement(list, from, until);
    expect(rulingSettlement(shuffled(list, seed), from, until)).toEqual(ruling);
    const within = list.filter(({ decidedOn }) => decidedOn >= from && decidedOn <= until);
    if (!ruling) expect(within).toEqual([]);
    else expect(within.every(({ decidedOn }) => decidedOn <= ruling.decidedOn)).toBe(true);
  }));
});

test('what settles is what the clock then shows', () => {
  fc.assert(fc.property(day('2022-06-01', '2025-12-31'), fc.integer({ min: 1, max: 180 }), (today, ahead) => {
    const appointments = [{ roleId: 'one', familyId: 'desk', startedOn: '2020-01-01', endedOn: null, primary: true, ours: true, confirmed: true }];
    const answer = settle(asked('stay', { decidedOn: today, wish: 'stay', nextCheckOn: null }));
    if ('refused' in answer) throw new Error(answer.refused);
    const made: Settlement = { outcome: 'stay', decidedOn: today, recordedAt: ahead, nextCheckOn: answer.nextCheckOn, withdrawnOn: null };
    expect(reviewClock({ appointments, pauses: [], settlements: [made], rules, today })).toMatchObject({ dueOn: answer.nextCheckOn, status: 'ahead', settled: true });
  }));
});

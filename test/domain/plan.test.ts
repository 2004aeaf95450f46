import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceText, spanText } from '#app/domain/plan-item-text.ts';
import { planProgress, progressDays, type ProgressItem } from '#app/domain/plan-progress.ts';
import { asRequirement, suggestionsFor } from '#app/domain/plan-suggestions.ts';
import { isOpen, itemStates, nextOnRoute, nextStates, routeFault } from '#app/domain/plan.ts';
import { readiness } from '#app/domain/readiness.ts';
import { stretchSpan } from '#app/domain/stretch-work.ts';
import type { Standing } from '#app/domain/standing.ts';
import { addDays } from '#app/domain/date.ts';

const today = '2026-11-22';

describe('states', () => {
  it('what is open goes to and fro, what was dropped comes back, what is done opens only while no rating rests on it', () => {
    expect(itemStates.filter(isOpen)).toEqual(['planned', 'under-way']);
    expect(nextStates('planned')).toEqual(['under-way', 'dropped']);
    expect(nextStates('dropped')).toEqual(['planned']);
    expect(nextStates('done')).toEqual(['under-way']);
    expect(nextStates('done', true)).toEqual([]);
    for (const state of itemStates) expect(nextStates(state)).not.toContain('done');
  });
});

describe('a route', () => {
  const known = { held: ['a'], roles: ['a', 'b', 'c'].map((id) => ({ id })), transitions: [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }, { from: 'b', to: 'a' }] };

  it('is a way over known moves, from where the person is, without coming back', () => {
    expect(routeFault(['a', 'b', 'c'], known)).toBeNull();
    expect(routeFault(['a'], known)).toBe('too-short');
    expect(routeFault(['a', 'b', 'a'], known)).toBe('twice');
    expect(routeFault(['a', 'x'], known)).toBe('no-such-role');
    expect(routeFault(['b', 'c'], known)).toBe('not-from-here');
    expect(routeFault(['a', 'c'], known)).toBe('no-such-move');
  });

  it('goes on after the last role that is held', () => {
    expect(nextOnRoute(['a', 'b', 'c'], ['a'])).toBe(1);
    expect(nextOnRoute(['a', 'b', 'c'], ['b'])).toBe(2);
    expect(nextOnRoute(['a', 'b', 'c'], ['c'])).toBeNull();
    expect(nextOnRoute(['a', 'b', 'c'], ['x'])).toBe(1);
    expect(nextOnRoute([], ['a'])).toBeNull();
  });
});

describe('words', () => {
  it('says days as short as they stay clear', () => {
    expect(spanText('2026-03-03', '2026-03-05')).toBe('3–5 March 2026');
    expect(spanText('2026-02-28', '2026-03-02')).toBe('28 February – 2 March 2026');
    expect(spanText('2025-12-30', '2026-01-02')).toBe('30 December 2025 – 2 January 2026');
    expect(spanText('2026-03-03', '2026-03-03')).toBe('3 March 2026');
    expect(spanText('2026-03-03', null)).toBe('since 3 March 2026');
    expect(spanText(null, '2026-03-03')).toBe('until 3 March 2026');
    expect(spanText(null, null)).toBeNull();
  });

  it('makes a piece of evidence of an item', () => {
    const item = { kind: 'shadowing' as const, title: 'Network change weekend.', host: 'Ada', startsOn: '2026-03-03', endsOn: '2026-03-05', doneOn: '2026-03-09', outcome: null };
    expect(evidenceText(item)).toBe('Shadowing: Network change weekend, hosted by Ada, 3–5 March 2026.');
    expect(evidenceText({ ...item, host: null, startsOn: null, endsOn: null, outcome: 'It worked' })).toBe('Shadowing: Network change weekend, 9 March 2026. Outcome: It worked');
  });
});

describe('suggestions', () => {
  const standing: Standing = { levels: { scripting: { claimed: 2, confirmed: null } }, experience: { spans: [] }, education: 'none', certifications: [] };

  it('are the blockers, the quickest first; their steps add up; a skill that nobody rated is to be rated first', () => {
    const requirements = [
      asRequirement('scripting', 4), asRequirement('networking', 1),
      { importance: 'essential' as const, anyOf: [{ kind: 'experience' as const, months: 12, families: ['desk'] }, { kind: 'certification' as const, certification: 'ccna' }] },
    ];
    const { blockers } = readiness(standing, requirements, 'claimed');
    const found = suggestionsFor(blockers, standing, ['desk']);
    expect(found.map(({ months }) => months)).toEqual([1, 3, 8]);
    expect(found.map(({ ways }) => ways.map(({ by, kinds, rateFirst }) => [by.kind, kinds[0] ?? null, rateFirst]))).toEqual([
      [['skill', 'course', true]], [['certification', 'certificate', false], ['experience', null, false]], [['skill', 'mentoring', false]],
    ]);
    expect(found[2]!.ways[0]!.steps).toEqual([{ from: 2, to: 3, months: 3 }, { from: 3, to: 4, months: 5 }]);
    expect(suggestionsFor(blockers, standing, ['elsewhere'])[1]!.ways[1]!.kinds).toEqual(['project', 'on-call']);
  });
});

describe('progress', () => {
  const state = fc.constantFrom(...itemStates);
  const day = fc.integer({ min: -400, max: 30 }).map((days) => addDays(today, days));
  const item = fc.record({ state, addedOn: day, startsOn: fc.option(day), doneOn: day })
    .map((one): ProgressItem => ({ ...one, addedOn: one.addedOn > today ? today : one.addedOn, doneOn: one.state === 'done' ? (one.doneOn > today ? today : one.doneOn) : null }));

  it('ends with what the items say today, and never loses what was done', () => {
    fc.assert(fc.property(fc.array(item, { maxLength: 12 }), day.filter((on) => on <= today), (items, startedOn) => {
      const days = progressDays(startedOn, today);
      expect(days.length).toBeLessThanOrEqual(14);
      expect([days[0], days.at(-1)]).toEqual([startedOn, today]);
      const points = planProgress(items, days, today);
      const count = (wanted: string) => items.filter((one) => one.state === wanted).length;
      expect(points.at(-1)).toEqual({ on: today, planned: count('planned'), underWay: count('under-way'), done: count('done') });
      points.slice(1).forEach((point, place) => expect(point.done).toBeGreaterThanOrEqual(points[place]!.done));
    }));
  });

  it('counts the days that stretch work took', () => {
    const done = { state: 'done' as const, startsOn: '2026-03-03', endsOn: '2026-03-20', doneOn: '2026-04-01', addedOn: '2026-01-01' };
    expect(stretchSpan(done, today)).toEqual({ from: '2026-03-03', to: '2026-03-20' });
    expect(stretchSpan({ ...done, startsOn: null, endsOn: null }, today)).toEqual({ from: '2026-04-01', to: '2026-04-01' });
    expect(stretchSpan({ ...done, state: 'under-way', endsOn: null, doneOn: null }, today)).toEqual({ from: '2026-03-03', to: today });
  });

  it('counts nothing of the days to come: what was begun before its first day is under way since it was written down', () => {
    const early = { state: 'under-way' as const, startsOn: '2026-12-01', endsOn: '2026-12-05', doneOn: null, addedOn: '2026-11-10' };
    expect(stretchSpan(early, today)).toEqual({ from: '2026-11-10', to: today });
    expect(stretchSpan(early, '2026-12-03')).toEqual({ from: '2026-12-01', to: '2026-12-03' });
    const day = fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days));
    fc.assert(fc.property(fc.constantFrom('under-way' as const, 'done' as const), fc.option(day), fc.option(day), day, day, (state, startsOn, endsOn, doneOn, addedOn) => {
      const past = (on: string) => (on < today ? on : today);
      const { from, to } = stretchSpan({ state, startsOn, endsOn, doneOn: state === 'done' ? past(doneOn) : null, addedOn: past(addedOn) }, today);
      expect(from <= to && to <= today).toBe(true);
    }));
  });
});

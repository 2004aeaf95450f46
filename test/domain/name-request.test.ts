import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lapsesAt, mayAskAgain, nameAnswer } from '#app/domain/name-request.ts';
import { defaultPolicy } from '#app/domain/policy.ts';

const asked = Date.parse('2026-11-01T10:40:00Z');
const days = (count: number) => asked + count * 86_400_000;

describe('a question for a name', () => {
  it('waits for fourteen days to the minute, then counts as no', () => {
    const open = { askedAt: asked, answer: null };
    expect(nameAnswer(open, asked)).toBe('open');
    expect(nameAnswer(open, days(14) - 1)).toBe('open');
    expect(nameAnswer(open, days(14))).toBe('lapsed');
    expect(nameAnswer(open, days(3), { ...defaultPolicy, nameAnswerDays: 3 })).toBe('lapsed');
    expect(nameAnswer({ askedAt: '2026-11-01T10:40:00Z', answer: null }, '2026-11-15T10:40:00Z')).toBe('lapsed');
  });

  it('keeps its answer for ever', () => {
    for (const answer of ['yes', 'no'] as const) expect(nameAnswer({ askedAt: asked, answer }, days(400))).toBe(answer);
  });

  it('is asked again neither while it waits, nor after a yes, nor soon after a no', () => {
    expect(mayAskAgain(null, asked)).toBe(true);
    for (const answer of [null, 'no'] as const) {
      expect(mayAskAgain({ askedAt: asked, answer }, days(14) - 1)).toBe(false);
      expect(mayAskAgain({ askedAt: asked, answer }, days(14))).toBe(true);
    }
    expect(mayAskAgain({ askedAt: asked, answer: 'yes' }, days(400))).toBe(false);
  });

  it('is never open and askable at once, whatever the policy', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 100 * 86_400_000 }), fc.constantFrom(null, 'yes', 'no'), (nameAnswerDays, later, answer) => {
      const policy = { ...defaultPolicy, nameAnswerDays };
      const request = { askedAt: asked, answer: answer as 'yes' | 'no' | null };
      const now = asked + later;
      if (mayAskAgain(request, now, policy)) expect(nameAnswer(request, now, policy)).not.toBe('open');
      if (nameAnswer(request, now, policy) === 'open') expect(lapsesAt(request, policy)).toBeGreaterThan(now);
    }));
  });
});

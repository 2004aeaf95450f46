import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disclosures, sections, type Choice, type Disclosure } from '#app/domain/disclosure.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { aliasOf, chosen, recruiterView, wholeYears, widest, type Viewed } from '#app/domain/visibility.ts';

const all = (disclosure: Disclosure): Choice => ({ skills: disclosure, history: disclosure, certificates: disclosure, wishes: disclosure });
const viewed = (choice: Partial<Choice> | null, more: Partial<Viewed> = {}): Viewed => ({
  name: 'Ada Example', alias: 'Profile 4F7K', role: { roleId: 'one', familyId: 'desk', grade: 2, holders: 5 }, choice, nameGranted: false, ...more,
});

describe('before somebody has chosen', () => {
  test('skills and history are anonymous, wishes hidden', () => {
    expect(chosen(null)).toMatchObject({ skills: 'anonymous', history: 'anonymous', wishes: 'hidden' });
    expect(chosen({ wishes: 'named' })).toMatchObject({ skills: 'anonymous', wishes: 'named' });
  });

  test('the organisation may set other defaults', () => {
    const policy = { ...defaultPolicy, disclosure: all('hidden') };
    expect(recruiterView(viewed(null), policy)).toBeNull();
    expect(recruiterView(viewed({ skills: 'anonymous' }), policy)?.sections.skills).toBe('bare');
  });
});

describe('what a recruiter sees', () => {
  test('of somebody who hides everything: nothing, as if there were nobody', () => {
    expect(recruiterView(viewed(all('hidden')))).toBeNull();
    expect(recruiterView(viewed(all('hidden'), { nameGranted: true }))).toBeNull();
  });

  test('of an anonymous profile: the alias, the role, no place, nothing in full', () => {
    expect(recruiterView(viewed(all('anonymous')))).toEqual({
      label: 'Profile 4F7K', isNamed: false, showsPlace: false, role: { kind: 'role', roleId: 'one' },
      sections: { skills: 'bare', history: 'bare', certificates: 'bare', wishes: 'bare' },
    });
  });

  test('family and grade instead of a role that fewer than five hold', () => {
    const role = (holders: number, policy = defaultPolicy) =>
      recruiterView(viewed(null, { role: { roleId: 'one', familyId: 'desk', grade: 2, holders } }), policy)?.role;
    expect(role(5)).toEqual({ kind: 'role', roleId: 'one' });
    expect(role(4)).toEqual({ kind: 'family', familyId: 'desk', grade: 2 });
    expect(role(4, { ...defaultPolicy, anonymousRoleHolders: 3 })).toEqual({ kind: 'role', roleId: 'one' });
    expect(recruiterView(viewed(null, { role: null }))?.role).toBeNull();
  });

  test('the name as soon as one part is named, but the other parts no fuller for it', () => {
    const view = recruiterView(viewed({ ...all('anonymous'), skills: 'named', wishes: 'hidden' }, { role: { roleId: 'one', familyId: 'desk', grade: 2, holders: 1 } }));
    expect(view).toEqual({
      label: 'Ada Example', isNamed: true, showsPlace: true, role: { kind: 'role', roleId: 'one' },
      sections: { skills: 'full', history: 'bare', certificates: 'bare', wishes: 'hidden' },
    });
  });

  test('the name after the person said yes, and still nothing that is hidden', () => {
    expect(recruiterView(viewed({ ...all('anonymous'), wishes: 'hidden' }, { nameGranted: true }))).toMatchObject({
      label: 'Ada Example', isNamed: true, sections: { skills: 'full', history: 'full', wishes: 'hidden' },
    });
  });

  const choice: fc.Arbitrary<Choice> = fc.record({
    skills: fc.constantFrom(...disclosures), history: fc.constantFrom(...disclosures), certificates: fc.constantFrom(...disclosures), wishes: fc.constantFrom(...disclosures),
  });

  test('never the name, the place or a rare role without a choice for it', () => {
    fc.assert(fc.property(choice, fc.nat(10), (own, holders) => {
      const view = recruiterView(viewed(own, { role: { roleId: 'one', familyId: 'desk', grade: 2, holders } }));
      const isNamed = sections.some((section) => own[section] === 'named');
      expect(view === null).toBe(widest(own) === 'hidden');
      if (!view) return;
      expect([view.isNamed, view.showsPlace, view.label === 'Ada Example']).toEqual([isNamed, isNamed, isNamed]);
      if (!isNamed) expect(view.role!.kind).toBe(holders >= 5 ? 'role' : 'family');
      for (const section of sections) expect(view.sections[section]).toBe({ hidden: 'hidden', anonymous: 'bare', named: 'full' }[own[section]]);
    }));
  });
});

test('time is told in whole years', () => {
  expect([0, 11, 12, 23, 24, 119].map(wholeYears)).toEqual([0, 0, 1, 1, 2, 9]);
});

describe('an alias', () => {
  test('is four letters and digits that are not easily misread', () => {
    expect(aliasOf([4, 15, 7, 19])).toBe('Profile 4F7K');
    fc.assert(fc.property(fc.uint8Array({ minLength: 4, maxLength: 8 }), (bytes) => {
      expect(aliasOf(bytes)).toMatch(/^Profile [0-9A-HJKMNP-TV-Z]{4}$/);
    }));
  });

  test('has every letter equally often, and nothing but the bytes in it', () => {
    const letters = Array.from({ length: 256 }, (_, byte) => aliasOf([byte, 0, 0, 0])[8]!);
    const counts = new Map<string, number>();
    for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(new Set(counts.values())).toEqual(new Set([8]));
    expect(aliasOf([1, 2, 3, 4])).toBe(aliasOf([1, 2, 3, 4, 99]));
  });

  test('needs enough bytes', () => {
    expect(() => aliasOf([1, 2, 3])).toThrow(RangeError);
  });
});

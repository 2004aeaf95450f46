import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sections } from '#app/domain/disclosure.ts';
import { expiryOf, sharedView, shareState } from '#app/domain/share-link.ts';

const made = '2026-11-22T09:00:00Z';

describe('a link to somebody outside', () => {
  it('opens until its last moment, and not at it', () => {
    const expiresAt = expiryOf(made, 7);
    expect(new Date(expiresAt).toISOString()).toBe('2026-11-29T09:00:00.000Z');
    expect(shareState({ expiresAt, stoppedAt: null }, expiresAt - 1)).toBe('open');
    expect(shareState({ expiresAt, stoppedAt: null }, expiresAt)).toBe('expired');
  });

  it('stays stopped once it is', () => {
    const expiresAt = expiryOf(made, 7);
    for (const now of [made, expiresAt, expiresAt + 1]) expect(shareState({ expiresAt, stoppedAt: made }, now)).toBe('stopped');
  });

  it('shows the name, the chosen parts in full, and nothing else', () => {
    fc.assert(fc.property(fc.subarray([...sections]), (chosen) => {
      const view = sharedView({ name: 'Ana Moreau', roleId: 'help-desk-technician' }, chosen);
      expect(view).toMatchObject({ label: 'Ana Moreau', isNamed: true, showsPlace: false });
      expect(sections.filter((section) => view.sections[section] !== 'hidden')).toEqual(chosen);
      expect(view.role === null).toBe(!chosen.includes('history'));
    }));
  });
});

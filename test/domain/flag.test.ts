import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareFlags, isFlagged, type Flag } from '#app/domain/flag.ts';
import type { ClockStatus } from '#app/domain/review-clock.ts';
import { shuffled } from './arbitrary.ts';

let people = 0;
const flag = (name: string, status: ClockStatus, daysUntilDue: number, wish: Flag['wish'] = null): Flag => ({
  personId: (people += 1), name, wish, clock: { status, daysUntilDue },
});
const names = (list: Flag[]) => [...list].sort(compareFlags).map(({ name }) => name);

test('overdue comes first, the longest overdue before all, then due, upcoming and paused', () => {
  expect(
    names([
      flag('Ana', 'paused', -200), flag('Ben', 'upcoming', 20), flag('Cem', 'due', -3), flag('Dee', 'overdue', -40), flag('Eve', 'overdue', -90),
    ]),
  ).toEqual(['Eve', 'Dee', 'Cem', 'Ben', 'Ana']);
});

test('a wish to move does not go before a longer delay, but before an equal one', () => {
  expect(names([flag('Ana', 'overdue', -90), flag('Ben', 'overdue', -40, 'move'), flag('Cem', 'overdue', -90, 'move')])).toEqual(['Cem', 'Ana', 'Ben']);
});

test('among those who are due, or upcoming, or paused, those who want to move come first', () => {
  expect(names([flag('Ana', 'due', -9), flag('Ben', 'due', -1, 'move'), flag('Cem', 'due', -20, 'stay')])).toEqual(['Ben', 'Cem', 'Ana']);
  expect(names([flag('Ana', 'upcoming', 9), flag('Ben', 'upcoming', 100, 'move')])).toEqual(['Ben', 'Ana']);
});

test('then the nearer date and the name', () => {
  expect(names([flag('Cem', 'upcoming', 30), flag('Ben', 'upcoming', 30), flag('Ana', 'upcoming', 31)])).toEqual(['Ben', 'Cem', 'Ana']);
});

test('whoever is ahead is not on the list', () => {
  expect((['ahead', 'upcoming', 'due', 'overdue', 'paused'] as const).map(isFlagged)).toEqual([false, true, true, true, true]);
});

test('the order is the same however the list came', () => {
  const any = fc.record({
    personId: fc.nat(), name: fc.constantFrom('Ana', 'Ben'), wish: fc.constantFrom<Flag['wish'][]>('move', 'stay', null),
    clock: fc.record({ status: fc.constantFrom<ClockStatus[]>('upcoming', 'due', 'overdue', 'paused'), daysUntilDue: fc.integer({ min: -3, max: 3 }) }),
  });
  fc.assert(fc.property(fc.uniqueArray(any, { selector: ({ personId }) => personId }), fc.nat(50), (list, seed) => {
    expect(shuffled(list, seed).sort(compareFlags)).toEqual([...list].sort(compareFlags));
  }));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePeople, type Compared } from '#app/domain/ordering.ts';
import { shuffled } from './arbitrary.ts';

const person = (name: string, blockers: number, months: number | null, desirables = 0, confirmed = 0): Compared => ({
  name,
  readiness: { blockers: Array.from({ length: blockers }), months, desirable: { met: desirables, total: 9 } },
  confirmed: { essential: { met: confirmed, total: 9 } },
});
const names = (...list: Compared[]) => list.sort(comparePeople).map(({ name }) => name).join(' ');

test('fewer blockers come first, whatever else', () => {
  expect(names(person('a', 2, 1, 9, 9), person('b', 1, 30))).toBe('b a');
});

test('then fewer months, unknown ones last', () => {
  expect(names(person('a', 1, null, 9, 9), person('b', 1, 12), person('c', 1, 3))).toBe('c b a');
});

test('then more desirables, then more confirmed essentials, then the name', () => {
  expect(names(person('a', 1, 3, 1, 9), person('b', 1, 3, 2, 0))).toBe('b a');
  expect(names(person('a', 1, 3, 2, 1), person('b', 1, 3, 2, 4))).toBe('b a');
  expect(names(person('c', 1, null, 2, 4), person('a', 1, null, 2, 4), person('b', 1, null, 2, 4))).toBe('a b c');
});

test('the order is the same however the list came', () => {
  const any = fc.tuple(fc.nat(2), fc.option(fc.nat(2)), fc.nat(2), fc.nat(2));
  fc.assert(fc.property(fc.array(any), fc.nat(50), (rows, seed) => {
    const list = rows.map(([blockers, months, desirables, confirmed], place) => person(`n${place}`, blockers, months, desirables, confirmed));
    expect(shuffled(list, seed).sort(comparePeople)).toEqual([...list].sort(comparePeople));
  }));
});

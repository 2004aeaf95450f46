import fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorityQueue } from '#app/domain/priority-queue.ts';

test('an empty queue gives nothing', () => {
  const queue = priorityQueue<number>((a, b) => a - b);
  expect(queue.pop()).toBeUndefined();
  queue.push(1);
  expect([queue.pop(), queue.pop()]).toEqual([1, undefined]);
});

test('gives out the least first, however pushes and pops are mixed', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 50 }), { freq: 3 })), (steps) => {
    const queue = priorityQueue<number>((a, b) => a - b);
    const plain: number[] = [];
    for (const step of steps) {
      if (step === null) {
        expect(queue.pop()).toBe(plain.sort((a, b) => a - b).shift());
      } else {
        queue.push(step);
        plain.push(step);
      }
    }
  }));
});

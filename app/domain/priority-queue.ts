/** A queue that gives out the least first, by the comparison it was made with. */
export type PriorityQueue<T> = { push: (item: T) => void; pop: () => T | undefined };

/** An empty queue. */
export function priorityQueue<T>(compare: (a: T, b: T) => number): PriorityQueue<T> {
  const heap: T[] = [];
  return {
    push(item) {
      let place = heap.push(item) - 1;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (compare(heap[parent]!, item) <= 0) break;
        heap[place] = heap[parent]!;
        place = parent;
      }
      heap[place] = item;
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || last === undefined) return top;
      let place = 0;
      for (;;) {
        let child = place * 2 + 1;
        if (child >= heap.length) break;
        if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) < 0) child += 1;
        if (compare(heap[child]!, last) >= 0) break;
        heap[place] = heap[child]!;
        place = child;
      }
      heap[place] = last;
      return top;
    },
  };
}

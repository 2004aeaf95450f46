/** A small seeded generator: the same seed, the same organisation. Not for anything that has to be secret. */
export interface Chance {
  /** A number from 0 up to but without 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with that probability. */
  odds(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** That many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
}

/** Numbers that look random and are always the same for a text; one generator per person keeps people independent of each other. */
export function chanceFor(text: string): Chance {
  let state = 2166136261;
  for (const letter of text) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    odds: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)]!,
    some: (list, count) => {
      const left = list.map((_, place) => place);
      const chosen: number[] = [];
      while (chosen.length < count && left.length > 0) chosen.push(...left.splice(between(0, left.length - 1), 1));
      return chosen.sort((a, b) => a - b).map((place) => list[place]!);
    },
  };
}

import { folded, nearest } from '../nearest.ts';

/** Finds what a name in a file means among things of the catalogue. */
export interface Meanings<T> {
  /** What is called that: by its whole name, or by the part before or in its brackets, as in "Cisco Certified Network Associate (CCNA)". Null when several are, or none. */
  called(text: string): T | null;
  /** What a name most likely means, for a person to decide: few letters differ, or most of its words are the same. */
  likest(text: string): T | null;
}

/** Prepares things of the catalogue for a whole file. */
export function meaningsOf<T extends { name: string }>(items: readonly T[]): Meanings<T> {
  const whole = new Map<string, T>();
  const parts = new Map<string, T | null>();
  for (const item of items) {
    whole.set(folded(item.name), item);
    for (const part of new Set(/^(.+?) ?\((.+)\)$/.exec(item.name)?.slice(1).map(folded))) parts.set(part, parts.has(part) ? null : item);
  }
  const stemmed = items.map((item) => ({ item, stems: stemsOf(item.name) }));
  const names = items.map(({ name }) => name);
  return {
    called: (text) => whole.get(folded(text)) ?? parts.get(folded(text)) ?? null,
    likest(text) {
      const close = nearest(text, names);
      if (close !== null) return items[names.indexOf(close)] ?? null;
      const wanted = stemsOf(text);
      const [best] = stemmed.map(({ item, stems }) => ({ item, share: sharedOf(wanted, stems) })).sort((a, b) => b.share - a.share);
      return best && best.share >= 0.5 ? best.item : null;
    },
  };
}

function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((stem) => b.has(stem)).length;
  return both / (a.size + b.size - both || 1);
}

/** The beginnings of the words that carry meaning. */
function stemsOf(text: string): Set<string> {
  return new Set(folded(text).split(/[^\p{L}\p{N}+#]+/u).filter((word) => word.length > 2 && !['and', 'the', 'for', 'with'].includes(word)).map((word) => word.slice(0, 6)));
}

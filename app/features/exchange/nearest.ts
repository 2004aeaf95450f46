/** Texts compared the way people mean them: case, accents' encoding and doubled spaces do not matter. */
export function folded(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * The candidate that was most likely meant, or null when none is near: at most a third of the letters differ.
 * Of equally near ones the first.
 */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const wanted = folded(text);
  let limit = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let found: string | null = null;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, folded(candidate), limit);
    if (distance < limit) {
      limit = distance;
      found = candidate;
    }
  }
  return found;
}

/** Letters to add, take out, replace or swap with their neighbour; `limit` or more is not told apart. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return Math.min(limit, last[b.length]!);
}

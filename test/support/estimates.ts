import { estimateText } from '#app/ui/format.ts';

/** An estimate on a page: what it says, and what it opens into. `role` is the role last linked to before it. */
export interface Opened { words: string; total: number; parts: number[]; learning: number | null; waiting: number | null; least: number | null; sideBySide: number; role: string | null }

const plain = (html: string) => html.replace(/<!--.*?-->/gs, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();

/** The estimates of a page, in order. */
export function estimatesOf(html: string): Opened[] {
  return [...html.matchAll(/<details class="estimate">(.*?)<\/details>/gs)].map(({ 1: block = '', index }) => {
    const rows = [...block.matchAll(/<tr( class="between")?><th scope="row">(.*?)<\/th><td class="num">(\d+)<\/td><\/tr>/gs)]
      .map(([, strong, label, months]) => ({ strong: strong !== undefined, label: plain(label!), months: Number(months) }));
    const strong = (start: string) => rows.find((row) => row.strong && row.label.startsWith(start)) ?? null;
    const foot = rows.at(-1);
    const role = [...html.slice(0, index).matchAll(/href="\/roles\/([\w-]+)"/g)].at(-1)?.[1] ?? null;
    return {
      words: plain(/<summary>.*?<span>(.*?)<\/span>/s.exec(block)?.[1] ?? ''), total: foot?.months ?? NaN, parts: rows.slice(0, -1).filter((row) => !row.strong).map(({ months }) => months),
      learning: strong('Learning')?.months ?? null, waiting: strong('Waiting')?.months ?? null, least: strong('The least')?.months ?? null,
      sideBySide: Number(/up to (\d+) skill/.exec(strong('Learning')?.label ?? '')?.[1] ?? 1), role,
    };
  });
}

/** What is wrong with the estimates of a page: months in words that do not open, words that say something else than the sum, parts that do not come to it. */
export function estimateFaults(html: string): string[] {
  const rest = plain(html.replace(/<head>.*?<\/head>|<script\b.*?<\/script>|<svg\b.*?<\/svg>|<details class="estimate">.*?<\/details>/gs, ''));
  const closed = [...rest.matchAll(/(?:about|at most) (?:\d+½?|½) (?:months?|years?)/gi)].map(([words]) => `“${words}” does not open`);
  const wrong = estimatesOf(html).filter((one) => !isRight(one)).map((one) => `“${one.words}” is not the sum it opens into: ${JSON.stringify(one)}`);
  return [...closed, ...wrong];
}

function isRight({ words, total, parts, learning, waiting, least, sideBySide }: Opened): boolean {
  const says = words === estimateText(total, words.startsWith('at most'));
  const sum = (months: readonly number[]) => months.reduce((all, one) => all + one, 0);
  if (least === null) return says && sum(parts) === total;
  // The skills come first; how many of the parts they are, the sum over them says.
  const couldBe = Array.from({ length: parts.length + 1 }, (_, skills) => [parts.slice(0, skills), parts.slice(skills)] as const).some(([skills, others]) =>
    (learning ?? 0) === Math.max(0, ...skills, Math.ceil(sum(skills) / sideBySide)) && (waiting ?? 0) === Math.max(0, ...others));
  return says && couldBe && total === Math.max(learning ?? 0, waiting ?? 0, least);
}

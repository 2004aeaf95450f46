import { listText } from '#app/domain/list-text.ts';

/** Something in a file that is not taken over: the part it stood in ('' for the file), in which row (from 1), what ('' for the whole row), and why. */
export interface Left {
  part: string;
  row?: number;
  what: string;
  why: string;
}

/** The same in words, as it is kept and shown. */
export interface LeftOut { what: string; why: string }

const mostThings = 40;
const mostRows = 5;

/**
 * What was left out, in words, by reason and part: the same thing in several rows is said once, with their numbers; of very many things
 * the first ones, and how many more.
 */
export function leftOutWords(left: readonly Left[]): LeftOut[] {
  const groups = new Map<string, { part: string; why: string; things: Map<string, number[]> }>();
  for (const { part, row, what, why } of left) {
    const key = JSON.stringify([part, why]);
    const group = groups.get(key) ?? { part, why, things: new Map<string, number[]>() };
    const rows = group.things.get(what) ?? [];
    if (row !== undefined) rows.push(row);
    group.things.set(what, rows);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ part, why, things }) => {
    const said = [...things].slice(0, mostThings).map(([what, rows]) => (what === '' ? rowsText(rows) : rows.length === 0 ? what : `${what} (${rowsText(rows)})`));
    return { what: `${part === '' ? '' : `${part}: `}${withMore(said, things.size - said.length)}`, why };
  });
}

function rowsText(rows: readonly number[]): string {
  return `${rows.length === 1 ? 'row' : 'rows'} ${withMore(rows.slice(0, mostRows).map(String), Math.max(0, rows.length - mostRows))}`;
}

/** `a, b and c`, `a, b and 37 more` */
function withMore(words: readonly string[], more: number): string {
  return listText(more > 0 ? [...words, `${more} more`] : words, 'and');
}

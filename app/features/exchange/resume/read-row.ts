import { readDated } from './dated.ts';
import type { Left } from './left-out.ts';
import type { Dated } from './resume.ts';

export type Given = { [name: string]: unknown };

/** One row of a file. What is asked of it is read; what of it nobody asks for, or cannot be read, is noted as left out. */
export interface Row {
  /** The first of these fields that has a text. */
  text(...names: string[]): string | null;
  /** The first of these fields that has a text, as a date; a year or a month alone is its first or last day. */
  dated(end: 'first' | 'last', ...names: string[]): Dated | null;
  /** A list of texts, of at most `most`; a text with commas is a list too. */
  texts(name: string, most: number): string[];
}

interface RowOfFile {
  part: string;
  row: number;
  given: Given;
  /** The longest text that is taken over, in characters. */
  longest: number;
  leave: (left: Left) => void;
}

/** Reads a row of a part: `read` asks it for what it wants, or answers in words why nothing can be made of the row. */
export function readRow<T>({ part, row, given, longest, leave }: RowOfFile, reasonFor: (name: string) => string, read: (row: Row) => T | string): T | null {
  const asked = new Set<string>();
  const taken = new Set<string>();
  const left: Left[] = [];
  const drop = (what: string, why: string) => { left.push({ part, row, what, why }); };
  const shortened = (text: string) => cut(text, longest);
  const text = (...names: string[]) => {
    let found: string | null = null;
    for (const name of names) {
      asked.add(name);
      const whole = oneLine(given[name]);
      if (whole === null || (found !== null && found !== shortened(whole))) continue;
      taken.add(name);
      if (found === null && shortened(whole) !== whole) drop(`“${name}” after its first ${longest} characters`, 'It is longer than a name here can be.');
      found = shortened(whole);
    }
    return found;
  };
  const result = read({
    text,
    dated: (end, ...names) => readDated(text(...names), end),
    texts(name, most) {
      asked.add(name);
      const value = given[name];
      const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,;]/) : [];
      if (items.length > 0) taken.add(name);
      const texts = items.map(oneLine);
      if (texts.some((one, at) => one === null && hasContent(items[at]))) drop(`a part of “${name}”`, noText);
      const found = texts.flatMap((one) => (one === null ? [] : shortened(one)));
      if (found.length > most) drop(`“${name}” after the first ${most}`, 'So many are not read.');
      return found.slice(0, most);
    },
  });
  if (typeof result === 'string') {
    leave({ part, row, what: '', why: result });
    return null;
  }
  for (const name of Object.keys(given).filter((one) => !taken.has(one) && hasContent(given[one]))) {
    drop(quoted(name), !asked.has(name) ? reasonFor(name) : oneLine(given[name]) === null ? noText : 'The file says this in two ways; the other one was read.');
  }
  left.forEach(leave);
  return result;
}

const noText = 'It is not written as text.';

/** Whether leaving a value out loses anything. */
export function hasContent(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return value !== null && value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0);
}

export function objectOf(value: unknown): Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Given : {};
}

/** The name of a field or part, as it is quoted. */
export function quoted(name: string): string {
  return `“${cut(clean(name), 60)}”`;
}

/** A text or number as one line without control characters and halves of characters; null when there is nothing in it. */
function oneLine(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? clean(String(value)) || null : null;
}

function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
}

/** Never in the middle of a character. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '').trim();
}

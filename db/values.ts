/**
 * How values travel: one set of rules for both kinds of database.
 * Parameters go as text and the server decides their type from where they stand; results come back as text.
 */
export type Parse = (text: string) => unknown;

const bytes: Parse = (text) => Buffer.from(text.slice(2), 'hex');
const day: Parse = (text) => text;
const instant: Parse = (text) => (text.endsWith('infinity') ? text : new Date(text));
const localInstant: Parse = (text) => (text.endsWith('infinity') ? text : new Date(`${text.replace(' ', 'T')}Z`));
const json: Parse = (text) => JSON.parse(text) as unknown;

/** By the number PostgreSQL gives the type. What is not listed stays text (ranges, intervals, uuid, …). */
const scalars: Record<number, Parse> = {
  16: (text) => text === 't',
  17: bytes,
  20: Number,
  21: Number,
  23: Number,
  25: (text) => text,
  26: Number,
  114: json,
  700: Number,
  701: Number,
  1042: (text) => text,
  1043: (text) => text,
  1082: day,
  1114: localInstant,
  1184: instant,
  1700: Number,
  3802: json,
};

/** Array type → element type, for the built-in types (their numbers never change). */
const elements: Record<number, number> = {
  199: 114, 1000: 16, 1001: 17, 1002: 18, 1003: 19, 1005: 21, 1007: 23, 1009: 25, 1014: 1042, 1015: 1043, 1016: 20,
  1021: 700, 1022: 701, 1028: 26, 1115: 1114, 1182: 1082, 1185: 1184, 1231: 1700, 2951: 2950, 3807: 3802,
};

/** A number PostgreSQL gives a type → how its text is read. */
export const parsers: Record<number, Parse> = {
  ...scalars,
  ...Object.fromEntries(
    Object.entries(elements).map(([array, element]) => [array, (text: string) => parseArray(text, scalars[element] ?? String)]),
  ),
};

/** A number PostgreSQL gives a type → how a parameter, once through `toParameter`, is written as text. */
export const serializers: Record<number, (value: unknown) => string> = {
  ...Object.fromEntries(Object.keys(scalars).map((type) => [type, (value: unknown) => writeScalar(value)])),
  ...Object.fromEntries(Object.keys(elements).map((type) => [type, (value: unknown) => (Array.isArray(value) ? writeArray(value) : writeScalar(value))])),
};

/**
 * Brings a parameter into the form both clients take: text, null, or an array or object that is written
 * as JSON or as an array literal once the server has said which of the two it expects.
 */
export function toParameter(value: unknown): unknown {
  if (value === undefined) throw new TypeError('A parameter is undefined: say null, or leave the column out');
  if (value === null || typeof value === 'string' || Array.isArray(value)) return value;
  if (typeof value === 'object' && !(value instanceof Date) && !(value instanceof Uint8Array)) return value;
  return writeScalar(value);
}

function writeScalar(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean | bigint);
}

function writeArray(values: readonly unknown[]): string {
  const written = values.map((value) => {
    if (value === null) return 'null';
    if (Array.isArray(value)) return writeArray(value);
    return `"${writeScalar(value).replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${written.join(',')}}`;
}

/** Reads PostgreSQL's array text, nested and with nulls. */
function parseArray(text: string, parse: Parse): unknown[] {
  // An array whose first index is not 1 is written with its bounds in front: [2:3]={a,b}
  let at = text.indexOf('{');
  const read = (): unknown[] => {
    const items: unknown[] = [];
    at += 1;
    while (text[at] !== '}') {
      if (text[at] === ',') at += 1;
      else if (text[at] === '{') items.push(read());
      else if (text[at] === '"') items.push(parse(quoted()));
      else items.push(bare());
    }
    at += 1;
    return items;
  };
  const quoted = (): string => {
    let item = '';
    for (at += 1; text[at] !== '"'; at += 1) {
      if (text[at] === '\\') at += 1;
      item += text[at];
    }
    at += 1;
    return item;
  };
  const bare = (): unknown => {
    const start = at;
    while (text[at] !== ',' && text[at] !== '}') at += 1;
    const item = text.slice(start, at);
    return item === 'NULL' ? null : parse(item);
  };
  return read();
}

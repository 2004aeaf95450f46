/** Which fields a value has, how many rows its lists, and nothing of what stands in them. */
type Shape = { kind: 'nothing' } | { kind: 'value' } | { kind: 'list'; rows: number; of: Shape } | { kind: 'fields'; fields: Map<string, Shape> };

const nothing: Shape = { kind: 'nothing' };

/**
 * The shape in words: `name skills[3]{level skill} wish{role}`; fields in the order of the alphabet. Fields of the rows of a
 * list are those of any of its rows; lists inside of them are counted together.
 */
function shapeText(value: unknown): string {
  const shape = shapeOf(value);
  return shape.kind === 'fields' ? fieldsText(shape.fields) : `=${shapeSuffix(shape)}`;
}

/** What a shape in words holds that `allowed` does not, or the other way round; null when they agree. `[*]` stands for any number of rows, a field that is null has the shape it might have. */
export function shapeFault(value: unknown, allowed: string): string | null {
  const actual = shapeText(value);
  const expected = allowed.replace(/\s+/g, ' ').trim();
  return differ(parse(actual), parse(expected)) ? `has    ${actual}\n may have ${expected}` : null;
}

function shapeOf(value: unknown): Shape {
  if (value === null || value === undefined) return nothing;
  if (Array.isArray(value)) return { kind: 'list', rows: value.length, of: value.map(shapeOf).reduce(merged, nothing) };
  if (typeof value !== 'object' || value instanceof Date) return { kind: 'value' };
  return { kind: 'fields', fields: new Map(Object.entries(value).map(([name, part]) => [name, shapeOf(part)])) };
}

function merged(a: Shape, b: Shape): Shape {
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', rows: a.rows + b.rows, of: merged(a.of, b.of) };
  if (a.kind !== 'fields' || b.kind !== 'fields') return a.kind === 'nothing' ? b : a;
  const fields = new Map(a.fields);
  for (const [name, shape] of b.fields) fields.set(name, merged(fields.get(name) ?? nothing, shape));
  return { kind: 'fields', fields };
}

function fieldsText(fields: Map<string, Shape>): string {
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, shape]) => `${name}${shapeSuffix(shape)}`).join(' ');
}

function shapeSuffix(shape: Shape): string {
  switch (shape.kind) {
    case 'nothing': return '?';
    case 'value': return '';
    case 'fields': return `{${fieldsText(shape.fields)}}`;
    case 'list': return `[${shape.rows}]${shape.of.kind === 'value' || shape.of.kind === 'nothing' ? '' : shapeSuffix(shape.of)}`;
  }
}

interface Parsed { rows: string | null; fields: Map<string, Parsed> | null; empty: boolean }

/** Reads a shape in words back. */
function parse(text: string): Map<string, Parsed> {
  const tokens = text.match(/[^\s{}[\]?]+|[{}?]|\[[^\]]*\]/g) ?? [];
  let at = 0;
  const fields = (): Map<string, Parsed> => {
    const found = new Map<string, Parsed>();
    while (at < tokens.length && tokens[at] !== '}') {
      const name = tokens[at++] ?? '';
      const one: Parsed = { rows: null, fields: null, empty: false };
      if (tokens[at]?.startsWith('[')) one.rows = tokens[at++] ?? null;
      if (tokens[at] === '?') one.empty = Boolean(at++) || true;
      if (tokens[at] === '{') {
        at += 1;
        one.fields = fields();
        at += 1;
      }
      found.set(name, one);
    }
    return found;
  };
  return fields();
}

function differ(actual: Map<string, Parsed>, expected: Map<string, Parsed>): boolean {
  if (actual.size !== expected.size) return true;
  return [...actual].some(([name, one]) => {
    const other = expected.get(name);
    if (!other) return true;
    if (one.empty) return false;
    if (one.rows !== other.rows && !(one.rows !== null && other.rows === '[*]')) return true;
    if (one.rows !== null && one.fields === null) return one.rows !== '[0]' && other.fields !== null;
    if (!one.fields || !other.fields) return one.fields !== other.fields;
    return differ(one.fields, other.fields);
  });
}

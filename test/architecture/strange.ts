import fc from 'fast-check';
import type { SchemaField } from '#test/support/schema-fields.ts';

/** Texts that forms and addresses are not made for. */
const strangeTexts = [
  '', ' ', '0', '-1', '-0', '1.5', '1e308', '1e-400', 'NaN', 'Infinity', '0x10', '2147483647', '2147483648', '9007199254740993', '9'.repeat(40),
  '\0', 'a\0b', '\ud800', '\udfff\ud800', '\ufeff', '\u202e', '\r\nSet-Cookie: a=b', '\u2028', '😀', 'ﷺ', 'İ', '__proto__', 'constructor', 'toString', 'null', 'undefined', '[object Object]', '{}', '[]',
  "'; drop table people; --", '%', '_', '\\', '%00', '%ff', '../../etc/passwd', '<script>alert(1)</script>', '{{7*7}}', '${7*7}', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'http://[::1',
  '0001-01-01', '9999-12-31', '2026-02-29', '2026-13-01', '+275760-09-13', '-271821-04-20', '20261122', '2026-11-22T00:00:00Z', 'on', 'true', 'yes', 'new', ',', ';', '|', ':', '1:', ':1', '1:9', 'pause:0:0',
];

/** Texts that get past the first look, so that what lies behind is reached: by what the field is called. */
const fittingTexts: readonly (readonly [name: RegExp, texts: readonly string[]])[] = [
  [/On$/, ['2026-11-20', '2026-11-22', '2027-06-01', '2019-01-01', '2024-11-01', '1969-12-31', '9999-12-31']],
  [/skill/i, ['patience', 'customer-service', 'memory', 'no-such-skill']],
  [/role|^from$|^to$|^a$|^b$|^for$/i, ['help-desk-technician', 'help-desk-analyst', 'network-analyst', 'no-such-role']],
  [/certif/i, ['comptia-a-plus', 'comptia-network-plus', 'no-such-certificate']],
  [/ratings/, ['1:3', '2:5', '3:3']],
  [/entries/, ['certificate:1:1', 'appointment:1:1', 'pause:1:1', 'education:1:1', 'certificate:2:1', 'pause:2:1']],
  [/link/i, ['https://tickets.example/1']],
  [/zone/i, ['Europe/Berlin']],
  [/after|before/, ['4F7K', 'ZZZ9']],
  [/./, ['A sentence or two about it.', 'Words', '1']],
];

const strangeNames = ['__proto__', 'constructor.prototype.x', 'a[__proto__]', 'toString', '', ' ', '\0', 'a[]', 'rows[]', 'rows[999].level', 'rows[1000].level', 'rows[0][0][0][0]', 'a.b.c.d.e.f', '[0]', '.', 'x'.repeat(500), '__intent__', '__state__', 'key', 'personId', 'access', 'managerId', '\ud800'];

const strangeText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...strangeTexts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constantFrom(...['a', '9', '\n', '😀', '\ud800', 'ß'].map((one) => one.repeat(20_000))) },
  { weight: 1, arbitrary: fc.integer().map(String) },
  { weight: 1, arbitrary: fc.double().map(String) },
);

/** What the field is there for. */
function fittingValue({ name, words, isNumber }: SchemaField, known: readonly string[]): fc.Arbitrary<string> {
  if (words.length > 0) return fc.constantFrom(...words);
  const texts = fittingTexts.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  return isNumber ? fc.oneof(fc.integer({ min: 0, max: 5 }).map(String), fc.constantFrom('0', ...known)) : fc.constantFrom(...texts);
}

type Pair = readonly [name: string, value: string];

/** Query strings and plain forms: what a schema names, once or twice or not at all, fitting in most fields or in all of them, and things it does not name. */
export function strangePairs(fields: readonly SchemaField[], known: readonly string[]): fc.Arbitrary<Pair[]> {
  const filled = (values: (field: SchemaField) => fc.Arbitrary<string>, times: fc.Arbitrary<number>) => fields.map((field) => times.chain((count) => (
    fc.array(values(field).map((value): Pair => [field.name, value]), { minLength: count, maxLength: count }))));
  const sometimes = fc.oneof({ weight: 7, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(2) });
  const optional = fc.oneof({ weight: 6, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(0) });
  const other = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...strangeNames), fc.string({ maxLength: 12 })), strangeText), { maxLength: 2 });
  const mixed = fc.tuple(other, ...filled((field) => fc.oneof({ weight: 4, arbitrary: fittingValue(field, known) }, { weight: 1, arbitrary: strangeText }), sometimes));
  const fitting = fc.tuple(...filled((field) => fittingValue(field, known), optional));
  return fc.oneof(mixed, fitting).map((parts) => (parts as Pair[][]).flat());
}

/** A path segment that is none. */
export const strangeSegment = strangeText.map((text) => text.slice(0, 500).replace(/[\ud800-\udfff]/g, '')).filter((text) => text !== '').map(encodeURIComponent);

export interface Body {
  bytes: Buffer;
  type: string;
}

/** How such a form may come: as our pages send it, with files, or as something that only claims to be a form. */
export function strangeBody(pairs: fc.Arbitrary<Pair[]>): fc.Arbitrary<Body> {
  return fc.oneof(
    { weight: 12, arbitrary: pairs.map((form) => ({ bytes: Buffer.from(new URLSearchParams(form.map(([name, value]) => [name, value])).toString()), type: 'application/x-www-form-urlencoded' })) },
    { weight: 3, arbitrary: pairs.map((form) => multipart(form)) },
    { weight: 1, arbitrary: fc.record({ bytes: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)), type: fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data', 'application/json', 'text/plain', 'nonsense', '') }) },
  );
}

/** The same form with the last field as a file. */
function multipart(form: readonly Pair[]): Body {
  const parts = form.map(([name, value], at) => {
    const safe = name.replace(/["\r\n]/g, '');
    const file = at === form.length - 1 ? '; filename="a.exe"\r\nContent-Type: application/octet-stream' : '';
    return `--fuzz\r\nContent-Disposition: form-data; name="${safe}"${file}\r\n\r\n${value}\r\n`;
  });
  return { bytes: Buffer.from(`${parts.join('')}--fuzz--\r\n`), type: 'multipart/form-data; boundary=fuzz' };
}

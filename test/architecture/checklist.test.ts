import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The rows of OWASP ASVS 5.0, levels 1 and 2, that bear on an application like this one. Each is shown by a test that names it, is said
 * in SECURITY.md to be otherwise, or stands in the table below with the test that shows it.
 */
const rows = `
  V1.2.1 V1.2.2 V1.2.3 V1.2.4 V1.2.5 V1.2.9 V1.3.1 V1.3.2 V1.3.6 V1.3.11 V1.5.2 V2.1.1 V2.2.1 V2.2.2 V2.2.3 V2.3.1 V2.3.2 V2.3.3 V2.3.4 V2.4.1
  V3.2.1 V3.3.1 V3.3.2 V3.3.3 V3.3.4 V3.4.1 V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.5.1 V3.5.3 V3.7.2 V4.1.1 V4.1.3 V4.2.1 V5.1.1 V5.2.1 V5.2.2 V5.2.3 V5.3.2 V5.4.1 V5.4.2
  V6.1.1 V6.2.1 V6.2.2 V6.2.3 V6.2.4 V6.2.5 V6.2.7 V6.2.8 V6.2.9 V6.2.10 V6.2.11 V6.2.12 V6.3.1 V6.3.2 V6.3.3 V6.3.4 V6.4.1 V6.4.3 V6.5.1 V6.5.5 V6.8.1 V6.8.2
  V7.1.1 V7.2.1 V7.2.3 V7.2.4 V7.3.1 V7.3.2 V7.4.1 V7.4.2 V7.4.3 V7.4.4 V7.4.5 V7.5.1 V7.5.2 V8.1.1 V8.1.2 V8.2.1 V8.2.2 V8.2.3 V8.3.1 V8.4.1 V10.2.1 V10.5.1 V10.5.4
  V11.4.2 V11.5.1 V12.2.1 V12.3.1 V13.2.2 V13.2.3 V13.3.1 V13.4.1 V13.4.2 V13.4.5 V14.1.1 V14.2.1 V14.2.4 V14.3.1 V14.3.2 V14.3.3
  V15.1.1 V15.2.1 V15.2.2 V15.2.3 V15.3.1 V15.3.3 V15.3.4 V15.3.6 V15.3.7 V16.2.1 V16.2.2 V16.2.5 V16.3.1 V16.3.2 V16.3.3 V16.4.1 V16.4.2 V16.5.1 V16.5.2 V16.5.3`.trim().split(/\s+/);

/** Shown by a test whose name says what it does instead of the row's id. */
const shownBy: Record<string, [file: string, name: string]> = {
  'V1.2.2': ['test/routes/skills.test.ts', 'javascript:'],
  'V1.5.2': ['test/server/form.test.ts', 'of any content is accepted or refused, never a fault'],
  'V2.1.1': ['test/architecture/fuzz.test.ts', 'every action is among them'],
  'V2.2.2': ['test/architecture/permission-matrix.test.ts', 'forms'],
  'V2.2.3': ['test/domain/entry.test.ts', 'before'],
  'V2.3.1': ['test/features/ratings/confirm.test.ts', 'does not confirm a level that was corrected after the manager looked'],
  'V2.3.3': ['test/reliability/killed-connections.server.test.ts', 'in the middle of a transaction: every later statement and COMMIT are refused, nothing is written'],
  'V2.3.4': ['test/features/clock/talk.test.ts', 'of manager and deputy at once exactly one settles; the other is told'],
  'V3.3.2': ['test/server/session.test.ts', 'is HttpOnly, Lax and for the whole host; bound to https where people come by https'],
  'V4.1.3': ['test/server/guard.test.ts', 'does not believe what they add unless told how many there are'],
  'V4.2.1': ['test/server/guard.test.ts', 'refuses a body with two lengths'],
  'V5.2.1': ['test/server/guard.test.ts', 'refuses a body over one megabyte on its announced length, before a byte of it was sent'],
  'V15.2.2': ['test/reliability/killed-connections.server.test.ts', 'end a statement that takes too long'],
  'V15.3.4': ['test/server/guard.test.ts', 'takes the client’s address from the outermost trusted one, and nothing else'],
  'V16.2.1': ['test/server/log.test.ts', 'holds one line a request: who, what, when, from where, how it ended'],
  'V16.2.2': ['test/server/log.test.ts', 'holds one line a request: who, what, when, from where, how it ended'],
  'V16.3.3': ['test/features/command.test.ts', 'leaves exactly one audit row: who, when, what, on whom, before and after, request'],
  'V16.5.2': ['test/server/away.test.ts', 'does not wait for a database that says nothing at all'],
  'V16.5.3': ['test/architecture/route-manifest.test.ts', 'begins by asking who is there'],
};

const root = new URL('../../', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');
const own = 'architecture/checklist.test.ts';
const tests = readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' }).filter((name) => /\.test\.tsx?$/.test(name) && name !== own).map((name) => read(`test/${name}`)).join('\n');
const security = read('SECURITY.md');

/** Named as it is, and not as the beginning of a longer number; SECURITY.md may name a whole section, as in V6.8.x. */
function isNamedIn(text: string, row: string): boolean {
  return new RegExp(`${row.replaceAll('.', '\\.')}(?!\\d|\\.\\d)`).test(text);
}

function isInASection(row: string): boolean {
  const [chapter = '', section = ''] = row.split('.');
  return [`${chapter}.x`, `${chapter}.${section}.x`].some((name) => security.includes(name));
}

test.each(rows)('%s is shown by a test, or SECURITY.md says how it is', (row) => {
  const [file, name] = shownBy[row] ?? [];
  if (file !== undefined) return expect(read(file)).toContain(name);
  expect(isNamedIn(tests, row) || isNamedIn(security, row) || isInASection(row), row).toBe(true);
});

test('no row stands twice, and the table has no others', () => {
  expect(new Set(rows).size).toBe(rows.length);
  expect(Object.keys(shownBy).filter((row) => !rows.includes(row))).toEqual([]);
});

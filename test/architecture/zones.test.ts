import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint({ cwd: root });
});

/** Lints a text as if it stood in this file; answers the rules that were broken, by line. */
async function broken(file: string, lines: readonly string[]): Promise<string[][]> {
  const [result] = await eslint.lintText(`${lines.join('\n')}\n`, { filePath: `${root}${file}` });
  const messages = result?.messages ?? [];
  expect(messages.filter(({ fatal }) => fatal), file).toEqual([]);
  return lines.map((_, at) => messages.filter(({ line }) => line === at + 1).map(({ ruleId }) => ruleId ?? ''));
}

/** Some file of each room. */
const rooms = {
  domain: '#app/domain/date.ts',
  feature: '#app/features/clock/queries/flags.server.ts',
  'another feature': '#app/features/ratings/queries/skills.server.ts',
  server: '#app/server/actor.server.ts',
  cli: '#app/cli/session.ts',
  ui: '#app/ui/page.tsx',
  route: '#app/routes/history/picture.tsx',
  'another route': '#app/routes/skills/skill-list.tsx',
  root: '#app/root.tsx',
  db: '#db/handle.ts',
  seeds: '#seeds/reference/load.ts',
  test: '#test/support/people.ts',
};
type Room = keyof typeof rooms;

/** The table of rooms: who may not import whom. */
const table: Record<string, { file: string; may: Room[]; never: Room[] }> = {
  domain: { file: 'app/domain/skill.ts', may: ['domain'], never: ['feature', 'server', 'cli', 'ui', 'route', 'root', 'db', 'seeds', 'test'] },
  'a feature': { file: 'app/features/clock/queries/talk.server.ts', may: ['feature', 'domain', 'server', 'db'], never: ['another feature', 'cli', 'ui', 'route', 'root', 'seeds', 'test'] },
  server: { file: 'app/server/limiter.server.ts', may: ['domain', 'db', 'server'], never: ['feature', 'cli', 'ui', 'route', 'root', 'test'] },
  'the command line': { file: 'app/cli/backup.ts', may: ['feature', 'server', 'db', 'domain', 'cli'], never: ['ui', 'route', 'root', 'test'] },
  ui: { file: 'app/ui/level.tsx', may: ['domain'], never: ['feature', 'server', 'cli', 'route', 'root', 'db', 'seeds', 'test'] },
  'a route': { file: 'app/routes/history/route.tsx', may: ['feature', 'server', 'ui', 'domain', 'route'], never: ['another route', 'cli', 'db', 'seeds', 'test'] },
  'the root': { file: 'app/root.tsx', may: ['feature', 'server', 'ui', 'domain'], never: ['cli', 'db', 'seeds', 'test'] },
  db: { file: 'db/failure.ts', may: ['db'], never: ['domain', 'feature', 'server', 'cli', 'ui', 'route', 'root', 'seeds', 'test'] },
  seeds: { file: 'seeds/reference/requirement-sets.ts', may: ['db', 'domain'], never: ['feature', 'server', 'cli', 'ui', 'route', 'root', 'test'] },
};

describe('rooms', () => {
  for (const [name, { file, may, never }] of Object.entries(table)) {
    test(`${name} may not import from ${never.join(', ')}`, async () => {
      const found = await broken(file, [...never, ...may].map((room) => `import '${rooms[room]}';`));
      const breaches = found.map((rules) => rules.includes('import-x/no-restricted-paths'));
      expect(never.filter((_, at) => !breaches[at]), 'not caught').toEqual([]);
      expect(may.filter((_, at) => breaches[never.length + at]), 'caught without a reason').toEqual([]);
    });
  }
});

/** One breach a line: the rule that has to catch it, and the line. */
const breaches: Record<string, { file: string; lines: (readonly [rule: string, line: string])[] }> = {
  'the domain is pure': {
    file: 'app/domain/skill.ts',
    lines: [
      ...['react', '@remix-run/node', 'kysely', 'zod', 'node:crypto', 'fs', '@conform-to/react', '../ui/level.tsx', '#db/handle.ts'].map((from) => ['no-restricted-imports', `import '${from}';`] as const),
      ['no-restricted-globals', 'export const now = () => new Date();'],
      ['no-restricted-globals', 'export const ticks = () => performance.now();'],
      ['no-restricted-globals', 'export const mode = () => process.env;'],
      ['no-restricted-globals', "export const words = () => new Intl.NumberFormat('en');"],
      ['no-restricted-globals', 'export const later = (work: () => void) => setTimeout(work, 1);'],
      ['no-restricted-globals', "export const ask = () => fetch('x');"],
      ['no-restricted-globals', 'export const token = () => crypto.randomUUID();'],
      ['no-restricted-syntax', 'export const luck = () => Math.random();'],
    ],
  },
  'migrations import kysely alone': {
    file: 'db/migrations/202611220100_catalogue.ts',
    lines: [
      ['no-restricted-imports', "import '../values.ts';"],
      ['no-restricted-imports', "import '#db/values.ts';"],
      ['no-restricted-imports', "import 'node:fs';"],
      ['no-restricted-imports', "import 'kysely/helpers/postgres';"],
    ],
  },
  'features and pages run no commands': {
    file: 'app/features/clock/queries/talk.server.ts',
    lines: [['no-restricted-imports', "import 'node:child_process';"], ['no-restricted-imports', "import 'child_process';"]],
  },
  'promises, types and choices': {
    file: 'app/server/limiter.server.ts',
    lines: [
      ['@typescript-eslint/no-floating-promises', "Promise.resolve('forgotten');"],
      ['@typescript-eslint/no-misused-promises', "if (Promise.resolve(false)) console.log('always');"],
      ['@typescript-eslint/consistent-type-imports', "import { Db } from '#db/handle.ts';"],
      ['@typescript-eslint/no-explicit-any', 'export const anything = (db: Db, value: any) => [db, value];'],
      ['@typescript-eslint/switch-exhaustiveness-check', "export function one(word: 'a' | 'b') { switch (word) { case 'a': return 1; } return 2; }"],
      ['@typescript-eslint/no-unused-vars', 'const nobodyNeedsThis = 1;'],
      ['no-eval', "export const result = eval('1');"],
      ['no-new-func', "export const made = new Function('return 1');"],
      ['no-restricted-syntax', 'export const secret = Math.random();'],
    ],
  },
  'pages under the content security policy': {
    file: 'app/ui/level.tsx',
    lines: [
      ['no-restricted-syntax', 'export const Wide = () => <p style={{ width: 3 }}>wide</p>;'],
      ['no-restricted-syntax', "export const Raw = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;"],
      ['no-restricted-imports', "import 'node:child_process';"],
    ],
  },
  'no circles': { file: 'app/domain/date.ts', lines: [['import-x/no-cycle', "import './span.ts';"]] },
};

describe('planted breaches', () => {
  for (const [name, { file, lines }] of Object.entries(breaches)) {
    test(name, async () => {
      const found = await broken(file, lines.map(([, line]) => line));
      expect(lines.filter(([rule], at) => !found[at]?.includes(rule)), 'not caught').toEqual([]);
    });
  }

  test('a file of 301 lines is too long, one of 300 and its comments is not', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `export const value${at} = ${at};`);
    const rules = async (text: readonly string[]) => (await broken('app/server/limiter.server.ts', text)).flat();
    expect(await rules(lines(301))).toEqual(['max-lines']);
    expect(await rules(['// A comment.', '', ...lines(300)])).toEqual([]);
  });
});

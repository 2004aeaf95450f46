import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: process.cwd() });

/** The rules that a piece of code breaks where it is written; the text is linted in place of a file that is there. */
async function broken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  const fatal = result?.messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${filePath}: ${fatal.message}`);
  return [...new Set(result?.messages.flatMap(({ ruleId }) => ruleId ?? []))].sort();
}

const zone = 'import-x/no-restricted-paths';
const importing = (path: string) => `import * as other from '${path}';\nexport const used = other;\n`;

describe('a room that imports from where it may not', () => {
  it.each([
    ['the domain, from features', 'app/domain/role.ts', '#app/features/clock/input.server.ts'],
    ['the domain, from the database', 'app/domain/role.ts', '#db/failure.ts'],
    ['the domain, from the drawing', 'app/domain/role.ts', '#app/ui/format.ts'],
    ['a feature, from another feature', 'app/features/clock/input.server.ts', '#app/features/ratings/input.server.ts'],
    ['a feature, from the drawing', 'app/features/clock/input.server.ts', '#app/ui/format.ts'],
    ['a feature, from a route', 'app/features/clock/input.server.ts', '#app/routes/paths/readiness-words.ts'],
    ['a feature, from the seeds', 'app/features/clock/input.server.ts', '#seeds/reference/catalogue.ts'],
    ['the server, from a feature', 'app/server/env.server.ts', '#app/features/clock/input.server.ts'],
    ['the server, from the drawing', 'app/server/env.server.ts', '#app/ui/format.ts'],
    ['a tool, from a route', 'app/cli/migrate.ts', '#app/routes/paths/readiness-words.ts'],
    ['the drawing, from a feature', 'app/ui/format.ts', '#app/features/clock/input.server.ts'],
    ['the drawing, from the server', 'app/ui/format.ts', '#app/server/command.server.ts'],
    ['the drawing, from the database', 'app/ui/format.ts', '#db/failure.ts'],
    ['a route, from another route', 'app/routes/paths/readiness-words.ts', '#app/routes/flags/flag-row.tsx'],
    ['a route, from the database', 'app/routes/paths/readiness-words.ts', '#db/failure.ts'],
    ['a route, from the seeds', 'app/routes/paths/readiness-words.ts', '#seeds/reference/catalogue.ts'],
    ['the root, from the database', 'app/root.tsx', '#db/failure.ts'],
    ['the database, from the application', 'db/failure.ts', '#app/domain/role.ts'],
    ['the seeds, from a feature', 'seeds/reference/catalogue.ts', '#app/features/clock/input.server.ts'],
    ['anything, from the tests', 'app/server/env.server.ts', '#test/support/shape.ts'],
  ])('is caught: %s', async (_, filePath, path) => {
    expect(await broken(filePath, importing(path))).toContain(zone);
  });

  it('is let be where it may', async () => {
    expect(await broken('app/features/clock/input.server.ts', importing('#app/domain/role.ts'))).toEqual([]);
    expect(await broken('app/server/env.server.ts', importing('#db/failure.ts'))).toEqual([]);
    expect(await broken('app/routes/paths/readiness-words.ts', importing('#app/ui/format.ts'))).toEqual([]);
  });
});

describe('code that breaks a rule of the house', () => {
  it.each([
    ['the domain asks for the time', 'app/domain/role.ts', 'export const now = Date.now();', 'no-restricted-globals'],
    ['the domain asks what surrounds it', 'app/domain/role.ts', 'export const mode = process.env;', 'no-restricted-globals'],
    ['the domain takes a chance', 'app/domain/role.ts', 'export const chance = Math.random();', 'no-restricted-syntax'],
    ['the domain reads a file', 'app/domain/role.ts', importing('node:fs'), 'no-restricted-imports'],
    ['the domain imports a library', 'app/domain/role.ts', importing('zod'), 'no-restricted-imports'],
    ['a migration imports more than kysely', 'db/migrations/202611220100_catalogue.ts', importing('node:fs'), 'no-restricted-imports'],
    ['a feature runs a command', 'app/features/clock/input.server.ts', importing('node:child_process'), 'no-restricted-imports'],
    ['a style attribute', 'app/ui/level.tsx', 'export const bar = <i style={{ width: 3 }} />;', 'no-restricted-syntax'],
    ['raw HTML', 'app/ui/level.tsx', 'export const raw = <i dangerouslySetInnerHTML={{ __html: "" }} />;', 'no-restricted-syntax'],
    ['a promise nobody waits for', 'app/server/env.server.ts', 'Promise.resolve(1);', '@typescript-eslint/no-floating-promises'],
    ['a type imported as a value', 'app/server/env.server.ts', "import { Db } from '#db/handle.ts';\nexport type Handle = Db;", '@typescript-eslint/consistent-type-imports'],
    ['text run as code', 'app/server/env.server.ts', "export const two = eval('1 + 1') as number;", 'no-eval'],
    ['a file of 301 lines', 'app/server/env.server.ts', Array.from({ length: 301 }, (_, line) => `export const a${line} = ${line};`).join('\n'), 'max-lines'],
    ['two files that import one another', 'app/domain/span.ts', importing('./experience.ts'), 'import-x/no-cycle'],
  ])('is caught: %s', async (_, filePath, text, rule) => {
    expect(await broken(filePath, text)).toContain(rule);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const files = ['app', 'db', 'seeds'].flatMap((folder) => readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter((name) => /\.(ts|tsx|mjs)$/.test(name));
const sources = files.map((name) => ({ name, file: ts.createSourceFile(name, readFileSync(new URL(name, root), 'utf8'), ts.ScriptTarget.ES2022, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS) }));

/** Every call and `new` whose callee reads like this, with what it is given first. */
function calls(pattern: RegExp, within: (name: string) => boolean = () => true): { where: string; given: ts.Expression | undefined }[] {
  return sources.filter(({ name }) => within(name)).flatMap(({ name, file }) => {
    const found: { where: string; given: ts.Expression | undefined }[] = [];
    const visit = (node: ts.Node): void => {
      if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && pattern.test(node.expression.getText(file))) {
        found.push({ where: `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1} ${node.getText(file).slice(0, 80)}`, given: node.arguments?.[0] });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });
}

const inApp = (name: string) => name.startsWith('app/');

/** A text written down here, or a choice between such texts. */
function isWritten(given: ts.Expression | undefined): boolean {
  if (given === undefined) return false;
  if (ts.isConditionalExpression(given)) return isWritten(given.whenTrue) && isWritten(given.whenFalse);
  return ts.isStringLiteral(given) || ts.isNoSubstitutionTemplateLiteral(given);
}

test('V1.2.4: no statement is put together from what people type', () => {
  const raw = calls(/^sql\.(raw|lit)$/, inApp);
  expect(raw.filter(({ given }) => !isWritten(given)).map(({ where }) => where)).toEqual([]);
  // Names of tables and columns come from our own lists, never from a request: here is where they do.
  const named = [...new Set(calls(/^sql\.(ref|table|id)$/, inApp).filter(({ given }) => !isWritten(given)).map(({ where }) => where.split(':', 1)[0]))];
  expect(named.sort()).toEqual([
    ...['import-person', 'read-person', 'write-person'].map((name) => `app/features/exchange/person/${name}.server.ts`), 'app/features/history/commands/rows.server.ts', 'app/features/people/queries/palette.server.ts', 'app/features/recruiting/queries/found.server.ts',
    'app/server/row-rules.server.ts',
  ]);
});

test('what is retired, and which level waits, stands once in SQL', () => {
  const rule = /retired_on\s+(is|<|>)|'\w*\.?retiredOn', '(is|<|>)|self_level\s*>|retiredOn [<>]=? (step\.)?today/;
  expect(sources.filter(({ name, file }) => inApp(name) && rule.test(file.text)).map(({ name }) => name)).toEqual([]);
});

test('V1.2.5: no commands are run', () => {
  expect(sources.filter(({ name, file }) => inApp(name) && name !== 'app/cli/prepare.mjs' && /child_process/.test(file.text)).map(({ name }) => name)).toEqual([]);
});

test('V1.2.9: no pattern is made of what people type', () => {
  expect(calls(/^RegExp$/, inApp).map(({ where }) => where)).toEqual([]);
});

test('V11.5.1: chance for tokens, keys and aliases comes from the system', () => {
  expect(calls(/^Math\.random$/).map(({ where }) => where)).toEqual([]);
  expect(calls(/^(randomBytes|randomUUID|randomInt)$/, inApp).length).toBeGreaterThan(3);
});

test('V13.3.1: no secret is written down', () => {
  const secret = /-----BEGIN|\b(?:AKIA|ghp_|xox[bp]-)[\w-]{10,}|postgres(?:ql)?:\/\/[^\s:'"`]+:(?!password@)[^\s@'"`…]+@/;
  expect(sources.filter(({ file }) => secret.test(file.text)).map(({ name }) => name)).toEqual([]);
});

test('V15.3.1: no loader hands out whole rows', () => {
  expect(calls(/\.selectAll$/, (name) => /^app\/(features|routes|server)\//.test(name)).map(({ where }) => where)).toEqual([]);
  expect(sources.filter(({ name, file }) => inApp(name) && /\bselect \*/i.test(file.text)).map(({ name }) => name)).toEqual([]);
});

test('V6.2.7: sign-in and password forms say to password managers what their fields are', () => {
  const attributes = sources.filter(({ name }) => /^app\/routes\/(login|account|password|setup)\//.test(name)).map(({ file }) => file.text).join('\n');
  const fields = [...attributes.matchAll(/<TextField[^>]*type="password"[^>]*>/g)].map(([field]) => field);
  expect(fields.length).toBeGreaterThan(3);
  expect(fields.filter((field) => !/autoComplete="(current|new)-password"/.test(field))).toEqual([]);
  expect(sources.filter(({ name, file }) => inApp(name) && /onPaste/.test(file.text)).map(({ name }) => name)).toEqual([]);
});

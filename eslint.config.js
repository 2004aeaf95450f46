import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const folders = (path) => readdirSync(new URL(path, import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory()).map((entry) => entry.name);

/** Who may import whom: one zone per row of the table of rooms in CONTRIBUTING.md. */
const zones = [
  { target: './app/domain', from: ['./app/!(domain)/**', './app/*', './db/**', './seeds/**', './test/**'] },
  { target: './app/features', from: ['./app/!(domain|features|server)/**', './app/*', './seeds/**', './test/**'] },
  { target: './app/server', from: ['./app/!(domain|server)/**', './app/*', './test/**'] },
  { target: './app/cli', from: ['./app/!(domain|features|server|cli)/**', './app/*', './test/**'] },
  { target: './app/ui', from: ['./app/!(domain|ui)/**', './app/*', './db/**', './seeds/**', './test/**'] },
  { target: './app/routes', from: ['./app/cli/**', './db/**', './seeds/**', './test/**'] },
  { target: './app/*', from: ['./app/cli/**', './db/**', './seeds/**', './test/**'] },
  { target: './db', from: ['./app/**', './seeds/**', './test/**'] },
  { target: './seeds', from: ['./app/!(domain)/**', './app/*', './test/**'] },
  ...['features', 'routes'].flatMap((room) => folders(`./app/${room}/`).map((name) => (
    { target: `./app/${room}/${name}`, from: `./app/${room}/!(${name})/**` }))),
].map((zone) => ({ ...zone, message: 'This room may not import from there: see the table of rooms in CONTRIBUTING.md.' }));

const banned = (regex, message) => ({ patterns: [{ regex, message }] });
const pure = ['Date', 'performance', 'process', 'fetch', 'crypto', 'setTimeout', 'setInterval', 'Buffer', 'Intl']
  .map((name) => ({ name, message: 'The domain is pure: plain values in, plain values out; no clock, no chance, no surroundings.' }));

export default tseslint.config(
  { ignores: ['build/**', '.cache/**', '.data/**', 'public/**', 'test/architecture/breaches/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommended, importX.flatConfigs.typescript],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ alwaysTryTypes: true })] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error',
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Use node:crypto for chance; the domain takes it as an argument.' },
        { selector: "JSXAttribute[name.name='style']", message: 'The content security policy blocks style attributes: use a class or an SVG attribute.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'React escapes; nothing here needs raw HTML.' }],
    },
  },
  {
    files: ['app/domain/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', banned('^(?!\\./|#app/domain/|temporal-polyfill$)', 'The domain imports itself and temporal-polyfill alone.')],
      'no-restricted-globals': ['error', ...pure],
    },
  },
  // Generated: as long as the database is wide.
  { files: ['db/schema.ts'], rules: { 'max-lines': 'off' } },
  { files: ['db/migrations/**/*.ts'], rules: { 'no-restricted-imports': ['error', banned('^(?!kysely$)', 'Migrations are frozen: they import kysely alone.')] } },
  { files: ['app/features/**/*.ts', 'app/ui/**/*.{ts,tsx}'], rules: { 'no-restricted-imports': ['error', banned('^(node:)?child_process$', 'No commands are run with what users type.')] } },
);

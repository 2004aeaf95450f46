import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ServerBuild } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import routes from '#app/routes.ts';
import { matrix } from './permission-matrix.ts';
import { routeFaults } from './route-module.ts';

const app = new URL('../../app/', import.meta.url);
const folderOf = (file: string) => file.split('/')[1] ?? '';

const publicOf = (folder: string) => [...new Set(matrix.filter(({ route }) => route === folder).flatMap((rights) => rights.public ?? []))];

describe('routes', () => {
  for (const { file } of routes) {
    test(`${file} begins by asking who is there`, () => {
      expect(routeFaults(file, readFileSync(new URL(file, app), 'utf8'), { public: publicOf(folderOf(file)) })).toEqual([]);
    });
  }

  test('every folder under app/routes is a route, and every route is in the matrix', () => {
    const folders = readdirSync(new URL('routes/', app)).filter((name) => existsSync(new URL(`routes/${name}/route.tsx`, app)));
    const listed = routes.map(({ file }) => folderOf(file));
    expect(folders.filter((name) => !listed.includes(name)), 'not in app/routes.ts').toEqual([]);
    expect(listed.filter((name) => !matrix.some(({ route }) => route === name)), 'not in the matrix').toEqual([]);
    expect(matrix.filter(({ route }) => !listed.includes(route)), 'in the matrix alone').toEqual([]);
  });

  test('the build has these routes and no other', async () => {
    const build = (await import(new URL('../build/server/index.js', app).href)) as ServerBuild;
    expect(Object.keys(build.routes).sort()).toEqual(['root', ...routes.map(({ file }) => file.replace(/\.tsx$/, ''))].sort());
    expect(build.mode).toBe('production');
  });

  test('the root asks who is there for every page, and takes no forms', () => {
    const source = readFileSync(new URL('root.tsx', app), 'utf8');
    expect(source).toContain('await rootState(args)');
    expect(routeFaults('root.tsx', source, { public: [] })).toEqual(['loader does not begin with requireActor or allowAnyone']);
  });
});

/** Each breach planted once, and seen. */
const breaches: Record<string, [source: string, fault: RegExp]> = {
  'nobody asked': ['export async function loader(args) { return find(args); }', /^loader does not begin/],
  'asked too late': ['export async function loader(args) { const x = await read(args); await requireActor(args); return x; }', /^loader does not begin/],
  'asked without waiting': ['export async function action(args) { requireActor(args); return write(args); }', /^action does not begin/],
  'asked about something else': ['export async function loader(args) { await requireActor(other); }', /^loader does not begin/],
  'asked in one branch': ['export async function loader(args) { if (x) { await requireActor(args); } return 1; }', /^loader does not begin/],
  'an arrow function': ['export const loader = async (args) => read(args);', /^loader does not begin/],
  'made elsewhere': ["export { loader } from './other.ts';", /^loader does not begin/],
  'public, and not listed': ['export function loader(args) { allowAnyone(args); return null; }', /matrix does not say so/],
  'the database': ["import { db } from '#db/handle.ts';", /never touch the database/],
  'the database by type': ["import type { Db } from '#db/handle.ts';", /never touch the database/],
  'the database, later': ["const late = () => import('#db/handle.ts');", /never touch the database/],
  'a deferred part': ["import { defer } from '@remix-run/node';", /never arrives/],
  'a deferred part under another name': ["import { Await as Later } from '@remix-run/react';", /never arrives/],
  'a loader in the browser': ['export const clientLoader = () => 1;', /in the browser/],
};

describe('planted breaches', () => {
  for (const [name, [source, fault]] of Object.entries(breaches)) {
    test(name, () => {
      expect(routeFaults('planted.tsx', source, { public: [] }).filter((one) => fault.test(one))).toHaveLength(1);
    });
  }

  test('what is right passes', () => {
    const source = `import { requireActor } from '#app/server/actor.server.ts';
      export async function loader(args) { const actor = await requireActor(args, 'leads'); return read(actor); }
      export const action = async (args) => { allowAnyone(args); return null; };`;
    expect(routeFaults('right.tsx', source, { public: ['action'] })).toEqual([]);
  });
});

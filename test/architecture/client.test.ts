import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';
import { beforeAll, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const client = new URL('build/client/', root);
const read = (file: string) => readFileSync(new URL(file, client), 'utf8');

let files: string[];
let scripts: Map<string, string>;
let assets: ServerBuild['assets'];

beforeAll(async () => {
  files = readdirSync(client, { recursive: true, encoding: 'utf8' });
  scripts = new Map(files.filter((name) => name.endsWith('.js')).map((name) => [`/${name}`, read(name)]));
  ({ assets } = (await import(new URL('build/server/index.js', root).href)) as ServerBuild);
});

/** The scripts in which the pattern stands. */
function scriptsWith(pattern: RegExp): string[] {
  return [...scripts].filter(([, text]) => pattern.test(text)).map(([name]) => name);
}

/** What only a package's own code says, and a file of it in which that can be seen. */
const serverOnly: Record<string, { mark: RegExp; file: string }> = {
  zod: { mark: /\$ZodError|invalid_union/, file: 'zod/v4/core/errors.js' },
  'temporal-polyfill': { mark: /PlainDateTime/, file: 'temporal-polyfill/chunks/internal.js' },
  kysely: { mark: /SelectQueryNode/, file: 'kysely/dist/esm/operation-node/select-query-node.js' },
  pino: { mark: /pino/, file: 'pino/pino.js' },
};

test.each(Object.entries(serverOnly))('%s stays on the server', (_, { mark, file }) => {
  expect(readFileSync(new URL(`node_modules/${file}`, root), 'utf8')).toMatch(mark);
  expect(scriptsWith(mark)).toEqual([]);
});

test('no file for the server alone is in what browsers get', () => {
  expect(scriptsWith(/\.server(\.ts)?["'`]/)).toEqual([]);
  expect(scriptsWith(/\bselect\b[^;]{0,80}\bfrom (people|accounts|sessions|ratings)\b/i)).toEqual([]);
});

const limit = 130_000;
const limitWithPicture = 210_000;

/** A script and all that it imports at once, or also what it imports later. */
function withImports(name: string, later: boolean, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = scripts.get(name) ?? '';
  const pattern = later ? /(?:\bfrom|\bimport)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g : /(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g;
  for (const [, other = ''] of text.matchAll(pattern)) withImports(`/assets/${other}`, later, found);
  return found;
}

function pageBytes(routeId: string, later: boolean): number {
  const route = assets.routes[routeId];
  const base = assets.routes['root'];
  const needed = [assets.url, assets.entry.module, ...assets.entry.imports, ...[base, route].flatMap((one) => (one ? [one.module, ...(one.imports ?? [])] : []))];
  const all = new Set(needed.flatMap((name) => [...withImports(name, later)]));
  return [...all].reduce((sum, name) => sum + gzipSync(scripts.get(name) ?? '', { level: 9 }).length, 0);
}

test(`no page takes more than ${limit / 1000} kB of scripts, nor more than ${limitWithPicture / 1000} kB with its picture and everything else that comes later`, () => {
  const pages = Object.keys(assets.routes);
  const sizes = pages.map((id) => ({ id, atOnce: pageBytes(id, false), inAll: pageBytes(id, true) }));
  expect(sizes.filter(({ atOnce, inAll }) => atOnce > limit || inAll > limitWithPicture)).toEqual([]);
  // The reckoning itself: every page has the framework, and pictures come later.
  expect(Math.min(...sizes.map(({ atOnce }) => atOnce))).toBeGreaterThan(60_000);
  expect(sizes.filter(({ atOnce, inAll }) => inAll > atOnce + 40_000).length).toBeGreaterThan(0);
});

test('V1.3.2: nothing is made of text while it runs', () => {
  expect(scriptsWith(/\beval\s*\(|\bnew Function\b|\bFunction\s*\(/)).toEqual([]);
});

test('V13.4.1: no source maps are handed out', () => {
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([]);
  expect(files.filter((name) => /\.(js|css)$/.test(name) && read(name).includes('sourceMappingURL'))).toEqual([]);
});

/** Names of formats and addresses in words to read or to follow, none of which is fetched. */
const knownAddresses = [
  /^http:\/\/www\.w3\.org\//, /^https:\/\/(reactjs\.org|remix\.run)\//, /^https:\/\/(www\.chartjs\.org|github\.com\/kurkle\/color(#readme)?|tailwindcss\.com)$/,
  /^https:\/\/(www\.onetcenter\.org|www\.nist\.gov|esco\.ec\.europa\.eu|creativecommons\.org)\//, /^https:\/\/tickets\.example\//,
];

test('nothing names another server to fetch from', () => {
  const texts = files.filter((name) => /\.(js|css|svg|txt|webmanifest)$/.test(name)).map((name) => ({ name, text: read(name) }));
  const unknown = texts.flatMap(({ name, text }) => [...text.matchAll(/(?:https?:|wss?:)\/\/[\w.-]+[\w./?=#-]*/g)].map(([address]) => ({ name, address })))
    .filter(({ address }) => !knownAddresses.some((pattern) => pattern.test(address)));
  expect(unknown).toEqual([]);
  const fetched = texts.filter(({ name }) => name.endsWith('.css'))
    .flatMap(({ text }) => [...text.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, url, imported]) => url ?? imported ?? ''));
  expect(fetched.filter((url) => !/^(\/assets\/|data:|#|\.\/)/.test(url))).toEqual([]);
  expect(fetched.length).toBeGreaterThan(0);
});

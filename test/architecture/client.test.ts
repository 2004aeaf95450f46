import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = 'build/client/assets';
let chunks: Map<string, string>;

beforeAll(() => {
  if (!existsSync(folder)) throw new Error('There is no production build: run `npm run build` first.');
  const manifest = readdirSync(folder).find((name) => name.startsWith('manifest-')) ?? '';
  const wanted = new Set(reached(readdirSync(folder).filter((name) => name.endsWith('.js')), manifest));
  chunks = new Map([...wanted].map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
});

/** All chunks that this build's manifest leads to, so that leftovers of earlier builds do not count. */
function reached(all: readonly string[], manifest: string): string[] {
  const found = new Set([manifest]);
  for (const name of found) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const other of all) if (text.includes(other)) found.add(other);
  }
  return [...found];
}

/** A chunk with everything it imports at once; `import()` comes later, when asked for. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, imported = ''] of (chunks.get(name) ?? '').matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)) withImports(imported, seen);
  return seen;
}

const weight = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name) ?? '').length, 0);

interface Manifest { entry: { module: string }; routes: Record<string, { id: string; module: string }> }

function manifestOf(): Manifest {
  const text = [...chunks].find(([name]) => name.startsWith('manifest-'))?.[1] ?? '';
  return JSON.parse(text.replace(/^window\.__remixManifest=/, '').replace(/;$/, '')) as Manifest;
}

const base = (path: string) => path.split('/').at(-1) ?? '';

describe('what a browser loads', () => {
  it('has neither zod nor the Temporal polyfill in it, and runs no text as code', () => {
    for (const [name, text] of chunks) {
      expect(/ZodError|invalid_union|Temporal\.PlainDate|temporal-polyfill/.test(text), name).toBe(false);
      expect(/\beval\(|new Function\(/.test(text), name).toBe(false);
    }
  });

  it('stays under 130 kB of JavaScript on every page, 210 kB with its picture', () => {
    const { entry, routes } = manifestOf();
    const root = routes['root'];
    const picture = [...chunks.keys()].filter((name) => name.startsWith('chart-engine'));
    expect(picture).toHaveLength(1);
    const pages = Object.values(routes).filter(({ id }) => id !== 'root');
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages) {
      const loaded = new Set([entry.module, root?.module ?? '', page.module].flatMap((module) => [...withImports(base(module))]));
      expect(weight(loaded), page.id).toBeLessThan(130_000);
      const drawn = new Set([...loaded, ...picture.flatMap((name) => [...withImports(name)])]);
      expect(weight(drawn), `${page.id} with a picture`).toBeLessThan(210_000);
    }
  });

  it('comes without source maps', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.map'))).toEqual([]);
  });
});

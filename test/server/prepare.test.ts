import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';

let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);
const calls = (name: string) => (existsSync(at(name)) ? readFileSync(at(name), 'utf8').trim().split('\n') : []);

/** A project with a package manager and a build tool that only write down how they were called. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskpath-prepare-'));
  for (const path of ['app/cli', 'public', 'node_modules/@remix-run/dev/dist']) mkdirSync(at(path), { recursive: true });
  cpSync(new URL('../../app/cli/prepare.mjs', import.meta.url), at('app/cli/prepare.mjs'));
  for (const file of ['package-lock.json', 'vite.config.ts', 'tsconfig.json', 'app/root.tsx', 'public/robots.txt']) writeFileSync(at(file), 'one');
  writeFileSync(at('package.json'), '{"type":"module"}');
  writeFileSync(at('npm-cli.js'), `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
    appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
    if (process.env.FAIL) process.exit(1);
    mkdirSync('node_modules/@remix-run/dev/dist', { recursive: true });
    writeFileSync('node_modules/@remix-run/dev/dist/cli.js', ${JSON.stringify(`
      import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
      appendFileSync('build-calls', process.argv[2] + ' ' + process.env.NODE_ENV + '\\n');
      mkdirSync('build/server', { recursive: true });
      mkdirSync('build/client/assets', { recursive: true });
      writeFileSync('build/server/index.js', '');
      writeFileSync('build/client/assets/a.js', 'let a = 1;'.repeat(500));
      writeFileSync('build/client/assets/a.woff2', 'x'.repeat(5000));`)});`);
  return () => rmSync(folder, { recursive: true, force: true });
});

function prepare(args: string[] = [], env: Record<string, string> = {}): number | null {
  return spawnSync(process.execPath, [at('app/cli/prepare.mjs'), ...args], { cwd: tmpdir(), env: { ...process.env, npm_execpath: at('npm-cli.js'), ...env } }).status;
}

describe('preparing a start', () => {
  it('installs once, without touching the lock file, and leaves npm alone from then on', () => {
    rmSync(at('node_modules'), { recursive: true });
    expect([prepare(), prepare()]).toEqual([0, 0]);
    expect(calls('npm-calls')).toEqual(['install --no-save --include=dev --no-audit --no-fund']);
    writeFileSync(at('package-lock.json'), 'two');
    expect(prepare()).toBe(0);
    expect(calls('npm-calls')).toHaveLength(2);
  });

  it('tries again after an installation that failed', () => {
    expect(prepare([], { FAIL: '1' })).toBe(1);
    expect(prepare()).toBe(0);
    expect(calls('npm-calls')).toHaveLength(2);
  });

  it('builds when sources changed, and only then', () => {
    expect([prepare(['--build']), prepare(['--build'])]).toEqual([0, 0]);
    expect(calls('build-calls')).toEqual(['vite:build production']);
    for (const file of ['app/root.tsx', 'public/robots.txt', 'vite.config.ts']) writeFileSync(at(file), `two of ${file}`);
    writeFileSync(at('app/added.tsx'), '');
    expect(prepare(['--build'])).toBe(0);
    expect(calls('build-calls')).toHaveLength(2);
    rmSync(at('build/server/index.js'));
    expect(prepare(['--build'])).toBe(0);
    expect(calls('build-calls')).toHaveLength(3);
  });

  it('puts compressed copies beside what can be compressed', () => {
    prepare(['--build']);
    const text = 'let a = 1;'.repeat(500);
    expect(brotliDecompressSync(readFileSync(at('build/client/assets/a.js.br'))).toString()).toBe(text);
    expect(gunzipSync(readFileSync(at('build/client/assets/a.js.gz'))).toString()).toBe(text);
    expect(existsSync(at('build/client/assets/a.woff2.br'))).toBe(false);
  });
});

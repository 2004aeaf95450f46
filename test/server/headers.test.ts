import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, statusOf, type Door } from './door.ts';

let door: Door;
const folder = mkdtempSync(join(tmpdir(), 'deskpath-static-'));
beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'assets/app-1234.js'), 'let a = 1;');
  writeFileSync(join(folder, 'assets/app-1234.js.br'), 'brotli');
  writeFileSync(join(folder, 'assets/app-1234.js.gz'), gzipSync('let a = 1;'));
  writeFileSync(join(folder, 'assets/app-1234.js.map'), '{}');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, '.env'), 'SECRET=1');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  door = await openDoor({ folder, handler: (request) => {
    if (request.url.endsWith('/fault')) return Promise.reject(new Error('for the log alone'));
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public', 'Content-Security-Policy': 'none', 'Set-Cookie': 'notice=x; Path=/' };
    return Promise.resolve(new Response('page', { headers }));
  } });
});
afterAll(() => door.close());

const always: Record<string, RegExp> = {
  'content-security-policy': /script-src 'nonce-[\w+/=]+' 'strict-dynamic'; .*object-src 'none'; base-uri 'none'; frame-ancestors 'none'(, none)?$/, // the handler’s own comes beside ours
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'x-frame-options': /^DENY$/,
};

describe('headers', () => {
  it.each(['/', '/x.data', '/assets/app-1234.js', '/assets/missing.js', '/favicon.svg', '/healthz', '/readyz', '/x?_data=1', '/%', '/fault'])('stand on %s', async (path) => {
    const answer = await fetch(door.origin + path);
    for (const [name, value] of Object.entries(always)) expect(answer.headers.get(name), name).toMatch(value);
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(answer.headers.get('content-type')).toMatch(/charset=utf-8/);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
    if (!/assets\/app|favicon/.test(path)) expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('stand even on answers to what is no HTTP', async () => {
    const answer = await door.raw('nonsense\r\n\r\n');
    expect(statusOf(answer)).toBe(400);
    for (const name of Object.keys(always)) expect(answer.toLowerCase()).toContain(`\n${name}: `);
  });

  it('carry a new nonce each time, the one the page is given', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => fetch(`${door.origin}/nonce`)));
    const nonces = answers.map((answer) => /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1]);
    expect(new Set(nonces).size).toBe(3);
    expect(new Set(door.passed.slice(-3).map(({ context }) => context.nonce))).toEqual(new Set(nonces));
  });

  it('ask for https and lock cookies to it where people come by https', async () => {
    const far = await openDoor({ origin: 'https://deskpath.example' });
    const answer = await fetch(far.origin);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
    await far.close();
    const here = await fetch(door.origin);
    expect(here.headers.get('strict-transport-security')).toBeNull();
    expect(here.headers.get('set-cookie')).not.toMatch(/Secure/);
  });

  it('allow inline styles only while developing', async () => {
    const developing = await openDoor({ dev: true });
    expect((await fetch(developing.origin)).headers.get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'");
    await developing.close();
  });

  it('tell a fault by its reference alone', async () => {
    const answer = await fetch(`${door.origin}/fault`);
    const page = await answer.text();
    expect(answer.status).toBe(500);
    expect(page).toContain(answer.headers.get('x-request-id'));
    expect(page).not.toMatch(/for the log|at .*\.ts|Error:/);
    expect(door.lines.join()).toContain('for the log alone');
  });
});

describe('static files', () => {
  it('come compressed by the build, to be kept for ever', async () => {
    const plain = await fetch(`${door.origin}/assets/app-1234.js`, { headers: { 'Accept-Encoding': 'identity' } });
    expect(await plain.text()).toBe('let a = 1;');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const gzipped = await fetch(`${door.origin}/assets/app-1234.js`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gzipped.headers.get('content-encoding')).toBe('gzip');
    expect(await gzipped.text()).toBe('let a = 1;');
    const brotli = await fetch(`${door.origin}/assets/app-1234.js`, { method: 'HEAD', headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(brotli.headers.get('content-length')).toBe('6');
  });

  it('are not sent again to who has them', async () => {
    const first = await fetch(`${door.origin}/favicon.svg`);
    const again = await fetch(`${door.origin}/favicon.svg`, { headers: { 'If-None-Match': first.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it.each(['/.env', '/.vite/manifest.json', '/assets/app-1234.js.map', '/assets/../.env', '/assets/%2e%2e/.env', '/.git/HEAD'])('do not include %s', async (path) => {
    const answer = await door.raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).not.toMatch(/SECRET|\r\n\r\n\{\}/);
  });
});

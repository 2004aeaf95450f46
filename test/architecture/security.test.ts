import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { serveBuild, type Received, type Served } from '#test/support/served.ts';
import { crawl, resourcesOf, type Visit } from './crawl.ts';
import { dataAddress } from './matrix-run.ts';
import { matrix } from './permission-matrix.ts';
import { addressFor, surroundings, type Surroundings } from './surroundings.ts';

/** A name, and other free text, that would be dangerous if anything took it for more than text. */
const hostile = '</script><script>alert(1)</script><!-- \u2028 "\' <img src=x onerror=alert(1)>';
const evil = { Origin: 'https://evil.example' };

let database: TestDatabase;
let served: Served;
let around: Surroundings;
let visits: (Visit & { signedIn: boolean })[];

beforeAll(async () => {
  database = await testDatabase();
  served = await serveBuild(database);
  around = await surroundings(served);
  const { db } = database;
  await db.updateTable('people').set({ name: hostile }).where('personId', '=', around.world.ids.colleague).execute();
  await db.updateTable('talks').set({ note: hostile, comment: hostile }).where('talkId', '=', around.world.talks.subject).execute();
  await db.updateTable('ratings').set({ note: hostile }).where('personId', '=', around.world.ids.subject).execute();
  await db.updateTable('evidence').set({ body: hostile }).where('personId', '=', around.world.ids.subject).execute();
  const starts = matrix.map((rights) => addressFor(around, rights, rights.address.includes('{}') ? 'subject' : '-'));
  visits = [];
  for (const actor of ['anonymous', 'admin', 'manager', 'recruiter'] as const) {
    const signedIn = actor !== 'anonymous';
    const found = await crawl(served, around.cookies[actor], ['/', ...starts]);
    visits.push(...found.map((visit) => ({ ...visit, signedIn })));
  }
  for (const [address, answer] of await refusals()) visits.push({ ...answer, address, signedIn: false });
});

afterAll(async () => {
  await served.close();
  await database.close();
});

/** What is refused before a page is asked for, and what is asked for by machines. */
async function refusals(): Promise<[string, Received][]> {
  const cookie = around.cookies.manager;
  const form = [['intent', 'anything']] as const;
  const sent: [string, Parameters<Served['send']>[1]][] = [
    ['/healthz', {}], ['/readyz', {}], ['/robots.txt', {}], ['/favicon.svg', {}], ['/assets/none.js', {}], ['/%', {}], ['/%00', {}], ['/\\evil.example', {}], ['//evil.example', {}],
    ['/roles?_data=root', { cookie }], ['/roles?__proto__=1', { cookie }], ['/roles', { method: 'DELETE', cookie }], ['/roles', { method: 'OPTIONS', headers: evil }], ['/roles', { form, cookie }],
    ['/account', { form, cookie, headers: evil }], ['/account', { form }], ['/account', { cookie, body: { bytes: Buffer.from('{}'), type: 'application/json' } }],
    ['/account', { cookie, body: { bytes: Buffer.from('x'), type: 'application/x-www-form-urlencoded' }, headers: { 'Content-Length': '99999999' } }],
    ['/account', { cookie: 'session=../../etc' }], ['/people/99999999999/skills', { cookie }], ["/people/1'%20or%201=1/skills", { cookie }], ["/search?skill=';select%201", { cookie: around.cookies.recruiter }],
  ];
  const answers: [string, Received][] = [];
  for (const [address, options] of sent) answers.push([options?.method === undefined ? address : `${options.method} ${address}`, await served.send(address, options)]);
  return answers;
}

/** What stands in none of the answers; each fault with its address. */
function faults(check: (visit: Visit & { signedIn: boolean }) => boolean, among: (visit: Visit) => boolean = () => true): string[] {
  return visits.filter((visit) => among(visit) && !check(visit)).map(({ address, status }) => `${address}: ${status}`);
}

const isHtml = ({ headers }: Visit) => String(headers['content-type']).startsWith('text/html');
const isStatic = ({ address }: Visit) => /^\/(assets\/|favicon\.svg|robots\.txt|my-path\.png)/.test(address);

describe('headers of every answer', () => {
  test('there are answers of every sort', () => {
    const sorts = new Set(visits.map(({ status }) => status));
    expect([200, 302, 400, 401, 403, 404, 405, 413].filter((status) => !sorts.has(status))).toEqual([]);
    expect(visits.length).toBeGreaterThan(150);
  });

  test('V3.4.2: nothing is open to other origins', async () => {
    expect(faults(({ headers }) => !Object.keys(headers).some((name) => name.startsWith('access-control-')))).toEqual([]);
    const asked = await served.send('/roles', { cookie: around.cookies.manager, headers: evil });
    expect(Object.keys(asked.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  test('V3.4.3: a content security policy without anything unsafe, with a nonce of its own each time', () => {
    const policy = /script-src 'nonce-([\w+/=]{20,})' 'strict-dynamic';.*object-src 'none'; base-uri 'none'; frame-ancestors 'none'/;
    expect(faults(({ headers }) => policy.test(String(headers['content-security-policy'])) && !/unsafe/.test(String(headers['content-security-policy'])))).toEqual([]);
    const nonces = visits.map(({ headers }) => policy.exec(String(headers['content-security-policy']))?.[1]);
    expect(new Set(nonces).size).toBe(nonces.length);
    expect(faults(({ text, headers }) => {
      const nonce = policy.exec(String(headers['content-security-policy']))?.[1];
      return [...text.matchAll(/<script\b([^>]*)>/g)].every(([, attributes]) => attributes?.includes(`nonce="${nonce}"`)) && !/\sstyle="|\son[a-z]+="/.test(text.replace(/>[^<]*</g, '><'));
    }, isHtml)).toEqual([]);
  });

  test('V3.4.4, V3.4.5, V3.4.6: nosniff, referrer policy, no frames', () => {
    expect(faults(({ headers }) => headers['x-content-type-options'] === 'nosniff' && headers['x-frame-options'] === 'DENY')).toEqual([]);
    // The address of a shared profile is its key, so not even we are told of it; elsewhere the guards need to know where a form comes from.
    const isShared = ({ address }: Visit) => address.startsWith('/shared/');
    expect(faults(({ headers }) => headers['referrer-policy'] === 'same-origin', (visit) => !isShared(visit))).toEqual([]);
    expect(faults(({ headers }) => ['same-origin', 'no-referrer'].includes(String(headers['referrer-policy'])), isShared)).toEqual([]);
  });

  test('V3.2.1, V4.1.1: a content type with its charset wherever there is a body', () => {
    expect(faults(({ headers, text }) => text === '' || /^(text|application|image)\/[\w.+-]+; ?charset=utf-8$/i.test(String(headers['content-type'])) || /^(font\/woff2|image\/(png|jpeg)|application\/pdf)$/.test(String(headers['content-type'])))).toEqual([]);
  });

  test('V14.3.2: nothing but files is kept by browsers', () => {
    expect(faults(({ headers }) => headers['cache-control'] === 'no-store', (visit) => !isStatic(visit) || visit.status !== 200)).toEqual([]);
    expect(faults(({ headers, signedIn }) => /^public, max-age=\d+/.test(String(headers['cache-control'])) || signedIn === undefined, (visit) => isStatic(visit) && visit.status === 200)).toEqual([]);
  });

  test('V13.4.5: nobody learns what the server is made of', () => {
    expect(faults(({ headers }) => headers['x-powered-by'] === undefined && headers['server'] === undefined)).toEqual([]);
    expect(visits.filter(({ address }) => /(healthz|readyz)$/.test(address)).map(({ text }) => text)).toEqual(['ok', 'ready']);
  });
});

describe('what answers say', () => {
  test('V16.5.1, V13.4.2: no refusal tells of code, statements or files', () => {
    const telling = /\bat \S+ \(|node_modules|\.tsx?:\d|\bselect\b.+\bfrom\b|\bPGlite\b|postgres|kysely|violates|relation "|syntax error|TypeError|ReferenceError|\/work\/|\/home\//i;
    expect(visits.filter(({ status }) => status >= 400).length).toBeGreaterThan(20);
    expect(faults(({ text }) => !telling.test(text), ({ status }) => status >= 400)).toEqual([]);
    expect(visits.filter(({ status }) => status >= 500)).toEqual([]);
  });

  test('V1.2.1, V1.2.3: what people write stays text, in pages and in the data inside of them', () => {
    const shown = visits.filter(({ text }) => text.includes('alert(1)'));
    expect(shown.filter(isHtml).length).toBeGreaterThan(3);
    expect(faults(({ text }) => !/<script>alert|<img src=x|<!-- \u2028/.test(text) && !text.includes('\u2028"'), isHtml)).toEqual([]);
  });

  test('no page fetches anything from anybody else', () => {
    expect(visits.filter(isHtml).flatMap(({ text }) => resourcesOf(text)).filter((link) => !/^\/(assets\/|favicon\.svg)/.test(link))).toEqual([]);
  });

  test('V14.2.1: no address carries a session or a password', () => {
    expect(visits.filter(({ address, headers }) => /token=|password=|session=/i.test(address + String(headers.location ?? '')))).toEqual([]);
  });

  test('V3.3.4: no answer says the session’s token', () => {
    const tokens = Object.values(around.cookies).filter((cookie) => cookie !== undefined).map((cookie) => cookie.split('=')[1] ?? '');
    expect(tokens.every((token) => token.length > 30)).toBe(true);
    expect(faults(({ text }) => !tokens.some((token) => text.includes(token)))).toEqual([]);
  });
});

describe('what is not there', () => {
  const probes = [
    '/.git/HEAD', '/.git/config', '/.env', '/.env.example', '/.npmrc', '/package.json', '/package-lock.json', '/vite.config.ts', '/.data/PG_VERSION', '/build/server/index.js', '/server/index.js', '/app/root.tsx',
    '/assets/../server/index.js', '/assets/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/..%5c..%5cpackage.json', '/.vite/manifest.json', '/robots.txt.map', '/metrics', '/debug', '/graphql', '/api', '/admin', '/server-status',
  ];

  test.each(probes)('V13.4.1: %s', async (path) => {
    const { status, text } = await served.send(path, { cookie: around.cookies.admin });
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/"dependencies"|ref: refs|DATABASE_URL|^import /);
  });

  test('V13.4.1: no source map beside any script', async () => {
    const scripts = [...new Set(visits.map(({ address }) => address))].filter((address) => /^\/assets\/[\w.-]+\.(js|css)$/.test(address));
    expect(scripts.length).toBeGreaterThan(2);
    for (const script of scripts) expect((await served.send(`${script}.map`)).status).toBe(404);
  });

  test('V15.2.3: no page is there for tests or seeds alone', () => {
    expect(matrix.filter(({ address }) => /test|seed|debug|dev/.test(address))).toEqual([]);
  });
});

describe('what is written down', () => {
  const warnings = (status: number) => served.lines.map((line) => JSON.parse(line) as { level: string; status?: number; accountId?: number; address?: string; requestId?: string; msg?: string })
    .filter((line) => line.status === status && line.msg === 'request');

  test('V16.3.2: whoever is refused leaves a line: who, what, from where', async () => {
    served.lines.length = 0;
    const refused = await served.send('/flags', { cookie: around.cookies.colleague });
    expect(refused.status).toBe(403);
    expect(warnings(403)).toEqual([expect.objectContaining({ level: 'warn', method: 'GET', path: '/flags', accountId: around.world.accounts.colleague.accountId, address: '127.0.0.1', requestId: refused.headers['x-request-id'] })]);
  });

  test('V16.3.2: so does a form from elsewhere', async () => {
    served.lines.length = 0;
    await served.send(dataAddress('/account'), { cookie: around.cookies.manager, form: [['intent', 'end-others']], headers: evil });
    expect(warnings(403)).toHaveLength(1);
  });

  test('V16.4.1: what a visitor sends stays inside its line', async () => {
    served.lines.length = 0;
    await served.send('/roles?q=%0d%0a%7b%22level%22:%22error%22%7d', { cookie: around.cookies.manager, headers: { 'User-Agent': 'a\u00a0[31m', Referer: 'x%0d%0ay' } });
    expect(served.lines).toHaveLength(1);
    expect(served.lines.join('').trimEnd()).not.toMatch(/[\r\n\u001b]/);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { largestBody } from '#app/server/body-limit.server.ts';
import { openDoor, statusOf, type Door } from './door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => void (door.passed.length = 0));

const form = 'application/x-www-form-urlencoded';
function post(path: string, headers: Record<string, string>, body = 'a=1'): Promise<Response> {
  return fetch(door.origin + path, { method: 'POST', headers: { 'Content-Type': form, ...headers }, body });
}

describe('the framework’s own parameters', () => {
  it.each(['/x?_data=child', '/x?a=1&_data=', '/x?%5Fdata=child', '/x.data?_data=child', '/?_data=root'])('answers 404 to %s', async (path) => {
    expect((await fetch(door.origin + path)).status).toBe(404);
    expect((await post(path, { Origin: door.origin })).status).toBe(404);
    expect(door.passed).toEqual([]);
  });

  it('lets _routes choose loaders only where the framework’s own client does', async () => {
    expect((await fetch(`${door.origin}/x.data?_routes=child`)).status).toBe(200);
    expect(door.passed).toHaveLength(1);
    expect((await fetch(`${door.origin}/x?_routes=child`)).status).toBe(404);
    expect((await fetch(`${door.origin}/x.data?_routes=child`, { method: 'HEAD' })).status).toBe(404);
    expect((await post('/x.data?_routes=child', { Origin: door.origin })).status).toBe(404);
    expect(door.passed).toHaveLength(1);
  });
});

describe('forms from elsewhere', () => {
  const foreign: Record<string, string>[] = [
    {},
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'none' },
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'http://rebound.example:3000' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'own' },
    { Origin: 'http://localhost:1' },
    { Origin: 'https://localhost:own' },
  ];
  it.each(foreign)('refuses %j on every kind of address', async (headers) => {
    const given = { ...headers };
    if (given['Origin']) given['Origin'] = given['Origin'] === 'own' ? door.origin : given['Origin'].replace(':own', `:${door.port}`);
    for (const path of ['/x', '/x.data', '/x?index', '/logout']) expect((await post(path, given)).status).toBe(403);
    expect(door.passed).toEqual([]);
    expect(door.lines.at(-2)).toContain('set APP_ORIGIN');
  });

  it('takes them from our own pages, told by either header', async () => {
    expect((await post('/x', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await post('/x', { Origin: `http://localhost:${door.port}` })).status).toBe(200);
    expect((await post('/x', { Origin: `http://[::1]:${door.port}` })).status).toBe(200);
    expect(await (await post('/x', { Origin: door.origin }, 'name=value')).text()).toBe('reached name=value');
  });

  it('knows no second name for an origin that is not this machine', async () => {
    const far = await openDoor({ origin: 'https://deskpath.example' });
    const send = (Origin: string) => fetch(`${far.origin}/x`, { method: 'POST', headers: { Origin }, body: 'a=1' });
    expect((await send(far.origin)).status).toBe(403);
    expect((await send('http://deskpath.example')).status).toBe(403);
    expect((await send('https://deskpath.example')).status).toBe(200);
    expect(far.passed.map(({ request }) => request.url)).toEqual(['https://deskpath.example/x']);
    await far.close();
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('knows no %s', async (method) => {
    expect((await fetch(`${door.origin}/x`, { method, headers: { Origin: door.origin } })).status).toBe(405);
    expect(door.passed).toEqual([]);
  });
});

describe('bodies', () => {
  const head = () => `POST /x HTTP/1.1\r\nHost: localhost\r\nOrigin: ${door.origin}\r\nConnection: close\r\n`;

  it('refuses a body over one megabyte on its announced length, before a byte of it was sent', async () => {
    expect(statusOf(await door.raw(`${head()}Content-Length: ${largestBody + 1}\r\n\r\n`))).toBe(413);
    expect(door.passed).toEqual([]);
  });

  it('takes one of exactly that size', async () => {
    expect((await post('/x', { Origin: door.origin }, 'a'.repeat(largestBody))).status).toBe(200);
  });

  const multipart = 'multipart/form-data; boundary=x';
  const announce = (path: string, type: string, length: number) => door.raw(`${head().replace('/x', path)}Content-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`);

  it.each(['/people/7/evidence', '/people/7/evidence.data', '/people/7/evidence?index'])('V5.2.1: takes a form with a file of five megabytes at %s', async (path) => {
    expect((await post(path, { Origin: door.origin, 'Content-Type': multipart }, 'a'.repeat(5 * largestBody + 1000))).status).toBe(200);
  });

  it('V5.2.1: takes a form with a table of one megabyte, and no more, where tickets come in', async () => {
    expect((await post('/people/7/tickets', { Origin: door.origin, 'Content-Type': multipart }, 'a'.repeat(largestBody + 1000))).status).toBe(200);
    expect(statusOf(await announce('/people/7/tickets', multipart, 2 * largestBody + 1))).toBe(413);
  });

  it('V5.2.1: refuses a form with a file too large before a byte of it was sent, and says in words how much it may be', async () => {
    const answer = await announce('/people/7/evidence', multipart, 6 * largestBody + 1);
    expect(statusOf(answer)).toBe(413);
    expect(answer).toContain('At most 6 MB can be sent here.');
    expect(door.passed).toEqual([]);
  });

  it.each([
    ['/people/7/evidence', form], ['/people/7/evidence', 'application/json'], ['/people/7/evidence', 'text/plain; multipart/form-data;'], ['/people/7/evidence/3/file', multipart],
    ['/people/7/skills', multipart], ['/people/7/tickets', form], ['/people/x/evidence', multipart], ['/people/7/evidence/', multipart], ['/login', multipart], ['/people/7/evidence.data.data', multipart],
  ])('V5.2.1: takes no more than elsewhere at %s as %s', async (path, type) => {
    expect(statusOf(await announce(path, type, largestBody + 1))).toBe(413);
    expect(door.passed).toEqual([]);
  });

  it('refuses a body whose length is not stated', async () => {
    expect(statusOf(await door.raw(`${head()}Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n`))).toBe(411);
    expect(statusOf(await door.raw(`${head()}\r\n`))).toBe(411);
    expect(door.passed).toEqual([]);
  });

  it('refuses a body with two lengths', async () => {
    expect(statusOf(await door.raw(`${head()}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n`))).toBe(400);
    expect(statusOf(await door.raw(`${head()}Content-Length: 3\r\nContent-Length: 4\r\n\r\na=1`))).toBe(400);
    expect(door.passed).toEqual([]);
  });
});

describe('addresses', () => {
  const get = (target: string) => door.raw(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  it.each(['/%', '/people/%E0%A4%A', '/%ff', '/a%00b', '//evil.example/x', '/%2Fevil.example', '/a%5C..%5Cb', 'http://evil.example/x'])(
    'answers %s with a 400 of its own', async (target) => {
      expect(statusOf(await get(target))).toBe(400);
      expect(door.passed).toEqual([]);
    });

  it.each(['/x?__proto__=1', '/x?a.constructor.b=1', '/x?a[prototype]=1', '/x?a.b.c.d.e=1', '/x?a[1000]=1', `/x?${'a'.repeat(201)}=1`])(
    'refuses the parameter names of %s', async (target) => {
      expect(statusOf(await get(target))).toBe(400);
      expect(door.passed).toEqual([]);
    });

  it('builds the request’s address from our own origin, whatever the client calls us', async () => {
    for (const host of ['a b', 'evil.example', '', 'localhost:99999999']) {
      expect(statusOf(await door.raw(`GET /x?a=1 HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))).toBe(200);
    }
    for (const { request } of door.passed) {
      expect(request.url).toBe(`http://localhost:${door.port}/x?a=1`);
      expect(request.headers.get('Host')).toBe(`localhost:${door.port}`);
    }
    expect(door.passed).toHaveLength(4);
  });
});

describe('proxies', () => {
  const forwarded = { 'X-Forwarded-For': '203.0.113.9, 198.51.100.7', 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example', 'X-Real-Ip': '203.0.113.9' };
  const inside = async (hops: number, headers: Record<string, string>) => {
    const behind = await openDoor({ trustedProxy: hops });
    await fetch(`${behind.origin}/x`, { headers });
    await behind.close();
    return behind.passed[0];
  };

  it('does not believe what they add unless told how many there are', async () => {
    const passed = await inside(0, forwarded);
    expect(passed?.context.address).toBe('127.0.0.1');
    expect(passed?.context.local).toBe(false);
    expect([...(passed?.request.headers.keys() ?? [])].filter((name) => /forward|real-ip/.test(name))).toEqual([]);
    expect(passed?.request.url).not.toContain('evil');
  });

  it('takes the client’s address from the outermost trusted one, and nothing else', async () => {
    expect((await inside(1, forwarded))?.context.address).toBe('198.51.100.7');
    expect((await inside(2, forwarded))?.context.address).toBe('203.0.113.9');
    expect((await inside(3, forwarded))?.context.address).toBe('127.0.0.1');
    const passed = await inside(1, { ...forwarded, 'X-Forwarded-For': 'x'.repeat(50) });
    expect(passed?.context.address).toBe('127.0.0.1');
    expect(passed?.request.headers.get('X-Forwarded-Host')).toBeNull();
  });

  it('knows a browser on this machine from one that only pretends', async () => {
    expect((await inside(0, {}))?.context.local).toBe(true);
    expect((await inside(1, {}))?.context.local).toBe(false);
    expect(statusOf(await door.raw('GET /x HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n'))).toBe(200);
    expect(door.passed[0]?.context.local).toBe(false);
  });
});

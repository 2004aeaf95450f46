import { describe, expect, it } from 'vitest';
import { ZodError, z } from 'zod';
import { reportFault } from '#app/server/fault.server.ts';
import { errorFields } from '#app/server/log.server.ts';
import { pathPatterns } from '#app/server/path-pattern.server.ts';
import { databaseError } from '#db/failure.ts';
import { openDoor, routes } from './door.ts';

const canary = 'Kanarienvogel';

describe('the log', () => {
  it('holds one line a request: who, what, when, from where, how it ended', async () => {
    const door = await openDoor({ handler: (_request, context) => {
      context.outcome.accountId = 17;
      return Promise.resolve(new Response('no', { status: 403 }));
    } });
    const answer = await fetch(`${door.origin}/people/3?tab=skills`);
    await door.close();
    expect(door.lines).toHaveLength(1);
    const line = JSON.parse(door.lines[0] ?? '') as Record<string, unknown>;
    expect(line).toMatchObject({ level: 'warn', method: 'GET', path: '/people/:id', status: 403, accountId: 17, address: '127.0.0.1', requestId: answer.headers.get('x-request-id') });
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('never holds what people type, are called or look for', async () => {
    const door = await openDoor({ handler: async (request, context) => {
      const text = await request.text();
      const faults = [
        databaseError(`duplicate key (${text})`, { code: '23505', constraint: 'people_email_unique', detail: `Key (email)=(${canary}@mail.example) exists` }),
        new SyntaxError(`Unexpected token in ${canary}`), new Error(`"${canary}" is not possible`), new Error(`for ${canary}@mail.example`), z.string().safeParse(3).error,
      ];
      for (const error of faults) reportFault(error, { request, context });
      throw new TypeError(`Cannot use '${canary}'`);
    } });
    const headers = { Origin: door.origin, 'User-Agent': canary, Cookie: `session=${canary}`, Referer: `${door.origin}/search?q=${canary}`, 'Content-Type': 'application/x-www-form-urlencoded' };
    await fetch(`${door.origin}/${canary}?name=${canary}`, { method: 'POST', headers, body: `password=${canary}` });
    await fetch(`${door.origin}/people/${canary}?q=${canary}`, { method: 'POST', headers: { ...headers, Origin: `https://${canary}.example` }, body: '' });
    await fetch(`${door.origin}/x?_data=${canary}`);
    await fetch(`${door.origin}/%00${canary}`);
    await door.close();
    expect(door.lines.length).toBeGreaterThan(8);
    expect(door.lines.join('')).not.toMatch(new RegExp(canary, 'i'));
    expect(door.lines.join('')).toContain('people_email_unique');
  });

  it('keeps every event on one line, whatever stands in a message', () => {
    expect(errorFields(new Error('first\r\n{"level":"info"}'))['message']).toBe('first\r');
    expect(errorFields(new ZodError([]))['message']).toBeUndefined();
    expect(errorFields('just text')).toEqual({ error: 'string' });
    expect(errorFields(null)).toEqual({ error: 'object' });
  });

  it('names addresses by their route', () => {
    const patternOf = pathPatterns(routes);
    const seen = ['/', '/_root.data', '/login', '/login.data', '/people/3', '/people/3/', '/roles/compare', '/roles/x', '/people/3/4', '/anna', '/healthz', '/assets/a-1.js', '/people/'];
    expect(seen.map(patternOf)).toEqual(['/', '/', '/login', '/login', '/people/:id', '/people/:id', '/roles/compare', '/roles/:id', '(no page)', '(no page)', '/healthz', '/assets', '(no page)']);
  });
});

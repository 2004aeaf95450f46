import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { reportFault } from '#app/server/fault.server.ts';
import { databaseError, databaseUnavailable } from '#db/failure.ts';
import { openDoor, standIn } from './door.ts';

const away = () => Promise.reject(databaseError('no connection', { code: databaseUnavailable }));

describe('without a database', () => {
  it('answers 503 with a kind page while the start is under way', async () => {
    const door = await openDoor({ database: () => null });
    const answer = await fetch(door.origin);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(await answer.text()).toContain('getting ready');
    expect((await fetch(`${door.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${door.origin}/healthz`)).status).toBe(200);
    await door.close();
  });

  it.each(['/people/1', '/people/1.data'])('turns the failure of a loader of %s into that page, whatever was rendered', async (path) => {
    const door = await openDoor({
      database: () => standIn('server', away),
      handler: async (request, context) => {
        await away().catch((error: unknown) => reportFault(error, { request, context }));
        return new Response('Unexpected Server Error', { status: 500 });
      },
    });
    const answer = await fetch(door.origin + path);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('Back in a moment');
    expect((await fetch(`${door.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${door.origin}/healthz`)).status).toBe(200);
    await door.close();
  });

  it('does not wait for an answer that will not come', async () => {
    const door = await openDoor({ database: () => standIn('server', away), patience: 50, handler: () => pause(60_000, new Response('late'), { ref: false }) });
    const began = performance.now();
    expect((await fetch(door.origin)).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(1500);
    await door.close();
  });

  it('does not wait for a database that says nothing at all', async () => {
    const silent = () => new Promise<void>(() => undefined);
    const door = await openDoor({ database: () => standIn('server', silent), patience: 50, handler: () => pause(60_000, new Response('late'), { ref: false }) });
    expect((await fetch(door.origin)).status).toBe(503);
    await door.close();
  });

  it('leaves a slow answer alone while the database is there', async () => {
    const door = await openDoor({ database: () => standIn('server'), patience: 20, handler: () => pause(200, new Response('slow')) });
    expect(await (await fetch(door.origin)).text()).toBe('slow');
    await door.close();
  });
});

describe('stopping', () => {
  it('finishes what is under way, takes nothing new and closes kept-alive connections', async () => {
    const door = await openDoor({ handler: () => pause(300, new Response('finished')) });
    const underWay = fetch(door.origin);
    await pause(100);
    const closed = door.close();
    await expect(fetch(door.origin)).rejects.toThrow();
    expect(await (await underWay).text()).toBe('finished');
    await closed;
  });
});

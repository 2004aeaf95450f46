import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor, type Door } from './door.ts';

let door: Door;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  door = await openDoor({
    handler: async (request) => {
      // As an action does that refuses before it reads the form.
      if (request.url.endsWith('/unread')) return new Response('no', { status: 404 });
      return new Response(String((await request.text()).length));
    },
  });
});

afterAll(async () => {
  agent.destroy();
  await door.close();
});

async function post(path: string, bytes: number): Promise<{ status: number; text: string; port: number }> {
  const request = httpRequest({ host: '127.0.0.1', port: door.port, path, method: 'POST', agent, headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Length': bytes } });
  request.end('a'.repeat(bytes));
  const [response] = await once(request, 'response') as [IncomingMessage];
  const port = response.socket.localPort ?? 0;
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += String(part);
  return { status: response.statusCode ?? 0, text, port };
}

test.each([10, 40_000, 900_000])('a form of %i bytes that nobody reads does not hold up the next one on its connection', { timeout: 10_000 }, async (bytes) => {
  const unread = await post('/unread', bytes);
  expect(unread).toMatchObject({ status: 404, text: 'no' });
  expect(await post('/read', bytes)).toEqual({ status: 200, text: String(bytes), port: unread.port });
});


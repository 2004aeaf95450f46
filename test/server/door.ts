import { once } from 'node:events';
import { connect } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerApp, type Handler, type Parts } from '#app/server/app.server.ts';
import { zonedClock } from '#app/server/clock.server.ts';
import type { AppContext } from '#app/server/context.server.ts';
import { closeHttpServer, listen, openHttpServer } from '#app/server/http-server.server.ts';
import { pathPatterns } from '#app/server/path-pattern.server.ts';
import { serveStatic } from '#app/server/static.server.ts';
import type { Database } from '#db/connection.server.ts';
import { recordingLog } from '#test/support/request.ts';

/** What came through to where the framework would be. */
export interface Passed {
  request: Request;
  context: AppContext;
}

export interface Door {
  origin: string;
  port: number;
  /** The requests that the guards let through. */
  passed: Passed[];
  lines: string[];
  /** Sends bytes as they are and returns everything that comes back until the server closes. */
  raw(text: string): Promise<string>;
  close(): Promise<void>;
}

/** A database nobody asks anything but whether it is there. */
export function standIn(kind: Database['kind'] = 'embedded', ping: () => Promise<void> = () => Promise.resolve()): Database {
  return { db: null as never, readDb: null as never, kind, ping, close: () => Promise.resolve() };
}

export const routes = {
  root: { id: 'root', path: '' },
  home: { id: 'home', parentId: 'root', index: true },
  login: { id: 'login', parentId: 'root', path: 'login' },
  person: { id: 'person', parentId: 'root', path: 'people/:id' },
  compare: { id: 'compare', parentId: 'root', path: 'roles/compare' },
  role: { id: 'role', parentId: 'root', path: 'roles/:id' },
  other: { id: 'other', parentId: 'root', path: '*' },
};

/** The real server with all its guards on a port of its own; in the framework's place a handler that says it was reached. */
export async function openDoor(options: Partial<Parts> & { folder?: string } = {}): Promise<Door> {
  const passed: Passed[] = [];
  const { log, lines } = recordingLog();
  const server = openHttpServer(options.origin?.startsWith('https:') ?? false);
  const port = await listen(server, 0, '127.0.0.1');
  const reached: Handler = async (request, context) => {
    passed.push({ request, context });
    const text = request.method === 'POST' ? await request.text() : '';
    return new Response(`reached ${text}`, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'public', 'Set-Cookie': 'notice=x; Path=/' } });
  };
  const handler: Handler = options.handler ? (request, context) => {
    passed.push({ request, context });
    return (options.handler as Handler)(request, context);
  } : reached;
  const database = standIn();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'deskpath-static-'));
  server.on('request', createServerApp({
    origin: `http://localhost:${port}`, dev: false, trustedProxy: 0, log, clock: zonedClock(), database: () => database,
    files: serveStatic(folder), patternOf: pathPatterns(routes), ...options, handler,
  }));
  return {
    origin: `http://127.0.0.1:${port}`, port, passed, lines,
    raw: (text) => raw(port, text),
    close: () => closeHttpServer(server, 2000),
  };
}

/** The status of a raw answer. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);
}

async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  let answer = '';
  socket.on('data', (part: string) => void (answer += part));
  await once(socket, 'connect');
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

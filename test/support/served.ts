import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createServerApp } from '#app/server/app.server.ts';
import { zonedClock } from '#app/server/clock.server.ts';
import { builtFramework } from '#app/server/framework.server.ts';
import { closeHttpServer, listen, openHttpServer } from '#app/server/http-server.server.ts';
import type { Database } from '#db/connection.server.ts';
import { loadContext, recordingLog, sessionCookie, testNow } from './request.ts';

/** A request as a browser, or somebody who is none, would send it. */
export interface Sent {
  method?: string;
  cookie?: string | undefined;
  /** Makes it a POST from our own pages, unless `headers` say otherwise. */
  form?: readonly (readonly [name: string, value: string])[] | undefined;
  /** The same with a body that is no form of ours. */
  body?: { bytes: Buffer; type: string } | undefined;
  headers?: Record<string, string>;
}

/** What came back. */
export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The built application behind its real doors, in this process and on a port of its own. */
export interface Served {
  origin: string;
  database: Database;
  /** The log, a line an entry. */
  lines: string[];
  send(path: string, sent?: Sent): Promise<Received>;
  /** Begins a session of the account; answers the cookie that carries it. */
  signIn(account: { accountId: number }): Promise<string>;
  close(): Promise<void>;
}

/** Serves the production build on this database; it is always `now`. The database stays the caller's to close. */
export async function serveBuild(database: Database, now = testNow): Promise<Served> {
  // React decides by this when it is loaded: what is tested is what people get.
  process.env['NODE_ENV'] = 'production';
  const { log, lines } = recordingLog();
  const framework = await builtFramework();
  const server = openHttpServer(false);
  const port = await listen(server, 0, '127.0.0.1');
  const origin = `http://localhost:${port}`;
  const clock = zonedClock('UTC', () => now);
  server.on('request', createServerApp({ ...framework, origin, dev: false, trustedProxy: 0, log, clock, database: () => database, patience: 60_000 }));
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    origin, database, lines,
    send: (path, sent = {}) => send({ agent, port, origin }, path, sent),
    signIn: ({ accountId }) => sessionCookie(accountId, loadContext({ db: database.db, origin, clock })),
    close: async () => {
      agent.destroy();
      await closeHttpServer(server, 2000);
      await framework.close();
    },
  };
}

function send(to: { agent: Agent; port: number; origin: string }, path: string, sent: Sent): Promise<Received> {
  const body = sent.form === undefined ? (sent.body ?? null) : encoded(sent.form);
  const headers: Record<string, string> = {
    Host: new URL(to.origin).host,
    ...(sent.cookie ? { Cookie: sent.cookie } : {}),
    ...(body ? { Origin: to.origin, 'Content-Type': body.type, 'Content-Length': String(body.bytes.length) } : {}),
    ...sent.headers,
  };
  const method = sent.method ?? (body ? 'POST' : 'GET');
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: to.port, path, method, headers, agent: to.agent }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => void (text += part)).once('error', reject);
      response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.once('error', reject);
    request.end(body?.bytes);
  });
}

function encoded(form: NonNullable<Sent['form']>): { type: string; bytes: Buffer } {
  const text = new URLSearchParams(form.map(([name, value]) => [name, value])).toString();
  return { type: 'application/x-www-form-urlencoded;charset=UTF-8', bytes: Buffer.from(text) };
}

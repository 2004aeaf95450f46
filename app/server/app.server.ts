import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type Request as Incoming, type RequestHandler, type Response as Outgoing } from 'express';
import { randomUUID } from 'node:crypto';
import type { Database } from '#db/connection.server.ts';
import type { AppContext, Clock } from './context.server.ts';
import { clientAddress, dropForwarded, isFromThisMachine, refusalOf } from './guard.server.ts';
import { newNonce, protect, protectiveHeaders } from './headers.server.ts';
import { healthRoutes } from './health.server.ts';
import { errorFields, type Log } from './log.server.ts';
import { faultPage, refusedPage, startingPage, unavailablePage } from './plain-pages.server.ts';
import { send, webRequest } from './remix-answer.server.ts';

/** The framework, or in tests anything that answers requests. */
export type Handler = (request: Request, context: AppContext) => Promise<Response>;

export interface Parts {
  origin: string;
  dev: boolean;
  trustedProxy: number;
  log: Log;
  clock: Clock;
  /** Null until the database is open and migrated; everything waits with a 503 until then. */
  database: () => Database | null;
  handler: Handler;
  /** Static files, or Vite while developing. */
  files: RequestHandler;
  /** The route of an address, for the log. */
  patternOf: (path: string) => string;
  /** Fills an empty installation with the demonstration organisation; only on the embedded database. */
  loadDemonstration?: (() => Promise<void>) | null;
  /** How long a request may stay unanswered before the database is asked whether it is still there, in milliseconds. */
  patience?: number;
}

/** The whole way of a request: context and log line, headers, guards, health, files, and at last the framework. */
export function createServerApp(parts: Parts): Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('query parser', false);
  app.use(door(parts));
  app.use(healthRoutes(parts.database));
  app.use(parts.files);
  app.use(compression());
  app.use(answer(parts));
  app.use(fault(parts));
  return app;
}

/** Everything that is decided on the head of the request alone. */
function door(parts: Parts): RequestHandler {
  const https = parts.origin.startsWith('https:');
  return (request, response, next) => {
    const nonce = newNonce();
    const requestId = randomUUID();
    const address = clientAddress(request, parts.trustedProxy);
    const local = isFromThisMachine(request, parts.trustedProxy);
    const outcome: AppContext['outcome'] = { accountId: null, databaseAway: false };
    response.locals = { nonce, requestId, address, local, outcome };
    protect(response, protectiveHeaders({ nonce, https, dev: parts.dev, path: request.url }));
    response.setHeader('X-Request-Id', requestId);
    writeLine(request, response, parts);
    const refusal = refusalOf(request, parts.origin);
    dropForwarded(request, parts.origin);
    if (!refusal) return next();
    parts.log.warn({ requestId, address, event: 'refused', cause: refusal.cause }, 'refused at the door');
    // The body is let run out unread, so that the answer arrives instead of a broken connection.
    request.resume();
    response.setHeader('Connection', 'close');
    if (refusal.status === 405) response.setHeader('Allow', 'GET, HEAD, POST');
    sendPage(response, refusal.status, refusedPage(refusal.title, refusal.text));
  };
}

/** One line a request: who, what, when, from where, how it ended. */
function writeLine(request: Incoming, response: Outgoing, { log, patternOf }: Parts): void {
  const began = performance.now();
  const { method } = request;
  const path = patternOf((request.url.split('?', 1)[0] ?? '/'));
  response.once('close', () => {
    const { requestId, address, outcome } = response.locals as AppContext;
    const status = response.statusCode;
    const fields = { requestId, method, path, status, ms: Math.round(performance.now() - began), accountId: outcome.accountId, address, cut: !response.writableFinished || undefined };
    if (status >= 500) log.error(fields, 'request');
    else if (status === 401 || status === 403) log.warn(fields, 'request');
    else log.info(fields, 'request');
  });
}

function answer(parts: Parts): RequestHandler {
  const https = parts.origin.startsWith('https:');
  return (request, response, next) => {
    const database = parts.database();
    if (!database) return sendPage(response, 503, startingPage, 3);
    const { db, readDb, kind } = database;
    const known = response.locals as Pick<AppContext, 'nonce' | 'requestId' | 'address' | 'local' | 'outcome'>;
    const context: AppContext = { ...known, db, readDb, embedded: kind === 'embedded', clock: parts.clock, log: parts.log, origin: parts.origin, loadDemonstration: parts.loadDemonstration };
    const watch = watchDatabase(database, parts.patience ?? 2500, () => {
      if (!response.headersSent) sendPage(response, 503, unavailablePage, 10);
    });
    parts.handler(webRequest(request, response, parts.origin), context)
      .then(async (page) => {
        if (response.headersSent) return;
        if (context.outcome.databaseAway) return sendPage(response, 503, unavailablePage, 10);
        await send(response, page, https);
      })
      .catch(next)
      .finally(() => clearTimeout(watch));
  };
}

/** A request that takes long may wait for a database that is gone. On the embedded one there is nothing to lose touch with. */
function watchDatabase({ kind, ping }: Database, patience: number, whenAway: () => void): NodeJS.Timeout | undefined {
  if (kind === 'embedded') return undefined;
  return setTimeout(() => {
    const silence = new Promise<never>((_, reject) => setTimeout(reject, 1000, new Error('no answer')));
    Promise.race([ping(), silence]).catch(whenAway);
  }, patience);
}

function fault({ log }: Parts): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const { requestId } = response.locals as AppContext;
    log.error({ requestId, event: 'fault', ...errorFields(error) }, 'a request failed');
    if (response.headersSent) response.destroy();
    else sendPage(response, 500, faultPage(requestId));
  };
}

function sendPage(response: Outgoing, status: number, page: string, retrySeconds?: number): void {
  if (retrySeconds !== undefined) response.setHeader('Retry-After', retrySeconds);
  response.status(status).type('text/html; charset=utf-8').send(page);
}

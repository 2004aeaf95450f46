import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { findActor } from '#app/server/actor.server.ts';
import { zonedClock } from '#app/server/clock.server.ts';
import type { AppContext } from '#app/server/context.server.ts';
import { openLog, type Log } from '#app/server/log.server.ts';
import { beginSession } from '#app/server/session.server.ts';
import type { Db } from '#db/handle.ts';

/** The day and hour tests live in unless they say otherwise. */
export const testNow = new Date('2026-11-22T09:00:00Z');

export type FormFields = Record<string, string | number | readonly string[] | undefined>;

export interface RequestOptions extends Partial<Omit<AppContext, 'outcome'>> {
  db: Db;
  /** Whose session the request carries; anything with an account's id will do. */
  actor?: { accountId: number };
  /** A cookie header of one's own, instead of `actor`. */
  cookie?: string;
  /** Path and query, e.g. '/people/3?tab=skills'. */
  url?: string;
  /** POST when a form is given, else GET. */
  method?: string;
  form?: FormFields | FormData;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  now?: Date;
}

/** What a loader or an action is called with. */
export interface RouteArgs {
  request: Request;
  params: Record<string, string>;
  context: AppContext;
}

/** Arguments for a loader or an action: a request, and the load context that the process would give it. */
export async function routeArgs(options: RequestOptions): Promise<RouteArgs> {
  const context = loadContext(options);
  const cookie = options.cookie ?? (options.actor && await sessionCookie(options.actor.accountId, context));
  const request = new Request(new URL(options.url ?? '/', context.origin), {
    method: options.method ?? (options.form ? 'POST' : 'GET'),
    headers: { ...options.headers, ...(cookie ? { Cookie: cookie } : {}) },
    ...(options.form ? { body: bodyOf(options.form) } : {}),
  });
  return { request, params: options.params ?? {}, context };
}

/** The load context of one request. */
export function loadContext({ db, now = testNow, ...given }: RequestOptions): AppContext {
  return {
    db,
    readDb: given.readDb ?? db,
    clock: given.clock ?? zonedClock('UTC', () => now),
    log: given.log ?? silentLog,
    nonce: given.nonce ?? 'test-nonce',
    requestId: given.requestId ?? randomUUID(),
    address: given.address ?? '127.0.0.1',
    origin: given.origin ?? 'http://localhost:3000',
    local: given.local ?? true,
    embedded: given.embedded ?? true,
    loadDemonstration: given.loadDemonstration ?? null,
    outcome: { accountId: null, databaseAway: false },
  };
}

/** A new session of the account, as the `Cookie` header a browser would send. */
export async function sessionCookie(accountId: number, context: AppContext): Promise<string> {
  const request = new Request(context.origin);
  const setCookie = await context.db.transaction().execute((trx) => beginSession(trx, { request, context }, accountId));
  return cookiePair(setCookie);
}

/** The `Cookie` header that answers a `Set-Cookie` header. */
export function cookiePair(setCookie: string): string {
  return setCookie.split(';', 1)[0] ?? '';
}

/** Whether a cookie still signs somebody in, asked the way every loader asks. */
export async function signedInWith(cookie: string, options: Omit<RequestOptions, 'cookie'>): Promise<boolean> {
  return (await findActor(await routeArgs({ ...options, cookie }))) !== null;
}

type Payload<T> = T extends { type: string; data: infer D; init: ResponseInit | null } ? D : T extends Response ? never : T;

/** What a loader or an action came to, thrown or returned. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  /** Where it redirects to, else null. */
  location: string | null;
  /** What the page is given. Asking a redirect or an error for it fails the test. */
  readonly data: T;
  /** The faults shown in a form that came back: by field, '' for the form as a whole. */
  readonly faults: Record<string, string[]>;
}

/** Carries a loader or an action out: `await answer(loader, args)`. A thrown Response is an answer, an Error is not. */
export async function answer<T>(handler: (args: LoaderFunctionArgs & ActionFunctionArgs) => T, args: RouteArgs): Promise<Answer<Payload<Awaited<T>>>> {
  let outcome: unknown;
  try {
    outcome = await handler(args as LoaderFunctionArgs & ActionFunctionArgs);
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    outcome = thrown;
  }
  if (outcome instanceof Response) return answered(outcome.status, outcome.headers, null);
  if (!isWithInit(outcome)) return answered(200, new Headers(), { value: outcome });
  return answered(outcome.init?.status ?? 200, new Headers(outcome.init?.headers), { value: outcome.data });
}

function answered<T>(status: number, headers: Headers, payload: { value: unknown } | null): Answer<T> {
  const location = headers.get('Location');
  return {
    status,
    headers,
    location,
    get data() {
      if (!payload) throw new Error(`The answer has no data: ${status}${location === null ? '' : ` to ${location}`}`);
      return payload.value as T;
    },
    get faults() {
      const { result } = (payload?.value ?? {}) as { result?: { error?: Record<string, string[]> | null } };
      if (!result) throw new Error(`The answer is no form that came back: ${status}${location === null ? '' : ` to ${location}`}`);
      return result.error ?? {};
    },
  };
}

function isWithInit(value: unknown): value is { data: unknown; init: ResponseInit | null } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'DataWithResponseInit';
}

function bodyOf(form: FormFields | FormData): FormData {
  if (form instanceof FormData) return form;
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) body.append(name, String(one));
    }
  }
  return body;
}

const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A log that keeps its lines as text, for tests of what is (not) written. */
export function recordingLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: openLog('info', { write: (line) => void lines.push(line) }), lines };
}

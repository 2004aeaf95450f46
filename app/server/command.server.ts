import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { failureOf, isConflict } from '#db/failure.ts';
import type { Db, Trx } from '#db/handle.ts';
import type { Actor } from './actor.server.ts';
import type { AppContext, Clock } from './context.server.ts';
import { claim, keep, receiptOf } from './receipt.server.ts';

/** Who acts when nobody is signed in: a tool at the command line, or the application itself (set-up, jobs). */
export interface SystemActor {
  accountId: null;
  personId: null;
  origin: 'command-line' | 'system';
}

/** Everything a command needs from its caller. */
export interface Call {
  db: Db;
  actor: Actor | SystemActor;
  clock: Clock;
  requestId: string;
  /** The form's idempotency key: the same form sent again acts once. */
  key?: string | undefined;
}

/** The present values of a row that changed under a form, by field. */
export type StaleValues = Record<string, string | number | boolean | null>;

export interface Refused {
  done: false;
  reason: string;
  field?: string | undefined;
  stale?: StaleValues | undefined;
}

interface Done<T> {
  done: true;
  value: T;
  /** True when this very form had already been carried out and nothing was done now. */
  repeated: boolean;
}

export type Result<T> = Done<T> | Refused;

/** What the audit trail keeps of a command, beside who, when and which request. */
interface AuditEntry {
  /** The person it is about. */
  on?: number | null;
  /** What it is about when that is not (only) a person, e.g. 'role:service-desk-analyst'. */
  subject?: string;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
}

/** What a command's work is given. */
export interface Step<A extends Actor | SystemActor = Actor | SystemActor> {
  trx: Trx;
  actor: A;
  today: string;
  now: Date;
  /** To be called exactly once by work that is done. */
  audit(entry: AuditEntry): void;
}

/** A call and a step of somebody who is signed in, as against the tools at the command line. */
export type SignedCall = Call & { actor: Actor };
export type SignedStep = Step<Actor>;

/** Database constraints that a person can run into, by name, and what to tell them. */
export type Refusals = Record<string, { reason: string; field?: string }>;

/** The rules say no: the transaction is rolled back, `reason` is shown beside `field` or above the form. */
export function refused(reason: string, field?: string): Refused {
  return { done: false, reason, field };
}

/** Somebody else changed the row since the form was opened: both versions are shown (409). */
export function stale(current: StaleValues): Refused {
  return { done: false, reason: 'Somebody changed this while you had it open. Compare both versions and send it again.', stale: current };
}

/** What does not exist, or what this actor may not even know of. */
export function notFound(): never {
  throw new Response(null, { status: 404, statusText: 'Not Found' });
}

/** What this actor knows of but may not do. */
export function forbidden(): never {
  throw new Response(null, { status: 403, statusText: 'Forbidden' });
}

/** The call of an action: `callOf(args, actor, form.key)`. */
export function callOf<A extends Actor | SystemActor>(args: { context: AppContext }, actor: A, key?: string): Call & { actor: A } {
  const { db, clock, requestId } = args.context;
  return { db, actor, clock, requestId, key };
}

const attempts = 4;

/** Values the column types cannot hold: out of range, not a date, not a number, a NUL in a text. */
const impossibleValue = new Set(['22003', '22007', '22008', '22P02', '22021']);

/**
 * Runs one command: one transaction with exactly one audit row. Refused work is rolled back; a conflict
 * with another transaction is tried again up to three times; a violated constraint named in `refusals`
 * becomes a refusal. With a key the same input acts once for the same account, and a repetition gets the
 * first answer (`T` therefore has to survive JSON).
 */
export async function run<T, C extends Call>(
  call: C,
  name: string,
  input: unknown,
  work: (step: Step<C['actor']>) => Promise<T | Refused>,
  options: { refusals?: Refusals } = {},
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(call, name, input, work);
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      // After a lost COMMIT nobody knows whether it took hold; only a key makes a second try safe.
      const again = isConflict(error) || (failure.atCommit === true && call.key !== undefined);
      if (again && attempt < attempts) {
        await pause(attempt * randomInt(10, 50));
        continue;
      }
      const known = failure.constraint === undefined ? undefined : options.refusals?.[failure.constraint];
      if (known) return refused(known.reason, known.field);
      if (impossibleValue.has(failure.code)) return refused('One of these values is not possible. Please check them.');
      throw error;
    }
  }
}

async function once<T, C extends Call>(
  call: C,
  name: string,
  input: unknown,
  work: (step: Step<C['actor']>) => Promise<T | Refused>,
): Promise<Result<T>> {
  const rollback = new Error('rolled back');
  let refusal: Refused | null = null;
  try {
    return await call.db.transaction().execute(async (trx): Promise<Result<T>> => {
      const now = call.clock.now();
      const { accountId } = call.actor;
      const receipt = call.key === undefined || accountId === null ? null : receiptOf(accountId, call.key, name, input);
      const earlier = receipt && (await claim(trx, receipt, now));
      if (earlier) return { done: true, value: earlier.value as T, repeated: true };
      const entries: AuditEntry[] = [];
      const value = await work({ trx, actor: call.actor, today: call.clock.today(), now, audit: (entry) => void entries.push(entry) });
      if (isRefused(value)) {
        refusal = value;
        throw rollback;
      }
      const [entry] = entries;
      if (!entry || entries.length > 1) throw new Error(`The command ${name} wrote ${entries.length} audit entries instead of one.`);
      await record(trx, call, name, entry, now);
      if (receipt) await keep(trx, receipt, value);
      return { done: true, value, repeated: false };
    });
  } catch (error) {
    if (refusal && error === rollback) return refusal;
    throw error;
  }
}

async function record(trx: Trx, call: Call, name: string, entry: AuditEntry, now: Date): Promise<void> {
  await trx.insertInto('auditEvents').values({
    at: now,
    accountId: call.actor.accountId,
    origin: call.actor.accountId === null ? call.actor.origin : 'web',
    action: name,
    personId: entry.on ?? null,
    subject: entry.subject ?? null,
    before: asJson(entry.before),
    after: asJson(entry.after),
    reason: entry.reason ?? null,
    requestId: call.requestId,
  }).execute();
}

function asJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'done' in value && value.done === false && 'reason' in value;
}

import { randomInt } from 'node:crypto';
import net from 'node:net';
import postgres from 'postgres';
import type { Connection, StatementResult } from './driver.server.ts';
import { connectionLost, databaseError } from './failure.ts';
import { parsers, serializers, toParameter } from './values.ts';

/** What the server keeps a connection to, in milliseconds. */
export interface Limits {
  /** A statement is given up after this long. */
  statementTimeout: number;
  /** Waiting for somebody else's lock is given up after this long. */
  lockTimeout: number;
  /** A transaction in which nothing happens is ended after this long. */
  idleInTransactionTimeout: number;
}

/** How long after the server's own time limit an answer is awaited before the connection counts as dead. */
const silence = 1000;

/** The protocol counts parameters in 16 bits. */
const mostParameters = 65_533;

/** A connection is replaced after this long to twice as long, so that prepared statements do not pile up without end. */
const lifetime = 30 * 60_000;

/**
 * One connection, a postgres.js client of its own. It is never given postgres.js's pool or transactions: when a connection
 * dies inside `begin` or `reserve`, version 3.4.9 throws where nobody can catch it and its pool stays broken.
 */
export class ServerConnection implements Connection {
  readonly #client: postgres.Sql;
  readonly #answerWithin: number;
  readonly #retireAt = Date.now() + lifetime + randomInt(lifetime);
  #socket: net.Socket | undefined;
  #reject: ((reason: Error) => void) | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #state: 'new' | 'alive' | 'dead' = 'new';
  #settingsChanged = false;
  #localSettings = false;

  constructor(url: string, settings: Limits) {
    this.#answerWithin = settings.statementTimeout > 0 ? settings.statementTimeout + silence : 0;
    this.#client = postgres(url, {
      max: 1,
      prepare: true,
      fetch_types: false,
      idle_timeout: null as unknown as undefined,
      max_lifetime: null,
      types,
      socket: (parsed: Endpoints) => this.#connect(parsed),
      onclose: () => this.#die(),
      onnotice: () => undefined,
      connection: {
        application_name: 'deskpath',
        TimeZone: 'UTC',
        DateStyle: 'ISO, YMD',
        IntervalStyle: 'postgres',
        // Compiling a plan costs hundreds of milliseconds, and every page would pay it; none of our statements runs long enough to gain.
        jit: 'off',
        // Zero switches a limit off; as a number it would not be sent.
        statement_timeout: String(settings.statementTimeout) as unknown as number,
        lock_timeout: String(settings.lockTimeout) as unknown as number,
        idle_in_transaction_session_timeout: String(settings.idleInTransactionTimeout) as unknown as number,
      },
    } as unknown as postgres.Options<Record<string, postgres.PostgresType>>);
  }

  get alive(): boolean {
    return this.#state === 'alive';
  }

  /** Fit to be handed out: alive, not too old, its settings as they were at the start. */
  get fresh(): boolean {
    return this.alive && !this.#settingsChanged && Date.now() < this.#retireAt;
  }

  async open(timeout: number): Promise<void> {
    this.#state = 'alive';
    try {
      await this.#send('select 1', [], timeout);
    } catch (error) {
      this.abandon();
      void this.#client.end({ timeout: 0 });
      throw error;
    }
  }

  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    // One at a time: postgres.js would run what it still has queued on a new connection, outside the transaction.
    const answer = this.#last.then(() => this.#send(sql, parameters, this.#limit(sql)));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  abandon(): void {
    this.#socket?.destroy();
    this.#die();
  }

  async end(): Promise<void> {
    if (!this.alive) return;
    this.#state = 'dead';
    const socket = this.#socket;
    await Promise.race([this.#client.end({ timeout: 1 }), new Promise((done) => setTimeout(done, 1500).unref())]);
    socket?.destroy();
  }

  /** Remembers changed settings: such a connection is not used again, and its limit is not ours to guess. */
  #limit(sql: string): number {
    const word = /^\s*(set|reset|commit|rollback(?! to)|select\s+set_config)\b(?:\s+(local|transaction|constraints))?/i.exec(sql);
    if (word) {
      const [, verb = '', scope = ''] = word.map((part) => part?.toLowerCase());
      if (verb === 'commit' || verb === 'rollback') this.#localSettings = false;
      else if (scope === 'local') this.#localSettings = true;
      else if (scope === '') this.#settingsChanged = true;
    }
    return this.#settingsChanged || this.#localSettings ? 0 : this.#answerWithin;
  }

  async #send(sql: string, parameters: readonly unknown[], limit: number): Promise<StatementResult> {
    if (!this.alive) throw lost(sql);
    const untyped = parameters.map((value) => this.#client.typed(toParameter(value) as string, 0));
    if (untyped.length > mostParameters) throw databaseError(`${untyped.length} parameters in one statement`, { code: '54023' });
    const timer = limit > 0 ? setTimeout(() => this.abandon(), limit) : undefined;
    try {
      const result = await new Promise<postgres.RowList<postgres.Row[]> | postgres.RowList<postgres.Row[]>[]>((resolve, reject) => {
        this.#reject = reject;
        this.#client.unsafe(sql, untyped as never[], { prepare: true, simple: isSimple(sql, parameters) } as never).then(resolve, reject);
      });
      return statementResult(result);
    } catch (error) {
      // The server says why it ends a session before it closes it; the close may not have arrived yet.
      if (endsSession((error as { code?: unknown }).code)) this.abandon();
      throw this.alive ? refusal(error as ServerError, sql) : lost(sql, error);
    } finally {
      clearTimeout(timer);
      this.#reject = undefined;
    }
  }

  /** Our own socket, so that a server that has gone silent can be let go of at once. */
  async #connect({ host, port, path }: Endpoints): Promise<net.Socket> {
    let failure: unknown;
    for (const [index, name] of (path ? [path] : host).entries()) {
      if (this.#state === 'dead') break;
      const socket = path ? net.connect(path) : net.connect(port[index] ?? 5432, name);
      this.#socket = Object.assign(socket, { host: name });
      try {
        await new Promise((resolve, reject) => socket.once('connect', resolve).on('error', reject).once('close', reject));
        return socket.setNoDelay(true);
      } catch (error) {
        failure = error;
      }
    }
    throw failure instanceof Error ? failure : new Error('The database did not answer');
  }

  #die(): void {
    this.#state = 'dead';
    this.#reject?.(new Error('The connection was closed'));
  }
}

interface Endpoints {
  host: string[];
  port: number[];
  path?: string | false;
}

type ServerError = Error & { code?: string; constraint_name?: string; table_name?: string; column_name?: string; detail?: string };

const types = Object.fromEntries(
  Object.keys({ ...parsers, ...serializers }).map(Number).map((type) => [
    `t${type}`,
    { to: type, from: [type], parse: parsers[type] ?? String, serialize: serializers[type] ?? String },
  ]),
);

/** Statements without parameters that a migration writes may be several in one text: only the simple protocol takes those. */
function isSimple(sql: string, parameters: readonly unknown[]): boolean {
  return parameters.length === 0 && (sql.includes(';') || !/^\s*(select|with|insert|update|delete)\b/i.test(sql));
}

function statementResult(result: postgres.RowList<postgres.Row[]> | postgres.RowList<postgres.Row[]>[]): StatementResult {
  const last = 'command' in result ? result : result.at(-1);
  const command = last?.command ?? '';
  const writes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
  return { rows: last ? [...last] : [], command, ...(writes ? { written: last?.count ?? 0 } : {}) };
}

/** Administrator's command, crash, recovery, idle for too long: after these the session is over. */
function endsSession(code: unknown): boolean {
  return typeof code !== 'string' || /^(57P0[1-5]|25P0[34]|08...|CONNECT\w+|E[A-Z]{4,})$/.test(code);
}

function lost(sql: string, cause?: unknown): Error {
  const why = cause instanceof Error ? cause.message : 'it was closed before';
  return databaseError(`The database connection was lost (${why}) at: ${sql.slice(0, 200)}`, { code: connectionLost });
}

function refusal(error: ServerError, sql: string): Error {
  return databaseError(`${error.message} at: ${sql.slice(0, 500)}`, {
    code: error.code ?? '',
    constraint: error.constraint_name,
    table: error.table_name,
    column: error.column_name,
    detail: error.detail,
  });
}

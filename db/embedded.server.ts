import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { setImmediate } from 'node:timers/promises';
import type { Connection, ConnectionSource, StatementResult } from './driver.server.ts';
import { connectionLost, databaseError, databaseUnavailable } from './failure.ts';
import { parsers, serializers, toParameter } from './values.ts';

/** A PostgreSQL in this process: the engine, and the queue for its one session. */
export interface EmbeddedDatabase extends ConnectionSource {
  /** Everything in it, as an archive that `openEmbedded` takes as a template. */
  dump(): Promise<Blob>;
  /** Closes it and opens nothing in its place. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The engine's own folder; without one everything is in memory. */
  folder?: string;
  /** What a new database begins with. */
  template?: Blob;
  /** Waiting for the one session is given up after this many milliseconds. */
  acquireTimeout?: number;
}

/** Opens the engine. The caller makes sure that no other process has the folder open. */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const engine = await PGlite.create({
    ...(options.folder === undefined ? {} : { dataDir: options.folder }),
    ...(options.template === undefined ? {} : { loadDataDir: options.template }),
    extensions: { btree_gist, pg_trgm },
  });
  // Both kinds of database read and write values alike.
  engine.parsers = parsers as PGlite['parsers'];
  engine.serializers = serializers;
  await engine.exec(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'`);
  const session = new EmbeddedConnection(engine);
  const turns = new Turns(options.acquireTimeout ?? 20_000);

  return {
    async acquire() {
      await turns.take();
      return session;
    },
    release() {
      // Whoever comes next must not find a transaction left open.
      void session.tidy().finally(() => turns.pass());
    },
    async dump() {
      await turns.take();
      try {
        return await engine.dumpDataDir('none');
      } finally {
        turns.pass();
      }
    },
    async close() {
      await turns.end();
      if (!engine.closed) await engine.close();
    },
  };
}

class EmbeddedConnection implements Connection {
  readonly #engine: PGlite;
  #left = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(engine: PGlite) {
    this.#engine = engine;
  }

  get alive(): boolean {
    return !this.#engine.closed && !this.#left;
  }

  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    const answer = this.#last.then(() => this.#send(sql, parameters));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  abandon(): void {
    this.#left = true;
  }

  async tidy(): Promise<void> {
    await this.#last;
    if (this.#left && !this.#engine.closed) await this.#engine.exec('rollback').catch(() => undefined);
    this.#left = false;
  }

  async #send(sql: string, parameters: readonly unknown[]): Promise<StatementResult> {
    // The engine computes on this thread: between two statements others get their turn.
    await setImmediate();
    const values = parameters.map(toParameter);
    try {
      if (values.length === 0 && sql.includes(';')) return statementResult((await this.#engine.exec(sql)).at(-1));
      return statementResult(await this.#engine.query(sql, values));
    } catch (error) {
      throw refusal(error as EngineError, sql);
    }
  }
}

/** First come, first served. */
class Turns {
  readonly #patience: number;
  readonly #waiting: { go: () => void; giveUp: (reason: Error) => void }[] = [];
  #taken = false;
  #ended = false;

  constructor(patience: number) {
    this.#patience = patience;
  }

  take(): Promise<void> {
    if (this.#ended) return Promise.reject(closed());
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(place), 1);
        reject(databaseError(`The embedded database was busy for ${this.#patience} ms`, { code: databaseUnavailable }));
      }, this.#patience);
      const place = {
        go: () => (clearTimeout(timer), resolve()),
        giveUp: (reason: Error) => (clearTimeout(timer), reject(reason)),
      };
      this.#waiting.push(place);
    });
  }

  pass(): void {
    const next = this.#waiting.shift();
    if (next) next.go();
    else this.#taken = false;
  }

  /** Waits for whoever has the turn now, and turns the others away. */
  async end(): Promise<void> {
    if (this.#ended) return;
    const last = this.take();
    const place = this.#waiting.pop();
    this.#ended = true;
    for (const waiting of this.#waiting.splice(0)) waiting.giveUp(closed());
    if (place) this.#waiting.push(place);
    await last;
  }
}

type EngineError = Error & { code?: string; constraint?: string; table?: string; column?: string; detail?: string };

function closed(): Error {
  return databaseError('The embedded database has been closed', { code: databaseUnavailable });
}

function statementResult(result: Awaited<ReturnType<PGlite['query']>> | undefined): StatementResult {
  const command = result?.command ?? '';
  const writes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
  return { rows: (result?.rows ?? []) as StatementResult['rows'], command, ...(writes ? { written: result?.affectedRows ?? 0 } : {}) };
}

/** The engine's own error carries the parameters, people's data among them; ours does not. */
function refusal(error: EngineError, sql: string): Error {
  const { code = connectionGone(error) ?? 'XX000', constraint, table, column, detail } = error;
  return databaseError(`${error.message} at: ${sql.slice(0, 500)}`, { code, constraint, table, column, detail });
}

function connectionGone(error: Error): string | null {
  return /PGlite is (closed|closing)/.test(error.message) ? connectionLost : null;
}

import {
  type CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { databaseError } from './failure.ts';

/** What a statement gave back. */
export interface StatementResult {
  rows: Record<string, unknown>[];
  /** The first word of the command tag: SELECT, UPDATE, COMMIT, … */
  command: string;
  /** Rows written, for insert, update, delete and merge. */
  written?: number;
}

/** One session with the database. Statements on it run one after another, in the order they were asked for. */
export interface Connection {
  run(sql: string, parameters: readonly unknown[]): Promise<StatementResult>;
  /** False once the session is gone: nothing may be sent on it any more. */
  readonly alive: boolean;
  /** Ends the session at once; whatever was open on it is rolled back by the database. */
  abandon(): void;
}

/** Where sessions come from: a pool on a server, a queue for the one session of an embedded database. */
export interface ConnectionSource {
  acquire(): Promise<Connection>;
  release(connection: Connection): void;
  /** May be called more than once. */
  close(): Promise<void>;
}

/** Kysely's dialect over any source of connections. */
export function dialectOver(source: ConnectionSource): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new SourceDriver(source),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class SourceDriver implements Driver {
  readonly #source: ConnectionSource;

  constructor(source: ConnectionSource) {
    this.#source = source;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<SourceConnection> {
    return new SourceConnection(await this.#source.acquire());
  }

  async beginTransaction(connection: SourceConnection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    const access = settings.accessMode ? ` ${settings.accessMode}` : '';
    await connection.session.run(`begin${isolation}${access}`, []);
    connection.open = true;
  }

  async commitTransaction(connection: SourceConnection): Promise<void> {
    let result: StatementResult;
    try {
      result = await connection.session.run('commit', []);
    } catch (error) {
      if (!connection.session.alive && error instanceof Error) Object.assign(error, { atCommit: true });
      throw error;
    }
    connection.open = false;
    // A transaction in which a statement failed answers COMMIT with ROLLBACK and no error at all.
    if (result.command === 'ROLLBACK') {
      throw databaseError('The transaction was rolled back: a statement in it had failed', { code: '25P02' });
    }
  }

  async rollbackTransaction(connection: SourceConnection): Promise<void> {
    // A dead session is never written to: the database has rolled back already.
    if (!connection.session.alive || !connection.open) return;
    try {
      await connection.session.run('rollback', []);
      connection.open = false;
    } catch {
      connection.session.abandon();
    }
  }

  async savepoint(connection: SourceConnection, name: string): Promise<void> {
    await connection.session.run(`savepoint ${quoted(name)}`, []);
  }

  async rollbackToSavepoint(connection: SourceConnection, name: string): Promise<void> {
    await connection.session.run(`rollback to savepoint ${quoted(name)}`, []);
  }

  async releaseSavepoint(connection: SourceConnection, name: string): Promise<void> {
    await connection.session.run(`release savepoint ${quoted(name)}`, []);
  }

  releaseConnection(connection: SourceConnection): Promise<void> {
    // Whoever left a transaction open must not hand it to the next one.
    if (connection.open && connection.session.alive) connection.session.abandon();
    this.#source.release(connection.session);
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.#source.close();
  }
}

class SourceConnection implements DatabaseConnection {
  readonly session: Connection;
  open = false;

  constructor(session: Connection) {
    this.session = session;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, written } = await this.session.run(query.sql, query.parameters);
    return { rows: rows as R[], ...(written === undefined ? {} : { numAffectedRows: BigInt(written) }) };
  }

  /** Reads through a cursor, `chunkSize` rows at a time; outside a transaction it opens one of its own. */
  async *streamQuery<R>(query: CompiledQuery, chunkSize = 1000): AsyncIterableIterator<QueryResult<R>> {
    const own = !this.open;
    const cursor = quoted(`stream_${query.queryId.queryId}`);
    if (own) await this.session.run('begin', []);
    try {
      await this.session.run(`declare ${cursor} no scroll cursor for ${query.sql}`, query.parameters);
      for (;;) {
        const { rows } = await this.session.run(`fetch ${chunkSize} from ${cursor}`, []);
        if (rows.length > 0) yield { rows: rows as R[] };
        if (rows.length < chunkSize) break;
      }
      if (!own) await this.session.run(`close ${cursor}`, []);
    } finally {
      if (own && this.session.alive) await this.session.run('rollback', []);
    }
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'tarn';
import type { ConnectionSource } from './driver.server.ts';
import { databaseError, databaseUnavailable } from './failure.ts';
import { ServerConnection, type Limits } from './server-connection.server.ts';

/** All times in milliseconds. */
export interface ServerOptions extends Partial<Limits> {
  /** Connections at most. */
  poolSize?: number;
  /** Getting hold of a connection is given up after this long; it covers a database that is down. */
  acquireTimeout?: number;
  log?: (event: { event: string; reason?: string }) => void;
}

const defaults = { poolSize: 10, statementTimeout: 5000, lockTimeout: 2000, idleInTransactionTimeout: 10_000, acquireTimeout: 4000 };

/** Closing waits this long for statements and transactions under way. */
const closeWithin = 10_000;

/** A pool of single connections to a PostgreSQL server. */
export function serverSource(url: string, options: ServerOptions = {}): ConnectionSource {
  const settings = { ...defaults, ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) };
  const connections = new Set<ServerConnection>();
  let lastFailure: unknown;
  let closing: Promise<void> | undefined;
  const pool = new Pool<ServerConnection>({
    min: 0,
    max: settings.poolSize,
    acquireTimeoutMillis: settings.acquireTimeout,
    createTimeoutMillis: settings.acquireTimeout,
    createRetryIntervalMillis: 100,
    idleTimeoutMillis: 60_000,
    propagateCreateError: false,
    create: async () => {
      const connection = new ServerConnection(url, settings);
      try {
        await connection.open(settings.acquireTimeout - 500);
      } catch (error) {
        lastFailure = error;
        throw error;
      }
      lastFailure = undefined;
      connections.add(connection);
      return connection;
    },
    validate: (connection) => connection.fresh,
    destroy: (connection) => {
      connections.delete(connection);
      return connection.end();
    },
  });

  return {
    async acquire() {
      try {
        return await pool.acquire().promise;
      } catch (error) {
        const cause = lastFailure ?? error;
        const why = cause instanceof Error ? cause.message : String(cause);
        options.log?.({ event: 'database_unavailable', reason: why });
        throw databaseError(`No database connection within ${settings.acquireTimeout} ms: ${why}`, { code: databaseUnavailable }, cause);
      }
    },
    release: (connection) => void pool.release(connection as ServerConnection),
    close: () => (closing ??= close()),
  };

  /** Whoever still holds a connection gets a while to finish, and then none. */
  async function close(): Promise<void> {
    const patience = new AbortController();
    await Promise.race([pool.destroy(), wait(closeWithin, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
    for (const connection of connections) connection.abandon();
  }
}

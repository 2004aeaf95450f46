import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type Database } from '#db/connection.server.ts';
import { isUnavailable } from '#db/failure.ts';
import { migrateToLatest, pendingMigrations } from '#db/migrate.ts';
import { loadDemonstration } from '#seeds/demo/load.ts';
import { loadReference } from '#seeds/reference/load.ts';
import { createServerApp } from './app.server.ts';
import { zonedClock } from './clock.server.ts';
import type { Clock } from './context.server.ts';
import type { Settings } from './env.server.ts';
import { builtFramework, developingFramework } from './framework.server.ts';
import { closeHttpServer, listen, openHttpServer } from './http-server.server.ts';
import { errorFields, type Log } from './log.server.ts';
import { setUpNotice } from './set-up-notice.server.ts';

export interface Running {
  /** When requests are served: what to print for whoever started the process; the address comes last. */
  ready: Promise<string[]>;
  /** Takes no new requests, finishes those under way, lets go of the database. */
  stop: () => Promise<void>;
}

const graceMs = 10_000;

/**
 * Starts everything. The port is taken first: whoever asks meanwhile gets a page that says so. A database
 * server that is down is waited for; anything else that is wrong ends the start with an error.
 */
export async function start(settings: Settings, log: Log): Promise<Running> {
  const clock = zonedClock();
  const stopped = new AbortController();
  let open: Database | null = null;
  const server = openHttpServer(settings.origin?.startsWith('https:') ?? false);
  const database = await openDatabase(settings.databaseUrl === undefined
    ? { dataDir: settings.dataDir } : { url: settings.databaseUrl, readUrl: settings.databaseReadUrl });
  try {
    const framework = await (settings.dev ? developingFramework(server) : builtFramework());
    const stop = async () => {
      stopped.abort();
      await closeHttpServer(server, graceMs);
      await framework.close();
      await database.close();
    };
    const port = await listen(server, settings.port, settings.host);
    const origin = settings.origin ?? `http://localhost:${port}`;
    const { dev, trustedProxy } = settings;
    const demonstration = database.kind === 'embedded' ? () => loadDemonstration(database.db, clock.today()) : null;
    server.on('request', createServerApp({ ...framework, origin, dev, trustedProxy, log, clock, loadDemonstration: demonstration, database: () => open }));
    const ready = prepared(database, settings, clock, log, stopped.signal).then(async () => {
      open = database;
      return [...(await setUpNotice(database, origin, clock.now())), `Deskpath is running at ${origin}`];
    });
    return { ready, stop };
  } catch (error) {
    server.close();
    await database.close();
    throw error;
  }
}

/** Migrates, loads the catalogue, sets the clock to the organisation's time zone. */
async function prepared({ db }: Database, settings: Settings, clock: Required<Clock>, log: Log, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      if (settings.migrateOnStart) await migrateToLatest(db);
      if ((await pendingMigrations(db)).length > 0) {
        log.warn({ event: 'pending-migrations' }, 'the database waits for `npm run db:migrate`');
        return;
      }
      await loadReference(db);
      const organisation = await db.selectFrom('organisation').select('timeZone').executeTakeFirst();
      if (organisation) clock.useZone(organisation.timeZone);
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      log.warn({ event: 'database-away', ...errorFields(error) }, 'waiting for the database');
      await pause(2000, undefined, { signal });
    }
  }
}

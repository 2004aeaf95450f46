import type { Db, ReadDb } from '#db/handle.ts';
import type { Log } from './log.server.ts';

/** The time as the application sees it. Injected, so that time-outs and two-year marks can be tested. */
export interface Clock {
  now(): Date;
  /** The calendar day in the organisation's time zone, 'YYYY-MM-DD'. */
  today(): string;
  /** The calendar day there on which a moment falls. */
  dayOf(moment: Date): string;
  /** Told on each request what the organisation's row says; clocks of tests need not listen. */
  useZone?(timeZone: string): void;
}

/** What every loader and action is given as `args.context`: no module opens anything by itself. */
export interface AppContext {
  db: Db;
  readDb: ReadDb;
  clock: Clock;
  log: Log;
  /** For the Content-Security-Policy of this one answer. */
  nonce: string;
  requestId: string;
  /** The client's network address: of the socket, or of the trusted proxy's client. */
  address: string;
  /** Scheme, host and port people type, e.g. https://deskpath.example. */
  origin: string;
  /** True when the browser sits on this very machine and no proxy stands between. */
  local: boolean;
  /** True on the embedded database. */
  embedded: boolean;
  /** Fills an empty installation with the demonstration organisation; only on the embedded database. */
  loadDemonstration?: (() => Promise<void>) | null;
  /** What the request turned out to be; read by the process when it writes the log line. */
  outcome: { accountId: number | null; databaseAway: boolean };
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging declarations needs an interface
  interface AppLoadContext extends AppContext {}
}

import { randomUUID } from 'node:crypto';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { zonedClock } from '#app/server/clock.server.ts';
import type { Call, SystemActor } from '#app/server/command.server.ts';
import { readSettings, type Settings } from '#app/server/env.server.ts';
import { openDatabase, type Database } from '#db/connection.server.ts';
import { failureOf, isUnavailable } from '#db/failure.ts';
import { migrateToLatest, pendingMigrations } from '#db/migrate.ts';

/** How a tool ends: what it was asked for is done; it was refused; it was called the wrong way. */
export const exit = { done: 0, refused: 1, wrongUse: 2 } as const;

/** What a tool works with. */
export interface Session {
  database: Database;
  settings: Settings;
  /** For commands: whoever sits at the command line, on the organisation's calendar day. */
  call: Call & { actor: SystemActor };
}

/** The arguments a tool was called with. Prints how it is used, and ends the process, when they make no sense or help is asked for. */
export function readArguments<const T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(exit.done);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return wrongUse(usage, wordsOf(error));
  }
}

/** Says what is wrong with the way a tool was called, and how it is meant; ends the process. */
export function wrongUse(usage: string, reason: string): never {
  console.log(`${reason}\n\n${usage}`);
  process.exit(exit.wrongUse);
}

/**
 * Opens the database that the environment names, lets the tool work, closes it, and leaves how it ended as the
 * process's exit code. `needs`: 'organisation' is for tools that work on a set-up installation, 'nothing' for one
 * that fills an empty one, which is migrated first.
 */
export async function runTool(needs: 'organisation' | 'nothing', work: (session: Session) => Promise<number>): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const database = await openDatabase(settings.databaseUrl === undefined ? { dataDir: settings.dataDir } : { url: settings.databaseUrl });
    try {
      process.exitCode = await work({ database, settings, call: await callFor(database, needs) });
    } finally {
      await database.close();
    }
  } catch (error) {
    console.log(wordsOf(error));
    process.exitCode = exit.refused;
  }
}

async function callFor({ db }: Database, needs: 'organisation' | 'nothing'): Promise<Session['call']> {
  const clock = zonedClock();
  if (needs === 'nothing') await migrateToLatest(db);
  else if ((await pendingMigrations(db)).length > 0) throw new Error('The database has an older schema than this version needs. Start Deskpath once, or run: npm run db:migrate');
  const organisation = await db.selectFrom('organisation').select('timeZone').executeTakeFirst();
  if (organisation) clock.useZone(organisation.timeZone);
  else if (needs === 'organisation') throw new Error('This installation has not been set up yet. Start it with npm start and set it up in the browser; then come back.');
  return { db, actor: { accountId: null, personId: null, origin: 'command-line' }, clock, requestId: randomUUID() };
}

/** What went wrong, for the terminal; never a database's own words, which may quote people's data. */
function wordsOf(error: unknown): string {
  if (isUnavailable(error)) return 'The database cannot be reached, or the connection to it was lost. Nothing was changed unless it says so above.';
  const failure = failureOf(error);
  if (failure) return `The database refused (${[failure.code, failure.constraint].filter(Boolean).join(', ')}). Nothing was changed.`;
  return error instanceof Error ? error.message : String(error);
}

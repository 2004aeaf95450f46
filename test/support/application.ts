import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '#db/connection.server.ts';
import { isLock, takeLock } from '#db/folder-lock.server.ts';
import type { Db } from '#db/handle.ts';
import { templateKey } from '#db/template.server.ts';
import { loadDemonstration } from '#seeds/demo/load.ts';
import { loadReference } from '#seeds/reference/load.ts';
import { onServer, testDatabase } from './database.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, '.cache');

export interface ApplicationOptions {
  /** Begin with the demonstration organisation instead of an empty installation. */
  demonstration?: boolean;
  /** Open this data folder again, e.g. after a `kill()`; it is not removed afterwards. */
  dataDir?: string;
  /** Puts further people into it before the application starts. */
  prepare?: (db: Db) => Promise<void>;
  /** Further settings of the environment. */
  env?: Record<string, string>;
}

/** The application in a process of its own, built for production. */
export interface Application {
  origin: string;
  /** Its data folder; undefined on a server (TEST_DATABASE_URL). */
  dataDir: string | undefined;
  pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Asks it to stop (SIGTERM), waits, and removes its temporary data. Returns the exit code. */
  stop(): Promise<number | null>;
  /** kill -9. Its data stay until the test process ends, to be opened again. */
  kill(): Promise<void>;
}

/** Starts the application on a free port and waits until it is ready. */
export async function startApplication(options: ApplicationOptions = {}): Promise<Application> {
  if (!existsSync(join(root, 'build/server/index.js'))) throw new Error('There is no production build: run `npm run build` first.');
  const store = await storeFor(options);
  const origin = `http://localhost:${await freePort()}`;
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...surroundings(), NODE_ENV: 'production', PORT: new URL(origin).port, ...store.env, ...options.env },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => void (printed += text));
  const stopWithUs = () => {
    child.kill('SIGKILL');
    store.removeNow();
  };
  process.once('exit', stopWithUs);
  try {
    await ready(child, origin, () => printed);
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
  return {
    origin,
    dataDir: store.env['DATA_DIR'],
    pid: child.pid ?? 0,
    output: () => printed,
    async stop() {
      await end(child, 'SIGTERM');
      await store.remove();
      process.off('exit', stopWithUs);
      return child.exitCode;
    },
    kill: () => end(child, 'SIGKILL'),
  };
}

interface Store {
  env: Record<string, string>;
  remove(): Promise<void>;
  /** As far as that is possible while the test process is ending. */
  removeNow(): void;
}

async function storeFor({ demonstration = false, dataDir, prepare }: ApplicationOptions): Promise<Store> {
  if (dataDir !== undefined) return { env: { DATA_DIR: dataDir }, remove: () => Promise.resolve(), removeNow: () => undefined };
  if (onServer) {
    const database = await testDatabase();
    if (demonstration) await fill(database.db);
    await prepare?.(database.db);
    return { env: { DATABASE_URL: database.url ?? '' }, remove: () => database.close(), removeNow: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), 'deskpath-'));
  if (demonstration) cpSync(await demonstrationFolder(), folder, { recursive: true });
  if (prepare) {
    const { db, close } = await openDatabase({ dataDir: folder });
    await prepare(db).finally(close);
  }
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  return { env: { DATA_DIR: folder }, remove: async () => removeNow(), removeNow };
}

/**
 * A data folder with the demonstration organisation of today, made once and copied from then on. Of several
 * processes that want it one makes it, the others wait.
 */
async function demonstrationFolder(): Promise<string> {
  const folder = join(cache, `demonstration-${demonstrationKey()}`);
  mkdirSync(cache, { recursive: true });
  while (!existsSync(folder)) {
    const lock = takeLock(`${folder}.lock`);
    if (!isLock(lock)) {
      await pause(200);
      continue;
    }
    try {
      if (!existsSync(folder)) await make(folder);
    } finally {
      lock.release();
    }
  }
  return folder;
}

async function make(folder: string): Promise<void> {
  forgetOldFolders();
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const { db, close } = await openDatabase({ dataDir: draft });
  await fill(db).finally(close);
  renameSync(draft, folder);
}

async function fill(db: Db): Promise<void> {
  await loadReference(db);
  await loadDemonstration(db, day());
}

function day(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The demonstration depends on the schema, the seeds and, as its flags stay alive, the day. */
function demonstrationKey(): string {
  const hash = createHash('sha256').update(templateKey()).update(day());
  const seeds = join(root, 'seeds');
  for (const name of readdirSync(seeds, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(seeds, name);
    if (statSync(path).isFile()) hash.update(name).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function forgetOldFolders(): void {
  const anHour = 3_600_000;
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (name.startsWith('demonstration-') && Date.now() - statSync(path).mtimeMs > anHour) rmSync(path, { recursive: true, force: true });
  }
}

/** What every process needs; settings of the application itself are not handed on. */
function surroundings(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG'];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}

/** A port nobody listens on at the moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(child: ChildProcess, origin: string, printed: () => string): Promise<void> {
  const patience = Date.now() + 90_000;
  while (Date.now() < patience) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The application did not start:\n${printed()}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(50);
  }
  throw new Error(`The application was not ready in time:\n${printed()}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  // A process that does not obey is a failure of its own, but must not outlive the test.
  const stubborn = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(stubborn);
}

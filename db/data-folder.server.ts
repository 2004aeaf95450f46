import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openEmbedded, type EmbeddedDatabase } from './embedded.server.ts';
import { isLock, takeLock } from './folder-lock.server.ts';

/** The PostgreSQL inside the pinned PGlite. A folder written by another major version cannot be read. */
const postgresMajor = 18;

/** What a data folder says about itself, in `about.json`. */
interface About {
  postgres: number;
  application: string;
}

export interface FolderOptions {
  /** What a folder that is new begins with. */
  template?: () => Promise<Blob>;
  /** The version of the application that opens it; given by tests. */
  application?: string;
  acquireTimeout?: number;
}

/** The application's version, from package.json. */
export function applicationVersion(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

/**
 * Opens the embedded database in a folder, or makes it. Refused, with the way out, when another process
 * has the folder open, when another PostgreSQL wrote it, or when a later version of the application did.
 */
export async function openFolder(path: string, options: FolderOptions = {}): Promise<EmbeddedDatabase> {
  const folder = resolve(path);
  const application = options.application ?? applicationVersion();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(folder, 'lock'));
  if (!isLock(lock)) {
    const where = lock.host === '' ? '' : ` on ${lock.host}`;
    throw new Error(
      `The data folder ${folder} is in use by process ${lock.pid}${where}. One process at a time may open it: `
      + 'stop that one first, or give this one a folder of its own (DATA_DIR) or a PostgreSQL server (DATABASE_URL).',
    );
  }
  try {
    const engineFolder = join(folder, 'postgres');
    const about = readAbout(folder);
    if (about) refuseMismatch(about, application, folder);
    else setAside(engineFolder);
    const template = about ? undefined : await options.template?.();
    const database = await openEmbedded({ folder: engineFolder, template, acquireTimeout: options.acquireTimeout });
    // Written last: a folder without it was never finished, and nobody's data are in it.
    writeAbout(folder, { postgres: postgresMajor, application });
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function readAbout(folder: string): About | null {
  const path = join(folder, 'about.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as About) : null;
}

function writeAbout(folder: string, about: About): void {
  const path = join(folder, 'about.json');
  writeFileSync(`${path}.new`, `${JSON.stringify(about)}\n`);
  renameSync(`${path}.new`, path);
}

function refuseMismatch(about: About, application: string, folder: string): void {
  const wayOut = `Take a backup with version ${about.application} (npm run backup), move the folder away, start this version and restore (npm run restore).`;
  if (about.postgres !== postgresMajor) {
    throw new Error(`The data folder ${folder} was written by PostgreSQL ${about.postgres}; this version of Deskpath brings PostgreSQL ${postgresMajor}. ${wayOut}`);
  }
  if (isLater(about.application, application)) {
    throw new Error(
      `The data folder ${folder} was last used by Deskpath ${about.application}; this is the earlier version ${application}. `
      + `Start version ${about.application} or later, or restore a backup that version ${application} took into a new folder.`,
    );
  }
}

function isLater(one: string, other: string): boolean {
  const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);
  const [mine, theirs] = [numbers(one), numbers(other)];
  const at = mine.findIndex((part, index) => part !== theirs[index]);
  return at >= 0 && (mine[at] ?? 0) > (theirs[at] ?? 0);
}

/** What an interrupted first start left behind; kept, so that nothing is ever deleted by mistake. */
function setAside(engineFolder: string): void {
  if (existsSync(engineFolder)) renameSync(engineFolder, `${engineFolder}.unfinished-${Date.now()}`);
}

import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock, as written in its file. `started` and `boot` come from /proc, where there is one. */
export interface LockHolder {
  pid: number;
  host: string;
  started: string | null;
  boot: string | null;
  /** Different for every lock ever taken. */
  nonce: string;
}

export interface FolderLock {
  release(): void;
}

/** The holder touches its file this often … */
const beat = 5000;

/** … and where nothing better is known (another machine, no /proc) counts as gone when it has not done so for this long. */
const silence = 60_000;

/**
 * Takes the lock at `path`, or says who has it. A lock whose holder is gone is taken over, even when
 * its process number has been given to somebody else since. Any number may try at once: one gets it.
 *
 * A file comes into being by `link`, which happens wholly or not at all. To replace a dead holder's file one must
 * first win the file named after that holder; whoever finds the first file changed meanwhile begins again.
 */
export function takeLock(path: string): FolderLock | LockHolder {
  const mine: LockHolder = { pid: process.pid, host: hostname(), started: startOf(process.pid), boot: bootId(), nonce: randomUUID() };
  const draft = `${path}.${mine.nonce}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (;;) {
      const outcome = climb(path, draft, mine);
      if (outcome === 'again') continue;
      return outcome ?? held(path, mine);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** True when the answer of `takeLock` is a lock and not its holder. */
export function isLock(answer: FolderLock | LockHolder): answer is FolderLock {
  return 'release' in answer;
}

function climb(path: string, draft: string, mine: LockHolder): LockHolder | 'again' | null {
  const steps: { path: string; nonce: string }[] = [];
  let next = path;
  while (!linked(draft, next)) {
    const holder = read(next);
    if (holder === null) return 'again';
    if (isAlive(holder, next)) return holder;
    steps.push({ path: next, nonce: holder.nonce });
    next = `${path}.after-${holder.nonce}`;
  }
  if (steps.length === 0) return null;
  if (steps.some((step) => read(step.path)?.nonce !== step.nonce)) {
    rmSync(next, { force: true });
    return 'again';
  }
  const copy = `${draft}.first`;
  writeFileSync(copy, JSON.stringify(mine));
  renameSync(copy, path);
  for (const step of [...steps.slice(1).map((each) => each.path), next]) rmSync(step, { force: true });
  return null;
}

function held(path: string, mine: LockHolder): FolderLock {
  const isStillMine = () => read(path)?.nonce === mine.nonce;
  const timer = setInterval(() => {
    try {
      const now = new Date();
      if (isStillMine()) utimesSync(path, now, now);
    } catch {
      // The folder may have been taken away under a running process; the next statement says so.
    }
  }, beat).unref();
  const release = () => {
    clearInterval(timer);
    process.off('exit', release);
    if (isStillMine()) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { release };
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // Not written by us, or cut off by a full disk: nobody can be asked, so it counts as left behind.
    if (error instanceof SyntaxError) return { pid: 0, host: hostname(), started: null, boot: null, nonce: 'unreadable' };
    throw error;
  }
}

function isAlive(holder: LockHolder, path: string): boolean {
  if (holder.host !== hostname()) return beatsStill(path);
  if (holder.boot !== null && holder.boot !== bootId()) return false;
  if (holder.pid <= 0 || !exists(holder.pid)) return false;
  return holder.started === null ? beatsStill(path) : startOf(holder.pid) === holder.started;
}

function beatsStill(path: string): boolean {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Clock ticks from the start of the machine to the start of the process; null where there is no /proc. */
function startOf(pid: number): string | null {
  const stat = contents(`/proc/${pid}/stat`);
  // The name in brackets may hold blanks and brackets itself.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function bootId(): string | null {
  return contents('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
}

function contents(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

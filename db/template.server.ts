import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { Kysely } from 'kysely';
import { dialectOver } from './driver.server.ts';
import { openEmbedded } from './embedded.server.ts';
import { isLock, takeLock } from './folder-lock.server.ts';
import { migrateToLatest, migrationNames, migrationsFolder } from './migrate.ts';
import type { DB } from './schema.ts';

const cacheFolder = fileURLToPath(new URL('../.cache/', import.meta.url));

/**
 * A migrated, empty database as an archive, from the cache or made now (about 4 s and 800 MB).
 * Any number of processes may ask at once: one makes it, the others wait for its file.
 */
export async function loadTemplate(folder = cacheFolder): Promise<Blob> {
  const file = join(folder, `template-${templateKey()}.tar`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    return build();
  }
  for (;;) {
    if (existsSync(file)) return new Blob([readFileSync(file)]);
    const lock = tryLock(`${file}.lock`);
    if (lock === 'read-only') return build();
    if (isLock(lock)) {
      try {
        if (!existsSync(file)) await store(file, folder);
      } finally {
        lock.release();
      }
    } else await setTimeout(100);
  }
}

/** What the template depends on: the text of every migration, and the engine. */
export function templateKey(): string {
  const hash = createHash('sha256');
  for (const name of migrationNames()) hash.update(name).update(readFileSync(new URL(`${name}.ts`, migrationsFolder)));
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update((JSON.parse(readFileSync(join(engine, '../../package.json'), 'utf8')) as { version: string }).version);
  return hash.digest('hex').slice(0, 16);
}

async function build(): Promise<Blob> {
  const database = await openEmbedded();
  const db = new Kysely<DB>({ dialect: dialectOver(database) });
  try {
    await migrateToLatest(db);
    return await database.dump();
  } finally {
    await db.destroy();
  }
}

async function store(file: string, folder: string): Promise<void> {
  const archive = await build();
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, Buffer.from(await archive.arrayBuffer()));
  renameSync(draft, file);
  // Templates of other migrations are of no more use.
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/^template-\w+\.tar$/.test(name) && path !== file) rmSync(path, { force: true });
  }
}

function tryLock(path: string): ReturnType<typeof takeLock> | 'read-only' {
  try {
    return takeLock(path);
  } catch (error) {
    if (isReadOnly(error)) return 'read-only';
    throw error;
  }
}

function isReadOnly(error: unknown): boolean {
  return ['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
}

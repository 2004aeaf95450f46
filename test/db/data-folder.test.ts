import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { handleOver, openDatabase } from '#db/connection.server.ts';
import { openFolder } from '#db/data-folder.server.ts';
import { isLock, takeLock, type FolderLock, type LockHolder } from '#db/folder-lock.server.ts';
import { pendingMigrations } from '#db/migrate.ts';
import { loadTemplate } from '#db/template.server.ts';
import { startProcess } from '#test/support/other-process.ts';

const root = mkdtempSync(join(tmpdir(), 'deskpath-folder-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let names = 0;
const fresh = (): string => join(root, `n${(names += 1)}`);
const take = (path: string): FolderLock => {
  const lock = takeLock(path);
  if (!isLock(lock)) throw new Error(`held by ${lock.pid}`);
  return lock;
};

describe('the lock of a folder', () => {
  const holderOf = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  const leaveBehind = (path: string, change: Partial<LockHolder>) => {
    const lock = take(path);
    const holder = { ...holderOf(path), nonce: 'left behind', ...change };
    lock.release();
    writeFileSync(path, JSON.stringify(holder));
  };

  it('is had by one at a time, and again after it was let go', () => {
    const path = fresh();
    const lock = take(path);
    expect(takeLock(path)).toMatchObject({ pid: process.pid, host: hostname() });
    lock.release();
    expect(existsSync(path)).toBe(false);
    take(path).release();
  });

  it.each<[string, Partial<LockHolder>]>([
    ['the process is gone', { pid: 2 ** 22 + 1 }],
    ['its number belongs to another process now', { started: '1' }],
    ['the machine has been started anew', { boot: 'an earlier start' }],
  ])('is taken over when %s', (_, change) => {
    const path = fresh();
    leaveBehind(path, change);
    const lock = take(path);
    expect(holderOf(path).pid).toBe(process.pid);
    lock.release();
    expect(readdirSync(root).filter((name) => join(root, name).startsWith(`${path}.`))).toEqual([]);
  });

  it('is taken over when its file is not readable as one', () => {
    const path = fresh();
    writeFileSync(path, '{"pid":');
    take(path).release();
  });

  it('of another machine is respected as long as its holder gives signs of life', () => {
    const path = fresh();
    leaveBehind(path, { host: 'another-machine', pid: 1 });
    expect(takeLock(path)).toMatchObject({ host: 'another-machine' });
    const old = new Date(Date.now() - 120_000);
    utimesSync(path, old, old);
    take(path).release();
  });

  it('left behind twice, once in the middle of being taken over, is still taken by one', () => {
    const path = fresh();
    leaveBehind(path, { pid: 2 ** 22 + 1, nonce: 'first' });
    leaveBehind(`${path}.after-first`, { pid: 2 ** 22 + 2, nonce: 'second' });
    const lock = take(path);
    expect(takeLock(path)).toMatchObject({ pid: process.pid });
    lock.release();
    expect(readdirSync(root).filter((name) => join(root, name).startsWith(path))).toEqual([]);
  });

  it('left behind and wanted by eight processes at once goes to exactly one', async () => {
    const path = fresh();
    leaveBehind(path, { pid: 2 ** 22 + 1, nonce: 'crashed' });
    const code = `
      import { takeLock, isLock } from '#db/folder-lock.server.ts';
      console.log('ready');
      while (!(await import('node:fs')).existsSync(process.env.LOCK + '.go')) ;
      console.log('answer: ' + (isLock(takeLock(process.env.LOCK)) ? 'got it' : 'refused'));
      setInterval(() => {}, 1000);`;
    const rivals = Array.from({ length: 8 }, () => startProcess(code, { LOCK: path }));
    await Promise.all(rivals.map((rival) => rival.said('ready')));
    writeFileSync(`${path}.go`, '');
    const answers = await Promise.all(rivals.map((rival) => rival.said('answer: ')));
    for (const rival of rivals) rival.child.kill('SIGKILL');
    await Promise.all(rivals.map((rival) => rival.ended));
    expect(answers.sort()).toEqual(['answer: got it', ...Array<string>(7).fill('answer: refused')]);
    take(path).release();
  });
});

describe('an embedded data folder', () => {
  const write = (folder: string) => openDatabase({ dataDir: folder });

  it('is made from the migrated template and keeps what was written', async () => {
    const folder = fresh();
    const first = await write(folder);
    expect(await pendingMigrations(first.db)).toEqual([]);
    await sql`insert into people (number, name) values ('P1', 'Ann')`.execute(first.db);
    await first.close();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    // Let go of even when nothing was asked of it.
    await (await write(folder)).close();
    const second = await write(folder);
    expect((await sql`select name from people`.execute(second.db)).rows).toEqual([{ name: 'Ann' }]);
    await second.close();
    await expect(second.ping()).rejects.toThrow();
  });

  it('is refused to a second process, with its name and the number of the first; when that is killed, it is free', async () => {
    const folder = fresh();
    const code = `
      import { openDatabase } from '#db/connection.server.ts';
      const database = await openDatabase({ dataDir: process.env.FOLDER });
      console.log('open');
      setInterval(() => database.ping(), 1000);`;
    const first = startProcess(code, { FOLDER: folder });
    await first.said('open');
    await expect(write(folder)).rejects.toThrow(`The data folder ${folder} is in use by process ${first.child.pid}`);
    const second = startProcess(code, { FOLDER: folder });
    expect(await second.ended).toBe(1);
    expect(second.lines.join('\n')).toContain(`The data folder ${folder} is in use by process ${first.child.pid}`);
    first.child.kill('SIGKILL');
    await first.ended;
    await (await write(folder)).close();
  });

  it('of a later version, or of another PostgreSQL, is refused with the way out', async () => {
    const folder = fresh();
    await (await openFolder(folder, { template: loadTemplate, application: '1.10.0' })).close();
    await expect(openFolder(folder, { template: loadTemplate, application: '1.9.3' })).rejects.toThrow(/last used by Deskpath 1\.10\.0.*Start version 1\.10\.0 or later/);
    await (await openFolder(folder, { template: loadTemplate, application: '1.10.1' })).close();
    expect(JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8'))).toEqual({ postgres: 18, application: '1.10.1' });
    writeFileSync(join(folder, 'about.json'), JSON.stringify({ postgres: 17, application: '1.10.1' }));
    await expect(openFolder(folder, { template: loadTemplate, application: '1.10.1' })).rejects.toThrow(/written by PostgreSQL 17.*npm run backup.*npm run restore/);
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('whose first start was cut off begins again, and nothing is deleted', async () => {
    const folder = fresh();
    await (await openFolder(folder, { template: loadTemplate })).close();
    rmSync(join(folder, 'about.json'));
    const database = await openFolder(folder, { template: loadTemplate });
    const db = handleOver(database);
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
    expect(readdirSync(folder).some((name) => name.startsWith('postgres.unfinished-'))).toBe(true);
  });
});

describe('the one session of an embedded database', () => {
  it('goes to whoever asked first, is given up after a while, and takes nobody when it is closed', async () => {
    const { db, close } = await openDatabase({ memory: true, template: null, acquireTimeout: 300 });
    const order: number[] = [];
    await Promise.all([1, 2, 3, 4, 5].map((n) => db.transaction().execute(async (trx) => {
      await sql`select ${n}::int`.execute(trx);
      order.push(n);
    })));
    expect(order).toEqual([1, 2, 3, 4, 5]);
    const long = await db.startTransaction().execute();
    await expect(sql`select 1`.execute(db)).rejects.toMatchObject({ code: 'database_unavailable' });
    const waiting = sql`select 1`.execute(db).then(() => 'answered', (error: { code?: string }) => error.code);
    const closing = close();
    expect(await waiting).toBe('database_unavailable');
    await long.commit().execute();
    await closing;
  });
});

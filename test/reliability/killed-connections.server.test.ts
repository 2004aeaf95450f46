import { sql } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { failureOf, isUnavailable } from '#db/failure.ts';
import { describeOnServer, testDatabase, type TestDatabase } from '#test/support/database.ts';

const accounts = 50;
const kills = 300;
const workers = 24;

describeOnServer('database connections that are ended under load', () => {
  let database: TestDatabase;
  let killer: postgres.Sql;
  const uncaught: unknown[] = [];
  const note = (reason: unknown) => void uncaught.push(reason);

  beforeAll(async () => {
    database = await testDatabase({ poolSize: 12 });
    killer = postgres(database.url ?? '', { max: 1, connection: { application_name: 'killer' } });
    await sql`create table purse (purse_id int primary key, balance int not null)`.execute(database.db);
    await sql`create table acknowledged (transfer_id int primary key)`.execute(database.db);
    await sql`insert into purse select n, 1000 from generate_series(1, ${accounts}) n`.execute(database.db);
    process.on('uncaughtExceptionMonitor', note).on('unhandledRejection', note);
  });
  afterAll(async () => {
    process.off('uncaughtExceptionMonitor', note).off('unhandledRejection', note);
    await killer.end();
    await database.close();
  });

  const transfer = (id: number) => database.db.transaction().execute(async (trx) => {
    const [from, to] = [id % accounts + 1, (id * 7 + 3) % accounts + 1];
    await sql`select 1 from purse where purse_id in (${from}, ${to}) order by purse_id for update`.execute(trx);
    await sql`update purse set balance = balance - 1 where purse_id = ${from}`.execute(trx);
    await sql`update purse set balance = balance + 1 where purse_id = ${to}`.execute(trx);
    await sql`insert into acknowledged values (${id})`.execute(trx);
  });

  const killOne = async () => (await killer`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'deskpath' order by random() limit 1`).count;

  it(`${kills} times: nothing crashes or hangs, sums stay right, no acknowledged write is lost`, async () => {
    let next = 0;
    let running = true;
    let lost = 0;
    const done: number[] = [];
    const slowest = { ms: 0 };
    const load = Array.from({ length: workers }, async () => {
      while (running) {
        const id = next++;
        const began = Date.now();
        try {
          await transfer(id);
          done.push(id);
        } catch (error) {
          if (!isUnavailable(error)) throw error;
          lost += 1;
        }
        slowest.ms = Math.max(slowest.ms, Date.now() - began);
      }
    });
    let killed = 0;
    while (killed < kills) {
      killed += await killOne();
      await wait(3);
    }
    running = false;
    await Promise.all(load);

    expect(lost).toBeGreaterThan(50);
    expect(done.length).toBeGreaterThan(kills);
    expect(slowest.ms).toBeLessThan(5000);
    expect(uncaught).toEqual([]);

    const recovering = Date.now();
    await Promise.all(Array.from({ length: workers }, () => database.ping()));
    expect(Date.now() - recovering).toBeLessThan(5000);

    const { rows: [sum] } = await sql<{ sum: number }>`select sum(balance) from purse`.execute(database.db);
    expect(sum?.sum).toBe(accounts * 1000);
    const { rows } = await sql<{ id: number }>`select transfer_id as id from acknowledged`.execute(database.db);
    const written = new Set(rows.map((row) => row.id));
    expect(done.filter((id) => !written.has(id))).toEqual([]);
  });

  it('all at once, while idle: the next statement gets a new connection', async () => {
    await Promise.all(Array.from({ length: 12 }, () => sql`select pg_sleep(0.05)`.execute(database.db)));
    await killer`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'deskpath'`;
    await wait(100);
    await Promise.all(Array.from({ length: 12 }, () => database.ping()));
    expect(uncaught).toEqual([]);
  });

  it('in the middle of a transaction: every later statement and COMMIT are refused, nothing is written', async () => {
    const trx = await database.db.startTransaction().execute();
    await sql`update purse set balance = balance + 500 where purse_id = 1`.execute(trx);
    const { rows: [self] } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await killer`select pg_terminate_backend(${self?.pid ?? 0})`;
    const first = await sql`update purse set balance = balance + 500 where purse_id = 2`.execute(trx).catch((error: unknown) => error);
    const second = await sql`select 1`.execute(trx).catch((error: unknown) => error);
    const commit = await trx.commit().execute().catch((error: unknown) => error);
    expect([first, second, commit].map((error) => failureOf(error)?.code)).toEqual(['connection_lost', 'connection_lost', 'connection_lost']);
    expect(failureOf(commit)?.atCommit).toBe(true);
    await trx.rollback().execute();
    const { rows: [sum] } = await sql<{ sum: number }>`select sum(balance) from purse`.execute(database.db);
    expect(sum?.sum).toBe(accounts * 1000);
  });
});

describeOnServer('time limits', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ statementTimeout: 300, lockTimeout: 150, idleInTransactionTimeout: 200 });
    await sql`create table thing (thing_id int primary key)`.execute(database.db);
    await sql`insert into thing values (1)`.execute(database.db);
  });
  afterAll(() => database.close());

  it('end a statement that takes too long', async () => {
    await expect(sql`select pg_sleep(5)`.execute(database.db)).rejects.toMatchObject({ code: '57014' });
  });

  it('end the wait for a lock', async () => {
    const holder = await database.db.startTransaction().execute();
    await sql`select 1 from thing for update`.execute(holder);
    await expect(sql`update thing set thing_id = 1`.execute(database.db)).rejects.toMatchObject({ code: '55P03' });
    await holder.rollback().execute();
  });

  it('end a transaction in which nothing happens', async () => {
    const idle = await database.db.startTransaction().execute();
    await sql`select 1 from thing for update`.execute(idle);
    await wait(500);
    await expect(sql`select 1`.execute(idle)).rejects.toMatchObject({ code: 'connection_lost' });
    await idle.rollback().execute();
    await expect(sql`update thing set thing_id = 1`.execute(database.db)).resolves.toBeDefined();
  });

  it('can be lifted for one transaction, and hold again for the next', async () => {
    await database.db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = '5s'`.execute(trx);
      await sql`select pg_sleep(1.6)`.execute(trx);
    });
    await expect(sql`select pg_sleep(5)`.execute(database.db)).rejects.toMatchObject({ code: '57014' });
  });

  it('changed for a session go no further than that session', async () => {
    await database.db.connection().execute(async (connection) => void (await sql`set statement_timeout = 0`.execute(connection)));
    const limits = await Promise.all(Array.from({ length: 10 }, () => sql<{ statementTimeout: string }>`show statement_timeout`.execute(database.db)));
    expect(new Set(limits.map(({ rows }) => rows[0]?.statementTimeout))).toEqual(new Set(['300ms']));
  });
});

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureOf, isUnavailable } from '#db/failure.ts';
import { pendingMigrations } from '#db/migrate.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ idleInTransactionTimeout: 60_000 });
  await sql`create table account (account_id int primary key, balance int not null constraint account_not_negative check (balance >= 0))`.execute(database.db);
  await sql`create table owner (owner_id int generated always as identity primary key, name text not null constraint owner_name_once unique,
    account_id int constraint owner_account references account)`.execute(database.db);
});
afterAll(() => database.close());

const one = async (query: ReturnType<typeof sql>): Promise<unknown> =>
  Object.values((await query.execute(database.db)).rows[0] as Record<string, unknown>)[0];

const refused = async (query: ReturnType<typeof sql>) =>
  query.execute(database.db).then(() => null, (error: unknown) => failureOf(error));

describe('a new test database', () => {
  it('has every migration', async () => {
    expect(await pendingMigrations(database.db)).toEqual([]);
  });

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined();
  });
});

describe('values read alike on both databases', () => {
  it.each<[string, unknown]>([
    ['42::int2', 42],
    ['42::int4', 42],
    ['9007199254740991::int8', 9007199254740991],
    ['count(*)', 1],
    ['1.50::numeric(6,2)', 1.5],
    ['0.1::float8', 0.1],
    ['true', true],
    ['null::int', null],
    [`date '2026-11-22'`, '2026-11-22'],
    [`date '0044-03-15'`, '0044-03-15'],
    [`'infinity'::date`, 'infinity'],
    [`timestamptz '2026-11-22 10:00:00.123+02'`, new Date('2026-11-22T08:00:00.123Z')],
    [`timestamp '2026-11-22 10:00'`, new Date('2026-11-22T10:00:00Z')],
    [`'infinity'::timestamptz`, 'infinity'],
    [`'{"a":[1,null,{"snake_case":"ä"}]}'::jsonb`, { a: [1, null, { snake_case: 'ä' }] }],
    [`'"text"'::json`, 'text'],
    [`'\\x00ff'::bytea`, Buffer.from([0, 255])],
    [`array['a', null, 'NULL', 'b c', 'x,y', '{z}', 'q"\\', '']`, ['a', null, 'NULL', 'b c', 'x,y', '{z}', 'q"\\', '']],
    [`'{}'::text[]`, []],
    ['array[[1,2],[3,4]]', [[1, 2], [3, 4]]],
    [`array[date '2026-01-02']`, ['2026-01-02']],
    ['array[true,false,null]', [true, false, null]],
    [`'[2:3]={7,8}'::int[]`, [7, 8]],
    [`daterange('2026-01-01', '2026-02-01')`, '[2026-01-01,2026-02-01)'],
    [`interval '1 year 2 days'`, '1 year 2 days'],
    [`'Äö€😀'`, 'Äö€😀'],
    [`'0f0e0d0c-0b0a-0908-0706-050403020100'::uuid`, '0f0e0d0c-0b0a-0908-0706-050403020100'],
  ])('%s', async (expression, expected) => {
    expect(await one(sql`select ${sql.raw(expression)}`)).toEqual(expected);
  });
});

describe('parameters are typed by where they stand', () => {
  const there: [string, unknown, unknown?][] = [
    ['int', 7],
    ['int', null],
    ['int8', 12n, 12],
    ['numeric', 1.25],
    ['boolean', true],
    ['boolean', false],
    ['date', '2026-11-22'],
    ['timestamptz', new Date('2026-11-22T08:00:00.123Z')],
    ['timestamptz', '2026-11-22T08:00:00Z', new Date('2026-11-22T08:00:00Z')],
    ['bytea', Buffer.from([0, 1, 254, 255])],
    ['text', 'o\'clock "x" \\ $1'],
    ['text[]', ['a', 'b "c"', '', 'NULL', null, '\\']],
    ['text[]', []],
    ['int[]', [1, 2, null]],
    ['date[]', ['2026-01-01']],
    ['jsonb', { a: 1, b: ['x', null] }],
    ['jsonb', [{ a: true }, 2, 'three']],
    ['jsonb', []],
    ['jsonb', '{"already":"text"}', { already: 'text' }],
    ['daterange', '[2026-01-01,2026-02-01)'],
  ];
  it.each(there)('%s %o', async (type, value, expected = value) => {
    expect(await one(sql`select ${value}::${sql.raw(type)}`)).toEqual(expected);
  });

  it('refuses undefined, and the connection stays usable', async () => {
    await expect(one(sql`select ${undefined}::int`)).rejects.toThrow('undefined');
    expect(await one(sql`select 1`)).toBe(1);
  });

  it('takes several statements in one text when there are no parameters', async () => {
    await sql.raw('create temp table many (n int); insert into many values (1), (2); drop table many').execute(database.db);
    expect(await one(sql`select 'a;b'`)).toBe('a;b');
  });
});

describe('errors carry fields', () => {
  it('names the constraint and table of a doubled key', async () => {
    await sql`insert into owner (name) values ('Ann')`.execute(database.db);
    expect(await refused(sql`insert into owner (name) values ('Ann')`)).toMatchObject({
      code: '23505', constraint: 'owner_name_once', table: 'owner', detail: 'Key (name)=(Ann) already exists.',
    });
  });

  it('names the check, the foreign key and the column that may not be null', async () => {
    expect(await refused(sql`insert into account values (99, -1)`)).toMatchObject({ code: '23514', constraint: 'account_not_negative', table: 'account' });
    expect(await refused(sql`insert into owner (name, account_id) values ('Bob', 12345)`)).toMatchObject({ code: '23503', constraint: 'owner_account' });
    expect(await refused(sql`insert into owner (name) values (null)`)).toMatchObject({ code: '23502', table: 'owner', column: 'name' });
  });

  it('keeps parameters out of the message and its fields', async () => {
    const error: unknown = await sql`select ${'secret word'}::int`.execute(database.db).catch((reason: unknown) => reason);
    expect(JSON.stringify({ ...(error as object) })).not.toContain('secret');
    expect(failureOf(error)?.code).toBe('22P02');
    expect(isUnavailable(error)).toBe(false);
  });

  it('reports rows written', async () => {
    const { numAffectedRows } = await sql`insert into account values (50, 1), (51, 1)`.execute(database.db);
    expect(numAffectedRows).toBe(2n);
    expect((await sql`delete from account where account_id in (50, 51)`.execute(database.db)).numAffectedRows).toBe(2n);
  });
});

describe('transactions', () => {
  const balanceOf = (id: number) => one(sql`select balance from account where account_id = ${id}`);

  it('roll back when the work throws', async () => {
    await sql`insert into account values (1, 10)`.execute(database.db);
    const outcome = database.db.transaction().execute(async (trx) => {
      await sql`update account set balance = 0 where account_id = 1`.execute(trx);
      throw new Error('changed my mind');
    });
    await expect(outcome).rejects.toThrow('changed my mind');
    expect(await balanceOf(1)).toBe(10);
  });

  it('throw when a statement failed and the work went on as if nothing had happened', async () => {
    const outcome = database.db.transaction().execute(async (trx) => {
      await sql`insert into account values (2, 10)`.execute(trx);
      await sql`select 1/0`.execute(trx).catch(() => undefined);
    });
    await expect(outcome).rejects.toMatchObject({ code: '25P02' });
    expect(await one(sql`select count(*) from account where account_id = 2`)).toBe(0);
  });

  it('keep out of each other: twenty transfers at once leave the sum as it was', async () => {
    await sql`insert into account values (3, 100), (4, 100)`.execute(database.db);
    await Promise.all(Array.from({ length: 20 }, (_, index) => database.db.transaction().execute(async (trx) => {
      const [from, to] = index % 2 === 0 ? [3, 4] : [4, 3];
      const { rows } = await sql<{ id: number; balance: number }>`select account_id as id, balance from account where account_id in (3, 4) order by 1 for update`.execute(trx);
      const balances = new Map(rows.map((row) => [row.id, row.balance]));
      await sql`update account set balance = ${(balances.get(from) ?? 0) - index} where account_id = ${from}`.execute(trx);
      await sql`update account set balance = ${(balances.get(to) ?? 0) + index} where account_id = ${to}`.execute(trx);
    })));
    expect([await balanceOf(3), await balanceOf(4)]).toEqual([110, 90]);
  });

  it('run statements asked for at once one after another', async () => {
    const seen = await database.db.transaction().execute((trx) =>
      Promise.all([1, 2, 3, 4].map(async (n) => (await sql<{ n: number }>`select ${n}::int as n`.execute(trx)).rows[0]?.n)));
    expect(seen).toEqual([1, 2, 3, 4]);
  });

  it('have savepoints', async () => {
    const trx = await database.db.startTransaction().execute();
    await sql`insert into account values (5, 1)`.execute(trx);
    const inner = await trx.savepoint('half way').execute();
    await sql`update account set balance = 2 where account_id = 5`.execute(inner);
    await inner.rollbackToSavepoint('half way').execute();
    await trx.commit().execute();
    expect(await balanceOf(5)).toBe(1);
  });

  it('take an isolation level and an access mode', async () => {
    const outcome = database.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
      .execute((trx) => sql`insert into account values (6, 1)`.execute(trx));
    await expect(outcome).rejects.toMatchObject({ code: '25006' });
  });
});

describe('streams', () => {
  it('read in pieces, in order, and may be left early', async () => {
    const all = database.db.selectFrom(sql<{ n: number }>`generate_series(1, 2500)`.as<'s'>('s')).select(sql<number>`s`.as('n'));
    let count = 0;
    for await (const row of all.stream(1000)) {
      count += 1;
      expect(row.n).toBe(count);
    }
    expect(count).toBe(2500);
    for await (const row of all.stream(10)) if (row.n === 15) break;
    expect(await one(sql`select 1`)).toBe(1);
  });
});

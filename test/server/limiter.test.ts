import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { admitAttempt, forgiveAttempts } from '#app/server/limiter.server.ts';
import { createLink, findLink, redeemLink } from '#app/server/one-time-link.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newPerson } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.close());

const secondsLater = (seconds: number) => new Date(testNow.getTime() + seconds * 1000);

describe('the sign-in limiter', () => {
  beforeEach(() => database.db.deleteFrom('signInAttempts').execute().then(() => undefined));
  const attempt = (name: string, address: string, now = testNow) => admitAttempt(database.db, { name, address, now });
  const fail = async (times: number, name: string, address: string, now = testNow) => {
    for (let time = 0; time < times; time++) expect(await attempt(name, address, now)).toMatchObject({ admitted: true });
  };

  it('lets five mistakes pass, then asks for longer and longer waits', async () => {
    await fail(5, 'ana', '192.0.2.1');
    expect(await attempt('ana', '192.0.2.1')).toEqual({ admitted: false, seconds: 1 });
    expect(await attempt('ana', '192.0.2.1', secondsLater(1))).toMatchObject({ admitted: true });
    expect(await attempt('ana', '192.0.2.1', secondsLater(1))).toEqual({ admitted: false, seconds: 2 });
    let now = 1;
    for (let failures = 6; failures < 14; failures++) {
      const asked = await attempt('ana', '192.0.2.1', secondsLater(now));
      expect(asked).toEqual({ admitted: false, seconds: 2 ** (failures - 5) });
      now += 2 ** (failures - 5);
      await fail(1, 'ana', '192.0.2.1', secondsLater(now));
    }
  });

  it('leaves the right person alone who comes from another address', async () => {
    await fail(5, 'ana', '192.0.2.1');
    expect(await attempt('ana', '192.0.2.1')).toMatchObject({ admitted: false });
    expect(await attempt('ana', '198.51.100.5')).toMatchObject({ admitted: true });
    expect(await attempt('ben', '192.0.2.1')).toMatchObject({ admitted: true });
  });

  it('also slows one address that tries many names, for a minute at most', async () => {
    for (let name = 0; name < 30; name++) await fail(1, `name${name}`, '192.0.2.1');
    expect(await attempt('another', '192.0.2.1')).toEqual({ admitted: false, seconds: 1 });
    for (let more = 0; more < 10; more++) await fail(1, `more${more}`, '192.0.2.1', secondsLater(60 * (more + 1)));
    expect(await attempt('another', '192.0.2.1', secondsLater(600))).toEqual({ admitted: false, seconds: 60 });
    expect(await attempt('another', '192.0.2.2', secondsLater(600))).toMatchObject({ admitted: true });
  });

  it('counts attempts that are sent side by side', async () => {
    const admitted = await Promise.all(Array.from({ length: 40 }, () => attempt('ana', '192.0.2.1')));
    expect(admitted.filter((one) => one.admitted).length).toBeLessThanOrEqual(5);
  });

  it('is known to every process, and after a restart', async () => {
    await fail(5, 'Ana', '::ffff:192.0.2.1');
    // Nothing is kept in the process: the same module asked with other forms of name and address reads the table.
    expect(await attempt('ANA', '192.0.2.1')).toMatchObject({ admitted: false });
    expect(await database.db.selectFrom('signInAttempts').select('signInAttemptId').execute()).toHaveLength(5);
  });

  it('takes a whole IPv6 network for one address', async () => {
    await fail(5, 'ana', '2001:db8:1:2::1');
    expect(await attempt('ana', '2001:db8:1:2:aaaa:bbbb:cccc:dddd')).toMatchObject({ admitted: false });
    expect(await attempt('ana', '2001:0db8:0001:0002::9')).toMatchObject({ admitted: false });
    expect(await attempt('ana', '2001:db8:1:3::1')).toMatchObject({ admitted: true });
  });

  it('forgets after the right password, and after a quarter of an hour', async () => {
    await fail(5, 'ana', '192.0.2.1');
    await forgiveAttempts(database.db, { name: 'ana', address: '192.0.2.1', now: testNow });
    await fail(5, 'ana', '192.0.2.1');
    expect(await attempt('ana', '192.0.2.1')).toMatchObject({ admitted: false });
    expect(await attempt('ana', '192.0.2.1', secondsLater(15 * 60 + 1))).toMatchObject({ admitted: true });
    await forgiveAttempts(database.db, { name: 'other', address: '192.0.2.9', now: secondsLater(25 * 60 * 60) });
    expect(await database.db.selectFrom('signInAttempts').selectAll().execute()).toEqual([]);
  });

  it('keeps neither names nor addresses', async () => {
    await fail(1, 'ana.nowak', '192.0.2.77');
    const kept = JSON.stringify(await database.db.selectFrom('signInAttempts').selectAll().execute());
    expect(kept).not.toMatch(/nowak|192\.0\.2/);
  });
});

describe('a one-time link', () => {
  const make = (minutes = 60) => database.db.transaction().execute((trx) => createLink(trx, { purpose: 'set-up', accountId: null }, testNow, minutes));
  const redeem = (token: string, purpose: 'set-up' | 'password' = 'set-up', now = testNow) => database.db.transaction().execute((trx) => redeemLink(trx, token, purpose, now));

  it('works once, for what it was made for', async () => {
    const token = await make();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await findLink(database.db, token, 'set-up', testNow)).toEqual({ accountId: null });
    expect(await redeem(token, 'password')).toBeNull();
    expect(await redeem(token)).toEqual({ accountId: null });
    expect(await redeem(token)).toBeNull();
    expect(await findLink(database.db, token, 'set-up', testNow)).toBeNull();
    expect(await redeem('A'.repeat(43))).toBeNull();
  });

  it('works once also when it is used twenty times at the same moment', async () => {
    const token = await make();
    const uses = await Promise.all(Array.from({ length: 20 }, () => redeem(token)));
    expect(uses.filter((use) => use !== null)).toHaveLength(1);
  });

  it('is given back when what it was used for is rolled back', async () => {
    const token = await make();
    const failing = database.db.transaction().execute(async (trx) => {
      await redeemLink(trx, token, 'set-up', testNow);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await redeem(token)).not.toBeNull();
  });

  it('expires', async () => {
    const token = await make(10);
    expect(await redeem(token, 'set-up', secondsLater(600))).toBeNull();
    expect(await redeem(token, 'set-up', secondsLater(599))).not.toBeNull();
  });

  it('tells whose password it is for, and is stored as a hash', async () => {
    const { accountId } = await newPerson(database.db);
    const token = await database.db.transaction().execute((trx) => createLink(trx, { purpose: 'password', accountId }, testNow, 10));
    expect(await redeem(token, 'password')).toEqual({ accountId });
    expect(JSON.stringify(await database.db.selectFrom('oneTimeLinks').selectAll().execute())).not.toContain(token);
  });
});

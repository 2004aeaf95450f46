import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refused, run, stale, type Call, type Refused, type Step, type SystemActor } from '#app/server/command.server.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { databaseError } from '#db/failure.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newPerson, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let ana: TestPerson;
let ben: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  ana = await newPerson(database.db);
  ben = await newPerson(database.db);
});
afterAll(() => database.close());
let call: Call & { actor: Actor };
beforeEach(() => void (call = { ...callAs(database.db, ana.actor), requestId: randomUUID() }));

let places = 0;
const newPlace = () => `Place ${++places}`;
/** A command as features write them: one row, one audit entry. */
const openPlace = (by: Call, name: string, refusals = {}) => run(by, 'openPlace', { name }, async ({ trx, audit }): Promise<{ siteId: number } | Refused> => {
  const { siteId } = await trx.insertInto('sites').values({ name }).returning('siteId').executeTakeFirstOrThrow();
  audit({ on: ana.personId, subject: `place:${siteId}`, before: null, after: { name }, reason: 'test' });
  return { siteId };
}, { refusals });

const placesCalled = async (name: string) => (await database.db.selectFrom('sites').select('siteId').where('name', '=', name).execute()).length;
const audits = () => database.db.selectFrom('auditEvents').selectAll().where('requestId', '=', call.requestId).orderBy('auditEventId').execute();

describe('a command that is done', () => {
  it('leaves exactly one audit row: who, when, what, on whom, before and after, request', async () => {
    const result = await openPlace(call, newPlace());
    expect(result).toMatchObject({ done: true, repeated: false });
    expect(await audits()).toMatchObject([{
      accountId: ana.accountId, origin: 'web', action: 'openPlace', personId: ana.personId, before: null,
      after: { name: `Place ${places}` }, reason: 'test', requestId: call.requestId, at: call.clock.now(),
    }]);
  });

  it('is a bug without an audit entry, or with two, and is rolled back', async () => {
    const name = newPlace();
    const writing = (entries: number) => run(call, 'silent', {}, async ({ trx, audit }) => {
      await trx.insertInto('sites').values({ name }).execute();
      for (let entry = 0; entry < entries; entry++) audit({});
      return null;
    });
    await expect(writing(0)).rejects.toThrow('0 audit entries');
    await expect(writing(2)).rejects.toThrow('2 audit entries');
    expect(await placesCalled(name)).toBe(0);
    expect(await audits()).toEqual([]);
  });

  it('may be the doing of a tool, which the audit trail says', async () => {
    const tool: SystemActor = { accountId: null, personId: null, origin: 'command-line' };
    expect((await openPlace({ ...call, actor: tool, key: randomUUID() }, newPlace())).done).toBe(true);
    expect(await audits()).toMatchObject([{ accountId: null, origin: 'command-line' }]);
  });

  it('tells its work the day and hour of the clock', async () => {
    const seen: Step[] = [];
    await run(call, 'look', {}, (step) => {
      seen.push(step);
      step.audit({});
      return Promise.resolve(null);
    });
    expect(seen[0]).toMatchObject({ today: call.clock.today(), now: call.clock.now(), actor: ana.actor });
  });
});

describe('a command that is refused', () => {
  it('leaves nothing, no row, no audit, no receipt', async () => {
    const name = newPlace();
    const key = randomUUID();
    const refusing = (reason: string | null) => run({ ...call, key }, 'maybe', { name }, async ({ trx, audit }) => {
      await trx.insertInto('sites').values({ name }).execute();
      audit({});
      return reason === null ? 'done' : refused(reason, 'name');
    });
    expect(await refusing('Not today.')).toEqual({ done: false, reason: 'Not today.', field: 'name' });
    expect(await placesCalled(name)).toBe(0);
    expect(await audits()).toEqual([]);
    expect(await refusing(null)).toEqual({ done: true, value: 'done', repeated: false });
  });

  it('carries the present values of a row that changed', async () => {
    const result = await run(call, 'edit', {}, () => Promise.resolve(stale({ name: 'Now' })));
    expect(result).toMatchObject({ done: false, stale: { name: 'Now' } });
  });

  it('is also one whose constraint is named', async () => {
    const name = newPlace();
    const refusals = { sites_name_unique: { reason: 'There is a place of that name.', field: 'name' } };
    await openPlace(call, name);
    expect(await openPlace(call, name, refusals)).toEqual({ done: false, reason: 'There is a place of that name.', field: 'name' });
    await expect(openPlace(call, name)).rejects.toMatchObject({ constraint: 'sites_name_unique' });
    expect(await placesCalled(name)).toBe(1);
    expect(await audits()).toHaveLength(1);
  });

  it.each(['99999999999', 'NaN-ish', '2026-02-30'])('is one whose value no column can hold: %s', async (value) => {
    const type = sql.raw(value.includes('-0') ? 'date' : 'int');
    const result = await run(call, 'impossible', {}, async ({ trx, audit }) => {
      await sql`select cast(${value}::text as ${type})`.execute(trx);
      audit({});
      return null;
    });
    expect(result).toMatchObject({ done: false, reason: expect.stringContaining('not possible') });
  });
});

describe('the same form', () => {
  it('sent twenty times at once acts once, and everybody gets the one answer', async () => {
    const name = newPlace();
    const keyed = { ...call, key: randomUUID() };
    const results = await Promise.all(Array.from({ length: 20 }, () => openPlace(keyed, name)));
    expect(await placesCalled(name)).toBe(1);
    expect(await audits()).toHaveLength(1);
    expect(results.filter((result) => result.done && !result.repeated)).toHaveLength(1);
    expect(results.filter((result) => result.done && result.repeated)).toHaveLength(19);
    expect(new Set(results.map((result) => (result.done ? JSON.stringify(result.value) : result.reason))).size).toBe(1);
  });

  it('corrected and sent again is a new one', async () => {
    const keyed = { ...call, key: randomUUID() };
    const [first, second] = [await openPlace(keyed, newPlace()), await openPlace(keyed, newPlace())];
    expect(first).toMatchObject({ done: true, repeated: false });
    expect(second).toMatchObject({ done: true, repeated: false });
  });

  it('is somebody else’s own form when the account differs', async () => {
    const key = randomUUID();
    const note = (actor: Actor) => run({ ...call, actor, key }, 'note', { text: 'same' }, ({ audit }) => {
      audit({});
      return Promise.resolve(actor.accountId);
    });
    expect(await note(ana.actor)).toMatchObject({ value: ana.accountId, repeated: false });
    expect(await note(ben.actor)).toMatchObject({ value: ben.accountId, repeated: false });
    expect(await note(ana.actor)).toMatchObject({ value: ana.accountId, repeated: true });
  });
});

describe('a conflict with another transaction', () => {
  const failing = (code: string, times: number, extra: { key?: string; atCommit?: true } = {}) => {
    let tries = 0;
    const name = newPlace();
    const result = run({ ...call, key: extra.key }, 'contested', { name }, async ({ trx, audit }) => {
      await trx.insertInto('sites').values({ name }).execute();
      tries += 1;
      if (tries <= times) throw databaseError('conflict', { code, atCommit: extra.atCommit });
      audit({});
      return tries;
    });
    return { name, result, tries: () => tries };
  };

  it.each(['40001', '40P01'])('is tried again as a whole: %s', async (code) => {
    const attempt = failing(code, 3);
    expect(await attempt.result).toMatchObject({ done: true, value: 4 });
    expect(await placesCalled(attempt.name)).toBe(1);
    expect(await audits()).toHaveLength(1);
  });

  it('is given up after three more tries', async () => {
    const attempt = failing('40001', 4);
    await expect(attempt.result).rejects.toMatchObject({ code: '40001' });
    expect(attempt.tries()).toBe(4);
    expect(await placesCalled(attempt.name)).toBe(0);
  });

  it('is the only thing that is tried again', async () => {
    const attempt = failing('23503', 1);
    await expect(attempt.result).rejects.toMatchObject({ code: '23503' });
    expect(attempt.tries()).toBe(1);
  });

  it('includes a lost COMMIT only when a key can tell whether it took hold', async () => {
    const blind = failing('connection_lost', 1, { atCommit: true });
    await expect(blind.result).rejects.toMatchObject({ code: 'connection_lost' });
    expect(blind.tries()).toBe(1);
    const keyed = failing('connection_lost', 1, { atCommit: true, key: randomUUID() });
    expect(await keyed.result).toMatchObject({ done: true, value: 2 });
  });
});

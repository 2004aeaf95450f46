import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgeTalk, recordTalk } from '#app/features/clock/commands/talk.server.ts';
import { stateWish } from '#app/features/clock/commands/wish.server.ts';
import type { RecordTalkInput } from '#app/features/clock/input.server.ts';
import { getConversation } from '#app/features/clock/queries/conversation.server.ts';
import { getTalk, getTalkForm } from '#app/features/clock/queries/talk.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, nameDeputy, newOrganisation, newPerson, testDay } from '#test/support/people.ts';

let database: TestDatabase;
let manager: Awaited<ReturnType<typeof newPerson>>;
let deputy: typeof manager;
let stranger: typeof manager;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  manager = await newPerson(database.db, { roleId: 'help-desk-manager', access: ['staff', 'manager'] });
  deputy = await newPerson(database.db, { roleId: 'service-desk-team-lead' });
  stranger = await newPerson(database.db, { roleId: 'help-desk-manager', access: ['staff', 'manager'] });
  await nameDeputy(database.db, manager.personId, deputy.personId);
});
afterAll(() => database.close());

/** A technician whose two years were up in November 2026. */
const technician = () => newPerson(database.db, { managerId: manager.personId, roleId: 'help-desk-technician', startedOn: '2024-11-01' });

const talkWith = (person: number, given: Partial<RecordTalkInput> = {}): RecordTalkInput => ({
  person, after: 0, heldOn: testDay, wish: 'stay', note: 'We talked about next year.', outcome: 'stay', ...given,
});
const record = (by: typeof manager, input: RecordTalkInput, key?: string) => recordTalk(callAs(database.db, by.actor, testDay, key), input);
const say = (person: typeof manager, wish: 'move' | 'stay' | 'unsure') => stateWish(callAs(database.db, person.actor), person.personId, { intent: 'state', wish });
const clockOf = async (person: typeof manager) => (await getConversation(database.readDb, person.actor, testDay, person.personId)).clock;
const auditRows = (personId: number) => database.db.selectFrom('auditEvents').select(['action', 'accountId']).where('personId', '=', personId).orderBy('auditEventId').execute();

describe('a talk', () => {
  it('settles a stay that the person chose, for a year, with one audit row', async () => {
    const person = await technician();
    expect((await clockOf(person))?.status).toBe('due');
    await say(person, 'stay');
    const result = await record(manager, talkWith(person.personId));
    expect(result).toMatchObject({ done: true, value: { nextCheckOn: '2027-11-22' } });
    expect(await clockOf(person)).toMatchObject({ status: 'ahead', dueOn: '2027-11-22' });
    expect((await auditRows(person.personId)).map(({ action }) => action)).toEqual(['clock.state-wish', 'clock.record-talk']);
  });

  it('refuses a stay that the person did not choose, and writes nothing', async () => {
    const person = await technician();
    await say(person, 'move');
    expect(await record(manager, talkWith(person.personId))).toMatchObject({ done: false, field: 'outcome' });
    expect(await database.db.selectFrom('talks').select('talkId').where('personId', '=', person.personId).execute()).toEqual([]);
    expect((await clockOf(person))?.status).toBe('due');
  });

  it('refuses putting off without a reason or date, past six months, or a third time in a row', async () => {
    const person = await technician();
    const putOff = (given: Partial<RecordTalkInput>) => record(manager, talkWith(person.personId, { outcome: 'defer', wish: 'unsure', reason: 'Site move', nextCheckOn: '2027-01-15', ...given }));
    expect(await putOff({ reason: '' })).toMatchObject({ done: false, field: 'reason' });
    expect(await putOff({ nextCheckOn: undefined })).toMatchObject({ done: false, field: 'nextCheckOn' });
    expect(await putOff({ nextCheckOn: '2027-05-23' })).toMatchObject({ done: false, field: 'nextCheckOn' });
    expect(await putOff({ nextCheckOn: testDay })).toMatchObject({ done: false, field: 'nextCheckOn' });
    expect(await putOff({})).toMatchObject({ done: true });
    const after = async () => (await getTalkForm(database.readDb, manager.actor, testDay, person.personId)).after;
    expect(await putOff({ after: await after() })).toMatchObject({ done: true });
    expect(await putOff({ after: await after() })).toMatchObject({ done: false, field: 'outcome' });
  });

  it('refuses a day to come, and a talk held before the last outcome', async () => {
    const person = await technician();
    expect(await record(manager, talkWith(person.personId, { heldOn: '2026-11-23' }))).toMatchObject({ done: false, field: 'heldOn' });
    await say(person, 'stay');
    await record(manager, talkWith(person.personId));
    const { after } = await getTalkForm(database.readDb, manager.actor, testDay, person.personId);
    expect(await record(manager, talkWith(person.personId, { after, heldOn: '2026-11-20' }))).toMatchObject({ done: false, field: 'heldOn' });
  });

  it('may end without an outcome, and then settles nothing', async () => {
    const person = await technician();
    expect(await record(manager, talkWith(person.personId, { outcome: 'none', wish: 'unsaid' }))).toMatchObject({ done: true, value: { nextCheckOn: null } });
    expect((await clockOf(person))?.status).toBe('due');
  });

  it('is for the line alone: a deputy records it, a colleague and another manager do not find the person', async () => {
    const person = await technician();
    await say(person, 'stay');
    await expect(record(stranger, talkWith(person.personId))).rejects.toMatchObject({ status: 404 });
    await expect(record(person, talkWith(person.personId))).rejects.toMatchObject({ status: 403 });
    await expect(getTalkForm(database.readDb, stranger.actor, testDay, person.personId)).rejects.toMatchObject({ status: 404 });
    const result = await record(deputy, talkWith(person.personId));
    if (!result.done) throw new Error(result.reason);
    await expect(getTalk(database.readDb, stranger.actor, testDay, result.value.talkId)).rejects.toMatchObject({ status: 404 });
    expect(await getTalk(database.readDb, person.actor, testDay, result.value.talkId)).toMatchObject({ mine: true, outcome: 'stay' });
  });

  it('sent twenty times at once is recorded once', async () => {
    const person = await technician();
    await say(person, 'stay');
    const sent = await Promise.all(Array.from({ length: 20 }, () => record(manager, talkWith(person.personId), 'the-same-form-sent-twenty-times')));
    expect(sent.every(({ done }) => done)).toBe(true);
    expect(await database.db.selectFrom('settlements').select('settlementId').where('personId', '=', person.personId).execute()).toHaveLength(1);
  });

  it('of manager and deputy at once exactly one settles; the other is told', async () => {
    for (let race = 0; race < 100; race++) {
      const person = await technician();
      await say(person, 'stay');
      const both = await Promise.all([record(manager, talkWith(person.personId)), record(deputy, talkWith(person.personId))]);
      expect(both.filter(({ done }) => done)).toHaveLength(1);
      expect(both.find(({ done }) => !done)).toMatchObject({ done: false, stale: { outcome: 'stay' } });
    }
    const doubled = await database.db.selectFrom('settlements').select('personId').where('previousId', 'is', null).groupBy('personId').having((eb) => eb(eb.fn.countAll(), '>', 1)).execute();
    expect(doubled).toEqual([]);
  });

  it('is acknowledged once, by the person alone, with a comment that stays as typed', async () => {
    const person = await technician();
    const result = await record(manager, talkWith(person.personId, { outcome: 'none' }));
    if (!result.done) throw new Error(result.reason);
    const { talkId } = result.value;
    const read = (by: typeof manager) => acknowledgeTalk(callAs(database.db, by.actor), talkId, { version: 1, comment: 'I see it <b>otherwise</b>.' });
    await expect(read(manager)).rejects.toMatchObject({ status: 404 });
    expect(await read(person)).toMatchObject({ done: true });
    expect(await read(person)).toMatchObject({ done: false });
    expect(await getTalk(database.readDb, manager.actor, testDay, talkId)).toMatchObject({ comment: 'I see it <b>otherwise</b>.', mine: false });
  });
});

describe('a wish', () => {
  it('to move ends a stay that was settled: the conversation is due at once', async () => {
    const person = await technician();
    await say(person, 'stay');
    await record(manager, talkWith(person.personId));
    expect(await say(person, 'move')).toMatchObject({ done: true, value: { asked: true } });
    expect(await clockOf(person)).toMatchObject({ status: 'due', dueOn: testDay });
  });

  it('is taken back on any day, once', async () => {
    const person = await technician();
    const takeBack = () => stateWish(callAs(database.db, person.actor), person.personId, { intent: 'withdraw' });
    expect(await takeBack()).toMatchObject({ done: false });
    await say(person, 'stay');
    await record(manager, talkWith(person.personId));
    expect(await takeBack()).toMatchObject({ done: true, value: { asked: true } });
    expect((await getConversation(database.readDb, person.actor, testDay, person.personId)).wish).toBeNull();
  });

  it('is the person’s alone to state, and kept from colleagues', async () => {
    const person = await technician();
    await expect(stateWish(callAs(database.db, manager.actor), person.personId, { intent: 'state', wish: 'stay' })).rejects.toMatchObject({ status: 403 });
    await expect(getConversation(database.readDb, stranger.actor, testDay, person.personId)).rejects.toMatchObject({ status: 404 });
    expect(await getConversation(database.readDb, manager.actor, testDay, person.personId)).toMatchObject({ mine: false });
  });

  it('keeps every version, and refuses a role that is not there', async () => {
    const person = await technician();
    await say(person, 'unsure');
    await say(person, 'move');
    const kept = await database.db.selectFrom('wishes').select(['wish', 'withdrawnAt']).where('personId', '=', person.personId).orderBy('wishId').execute();
    expect(kept.map(({ wish, withdrawnAt }) => [wish, withdrawnAt === null])).toEqual([['unsure', false], ['move', true]]);
    expect(await stateWish(callAs(database.db, person.actor), person.personId, { intent: 'state', wish: 'move', role: 'no-such-role' })).toMatchObject({ done: false, field: 'role' });
  });
});

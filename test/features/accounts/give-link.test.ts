import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveLink, type GiveLinkInput, type GivenLink } from '#app/features/accounts/commands/give-link.server.ts';
import type { SystemActor } from '#app/server/command.server.ts';
import { findLink } from '#app/server/one-time-link.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, testDay } from '#test/support/people.ts';

let database: TestDatabase;
const operator: SystemActor = { accountId: null, personId: null, origin: 'command-line' };

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  await database.db.insertInto('people').values([
    { number: '1001', name: 'Known Person', email: 'known@demo.example' }, { number: '1002', name: 'Without Address' },
    { number: '1003', name: 'Erased', erasedAt: new Date('2026-01-01') },
  ]).execute();
});

afterAll(() => database.close());

const give = (input: GiveLinkInput) => giveLink(callAs(database.db, operator), input);

async function given(input: GiveLinkInput): Promise<GivenLink> {
  const result = await give(input);
  if (!result.done) throw new Error(result.reason);
  return result.value;
}

const accountOf = (signInName: string) => database.db.selectFrom('accounts').leftJoin('people', 'people.personId', 'accounts.personId')
  .select(['displayName', 'access', 'number', 'disabledAt', 'passwordHash']).where('signInName', '=', signInName).executeTakeFirst();

const isGood = async (token: string, at = `${testDay}T18:00:00Z`) => (await findLink(database.readDb, token, 'password', new Date(at))) !== null;

test('makes an account for a person; asked again, the older link is void and access is as asked for', async () => {
  const first = await given({ number: '1001', access: ['manager', 'recruiter'] });
  expect(first).toMatchObject({ signInName: 'known@demo.example', access: ['staff', 'manager', 'recruiter'], made: true });
  expect(await accountOf('known@demo.example')).toEqual({ displayName: 'Known Person', access: ['staff', 'manager', 'recruiter'], number: '1001', disabledAt: null, passwordHash: null });
  expect([await isGood(first.token), await isGood(first.token, '2026-11-23T12:00:01Z')]).toEqual([true, false]);
  const second = await given({ signInName: 'KNOWN@demo.example', access: ['admin'] });
  expect(second).toMatchObject({ access: ['staff', 'admin'], made: false });
  expect([await isGood(first.token), await isGood(second.token)]).toEqual([false, true]);
  expect((await given({ number: '1001' })).access).toEqual(['staff', 'admin']);
  const events = await database.db.selectFrom('auditEvents').select(['origin', 'personId', 'subject', 'before', 'after']).where('action', '=', 'giveLink').orderBy('auditEventId').execute();
  expect(events).toMatchObject([
    { origin: 'command-line', before: null, after: { access: ['staff', 'manager', 'recruiter'] } },
    { before: { access: ['staff', 'manager', 'recruiter'] }, after: { access: ['staff', 'admin'] } },
    { before: { access: ['staff', 'admin'] }, after: { access: ['staff', 'admin'] } },
  ]);
  expect(new Set(events.map(({ personId }) => personId)).size).toBe(1);
  expect(JSON.stringify(events)).not.toContain(second.token);
});

test('without an address the number is the sign-in name, unless another one is given', async () => {
  expect((await given({ number: '1002' })).signInName).toBe('1002');
  expect(await accountOf('1002')).toMatchObject({ access: ['staff'], number: '1002' });
});

test('lets an administrator in who belongs to no person; a disabled account only when told to', async () => {
  expect(await given({ signInName: 'caretaker', access: ['admin'] })).toMatchObject({ made: true, access: ['staff', 'admin'] });
  await database.db.updateTable('accounts').set({ disabledAt: new Date() }).where('signInName', '=', 'caretaker').execute();
  expect(await give({ signInName: 'caretaker' })).toMatchObject({ done: false, reason: expect.stringContaining('disabled') });
  expect(await given({ signInName: 'caretaker', enable: true })).toMatchObject({ made: false, access: ['staff', 'admin'] });
  expect(await accountOf('caretaker')).toMatchObject({ disabledAt: null, number: null });
});

test.each<[GiveLinkInput, string]>([
  [{ number: '77' }, 'Nobody has the number 77.'], [{ number: '1003' }, 'Nobody has the number 1003.'], [{ signInName: 'stranger' }, 'Nobody has the sign-in name stranger.'],
])('refuses %j', async (input, reason) => {
  const before = await database.db.selectFrom('accounts').select('accountId').execute();
  expect(await give(input)).toMatchObject({ done: false, reason: expect.stringContaining(reason) });
  expect(await database.db.selectFrom('accounts').select('accountId').execute()).toHaveLength(before.length);
});

test('refuses a sign-in name that somebody else has', async () => {
  await database.db.insertInto('people').values({ number: '1004', name: 'Late Person' }).execute();
  expect(await give({ number: '1004', signInName: 'CareTaker' })).toMatchObject({ done: false, reason: expect.stringContaining('Another account has this sign-in name.') });
});

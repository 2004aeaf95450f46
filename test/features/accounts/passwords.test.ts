import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePassword, choosePassword } from '#app/features/accounts/commands/passwords.server.ts';
import { signIn } from '#app/features/accounts/commands/sign-in.server.ts';
import { findPasswordLink } from '#app/features/accounts/queries/sign-in.server.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { SystemActor } from '#app/server/command.server.ts';
import { commonPasswords } from '#app/server/common-passwords.ts';
import { disable, givePassword, goodPassword, passwordLink, setUpLink } from '#test/support/accounts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { actorFor, callAs, newOrganisation, newPerson, type TestPerson } from '#test/support/people.ts';
import { cookiePair, loadContext, routeArgs, sessionCookie, signedInWith, testNow } from '#test/support/request.ts';

const system: SystemActor = { accountId: null, personId: null, origin: 'system' };
const better = 'nine green boats at anchor';

let database: TestDatabase;
let person: TestPerson & { name: string; password: string };
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db, { name: 'Northwind Support' });
});
afterAll(() => database.close());
beforeEach(async () => {
  const made = await newPerson(database.db, { name: 'Ana Moreau' });
  person = { ...made, ...(await givePassword(database.db, made)) };
});

let addresses = 0;
const newAddress = () => `192.0.2.${addresses += 1}`;

/** Signs in and answers the cookie, or null when refused. */
async function signedIn(name: string, password: string): Promise<string | null> {
  const result = await signIn(await routeArgs({ db: database.db, address: newAddress() }), { name, password });
  return result.done ? cookiePair(result.value) : null;
}

async function change(currentPassword: string, password: string, options: { actor?: Actor; key?: string; address?: string } = {}) {
  const actor = options.actor ?? await actorFor(database.db, person);
  return changePassword(callAs(database.db, actor, testNow, options.key), options.address ?? newAddress(), { intent: 'change-password', currentPassword, password });
}

function choose(token: string, password = better, at: Date = testNow) {
  return choosePassword(callAs(database.db, system, at), { token, password });
}

async function audited(action: string) {
  return database.db.selectFrom('auditEvents').select(['accountId', 'personId', 'subject', 'after', 'origin'])
    .where('action', '=', action).where('subject', '=', `account:${person.accountId}`).execute();
}

describe('changing the own password', () => {
  test('V6.2.2 works for every kind of account, and only the new one signs in', async () => {
    for (const access of [['staff'], ['staff', 'manager'], ['staff', 'recruiter'], ['staff', 'admin']] as const) {
      const made = await newPerson(database.db, { access: [...access] });
      const { name, password } = await givePassword(database.db, made);
      const result = await change(password, better, { actor: made.actor });
      expect(result).toMatchObject({ done: true });
      expect(await signedIn(name, password)).toBeNull();
      expect(await signedIn(name, better)).not.toBeNull();
    }
  });

  test('is audited once, without any trace of the passwords', async () => {
    await change(person.password, better);
    const rows = await audited('changePassword');
    expect(rows).toEqual([{ accountId: person.accountId, personId: person.personId, subject: `account:${person.accountId}`, after: { password: 'changed', endedSessions: 0 }, origin: 'web' }]);
  });

  test('V6.2.3 a wrong current password is refused beside its field, and guessing it is slowed down', async () => {
    const address = newAddress();
    expect(await change('not my password', better, { address })).toEqual({ done: false, reason: 'This is not your current password.', field: 'currentPassword' });
    for (let guess = 0; guess < 6; guess += 1) await change(`guess ${guess}`, better, { address });
    expect(await change(person.password, better, { address })).toMatchObject({ done: false, field: 'currentPassword', reason: expect.stringContaining('Please wait') as string });
    expect(await signedIn(person.name, person.password), 'nothing has changed').not.toBeNull();
    expect(await audited('changePassword')).toEqual([]);
  });

  test('V7.4.3 the other sessions end, this one stays', async () => {
    const context = loadContext({ db: database.db });
    const [here, there] = [await sessionCookie(person.accountId, context), await sessionCookie(person.accountId, context)];
    const [mine] = await database.db.selectFrom('sessions').select('sessionId').where('accountId', '=', person.accountId).orderBy('sessionId').execute();
    const actor = { ...person.actor, sessionId: mine!.sessionId };
    expect(await change(person.password, better, { actor })).toMatchObject({ done: true, value: 1 });
    expect(await signedInWith(here, { db: database.db })).toBe(true);
    expect(await signedInWith(there, { db: database.db })).toBe(false);
  });

  test('the same form sent twice is told both times that it is done', async () => {
    const key = 'form-key-0123456789';
    expect(await change(person.password, better, { key })).toMatchObject({ done: true, repeated: false });
    expect(await change(person.password, better, { key })).toMatchObject({ done: true, repeated: true });
    expect(await change(better, goodPassword, { key }), 'other words under the same key are another wish').toMatchObject({ done: true, repeated: false });
    expect(await audited('changePassword')).toHaveLength(2);
  });

  test('of two changes at once one is done', async () => {
    const results = await Promise.all([change(person.password, better), change(person.password, 'ten brown horses in a field')]);
    expect(results.filter((result) => result.done)).toHaveLength(1);
    expect(await audited('changePassword')).toHaveLength(1);
  });

  test('an account without a password is told so', async () => {
    const made = await newPerson(database.db);
    expect(await change('anything at all', better, { actor: made.actor })).toEqual({ done: false, reason: 'This account signs in without a password.', field: undefined });
  });
});

describe('what a new password has to be', () => {
  const faultOf = async (password: string) => {
    const result = await change(person.password, password);
    return result.done ? null : { reason: result.reason, field: result.field };
  };

  test('V6.2.1 seven characters are too few, eight are enough', async () => {
    expect(await faultOf('kx7vq2p')).toEqual({ reason: expect.stringContaining('at least 8 characters') as string, field: 'password' });
    expect(await faultOf('kx7vq2pz')).toBeNull();
  });

  test('V6.2.4 twenty of the common ones are refused', async () => {
    for (const common of [...commonPasswords].filter((_, index) => index % 150 === 0).slice(0, 20)) {
      expect(await faultOf(common), common).toMatchObject({ field: 'password' });
    }
  });

  test('V6.2.5 words with blanks need no digit, capital or sign', async () => {
    expect(await faultOf('lamp river stone')).toBeNull();
  });

  test('V6.2.8 V6.2.9 it is taken as typed: blanks at the end, other scripts, hundreds of characters', async () => {
    for (const password of ['blank at the end ', ' blank at the start', 'пароль из четырёх слов', '🦊🦊🐢 fuchs und schildkröte', 'long '.repeat(40) + 'x', 'y'.repeat(3) + 'long '.repeat(40)]) {
      const made = await newPerson(database.db);
      const { name } = await givePassword(database.db, made);
      expect((await change(goodPassword, password, { actor: made.actor })).done, password).toBe(true);
      expect(await signedIn(name, password)).not.toBeNull();
      expect(await signedIn(name, password.trim().slice(0, 72)) === null || password.trim().slice(0, 72) === password).toBe(true);
    }
  });

  test('V6.2.11 the organisation, the name and the sign-in name are refused', async () => {
    for (const password of ['northwind1!', 'Northwind Support', 'AnaMoreau2026', `${person.name}!!`, 'deskpath123']) {
      expect(await faultOf(password), password).toMatchObject({ field: 'password' });
    }
  });
});

describe('choosing a password with a link', () => {
  test('V6.4.1 V6.5.1 works once: the second time and any invented link are refused', async () => {
    const token = await passwordLink(database.db, person);
    expect(await findPasswordLink(database.readDb, token, testNow)).toEqual({ token, name: 'Ana Moreau', signInName: person.name });
    expect(await choose(token)).toMatchObject({ done: true });
    expect(await signedIn(person.name, better)).not.toBeNull();
    expect(await findPasswordLink(database.readDb, token, testNow)).toBeNull();
    for (const spent of [token, 'invented', '']) {
      expect(await choose(spent, 'eleven red kites')).toMatchObject({ done: false, reason: expect.stringContaining('has been used already or is too old') as string });
    }
    expect(await signedIn(person.name, better)).not.toBeNull();
    expect(await audited('choosePassword')).toEqual([{
      accountId: null, personId: person.personId, subject: `account:${person.accountId}`, after: { password: 'chosen with a link', endedSessions: 0 }, origin: 'system',
    }]);
  });

  test('V6.5.1 of twenty at once one gets through', async () => {
    const token = await passwordLink(database.db, person);
    const results = await Promise.all(Array.from({ length: 20 }, (_, at) => choose(token, `${better} number ${at}`)));
    expect(results.filter((result) => result.done)).toHaveLength(1);
    expect(await audited('choosePassword')).toHaveLength(1);
  });

  test('V6.5.5 a link that is too old opens nothing', async () => {
    const token = await passwordLink(database.db, person, { minutes: 10 });
    const late = new Date(testNow.getTime() + 10 * 60_000);
    expect(await findPasswordLink(database.readDb, token, late)).toBeNull();
    expect(await choose(token, better, late)).toMatchObject({ done: false });
  });

  test('a password that is too easy leaves the link as it was', async () => {
    const token = await passwordLink(database.db, person);
    expect(await choose(token, 'password')).toMatchObject({ done: false, field: 'password' });
    expect(await choose(token)).toMatchObject({ done: true });
  });

  test('V6.3.4 a disabled account is not entered this way either', async () => {
    const token = await passwordLink(database.db, person);
    await disable(database.db, person);
    expect(await findPasswordLink(database.readDb, token, testNow)).toBeNull();
    expect(await choose(token)).toMatchObject({ done: false });
  });

  test('V7.4.3 every session of the account ends', async () => {
    const cookie = await sessionCookie(person.accountId, loadContext({ db: database.db }));
    await choose(await passwordLink(database.db, person));
    expect(await signedInWith(cookie, { db: database.db })).toBe(false);
  });

  test('a set-up link chooses no password', async () => {
    expect(await choose(await setUpLink(database.db))).toMatchObject({ done: false });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findActor, requireActor } from '#app/server/actor.server.ts';
import { beginSession, endSession, endSessions, farewellHeaders } from '#app/server/session.server.ts';
import { tokenHash } from '#app/server/session-token.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { nameDeputy, newOrganisation, newPerson, type TestPerson } from '#test/support/people.ts';
import { answer, cookiePair, routeArgs, signedInWith, testNow } from '#test/support/request.ts';

let database: TestDatabase;
let ana: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
});
afterAll(() => database.close());
beforeEach(async () => void (ana = await newPerson(database.db)));

const minutesLater = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
async function signIn(options: { now?: Date; cookie?: string; origin?: string } = {}): Promise<{ cookie: string; setCookie: string }> {
  const args = await routeArgs({ db: database.db, ...options });
  const setCookie = await database.db.transaction().execute((trx) => beginSession(trx, args, ana.accountId));
  return { cookie: cookiePair(setCookie), setCookie };
}
const stillIn = (cookie: string, now = testNow) => signedInWith(cookie, { db: database.db, now });
const statementsOf = async (cookie: string, now: Date) => {
  const before = await database.db.selectFrom('sessions').select('seenAt').where('accountId', '=', ana.accountId).execute();
  await stillIn(cookie, now);
  const after = await database.db.selectFrom('sessions').select('seenAt').where('accountId', '=', ana.accountId).execute();
  return [before[0]?.seenAt, after[0]?.seenAt];
};

describe('the session’s cookie', () => {
  it('is HttpOnly, Lax and for the whole host; bound to https where people come by https', async () => {
    expect((await signIn()).setCookie).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await signIn({ origin: 'https://deskpath.example' })).setCookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  it('holds a token of which only the hash is stored', async () => {
    const { cookie } = await signIn();
    const token = cookie.split('=')[1] ?? '';
    const [row] = await database.db.selectFrom('sessions').selectAll().where('accountId', '=', ana.accountId).execute();
    expect(row?.tokenHash.equals(tokenHash(token))).toBe(true);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it.each(['session=', 'session=x', `session=${'A'.repeat(43)}`, 'session=%00', 'other=1', `__Host-session=${'A'.repeat(43)}`])('signs nobody in as %s', async (cookie) => {
    expect(await stillIn(cookie)).toBe(false);
  });

  it('does not work with one character changed', async () => {
    const { cookie } = await signIn();
    const last = cookie.at(-1) === 'A' ? 'B' : 'A';
    expect(await stillIn(cookie)).toBe(true);
    expect(await stillIn(cookie.slice(0, -2) + last + cookie.at(-1))).toBe(false);
  });

  it('is a new one at each sign-in, and the one from before is dead', async () => {
    const planted = `session=${'B'.repeat(43)}`;
    const first = await signIn({ cookie: planted });
    expect(first.cookie).not.toBe(planted);
    expect(await stillIn(planted)).toBe(false);
    const second = await signIn({ cookie: first.cookie });
    expect(second.cookie).not.toBe(first.cookie);
    expect(await stillIn(first.cookie)).toBe(false);
    expect(await stillIn(second.cookie)).toBe(true);
  });
});

describe('a session ends', () => {
  it('after half an hour without a request', async () => {
    const { cookie } = await signIn();
    expect(await stillIn(cookie, minutesLater(29))).toBe(true);
    expect(await stillIn(cookie, minutesLater(58))).toBe(true);
    expect(await stillIn(cookie, minutesLater(58 + 30))).toBe(false);
  });

  it('twelve hours after sign-in, however busy', async () => {
    const { cookie } = await signIn();
    for (let minutes = 20; minutes < 720; minutes += 20) expect(await stillIn(cookie, minutesLater(minutes))).toBe(true);
    expect(await stillIn(cookie, minutesLater(720))).toBe(false);
  });

  it('as the organisation’s policy says', async () => {
    const { cookie } = await signIn();
    const policy = (value: object) => database.db.updateTable('organisation').set({ policy: JSON.stringify(value) }).execute();
    await policy({ sessionIdleMinutes: 5 });
    expect(await stillIn(cookie, minutesLater(5))).toBe(false);
    await policy({ sessionAbsoluteMinutes: 3 });
    expect(await stillIn(cookie, minutesLater(3))).toBe(false);
    await policy({ sessionIdleMinutes: -1, sessionAbsoluteMinutes: 'for ever' });
    expect(await stillIn(cookie, minutesLater(29))).toBe(true);
    await policy({});
  });

  it('at logout: the old cookie is worth nothing afterwards', async () => {
    const { cookie } = await signIn();
    const args = await routeArgs({ db: database.db, cookie });
    const actor = await requireActor(args);
    expect(await database.db.transaction().execute((trx) => endSession(trx, actor.accountId, actor.sessionId, testNow))).toBe(true);
    expect(await stillIn(cookie)).toBe(false);
    expect(await database.db.transaction().execute((trx) => endSession(trx, actor.accountId, actor.sessionId, testNow))).toBe(false);
    const headers = farewellHeaders(args.context);
    expect(headers.get('Clear-Site-Data')).toBe('"cache", "cookies", "storage"');
    expect(headers.get('Set-Cookie')).toMatch(/^session=; .*Max-Age=0$/);
  });

  it('not at the word of somebody else', async () => {
    const { cookie } = await signIn();
    const { sessionId } = await requireActor(await routeArgs({ db: database.db, cookie }));
    const other = await newPerson(database.db);
    expect(await database.db.transaction().execute((trx) => endSession(trx, other.accountId, sessionId, testNow))).toBe(false);
    expect(await stillIn(cookie)).toBe(true);
  });

  it('with all others of the account at a new password', async () => {
    const [here, there, elsewhere] = [await signIn(), await signIn(), await signIn()];
    const { sessionId } = await requireActor(await routeArgs({ db: database.db, cookie: here.cookie }));
    expect(await database.db.transaction().execute((trx) => endSessions(trx, ana.accountId, testNow, sessionId))).toBe(2);
    expect([await stillIn(here.cookie), await stillIn(there.cookie), await stillIn(elsewhere.cookie)]).toEqual([true, false, false]);
  });

  it('when the account is disabled, at once', async () => {
    const { cookie } = await signIn();
    await database.db.updateTable('accounts').set({ disabledAt: testNow }).where('accountId', '=', ana.accountId).execute();
    expect(await stillIn(cookie)).toBe(false);
  });
});

describe('the actor', () => {
  const actorOf = async (cookie: string, now = testNow) => findActor(await routeArgs({ db: database.db, cookie, now }));

  it('has the rights of this very moment', async () => {
    const { cookie } = await signIn();
    expect(await actorOf(cookie)).toMatchObject({ access: ['staff'], leads: false, name: ana.name, personId: ana.personId });
    await database.db.updateTable('accounts').set({ access: ['staff', 'recruiter'] }).where('accountId', '=', ana.accountId).execute();
    expect(await actorOf(cookie)).toMatchObject({ access: ['staff', 'recruiter'] });
  });

  it('leads with people below, and as deputy of somebody who has, on the days it lasts', async () => {
    const { cookie } = await signIn();
    const manager = await newPerson(database.db);
    await newPerson(database.db, { managerId: manager.personId });
    expect(await actorOf(cookie)).toMatchObject({ leads: false });
    await nameDeputy(database.db, manager.personId, ana.personId, { startedOn: '2026-11-22', endedOn: '2026-11-22' });
    expect(await actorOf(cookie)).toMatchObject({ leads: true });
    const tomorrow = await signIn({ now: minutesLater(24 * 60) });
    expect(await actorOf(tomorrow.cookie, minutesLater(24 * 60))).toMatchObject({ leads: false });
  });

  it('is asked for once a request and written down once a minute', async () => {
    const { cookie } = await signIn();
    const args = await routeArgs({ db: database.db, cookie });
    expect(findActor(args)).toBe(findActor(args));
    await findActor(args);
    expect(args.context.outcome.accountId).toBe(ana.accountId);
    const [before, stays] = await statementsOf(cookie, new Date(testNow.getTime() + 59_000));
    expect(stays).toEqual(before);
    const [, moved] = await statementsOf(cookie, minutesLater(1));
    expect(moved).toEqual(minutesLater(1));
  });

  it('is sent to sign in and back, when a page was asked for', async () => {
    const asked = await answer(requireActor, await routeArgs({ db: database.db, url: '/people/3?tab=skills' }));
    expect([asked.status, asked.location]).toEqual([302, '/login?redirectTo=%2Fpeople%2F3%3Ftab%3Dskills']);
    expect((await answer(requireActor, await routeArgs({ db: database.db, url: '/' }))).location).toBe('/login');
    expect((await answer(requireActor, await routeArgs({ db: database.db, form: { a: '1' } }))).status).toBe(401);
  });

  it('needs one of the rights asked for', async () => {
    const { cookie } = await signIn();
    const args = await routeArgs({ db: database.db, cookie });
    const status = (...needs: Parameters<typeof requireActor> extends [unknown, ...infer N] ? N : never) => answer(() => requireActor(args, ...needs), args).then((outcome) => outcome.status);
    expect(await status()).toBe(200);
    expect(await status('staff', 'admin')).toBe(200);
    expect(await status('admin')).toBe(403);
    expect(await status('leads', 'recruiter')).toBe(403);
  });
});

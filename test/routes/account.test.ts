import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { action, loader } from '#app/routes/account/route.tsx';
import { action as choose, loader as link } from '#app/routes/password/route.tsx';
import { disable, givePassword, goodPassword, passwordLink } from '#test/support/accounts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newOrganisation, newPerson, reportTo, type TestPerson } from '#test/support/people.ts';
import { answer, loadContext, routeArgs, sessionCookie, signedInWith, testNow, type RequestOptions } from '#test/support/request.ts';

let database: TestDatabase;
let person: TestPerson & { name: string; password: string };
let cookie: string;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db, { timeZone: 'Europe/Lisbon' });
});
afterAll(() => database.close());
beforeEach(async () => {
  const made = await newPerson(database.db);
  person = { ...made, ...(await givePassword(database.db, made)) };
  cookie = await newSession();
});

const minutesLater = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);
const newSession = (now = testNow) => sessionCookie(person.accountId, loadContext({ db: database.db, now }));
const args = (options: Partial<RequestOptions> = {}) => routeArgs({ db: database.db, url: '/account', cookie, ...options });
const page = async (options?: Partial<RequestOptions>) => answer(loader, await args(options));
const send = async (form: Record<string, string | number>, options?: Partial<RequestOptions>) => answer(action, await args({ ...options, form }));

describe('the account page', () => {
  test('tells what the account is and may do, and nothing else', async () => {
    const report = await newPerson(database.db);
    await reportTo(database.db, report.personId, person.personId);
    const { data } = await page();
    expect(data).toEqual({
      name: expect.any(String) as string, signInName: person.name, hasPassword: true, may: ['staff', 'leads'],
      sessions: [{ sessionId: expect.any(Number) as number, browser: 'A browser we do not know', startedAt: testNow.toISOString(), seenAt: testNow.toISOString(), current: true }],
      limits: { idleMinutes: 30, absoluteMinutes: 720 }, timeZone: 'Europe/Lisbon',
    });
  });

  test('names browsers in words one recognises', async () => {
    const agents = {
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0': 'Firefox on Linux',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0': 'Edge on Windows',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1': 'Safari on iOS',
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36': 'Chrome on Android',
      'curl/8.0 (Macintosh; Mac OS X)': 'A browser on macOS',
    };
    for (const [agent, words] of Object.entries(agents)) {
      await database.db.updateTable('sessions').set({ agent }).where('accountId', '=', person.accountId).execute();
      expect((await page()).data.sessions[0]?.browser).toBe(words);
    }
  });

  test('needs a session', async () => {
    expect((await answer(loader, await routeArgs({ db: database.db, url: '/account' }))).location).toBe('/login?redirectTo=%2Faccount');
    expect((await answer(action, await routeArgs({ db: database.db, url: '/account', form: { intent: 'end-others' } }))).status).toBe(401);
  });
});

describe('sessions', () => {
  test('V7.2.1 a cookie that was tampered with signs nobody in', async () => {
    const token = cookie.split('=')[1] ?? '';
    for (const other of [token.slice(0, -1), `${token}A`, token.toLowerCase(), token.split('').reverse().join(''), '', 'null', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
      expect(await signedInWith(`session=${other}`, { db: database.db }), other).toBe(false);
    }
  });

  test('V7.2.3 only the hash of the token is stored', async () => {
    const token = cookie.split('=')[1] ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await database.db.selectFrom('sessions').selectAll().where('accountId', '=', person.accountId).execute();
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('V7.3.1 ends after 30 minutes without a request, and the page says so', async () => {
    expect(await signedInWith(cookie, { db: database.db, now: minutesLater(29) })).toBe(true);
    expect(await signedInWith(cookie, { db: database.db, now: minutesLater(58) }), 'each request begins the half hour anew').toBe(true);
    expect(await signedInWith(cookie, { db: database.db, now: minutesLater(88) })).toBe(false);
    const elsewhere = await newSession();
    const now = minutesLater(31);
    const here = await newSession(now);
    expect((await page({ cookie: here, now })).data.sessions, 'what has run out is not listed').toHaveLength(2);
    expect(await signedInWith(elsewhere, { db: database.db, now })).toBe(false);
  });

  test('V7.3.2 ends twelve hours after signing in, however busy', async () => {
    for (let minutes = 20; minutes < 720; minutes += 20) expect(await signedInWith(cookie, { db: database.db, now: minutesLater(minutes) })).toBe(true);
    expect(await signedInWith(cookie, { db: database.db, now: minutesLater(720) })).toBe(false);
  });

  test('V7.1.1 the organisation’s own limits hold and are shown', async () => {
    await database.db.updateTable('organisation').set({ policy: JSON.stringify({ sessionIdleMinutes: 10, sessionAbsoluteMinutes: 60 }) }).execute();
    try {
      expect((await page()).data.limits).toEqual({ idleMinutes: 10, absoluteMinutes: 60 });
      expect(await signedInWith(cookie, { db: database.db, now: minutesLater(10) })).toBe(false);
    } finally {
      await database.db.updateTable('organisation').set({ policy: '{}' }).execute();
    }
  });

  test('V7.4.2 disabling the account ends them with the next request', async () => {
    expect((await page()).status).toBe(200);
    await disable(database.db, person);
    expect((await page()).location).toBe('/login?redirectTo=%2Faccount');
  });

  test('V7.5.2 one other session is ended, and no more than that', async () => {
    const [second, third] = [await newSession(), await newSession()];
    const { sessions } = (await page()).data;
    expect(sessions.map(({ current }) => current)).toEqual([false, false, true]);
    const done = await send({ intent: 'end-session', sessionId: sessions[0]?.sessionId ?? 0 });
    expect([done.status, done.location]).toEqual([303, '/account']);
    expect(await signedInWith(third, { db: database.db })).toBe(false);
    expect(await signedInWith(second, { db: database.db })).toBe(true);
    const again = await send({ intent: 'end-session', sessionId: sessions[0]?.sessionId ?? 0 });
    expect(again.faults['']).toEqual(['That session has ended already.']);
    const audit = await database.db.selectFrom('auditEvents').select(['action', 'personId', 'subject']).where('accountId', '=', person.accountId).execute();
    expect(audit).toEqual([{ action: 'endOwnSession', personId: person.personId, subject: `session:${sessions[0]?.sessionId}` }]);
  });

  test('V7.5.2 all others are ended at once, this one stays', async () => {
    const others = [await newSession(), await newSession()];
    expect((await send({ intent: 'end-others' })).location).toBe('/account');
    for (const other of others) expect(await signedInWith(other, { db: database.db })).toBe(false);
    expect(await signedInWith(cookie, { db: database.db })).toBe(true);
  });

  test('V8.2.2 a colleague’s session cannot be ended, and looks like one that is not there', async () => {
    const colleague = await newPerson(database.db);
    const theirs = await sessionCookie(colleague.accountId, loadContext({ db: database.db }));
    const { sessionId } = await database.db.selectFrom('sessions').select('sessionId').where('accountId', '=', colleague.accountId).executeTakeFirstOrThrow();
    const [foreign, none] = [await send({ intent: 'end-session', sessionId }), await send({ intent: 'end-session', sessionId: 2_000_000_000 })];
    expect(foreign.faults).toEqual(none.faults);
    expect(await signedInWith(theirs, { db: database.db })).toBe(true);
  });
});

describe('the password forms', () => {
  test('V6.2.3 a change without the current password is asked for it', async () => {
    const refused = await send({ intent: 'change-password', password: 'nine green boats at anchor' });
    expect(refused.faults).toEqual({ currentPassword: ['Please type your current password.'] });
  });

  test('V7.4.3 a change says what has ended, and keeps this session', async () => {
    const other = await newSession();
    const done = await send({ intent: 'change-password', currentPassword: person.password, password: 'nine green boats at anchor' });
    expect([done.status, done.location]).toEqual([303, '/account']);
    expect(await signedInWith(cookie, { db: database.db })).toBe(true);
    expect(await signedInWith(other, { db: database.db })).toBe(false);
  });

  test('no password that was sent comes back in the page', async () => {
    const refused = await send({ intent: 'change-password', currentPassword: 'a wrong canary', password: 'a new canary' });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.data)).not.toContain('canary');
  });

  test('V6.4.1 the link’s page shows whose it is, and after use no more', async () => {
    const token = await passwordLink(database.db, person);
    const url = `/password?token=${token}`;
    const anybody = { cookie: '', url };
    expect((await answer(link, await args(anybody))).data).toEqual({ link: { token, name: expect.any(String) as string, signInName: person.name } });
    const done = await answer(choose, await args({ ...anybody, form: { token, password: 'nine green boats at anchor' } }));
    expect([done.status, done.location]).toEqual([303, '/login']);
    const dead = await answer(link, await args(anybody));
    expect(dead.status).toBe(404);
    expect(dead.data).toEqual({ link: null });
    expect((await answer(choose, await args({ ...anybody, form: { token, password: goodPassword } }))).status).toBe(400);
    expect((await answer(link, await args({ cookie: '', url: '/password' }))).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loader as home } from '#app/routes/home/route.tsx';
import { loader as login } from '#app/routes/login/route.tsx';
import { action, loader } from '#app/routes/setup/route.tsx';
import { findActor } from '#app/server/actor.server.ts';
import { goodPassword, setUpLink } from '#test/support/accounts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { answer, cookiePair, routeArgs, testNow, type RequestOptions } from '#test/support/request.ts';

/** The tests of this file go through the life of one installation, from empty to set up. */
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const args = (options: Partial<RequestOptions> = {}) => routeArgs({ db: database.db, url: '/setup', ...options });
const page = async (options?: Partial<RequestOptions>) => answer(loader, await args(options));
const send = async (form: Record<string, string>, options?: Partial<RequestOptions>) => answer(action, await args({ ...options, form }));
const organisations = () => database.db.selectFrom('organisation').select(['name', 'timeZone', 'mode']).execute();

const begin = { intent: 'begin', organisation: 'Harbour IT', timeZone: 'Europe/Lisbon', name: 'Inês Duarte', signInName: 'ines@harbour.example', password: goodPassword };
const loadDemonstration = vi.fn(async () => undefined);
const elsewhere: Partial<RequestOptions>[] = [{ local: false }, { embedded: false }, { local: false, embedded: false }];

describe('an empty installation', () => {
  test('V6.3.2 has no account at all, and every way leads to the set-up', async () => {
    expect(await database.db.selectFrom('accounts').select('accountId').execute()).toEqual([]);
    expect((await answer(home, await args({ url: '/' }))).location).toBe('/setup');
    expect((await answer(login, await args({ url: '/login' }))).location).toBe('/setup');
  });

  test('offers the two ways to begin on this machine alone', async () => {
    expect((await page()).data).toEqual({ state: 'choice', linkPrinted: false });
    for (const where of elsewhere) expect((await page(where)).data).toEqual({ state: 'closed' });
  });

  test('from elsewhere neither way can be gone by sending its form', async () => {
    for (const where of elsewhere) {
      for (const intent of ['demonstration', 'empty']) {
        expect((await send({ intent }, { ...where, loadDemonstration })).status).toBe(404);
      }
    }
    expect(loadDemonstration).not.toHaveBeenCalled();
    expect(await database.db.selectFrom('oneTimeLinks').select('oneTimeLinkId').execute()).toEqual([]);
  });

  test('the demonstration is loaded on demand, and cannot be where there is none', async () => {
    const done = await send({ intent: 'demonstration' }, { loadDemonstration });
    expect([done.status, done.location]).toEqual([303, '/login']);
    expect(loadDemonstration).toHaveBeenCalledTimes(1);
    expect((await send({ intent: 'demonstration' })).status).toBe(404);
  });

  test('starting empty prints a link that works, in the terminal and nowhere else', async () => {
    const printed: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const done = await send({ intent: 'empty' });
    write.mockRestore();
    expect([done.status, done.location]).toEqual([303, '/setup']);
    const token = /http:\/\/localhost:3000\/setup\?token=([\w-]{43})/.exec(printed.join(''))?.[1] ?? '';
    expect([...done.headers.values()].join()).not.toContain(token);
    expect((await page()).data).toEqual({ state: 'choice', linkPrinted: true });
    const form = await page({ url: `/setup?token=${token}`, local: false });
    expect(form.data).toMatchObject({ state: 'form', token });
  });

  test('V6.4.1 an invented link and one that is too old open nothing', async () => {
    const token = await setUpLink(database.db, { minutes: 60 });
    const late = new Date(testNow.getTime() + 61 * 60_000);
    for (const dead of [await page({ url: '/setup?token=invented' }), await page({ url: `/setup?token=${token}`, now: late })]) {
      expect(dead.status).toBe(404);
      expect(dead.data).toEqual({ state: 'dead-link' });
    }
    const refused = await send({ ...begin, token }, { now: late });
    expect(refused.faults['']).toEqual([expect.stringContaining('too old')]);
    expect(await organisations()).toEqual([]);
  });

  test('the form says beside each field what is wrong, and never sends the secrets back', async () => {
    const token = await setUpLink(database.db);
    const refused = await send({ ...begin, token, organisation: ' ', timeZone: 'Mars/Olympus', name: '', signInName: 'ines duarte', password: 'Harbour1' });
    expect(Object.keys(refused.faults).sort()).toEqual(['name', 'organisation', 'signInName', 'timeZone']);
    expect(JSON.stringify(refused.data)).not.toMatch(new RegExp(`${token}|Harbour1`));
    const weak = await send({ ...begin, token, password: 'harbour it 1' });
    expect(Object.keys(weak.faults)).toEqual(['password']);
    expect(await organisations()).toEqual([]);
  });
});

describe('setting it up', () => {
  test('with two good links at once it is set up once, by an administrator who is signed in', async () => {
    const tokens = [await setUpLink(database.db), await setUpLink(database.db)];
    const answers = await Promise.all(tokens.map((token) => send({ ...begin, token }, { local: false })));
    const [done, refused] = answers.sort((a, b) => a.status - b.status);
    expect([done?.status, done?.location]).toEqual([303, '/']);
    expect(refused?.faults).toEqual({ '': ['This installation has been set up already. Please sign in.'] });
    expect(await organisations()).toEqual([{ name: 'Harbour IT', timeZone: 'Europe/Lisbon', mode: 'live' }]);
    const cookie = done?.headers.getSetCookie().find((one) => one.startsWith('session=')) ?? '';
    expect(await findActor(await args({ cookie: cookiePair(cookie) }))).toMatchObject({ name: 'Inês Duarte', personId: null, access: ['staff', 'admin'] });
    expect(await database.db.selectFrom('auditEvents').select(['action', 'origin', 'accountId', 'subject', 'after']).execute()).toEqual([{
      action: 'beginOrganisation', origin: 'system', accountId: null, subject: 'organisation',
      after: { organisation: 'Harbour IT', timeZone: 'Europe/Lisbon', administrator: expect.stringMatching(/^account:\d+$/) as string },
    }]);
  });

  test('V6.5.1 afterwards no link, printed or not, opens it again', async () => {
    const token = await setUpLink(database.db);
    expect((await page({ url: `/setup?token=${token}` })).location).toBe('/login');
    expect((await send({ ...begin, token, signInName: 'second' })).status).toBe(400);
    for (const intent of ['demonstration', 'empty']) expect((await send({ intent }, { loadDemonstration })).status).toBe(404);
    expect(await database.db.selectFrom('accounts').select('signInName').execute()).toEqual([{ signInName: 'ines@harbour.example' }]);
  });
});

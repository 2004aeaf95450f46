import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as home } from '#app/routes/home/route.tsx';
import { action, loader } from '#app/routes/login/route.tsx';
import { action as logout, loader as logoutPage } from '#app/routes/logout/route.tsx';
import { loader as account } from '#app/routes/account/route.tsx';
import { disable, givePassword, goodPassword } from '#test/support/accounts.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newOrganisation, newPerson, reportTo } from '#test/support/people.ts';
import { answer, cookiePair, recordingLog, routeArgs, signedInWith, testNow } from '#test/support/request.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db, { name: 'Northwind Support' });
});
afterAll(() => database.close());

let addresses = 0;
/** Every test comes from an address of its own, so that the limiter keeps them apart. */
const newAddress = () => `192.0.2.${addresses += 1}`;

async function send(form: Record<string, string>, more: Partial<Parameters<typeof routeArgs>[0]> = {}) {
  return answer(action, await routeArgs({ db: database.db, url: '/login', form, address: newAddress(), ...more }));
}

async function someone() {
  const person = await newPerson(database.db);
  return { ...person, ...(await givePassword(database.db, person)) };
}

describe('signing in', () => {
  test('the right name and password begin a session and go where one wanted to', async () => {
    const { name, password, personId } = await someone();
    const done = await send({ intent: 'password', name, password, redirectTo: `/people/${personId}/skills?kind=technical` });
    expect(done.status).toBe(303);
    expect(done.location).toBe(`/people/${personId}/skills?kind=technical`);
    expect(await signedInWith(cookiePair(done.headers.get('Set-Cookie') ?? ''), { db: database.db })).toBe(true);
  });

  test('letter case and blanks around the name do not matter, in the password they do', async () => {
    const { name, password } = await someone();
    expect((await send({ intent: 'password', name: `  ${name.toUpperCase()} `, password })).status).toBe(303);
    expect((await send({ intent: 'password', name, password: `${password} ` })).status).toBe(400);
    expect((await send({ intent: 'password', name, password: password.toUpperCase() })).status).toBe(400);
  });

  test('an unknown name, a wrong password, no password yet and a disabled account get the same words', async () => {
    const [known, disabled] = [await someone(), await someone()];
    await disable(database.db, disabled);
    const without = await newPerson(database.db);
    const tries = [
      { name: 'nobody-here', password: goodPassword },
      { name: known.name, password: 'not the right words' },
      { name: `person${without.accountId}-none`, password: goodPassword },
      { name: disabled.name, password: disabled.password },
    ];
    for (const one of tries) {
      const refused = await send({ intent: 'password', ...one });
      expect(refused.status).toBe(400);
      expect(refused.faults).toEqual({ '': ['The sign-in name and the password do not belong together. Please check both and try again.'] });
      expect(refused.headers.get('Set-Cookie')).toBeNull();
      expect(JSON.stringify(refused.data)).not.toContain(one.password);
    }
  });

  test('an account without a password cannot be entered with an empty or any other one', async () => {
    const person = await newPerson(database.db);
    const { signInName } = await database.db.selectFrom('accounts').select('signInName').where('accountId', '=', person.accountId).executeTakeFirstOrThrow();
    expect((await send({ intent: 'password', name: signInName, password: '' })).faults).toEqual({ password: ['Please type your password.'] });
    expect((await send({ intent: 'password', name: signInName, password: goodPassword })).status).toBe(400);
  });

  test('missing words are asked for beside their fields', async () => {
    const refused = await send({ intent: 'password' });
    expect(refused.status).toBe(400);
    expect(refused.faults).toEqual({ name: ['Please type your sign-in name.'], password: ['Please type your password.'] });
  });

  test('V3.7.2 addresses elsewhere are not followed', async () => {
    const { name, password } = await someone();
    for (const redirectTo of ['https://evil.example/', '//evil.example', '/\t/evil.example', '\\\\evil.example', 'javascript:alert(1)', '/logout.data']) {
      expect((await send({ intent: 'password', name, password, redirectTo })).location).toBe('/');
    }
    const page = await answer(loader, await routeArgs({ db: database.db, url: `/login?redirectTo=${encodeURIComponent('//evil.example/x')}` }));
    expect(page.data.redirectTo).toBe('/');
  });

  test('V6.3.1 after twenty wrong passwords one has to wait, the owner elsewhere does not', async () => {
    const { name, password } = await someone();
    const attacker = newAddress();
    const { log, lines } = recordingLog();
    const refusals: string[] = [];
    for (let guess = 0; guess < 20; guess += 1) {
      refusals.push((await send({ intent: 'password', name, password: `guess number ${guess}` }, { address: attacker, log })).faults['']?.[0] ?? '');
    }
    expect(refusals.filter((words) => /^There were several wrong attempts from here. Please wait \d+ (second|minute)s?, then try again\.$/.test(words)).length).toBeGreaterThan(10);
    expect(lines.filter((line) => line.includes('"event":"sign-in-failed"'))).toHaveLength(20);
    const meanwhile = await send({ intent: 'password', name, password }, { address: attacker });
    expect(meanwhile.faults[''], 'even the right password waits at the attacked address').toEqual([expect.stringContaining('Please wait')]);
    expect((await send({ intent: 'password', name, password })).status).toBe(303);
    const later = new Date(testNow.getTime() + 20 * 60_000);
    expect((await send({ intent: 'password', name, password }, { address: attacker, now: later })).status).toBe(303);
  });

  test('V7.2.4 every sign-in makes a new token, and the session from before ends', async () => {
    const { name, password } = await someone();
    const first = cookiePair((await send({ intent: 'password', name, password })).headers.get('Set-Cookie') ?? '');
    const second = cookiePair((await send({ intent: 'password', name, password }, { cookie: first })).headers.get('Set-Cookie') ?? '');
    expect(second).not.toBe(first);
    expect(await signedInWith(first, { db: database.db })).toBe(false);
    expect(await signedInWith(second, { db: database.db })).toBe(true);
  });

  test('V3.3.1 V3.3.3 V3.3.4 the cookie is out of reach of scripts, and bound to the host under https', async () => {
    const { name, password } = await someone();
    const plain = (await send({ intent: 'password', name, password })).headers.get('Set-Cookie');
    expect(plain).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const https = (await send({ intent: 'password', name, password }, { origin: 'https://deskpath.example' })).headers.get('Set-Cookie');
    expect(https).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  test('V16.3.1 V16.2.5 success and failure are logged, neither with what was typed', async () => {
    const { name, password, accountId } = await someone();
    const { log, lines } = recordingLog();
    await send({ intent: 'password', name, password: 'a wrong canary' }, { log, address: '198.51.100.7' });
    await send({ intent: 'password', name, password }, { log });
    const [failed, succeeded] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(failed).toMatchObject({ level: 'warn', event: 'sign-in-failed', address: '198.51.100.7' });
    expect(succeeded).toMatchObject({ level: 'info', event: 'sign-in', accountId });
    expect(lines.join('')).not.toContain(name);
    expect(lines.join('')).not.toMatch(/canary|lamps/);
  });

  test('V11.4.2 a hash of weaker make is renewed while the password is at hand', async () => {
    const { name, password, accountId } = await someone();
    await database.db.updateTable('accounts').set({ passwordHash: await hash(password, { memoryCost: 4096, timeCost: 1, parallelism: 1 }) }).where('accountId', '=', accountId).execute();
    expect((await send({ intent: 'password', name, password })).status).toBe(303);
    const { passwordHash } = await database.db.selectFrom('accounts').select('passwordHash').where('accountId', '=', accountId).executeTakeFirstOrThrow();
    expect(passwordHash).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect((await send({ intent: 'password', name, password })).status).toBe(303);
  });

  test('whoever is signed in already goes straight on', async () => {
    const { actor } = await newPerson(database.db);
    expect((await answer(loader, await routeArgs({ db: database.db, url: '/login?redirectTo=/roles', actor }))).location).toBe('/roles');
  });
});

describe('the demonstration', () => {
  test('outside it nobody is offered, and one-click sign-in is refused', async () => {
    await database.db.insertInto('accounts').values({ signInName: 'administrator', displayName: 'Real administrator', access: ['staff', 'admin'] }).execute();
    const page = await answer(loader, await routeArgs({ db: database.db, url: '/login' }));
    expect(page.data).toEqual({ organisation: 'Northwind Support', people: [], redirectTo: '/' });
    const refused = await send({ intent: 'demonstration', as: 'administrator' });
    expect(refused.status).toBe(400);
    expect(refused.faults['']).toEqual(['Signing in by one click is possible in the demonstration organisation only.']);
  });

  test('in it one click signs in as one of the four, and as nobody else', async () => {
    const demonstration = await testDatabase();
    try {
      const { db } = demonstration;
      await newOrganisation(db, { mode: 'demonstration' });
      const other = await newPerson(db);
      const { accountId } = await db.insertInto('accounts').values({ signInName: 'recruiter', displayName: 'Robin', access: ['staff', 'recruiter'] }).returning('accountId').executeTakeFirstOrThrow();
      const page = await answer(loader, await routeArgs({ db, url: '/login' }));
      expect(page.data.people).toEqual(['technician', 'manager', 'recruiter', 'administrator']);
      const done = await answer(action, await routeArgs({ db, url: '/login', form: { intent: 'demonstration', as: 'recruiter', redirectTo: '/search' } }));
      expect([done.status, done.location]).toEqual([303, '/search']);
      const cookie = cookiePair(done.headers.get('Set-Cookie') ?? '');
      expect(await db.selectFrom('sessions').select('accountId').execute()).toEqual([{ accountId }]);
      const again = await answer(loader, await routeArgs({ db, url: '/login', cookie }));
      expect(again.status, 'signed in, one may come back and choose somebody else').toBe(200);
      for (const as of ['person1', other.name, '', 'technician']) {
        expect((await answer(action, await routeArgs({ db, url: '/login', form: { intent: 'demonstration', as } }))).status).toBe(400);
      }
    } finally {
      await demonstration.close();
    }
  });
});

describe('signing out', () => {
  test('V7.4.1 V14.3.1 the session is over on the server, and the browser is told to forget', async () => {
    const { name, password } = await someone();
    const cookie = cookiePair((await send({ intent: 'password', name, password })).headers.get('Set-Cookie') ?? '');
    const left = await answer(logout, await routeArgs({ db: database.db, url: '/logout', method: 'POST', cookie }));
    expect([left.status, left.location]).toEqual([303, '/login']);
    expect(left.headers.get('Clear-Site-Data')).toBe('"cache", "cookies", "storage"');
    expect(left.headers.get('Set-Cookie')).toMatch(/^session=; .*Max-Age=0/);
    const replayed = await answer(account, await routeArgs({ db: database.db, url: '/account', cookie }));
    expect([replayed.status, replayed.location]).toEqual([302, '/login?redirectTo=%2Faccount']);
  });

  test('V3.5.3 following a link to it does nothing', async () => {
    const { name, password } = await someone();
    const cookie = cookiePair((await send({ intent: 'password', name, password })).headers.get('Set-Cookie') ?? '');
    expect((await answer(logoutPage, await routeArgs({ db: database.db, url: '/logout', cookie }))).location).toBe('/');
    expect(await signedInWith(cookie, { db: database.db })).toBe(true);
  });

  test('without a session it ends on the sign-in page just the same', async () => {
    expect((await answer(logout, await routeArgs({ db: database.db, url: '/logout', method: 'POST' }))).location).toBe('/login');
  });
});

describe('the way home', () => {
  const start = async (actor?: { accountId: number }) => (await answer(home, await routeArgs({ db: database.db, actor }))).location;

  test('leads everybody to their own start', async () => {
    const manager = await newPerson(database.db, { access: ['staff', 'manager'] });
    const technician = await newPerson(database.db);
    await reportTo(database.db, technician.personId, manager.personId);
    const recruiter = await newPerson(database.db, { access: ['staff', 'recruiter'] });
    const { accountId } = await database.db.insertInto('accounts').values({ signInName: 'only-admin', displayName: 'Admin', access: ['staff', 'admin'] }).returning('accountId').executeTakeFirstOrThrow();
    expect(await start(technician)).toBe(`/people/${technician.personId}`);
    expect(await start(manager)).toBe('/flags');
    expect(await start(recruiter)).toBe('/search');
    expect(await start({ accountId })).toBe('/roles');
    expect(await start()).toBe('/login');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action as actOnSharing, loader as loadSharing } from '#app/routes/sharing/route.tsx';
import { loader as loadShared } from '#app/routes/shared/route.tsx';
import { makeShareLink, stopShareLink } from '#app/features/recruiting/commands/share.server.ts';
import { getVisibility } from '#app/features/recruiting/queries/visibility.server.ts';
import { newToken, tokenHash } from '#app/server/session-token.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, callAs, certify, educate, newOrganisation, newPerson, pause, rate, show, wish, type TestPerson } from '#test/support/people.ts';
import { answer, cookiePair, routeArgs, sessionCookie, loadContext, testNow, type FormFields } from '#test/support/request.ts';

let database: TestDatabase;
let ana: TestPerson;
let boss: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db, { name: 'Northbridge Services', timeZone: 'Pacific/Auckland' });
  boss = await newPerson(database.db, { access: ['manager'] });
  ana = await somebody('Ana Moreau');
});
afterAll(() => database.close());

async function somebody(name: string): Promise<TestPerson> {
  const { db } = database;
  const person = await newPerson(db, { name, managerId: boss.personId, roleId: 'help-desk-technician', site: 'Northbridge', team: 'Desk A' });
  await rate(db, person.personId, 'scripting', 4, { note: 'A private note' });
  // In the evening of the first of May in UTC; the organisation is twelve hours ahead.
  await rate(db, person.personId, 'scripting', 3, { source: 'manager', by: boss.personId, at: new Date('2026-05-01T20:00:00Z'), note: 'A manager’s note' });
  await appoint(db, person.personId, { roleName: 'Shop assistant', employer: 'A shop', startedOn: '2022-01-01', endedOn: '2024-05-31' });
  await appoint(db, person.personId, { roleName: 'Kitchen hand', employer: 'A restaurant', startedOn: '2020-01-01', endedOn: '2020-12-31', status: 'stated' });
  await pause(db, person.personId, { kind: 'sick', startedOn: '2025-12-01', endedOn: '2026-01-31' });
  await educate(db, person.personId);
  await certify(db, person.personId, 'comptia-a-plus', { expiresOn: '2026-11-21' });
  await certify(db, person.personId, 'comptia-network-plus', { expiresOn: '2026-11-22' });
  await wish(db, person.personId, 'stay', { note: 'I like it here' });
  return person;
}

const all = ['skills', 'history', 'certificates', 'wishes'] as const;
const input = (over: Partial<Parameters<typeof makeShareLink>[2]> = {}) => ({ token: newToken(), label: 'Mrs Ito', sections: [...all], days: 7, ...over });
const make = (who: TestPerson, over: Parameters<typeof input>[0] = {}, at: Date = testNow, key?: string) => makeShareLink(callAs(database.db, who.actor, at, key), who.personId, input(over));
const linksOf = ({ personId }: TestPerson) => database.db.selectFrom('shareLinks').selectAll().where('personId', '=', personId).orderBy('shareLinkId').execute();
const open = async (token: string, options: { now?: Date; method?: string; headers?: Record<string, string>; actor?: TestPerson } = {}) =>
  answer(loadShared, await routeArgs({ db: database.db, url: `/shared/${token}`, params: { token }, ...options }));
const usesOf = (id: number) => database.db.selectFrom('shareUses').select('usedAt').where('shareLinkId', '=', id).orderBy('usedAt').execute();
const page = async (who: TestPerson, of = who, cookie?: string) =>
  answer(loadSharing, await routeArgs({ db: database.db, ...(cookie ? { cookie } : { actor: who }), url: `/people/${of.personId}/sharing`, params: { id: String(of.personId) } }));
const send = async (who: TestPerson, form: FormFields, of = who) =>
  answer(actOnSharing, await routeArgs({ db: database.db, actor: who, url: `/people/${of.personId}/sharing`, params: { id: String(of.personId) }, form }));
const auditOf = (action: string, { accountId }: TestPerson) => database.db.selectFrom('auditEvents').selectAll().where('action', '=', action).where('accountId', '=', accountId).execute();

describe('making a link', () => {
  test('keeps the hash alone: neither the rows, nor the audit trail, nor the receipt hold the token', async () => {
    const who = await somebody('Bea Token');
    const token = newToken();
    expect(await make(who, { token }, testNow, 'a-key-of-sixteen-letters')).toMatchObject({ done: true, repeated: false });
    const [link] = await linksOf(who);
    expect(link).toMatchObject({ label: 'Mrs Ito', sections: [...all], stoppedAt: null, createdAt: testNow, expiresAt: new Date('2026-11-29T09:00:00Z') });
    expect(Buffer.from(link!.tokenHash).equals(tokenHash(token))).toBe(true);
    const everything = JSON.stringify([await linksOf(who), await auditOf('recruiting.make-share-link', who), await database.db.selectFrom('commandReceipts').selectAll().execute()]);
    expect(everything).not.toContain(token);
  });

  test('leaves one audit row, which does not say for whom', async () => {
    const rows = await auditOf('recruiting.make-share-link', await madeBy('Cai Audit'));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ subject: expect.stringMatching(/^share-link:\d+$/) as string, after: { sections: [...all], expiresAt: '2026-11-29T09:00:00.000Z' } });
    expect(JSON.stringify(rows)).not.toContain('Mrs Ito');
  });

  test('the same form twice makes one link', async () => {
    const who = await somebody('Dov Twice');
    const sent = input();
    const twice = await Promise.all([1, 2].map(() => makeShareLink(callAs(database.db, who.actor, testNow, 'another-key-of-letters'), who.personId, sent)));
    expect(twice.map(({ done }) => done)).toEqual([true, true]);
    expect(await linksOf(who)).toHaveLength(1);
  });

  test('no more than ten are open at once, also when they are sent side by side', async () => {
    const who = await somebody('Eli Many');
    const made = await Promise.all(Array.from({ length: 12 }, () => make(who)));
    expect(made.filter(({ done }) => done)).toHaveLength(10);
    expect(made.find(({ done }) => !done)).toMatchObject({ reason: expect.stringContaining('10 links open') as string });
    const [first] = await linksOf(who);
    expect(await stopShareLink(callAs(database.db, who.actor, testNow), who.personId, first!.shareLinkId)).toMatchObject({ done: true });
    expect(await make(who)).toMatchObject({ done: true });
  });

  test('is refused for a time that is not offered, for a token that is taken, and without a role here', async () => {
    expect(await make(ana, { days: 8 })).toMatchObject({ done: false, field: 'days' });
    const token = newToken();
    await make(ana, { token });
    expect(await make(ana, { token })).toMatchObject({ done: false, reason: expect.stringContaining('already made') as string });
    expect(await make(await newPerson(database.db))).toMatchObject({ done: false, reason: expect.stringContaining('no confirmed role') as string });
  });

  test('is for oneself alone: 404 for everybody else, and for their links', async () => {
    for (const form of [{ intent: 'make', ...input() }, { intent: 'stop', link: 1 }] as FormFields[]) expect((await send(boss, form, ana)).status).toBe(404);
    expect((await page(boss, ana)).status).toBe(404);
    const other = await madeBy('Fay Other');
    const [link] = await linksOf(other);
    expect((await send(ana, { intent: 'stop', link: link!.shareLinkId })).status).toBe(404);
  });
});

async function madeBy(name: string): Promise<TestPerson> {
  const who = await somebody(name);
  expect(await make(who)).toMatchObject({ done: true });
  return who;
}

describe('the page of one’s links', () => {
  test('shows the new link once, in full, and never again', async () => {
    const who = await somebody('Gil Once');
    const token = (await page(who)).data.token;
    const sent = await send(who, { intent: 'make', ...input({ token, sections: ['skills'] }) });
    expect(sent).toMatchObject({ status: 303, location: `/people/${who.personId}/sharing` });
    expect(sent.location).not.toContain(token);
    const once = sent.headers.getSetCookie().find((cookie) => cookie.startsWith('once='))!;
    expect(once).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=60/);
    const signedIn = await sessionCookie(who.accountId, loadContext({ db: database.db }));
    const shown = await page(who, who, `${signedIn}; ${cookiePair(once)}`);
    expect(shown.data.made).toEqual({ label: 'Mrs Ito', address: `http://localhost:3000/shared/${token}` });
    expect(shown.headers.getSetCookie()).toEqual([expect.stringMatching(/^once=; .*Max-Age=0/)]);
    expect(shown.data.token).not.toBe(token);
    const again = await page(who);
    expect(again.data).toMatchObject({ made: null, links: [{ label: 'Mrs Ito', sections: ['skills'], state: 'open', uses: [], usesInAll: 0 }], timeZone: 'Pacific/Auckland' });
    expect(JSON.stringify(again.data)).not.toContain(token);
    const stranger = await page(ana, ana, `${await sessionCookie(ana.accountId, loadContext({ db: database.db }))}; ${cookiePair(once)}`);
    expect(stranger.data.made).toBeNull();
  });

  test('lists open ones first, and the latest of those that have ended', async () => {
    const who = await somebody('Hal List');
    for (let day = 1; day <= 22; day++) await make(who, { label: `Old ${day}` }, new Date(Date.UTC(2026, 0, day)));
    await make(who, { label: 'Open', days: 90 }, new Date('2026-09-01T09:00:00Z'));
    const { links, endedInAll } = (await page(who)).data;
    expect([links.length, links[0]!.label, links[1]!.label, endedInAll]).toEqual([21, 'Open', 'Old 22', 22]);
    expect(links.slice(1).every(({ state }) => state === 'expired')).toBe(true);
  });

  test('says beside the field what is wrong', async () => {
    const faults = async (over: FormFields) => {
      const sent = await send(ana, { intent: 'make', token: newToken(), label: 'Mrs Ito', sections: ['skills'], days: 7, ...over });
      return [sent.status, Object.keys(sent.faults).map((name) => name.replace(/\[.*$/, ''))];
    };
    expect(await faults({ label: ' ' })).toEqual([400, ['label']]);
    expect(await faults({ label: 'x'.repeat(81) })).toEqual([400, ['label']]);
    expect(await faults({ sections: [] })).toEqual([400, ['sections']]);
    expect(await faults({ sections: ['salary'] })).toEqual([400, ['sections']]);
    expect(await faults({ days: '' })).toEqual([400, ['days']]);
    expect(await faults({ days: 91 })).toEqual([400, ['days']]);
    expect(await faults({ token: 'mine' })).toEqual([400, ['token']]);
  });
});

test('who asked and who looked is told in the organisation’s time zone', async () => {
  const asked = { accountId: boss.accountId, personId: ana.personId, message: 'May we talk?', askedAt: new Date('2026-11-20T20:00:00Z') };
  await database.db.insertInto('nameRequests').values(asked).execute();
  const own = await getVisibility(database.readDb, ana.actor, { today: '2026-11-22', now: testNow }, ana.personId, {});
  expect([own.timeZone, own.requests[0]!.untilOn]).toEqual(['Pacific/Auckland', '2026-12-05']);
});

describe('a shared profile', () => {
  test('holds the chosen parts in full, and nothing that was not chosen', async () => {
    await show(database.db, ana.personId, { skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
    const token = newToken();
    await make(ana, { token });
    const { data } = await open(token);
    expect(data.profile).toMatchObject({ label: 'Ana Moreau', isNamed: true, place: null, role: 'Help desk technician' });
    expect(data.profile.skills!.levels).toEqual([{ skill: 'Scripting and automation', level: 3, confirmed: true, confirmedOn: '2026-05-02' }]);
    expect(data.profile.history!.posts!.map(({ role }) => role)).toEqual(['Help desk technician', 'Shop assistant']);
    expect(data.profile.certificates!.certificates.map(({ name }) => name)).toEqual(['CompTIA Network+']);
    expect(data.profile.wishes).toEqual({ openToMoves: false, hoursPerWeek: null, shifts: [], noticeWeeks: null, sites: null });
    expect(data).toMatchObject({ organisation: 'Northbridge Services', untilOn: '2026-11-29' });
    const text = JSON.stringify(data);
    expect(text).not.toMatch(/personId|accountId|note|Mrs Ito|I like it here|sick|pause|Kitchen hand|Desk A|token/i);
    expect(text).not.toContain(`:${ana.personId},`);
    for (const section of all) {
      const alone = newToken();
      await make(ana, { token: alone, sections: [section] });
      const { profile } = (await open(alone)).data;
      expect(all.filter((one) => profile[one] !== null)).toEqual([section]);
      expect(profile.role === null).toBe(section !== 'history');
    }
  });

  test('notes each use: not a HEAD, not a fetch ahead, a reload within a minute once; recruiters and the person like anybody', async () => {
    const who = await somebody('Ida Uses');
    const recruiter = await newPerson(database.db, { access: ['recruiter'] });
    const token = newToken();
    await make(who, { token });
    const [link] = await linksOf(who);
    const minutes = (count: number) => new Date(testNow.getTime() + count * 60_000);
    expect((await open(token, { method: 'HEAD' })).status).toBe(200);
    expect((await open(token, { headers: { 'Sec-Purpose': 'prefetch' } })).status).toBe(425);
    expect((await open(token, { headers: { Purpose: 'prefetch' } })).status).toBe(425);
    expect(await usesOf(link!.shareLinkId)).toEqual([]);
    await open(token);
    await open(token, { now: new Date(minutes(1).getTime() - 1) });
    await open(token, { now: minutes(2), actor: recruiter });
    expect((await usesOf(link!.shareLinkId)).map(({ usedAt }) => usedAt)).toEqual([testNow, minutes(2)]);
    expect(await database.db.selectFrom('looks').selectAll().execute()).toEqual([]);
    expect((await page(who)).data.links[0]).toMatchObject({ usesInAll: 2, uses: [expect.stringContaining('09:02'), expect.stringContaining('09:00')] as string[] });
  });

  test('is not there for a token that is unknown, expired or stopped, nor when the person has left or was erased, all alike', async () => {
    const [expired, stopped, left, erased] = [newToken(), newToken(), newToken(), newToken()];
    await make(ana, { token: expired });
    const [whoStops, whoLeaves, whoGoes] = [await somebody('Jon Stops'), await somebody('Kim Leaves'), await somebody('Lea Goes')];
    await make(whoStops, { token: stopped });
    await make(whoLeaves, { token: left });
    await make(whoGoes, { token: erased });
    for (const token of [expired, stopped, left, erased]) expect((await open(token)).status).toBe(200);
    const [link] = await linksOf(whoStops);
    expect(await send(whoStops, { intent: 'stop', link: link!.shareLinkId })).toMatchObject({ status: 303 });
    await database.db.updateTable('appointments').set({ endedOn: '2026-11-21' }).where('personId', '=', whoLeaves.personId).where('employer', 'is', null).execute();
    await database.db.updateTable('people').set({ erasedAt: testNow }).where('personId', '=', whoGoes.personId).execute();
    const dead = [await open(expired, { now: new Date('2026-11-29T09:00:00Z') }), await open(stopped), await open(left), await open(erased), await open(newToken()), await open('abc'), await open('x'.repeat(500))];
    expect(dead.map(({ status, headers }) => [status, [...headers]])).toEqual(dead.map(() => [404, []]));
    expect((await usesOf(link!.shareLinkId))).toHaveLength(1);
    expect((await send(whoStops, { intent: 'stop', link: link!.shareLinkId })).faults).toEqual({ '': ['You have already stopped this link.'] });
    expect(await auditOf('recruiting.stop-share-link', whoStops)).toHaveLength(1);
  });
});

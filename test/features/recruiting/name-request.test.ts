import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerName, askName } from '#app/features/recruiting/commands/name-request.server.ts';
import { chooseVisibility, offerAvailability } from '#app/features/recruiting/commands/visibility.server.ts';
import { getProfile } from '#app/features/recruiting/queries/profile.server.ts';
import { getVisibility } from '#app/features/recruiting/queries/visibility.server.ts';
import { aliasesFor } from '#app/server/look.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, newPerson, show, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let recruiter: TestPerson;
let person: TestPerson;
let code: string;

const message = { message: 'We look for somebody who knows the mail system.' };
const ask = (day = '2026-11-01', who = recruiter, key?: string) => askName(callAs(database.db, who.actor, day, key), code, message);
const answer = (request: number, given: 'yes' | 'no', day = '2026-11-03', who = person) => answerName(callAs(database.db, who.actor, day), person.personId, { request, answer: given });
const requests = () => database.db.selectFrom('nameRequests').select(['nameRequestId', 'answer', 'accountId']).where('personId', '=', person.personId).orderBy('nameRequestId').execute();
const idOfLast = async () => (await requests()).at(-1)!.nameRequestId;
const profile = (day = '2026-11-04', who = recruiter, alias = code) =>
  getProfile({ db: database.readDb, now: new Date(`${day}T12:00:00Z`), recordLook: () => Promise.resolve() }, who.actor, day, alias, undefined);
const audits = () => database.db.selectFrom('auditEvents').select(['action', 'before', 'after']).where('personId', '=', person.personId).orderBy('auditEventId').execute();

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  recruiter = await newPerson(database.db, { access: ['recruiter'] });
});
afterAll(() => database.close());
beforeEach(async () => {
  person = await newPerson(database.db, { name: 'Ines Duarte', roleId: 'help-desk-technician' });
  await show(database.db, person.personId, { skills: 'anonymous', history: 'anonymous', certificates: 'hidden', wishes: 'hidden' });
  code = (await aliasesFor(database, recruiter.actor, [person.personId])).get(person.personId)!.slice(-4);
});

describe('asking for a name', () => {
  it('is done once, by one audit row; the name does not show before the answer', async () => {
    expect(await ask()).toMatchObject({ done: true, value: { answerDays: 14 } });
    expect(await ask('2026-11-05')).toMatchObject({ done: false, reason: expect.stringContaining('already asked') as string });
    expect(await requests()).toHaveLength(1);
    expect((await audits()).map(({ action }) => action)).toEqual(['recruiting.ask-name']);
    const seen = await profile();
    expect(seen.profile.label).toBe(`Profile ${code}`);
    expect(seen.name).toMatchObject({ mayAsk: false, waiting: true, askedOn: '2026-11-01', againOn: '2026-11-15' });
  });

  it('twenty times at once is one question, with the same key one answer', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, (_, place) => ask('2026-11-01', recruiter, place % 2 === 0 ? 'the-same-form-key' : undefined)));
    expect(await requests()).toHaveLength(1);
    expect(results.filter(({ done }) => done).length).toBeGreaterThanOrEqual(1);
  });

  it('is for recruiters, and for people who show something and are not named', async () => {
    await expect(ask('2026-11-01', person)).rejects.toMatchObject({ status: 403 });
    await expect(askName(callAs(database.db, recruiter.actor), '0000', message)).rejects.toMatchObject({ status: 404 });
    await show(database.db, person.personId, { skills: 'named' });
    expect(await ask()).toMatchObject({ done: false, reason: 'The name shows already.' });
    await show(database.db, person.personId, { skills: 'hidden', history: 'hidden' });
    await expect(ask()).rejects.toMatchObject({ status: 404 });
    expect(await requests()).toEqual([]);
  });

  it('with a yes shows the name, and all that is not hidden, to that recruiter alone', async () => {
    const other = await newPerson(database.db, { access: ['recruiter'] });
    const otherCode = (await aliasesFor(database, other.actor, [person.personId])).get(person.personId)!.slice(-4);
    await ask();
    expect(await answer(await idOfLast(), 'yes')).toMatchObject({ done: true, value: { recruiter: recruiter.name } });
    const { profile: seen } = await profile();
    expect([seen.label, seen.isNamed, seen.certificates]).toEqual(['Ines Duarte', true, null]);
    expect(seen.history?.posts).toHaveLength(1);
    expect((await profile('2026-11-04', other, otherCode)).profile.isNamed).toBe(false);
    expect(await ask('2026-12-30')).toMatchObject({ done: false });
  });

  it('a yes can be taken back, a no stays no', async () => {
    await ask();
    const request = await idOfLast();
    await answer(request, 'yes');
    expect(await answer(request, 'yes')).toMatchObject({ done: false });
    expect(await answer(request, 'no')).toMatchObject({ done: true });
    expect((await profile()).profile.isNamed).toBe(false);
    expect(await answer(request, 'yes')).toMatchObject({ done: false });
    expect((await audits()).map(({ action }) => action)).toEqual(['recruiting.ask-name', 'recruiting.answer-name', 'recruiting.answer-name']);
  });

  it('after a no waits until the days for an answer are over', async () => {
    await ask();
    await answer(await idOfLast(), 'no');
    expect(await ask('2026-11-10')).toMatchObject({ done: false, reason: expect.stringContaining('no') as string });
    expect(await ask('2026-11-15')).toMatchObject({ done: true });
  });

  it('without an answer counts as no after fourteen days: it cannot be answered any more, but asked again', async () => {
    await ask();
    const request = await idOfLast();
    expect(await answer(request, 'yes', '2026-11-15')).toMatchObject({ done: false });
    const { requests: shown } = await getVisibility(database.readDb, person.actor, { today: '2026-11-15', now: new Date('2026-11-15T12:00:00Z') }, person.personId, {});
    expect(shown).toEqual([{ id: request, who: recruiter.name, message: message.message, askedAt: '2026-11-01T12:00:00.000Z', answer: 'lapsed', untilOn: '2026-11-15' }]);
    expect((await profile('2026-11-15')).name).toMatchObject({ mayAsk: true, waiting: false });
    expect(await ask('2026-11-15')).toMatchObject({ done: true });
    expect((await requests()).map(({ answer: given }) => given)).toEqual(['no', null]);
  });

  it('is answered by the person asked and nobody else', async () => {
    await ask();
    const request = await idOfLast();
    const stranger = await newPerson(database.db);
    await expect(answer(request, 'yes', '2026-11-03', recruiter)).rejects.toMatchObject({ status: 404 });
    await expect(answerName(callAs(database.db, stranger.actor), stranger.personId, { request, answer: 'yes' })).rejects.toMatchObject({ status: 404 });
    expect((await requests()).map(({ answer: given }) => given)).toEqual([null]);
  });
});

describe('what one shows and offers', () => {
  const choice = { skills: 'named', history: 'hidden', certificates: 'anonymous', wishes: 'hidden' } as const;
  const offer = { version: 0, openToMoves: true, hoursPerWeek: 30, noticeWeeks: 4, shifts: ['day' as const, 'late' as const], sites: [] as number[] };
  const own = () => getVisibility(database.readDb, person.actor, { today: '2026-11-22', now: new Date('2026-11-22T12:00:00Z') }, person.personId, {});

  it('is chosen by oneself alone, with one audit row that says before and after', async () => {
    expect(await chooseVisibility(callAs(database.db, person.actor), person.personId, choice)).toMatchObject({ done: true });
    expect((await own()).saved).toEqual(choice);
    expect(await audits()).toMatchObject([{ action: 'recruiting.choose-visibility', before: { skills: 'anonymous' }, after: choice }]);
    await expect(chooseVisibility(callAs(database.db, recruiter.actor), person.personId, choice)).rejects.toMatchObject({ status: 404 });
    await expect(offerAvailability(callAs(database.db, recruiter.actor), person.personId, offer)).rejects.toMatchObject({ status: 404 });
  });

  it('is the organisation’s start as long as nothing is chosen', async () => {
    const fresh = await newPerson(database.db);
    const seen = await getVisibility(database.readDb, fresh.actor, { today: '2026-11-22', now: new Date() }, fresh.personId, { wishes: 'named' });
    expect(seen).toMatchObject({ hasChosen: false, isDraft: true, parts: null, saved: { skills: 'anonymous', wishes: 'hidden' }, choice: { wishes: 'named' } });
  });

  it('is offered, changed, and stale when it was changed meanwhile', async () => {
    const site = await database.db.insertInto('sites').values({ name: `Site of ${person.personId}` }).returning('siteId').executeTakeFirstOrThrow();
    const send = (given: Partial<typeof offer>) => offerAvailability(callAs(database.db, person.actor), person.personId, { ...offer, ...given });
    expect(await send({ sites: [site.siteId, site.siteId] })).toMatchObject({ done: true });
    expect((await own()).availability).toMatchObject({ openToMoves: true, hoursPerWeek: 30, noticeWeeks: 4, shifts: ['day', 'late'], sites: [site.siteId], version: 1 });
    expect(await send({})).toMatchObject({ done: false, stale: { version: 1, hoursPerWeek: 30, sites: `Site of ${person.personId}` } });
    expect(await send({ version: 1, openToMoves: false, hoursPerWeek: undefined, shifts: [] })).toMatchObject({ done: true });
    expect((await own()).availability).toMatchObject({ openToMoves: false, hoursPerWeek: null, shifts: [], sites: [], version: 2 });
    expect((await audits()).map(({ action }) => action)).toEqual(['recruiting.offer-availability', 'recruiting.offer-availability']);
  });

  it('refuses a site that is not there, beside its field', async () => {
    expect(await offerAvailability(callAs(database.db, person.actor), person.personId, { ...offer, sites: [2_000_000_000] })).toMatchObject({ done: false, field: 'sites' });
    expect((await own()).availability.version).toBe(0);
  });

  it('sent twice at once is saved once, the other is told', async () => {
    const results = await Promise.all([1, 2, 3].map((weeks) => offerAvailability(callAs(database.db, person.actor), person.personId, { ...offer, noticeWeeks: weeks })));
    expect(results.filter(({ done }) => done)).toHaveLength(1);
    expect((await own()).availability.version).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action as actOnProfile, loader as loadProfile } from '#app/routes/profile/route.tsx';
import { loader as loadSearch } from '#app/routes/search/route.tsx';
import { action as actOnVisibility, loader as loadVisibility } from '#app/routes/visibility/route.tsx';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newOrganisation, newPerson, rate, show, type TestPerson } from '#test/support/people.ts';
import { answer, routeArgs, type FormFields } from '#test/support/request.ts';

let database: TestDatabase;
let recruiter: TestPerson;
let boss: TestPerson;
let ana: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  recruiter = await newPerson(database.db, { access: ['recruiter'] });
  boss = await newPerson(database.db, { access: ['manager'] });
  ana = await newPerson(database.db, { name: 'Ana Moreau', managerId: boss.personId, roleId: 'help-desk-technician' });
  await rate(database.db, ana.personId, 'scripting', 3);
});
afterAll(() => database.close());

const search = async (who: TestPerson | undefined, query = '') => answer(loadSearch, await routeArgs({ db: database.db, actor: who, url: `/search${query}` }));
const code = async () => (await search(recruiter, '?skill=scripting&level=3')).data.people[0]!.code;
const profile = async (who: TestPerson | undefined, alias: string, query = '') =>
  answer(loadProfile, await routeArgs({ db: database.db, actor: who, url: `/search/${alias}${query}`, params: { alias } }));
const ask = async (who: TestPerson | undefined, alias: string, form: FormFields) =>
  answer(actOnProfile, await routeArgs({ db: database.db, actor: who, url: `/search/${alias}`, params: { alias }, form }));
const visibility = async (who: TestPerson | undefined, person = ana, query = '') =>
  answer(loadVisibility, await routeArgs({ db: database.db, actor: who, url: `/people/${person.personId}/visibility${query}`, params: { id: String(person.personId) } }));
const send = async (who: TestPerson | undefined, form: FormFields, person = ana) =>
  answer(actOnVisibility, await routeArgs({ db: database.db, actor: who, url: `/people/${person.personId}/visibility`, params: { id: String(person.personId) }, form }));
const choices = { skills: 'anonymous', history: 'anonymous', certificates: 'hidden', wishes: 'hidden' };

describe('searching', () => {
  test('is for recruiters: sign in first, 403 for everybody else', async () => {
    expect(await search(undefined, '?skill=scripting&level=3')).toMatchObject({ status: 302, location: expect.stringContaining('redirectTo=%2Fsearch%3Fskill') as string });
    for (const who of [ana, boss]) expect((await search(who)).status).toBe(403);
    for (const who of [ana, boss]) expect((await profile(who, '0000')).status).toBe(403);
    expect((await ask(undefined, '0000', { message: 'Hello there, a word?' })).status).toBe(401);
  });

  test('takes the address as the search, and 404 for what cannot be one', async () => {
    expect((await search(recruiter, '?skill=scripting&level=3&skill=&level=3&role=&years=&for=')).data).toMatchObject({ total: 1, criteria: { skills: [{ skill: 'scripting', level: 3 }] } });
    expect((await search(recruiter, '?skill[]=scripting&level[]=3&skill[]=&level[]=3&skill[]=telephony&level[]=')).data.criteria.skills).toEqual([{ skill: 'scripting', level: 3 }, { skill: 'telephony', level: 1 }]);
    expect((await search(recruiter, '?skill=scripting&level=4')).data).toMatchObject({ total: 0, near: 1, people: [] });
    expect((await search(recruiter, '?skill=scripting&level=4&near=1')).data.people).toHaveLength(1);
    for (const query of ['?level=9', '?skill=No%20Such', '?years=0', '?after=x', '?near=2', '?skill=juggling', `?${'skill=scripting&'.repeat(7)}`]) {
      expect((await search(recruiter, query)).status, query).toBe(404);
    }
  });

  test('hands out named fields only, and no id of a person', async () => {
    const { data } = await search(recruiter, '?skill=scripting&level=3');
    expect(Object.keys(data.people[0]!).sort()).toEqual(['code', 'isNamed', 'label', 'levels', 'openToMoves', 'readiness', 'role', 'site', 'years']);
    expect(JSON.stringify(data)).not.toMatch(/personId|Ana Moreau/);
    const shown = await profile(recruiter, await code());
    expect(Object.keys(shown.data).sort()).toEqual(['code', 'name', 'profile', 'readiness', 'roles', 'target', 'today']);
    expect(JSON.stringify(shown.data)).not.toMatch(/personId|Ana Moreau/);
  });

  test('hidden and non-existing profiles answer alike', async () => {
    const alias = await code();
    await show(database.db, ana.personId, { skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
    const answers = [await profile(recruiter, alias), await profile(recruiter, '0000'), await profile(recruiter, 'nonsense'), await ask(recruiter, alias, { message: 'A word with you?' }), await ask(recruiter, '0000', { message: 'A word with you?' })];
    expect(answers.map(({ status, headers }) => [status, [...headers]])).toEqual(answers.map(() => [404, []]));
    await show(database.db, ana.personId, { skills: 'anonymous', history: 'anonymous' });
  });

  test('asking for a name needs words, and is told', async () => {
    const alias = await code();
    for (const message of ['', 'Too short', ' '.repeat(40), 'x'.repeat(1001)]) {
      const answered = await ask(recruiter, alias, { message });
      expect([answered.status, Object.keys(answered.faults)]).toEqual([400, ['message']]);
    }
    expect(await ask(recruiter, alias, { message: 'Would you like to talk about a post?' })).toMatchObject({ status: 303, location: `/search/${alias}` });
    expect((await ask(recruiter, alias, { message: 'Would you like to talk about a post?' })).faults).toEqual({ '': [expect.stringContaining('already asked')] });
  });
});

describe('who may see me', () => {
  test('is for oneself alone', async () => {
    expect((await visibility(undefined)).status).toBe(302);
    for (const who of [recruiter, boss]) {
      expect((await visibility(who)).status).toBe(404);
      for (const form of [{ intent: 'choose', ...choices }, { intent: 'offer', version: 0 }, { intent: 'answer', request: 1, answer: 'yes' }] satisfies FormFields[]) {
        expect((await send(who, form)).status).toBe(404);
      }
    }
    expect((await visibility(ana)).data).toMatchObject({ personId: ana.personId });
  });

  test('previews without saving, and saves', async () => {
    const before = (await visibility(ana)).data.saved;
    const preview = await send(ana, { intent: 'choose', preview: '1', ...choices, skills: 'named' });
    expect(preview).toMatchObject({ status: 303, location: `/people/${ana.personId}/visibility?skills=named&history=anonymous&certificates=hidden&wishes=hidden#preview` });
    const draft = (await visibility(ana, ana, '?skills=named&history=anonymous&certificates=hidden&wishes=hidden')).data;
    expect([draft.saved, draft.choice.skills, draft.isDraft]).toEqual([before, 'named', true]);
    expect((await send(ana, { intent: 'choose', ...choices })).status).toBe(303);
    expect((await visibility(ana)).data.saved).toEqual(choices);
    expect((await visibility(ana, ana, '?skills=loud')).status).toBe(404);
  });

  test('refuses what is no choice, no number and no shift, beside the field', async () => {
    const faults = async (form: FormFields) => {
      const answered = await send(ana, form);
      return [answered.status, Object.keys(answered.faults).map((name) => name.replace(/\[.*$/, ''))];
    };
    expect(await faults({ intent: 'choose', ...choices, skills: 'loud' })).toEqual([400, ['skills']]);
    expect(await faults({ intent: 'offer', version: 0, hoursPerWeek: 'many' })).toEqual([400, ['hoursPerWeek']]);
    expect(await faults({ intent: 'offer', version: 0, hoursPerWeek: '0' })).toEqual([400, ['hoursPerWeek']]);
    expect(await faults({ intent: 'offer', version: 0, noticeWeeks: '53' })).toEqual([400, ['noticeWeeks']]);
    expect(await faults({ intent: 'offer', version: 0, shifts: ['day', 'noon'] })).toEqual([400, ['shifts']]);
    expect(await faults({ intent: 'offer', version: 0, sites: ['-1'] })).toEqual([400, ['sites']]);
    expect((await send(ana, { intent: 'no-such' })).status).toBe(400);
  });

  test('says 409 with what holds now when it was changed meanwhile', async () => {
    expect((await send(ana, { intent: 'offer', version: 0, openToMoves: 'on', hoursPerWeek: '37.5', shifts: 'day' })).status).toBe(303);
    const late = await send(ana, { intent: 'offer', version: 0, noticeWeeks: '4' });
    expect(late.status).toBe(409);
    expect((late.data as unknown as { stale: unknown }).stale).toEqual({ version: 1, openToMoves: true, hoursPerWeek: 37.5, noticeWeeks: null, shifts: 'day', sites: '' });
    expect((await visibility(ana)).data.availability).toMatchObject({ hoursPerWeek: 37.5, shifts: ['day'], version: 1 });
  });

  test('lists the looks and the question, and takes the answer', async () => {
    const { data } = await visibility(ana);
    expect(data.looks.map(({ who, page }) => [who, page])).toEqual([[recruiter.name, 'profile']]);
    expect(data.requests.map(({ who, answer: given }) => [who, given])).toEqual([[recruiter.name, 'open']]);
    expect((await send(ana, { intent: 'answer', request: data.requests[0]!.id, answer: 'yes' })).status).toBe(303);
    const found = (await search(recruiter, '?skill=scripting&level=3')).data.people[0]!;
    expect([found.label, found.isNamed]).toEqual(['Ana Moreau', true]);
    expect((await profile(recruiter, found.code)).data.profile.label).toBe('Ana Moreau');
  });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { loader as enter } from '#app/routes/welcome/route.tsx';
import { action, loader } from '#app/routes/welcome-step/route.tsx';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newOrganisation, newPerson, type TestPerson } from '#test/support/people.ts';
import { answer, routeArgs, type FormFields } from '#test/support/request.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { name: 'Boss', access: ['manager'] });
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId });
});
afterAll(() => database.close());

const params = (step?: string) => ({ id: String(ana.personId), ...(step ? { step } : {}) });
const at = (step: string) => `/people/${ana.personId}/welcome/${step}`;
const begin = async (who: TestPerson | undefined) => answer(enter, await routeArgs({ db: database.db, actor: who, params: params() }));
const visit = async (step: string, query = '', who: TestPerson | undefined = ana) => answer(loader, await routeArgs({ db: database.db, actor: who, url: `${at(step)}${query}`, params: params(step) }));
const send = async (step: string, form: FormFields, who: TestPerson | undefined = ana) => answer(action, await routeArgs({ db: database.db, actor: who, url: at(step), params: params(step), form }));
const count = async (table: 'ratings' | 'wishes' | 'auditEvents') => {
  const { n } = await database.db.selectFrom(table).select(({ fn }) => fn.countAll().as('n')).where('personId', '=', ana.personId).executeTakeFirstOrThrow();
  return Number(n);
};

test('sign in first; nobody else finds it; impossible steps are not found', async () => {
  expect(await begin(undefined)).toMatchObject({ status: 302, location: expect.stringContaining('/login') as string });
  expect((await begin(boss)).status).toBe(404);
  expect((await visit('tenure', '', boss)).status).toBe(404);
  expect((await send('tenure', { intent: 'go-on' }, boss)).status).toBe(404);
  expect((await visit('holiday')).status).toBe(404);
  expect((await visit('skills', '?skill=patience')).status, 'not one of the role’s').toBe(404);
});

test('somebody without a role says which, sees it as stated, and goes on to its skills', async () => {
  expect(await begin(ana)).toMatchObject({ status: 302, location: at('tenure') });
  expect(Object.keys((await send('tenure', { intent: 'save-appointment', with: 'us', startedOn: '2030-01-01' })).faults)).toEqual(['role']);
  const saved = await send('tenure', { intent: 'save-appointment', with: 'us', role: 'help-desk-technician', startedOn: '2026-03-01' });
  expect(saved).toMatchObject({ status: 303, location: at('tenure') });
  expect((await visit('tenure')).data).toMatchObject({ posts: [{ title: 'Help desk technician', status: 'stated', main: true }] });
  expect(await send('tenure', { intent: 'go-on' })).toMatchObject({ status: 303, location: at('skills') });
  expect((await visit('done')).location, 'not at the end yet').toBe(at('skills'));
});

test('a level is saved once, whatever comes back twice; forms of another step are not found', async () => {
  const { data } = await visit('skills');
  const skill = data.of === 'skills' ? data.skill!.id : '';
  expect((await send('skills', { intent: 'rate', skill })).faults).toHaveProperty('level');
  for (const level of ['0', '6', '2.5']) expect((await send('skills', { intent: 'rate', skill, level })).status).toBe(400);
  expect((await send('visibility', { intent: 'rate', skill, level: 3 })).status).toBe(404);
  expect(await count('ratings')).toBe(0);
  for (let times = 0; times < 2; times++) expect(await send('skills', { intent: 'rate', skill, level: 3 })).toMatchObject({ status: 303, location: at('skills') });
  expect(await count('ratings')).toBe(1);
});

test('choices are tried out without being saved, and the last step ends the visit with what was said', async () => {
  const choice = { skills: 'named', history: 'hidden', certificates: 'hidden', wishes: 'hidden' };
  expect(await send('visibility', { intent: 'choose', preview: '1', ...choice })).toMatchObject({ status: 303, location: `${at('visibility')}?skills=named&history=hidden&certificates=hidden&wishes=hidden#preview` });
  expect((await visit('visibility', '?skills=named')).data).toMatchObject({ isDraft: true, hasChosen: false });
  const finish = (version: number) => send('wishes', { intent: 'offer', version, noticeWeeks: 4, wish: 'unsure' });
  expect(await finish(0)).toMatchObject({ status: 303, location: at('done') });
  expect((await finish(0)).status, 'changed since').toBe(409);
  expect((await finish(1)).status).toBe(303);
  expect(await count('wishes'), 'the same wish is not stated anew').toBe(1);
  expect((await visit('done')).data).toMatchObject({ wish: 'unsure', choices: null, openToMoves: false });
  expect((await begin(ana)).location).toBe(at('done'));
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newOrganisation, newPerson, type TestPerson } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';
import { serveBuild, type Received, type Served } from '#test/support/served.ts';

let database: TestDatabase;
let served: Served;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  served = await serveBuild(database);
});
afterAll(async () => {
  await served.close();
  await database.close();
});

type Fields = Record<string, string | number>;
let person: TestPerson;
let cookie: string;
const somebody = async () => {
  person = await newPerson(database.db, { roleId: 'help-desk-technician' });
  cookie = await served.signIn(person);
};
const post = (path: string, fields: Fields) => served.send(path, { cookie, form: Object.entries(fields).map(([name, value]) => [name, String(value)]) });
const send = (path: string, fields: Fields) => post(`/people/${person.personId}/plan${path}`, fields);
const planId = async () => (await database.db.selectFrom('plans').select('planId').where('personId', '=', person.personId).where('closedAt', 'is', null).executeTakeFirstOrThrow()).planId;
const itemId = async () => (await database.db.selectFrom('planItems as i').innerJoin('plans as p', 'p.planId', 'i.planId').select('i.planItemId')
  .where('p.personId', '=', person.personId).orderBy('i.planItemId', 'desc').executeTakeFirstOrThrow()).planItemId;
const start = async (fields: Fields = {}) => {
  expect((await send('', { intent: 'start', for: 'skill', skill: 'scripting', level: 3, ...fields })).status).toBe(303);
  return planId();
};
const add = async (fields: Fields = {}) => {
  expect((await send('/items/new', { intent: 'add', kind: 'project', title: 'Patching', ...fields })).status).toBe(303);
  return itemId();
};
const close = async (plan: number) => expect((await send('', { intent: 'close', plan, version: 1, outcome: 'changed' })).status).toBe(303);
const complete = async (item: number, version = 1) => expect((await send(`/items/${item}/done`, { intent: 'complete', version, doneOn: '2026-11-20' })).status).toBe(303);

/** What a form of the answered page holds: by name, as it would be sent again. */
function formIn({ text }: Received, intent: string): Record<string, string> {
  const form = [...text.matchAll(/<form\b.*?<\/form>/gs)].map(([html]) => html).find((html) => html.includes(`name="intent" value="${intent}"`)) ?? '';
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/type="radio"/.test(tag) || / checked=""/.test(tag));
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  const areas = [...form.matchAll(/<textarea\b([^>]*)>\n?(.*?)<\/textarea>/gs)].map(([, tag, words]) => [attribute(tag!, 'name'), words!]);
  const selects = [...form.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(([, tag, options]) => [attribute(tag!, 'name'), /<option value="([^"]*)" selected="">/.exec(options!)?.[1] ?? '']);
  return Object.fromEntries([...inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]), ...areas, ...selects]);
}

describe('what was typed stays when the plan changes in another window', () => {
  const typed = { intent: 'start', for: 'role', role: 'technology-analyst', targetOn: '2027-06-30' };

  test('a plan that was filled in while another was started: it can be sent again, and then takes its place', async () => {
    await somebody();
    const open = await start();
    const answered = await send('', typed);
    expect(answered.status).toBe(409);
    const form = formIn(answered, 'start');
    expect(form).toMatchObject({ ...typed, replaces: String(open) });
    expect((await send('', form)).status).toBe(303);
    expect(await planId()).not.toBe(open);
  });

  test('one that was asked about by an address, when it is the plan already', async () => {
    await somebody();
    const open = await start(typed);
    const answered = await send('?role=technology-analyst', { ...typed, targetOn: '2027-01-31' });
    expect([answered.status, formIn(answered, 'start')]).toMatchObject([409, { targetOn: '2027-01-31', replaces: String(open) }]);
  });

  test('a route that is none any more: the day is said', async () => {
    await somebody();
    const answered = await send('?route=help-desk-technician.it-director', { intent: 'start', for: 'route', route: 'help-desk-technician.it-director', targetOn: '2027-06-30' });
    expect([answered.status, /The day you had chosen: (?:<!-- -->)?30 June 2027/.test(answered.text)]).toEqual([400, true]);
  });

  test('another target, when the plan was closed or another took its place: neither form touches a plan that it did not show', async () => {
    await somebody();
    const first = await start();
    const retarget = { ...typed, intent: 'retarget', plan: first, version: 1 };
    await close(first);
    const closed = await send('', retarget);
    expect([closed.status, formIn(closed, 'start')]).toMatchObject([400, { ...typed, replaces: '0' }]);
    const second = await start();
    const replaced = await send('', retarget);
    expect([replaced.status, formIn(replaced, 'retarget')]).toMatchObject([409, { role: 'technology-analyst', targetOn: '2027-06-30', plan: String(second) }]);
    const kept = await send('', { intent: 'close', plan: first, version: 1, outcome: 'dropped' });
    expect([kept.status, formIn(kept, 'close')]).toMatchObject([409, { outcome: 'dropped', plan: String(second) }]);
    expect(await planId()).toBe(second);
  });

  test('a new item, when the plan was closed', async () => {
    await somebody();
    await close(await start());
    const item = { intent: 'add', kind: 'project', title: 'Patching night', host: 'The people of the warehouse', skill: 'scripting' };
    const answered = await send('/items/new', item);
    expect([answered.status, formIn(answered, 'add')]).toMatchObject([400, item]);
  });

  test('an item that was done meanwhile; once it is open again, the same form saves it', async () => {
    await somebody();
    await start();
    const item = await add();
    await complete(item);
    const answered = await send(`/items/${item}`, { intent: 'save', version: 1, kind: 'project', title: 'Patching night', host: 'Somebody' });
    const form = formIn(answered, 'save');
    expect([answered.status, form]).toMatchObject([409, { title: 'Patching night', host: 'Somebody', version: '2' }]);
    expect(answered.text).toContain('it can be saved once this is open again');
    expect((await send(`/items/${item}`, form)).status, 'not while it is done').toBe(400);
    expect((await send(`/items/${item}`, { intent: 'move', item, version: 2, state: 'under-way' })).status).toBe(303);
    expect((await send(`/items/${item}`, { ...form, version: 3 })).status).toBe(303);
  });

  test('what came of an item, when it was done or dropped meanwhile', async () => {
    await somebody();
    await start();
    const item = await add({ skill: 'scripting' });
    await complete(item);
    const outcome = { intent: 'complete', version: 1, doneOn: '2026-11-21', outcome: 'It went well', level: '4' };
    const answered = await send(`/items/${item}/done`, outcome);
    expect([answered.status, formIn(answered, 'complete')]).toMatchObject([409, { doneOn: '2026-11-21', outcome: 'It went well', level: '4', version: '2' }]);
  });

  test('a level for an item that was opened again meanwhile is said', async () => {
    await somebody();
    await start();
    const item = await add({ skill: 'scripting' });
    await complete(item);
    expect((await send(`/items/${item}`, { intent: 'move', item, version: 2, state: 'under-way' })).status).toBe(303);
    const answered = await send(`/items/${item}`, { intent: 'rate', version: 2, level: 4 });
    expect([answered.status, answered.text.includes('You had chosen 4 Advanced.')]).toEqual([409, true]);
  });
});

test('what was typed stays when there is nothing to offer any more', async () => {
  const nobody = await newPerson(database.db);
  const answered = await served.send(`/people/${nobody.personId}/mentoring`, { cookie: await served.signIn(nobody), form: [['intent', 'offer'], ['seen', '[[],null,false,null]'], ['note', 'On Tuesdays'], ['guideNote', 'Come by']] });
  expect([answered.status, formIn(answered, 'offer')]).toMatchObject([400, { note: 'On Tuesdays', guideNote: 'Come by' }]);
});

describe('what was typed stays when a question was withdrawn or answered in another window', () => {
  const asked = async (answer: { answer?: 'withdrawn' }) => {
    await somebody();
    const asker = await newPerson(database.db, { roleId: 'help-desk-technician' });
    const { ratingRequestId } = await database.db.insertInto('ratingRequests')
      .values({ personId: asker.personId, skillId: 'patience', kind: 'peer', askedOf: person.personId, askedAt: testNow, ...answer, ...(answer.answer ? { answeredAt: testNow } : {}) })
      .returning('ratingRequestId').executeTakeFirstOrThrow();
    return `/asked/${ratingRequestId}`;
  };

  test('withdrawn: the words are shown', async () => {
    const { status, text } = await post(await asked({ answer: 'withdrawn' }), { intent: 'say', level: 4, note: 'Calm with the payroll office.' });
    expect([status, text.includes('What you had written'), text.includes('Calm with the payroll office.')]).toEqual([400, true, true]);
  });

  test('answered: it is what the correction begins with', async () => {
    const path = await asked({});
    expect((await post(path, { intent: 'say', level: 3 })).status).toBe(303);
    const again = await post(path, { intent: 'say', level: 4, note: 'Calm with the payroll office.' });
    const form = formIn(again, 'correct');
    expect([again.status, form]).toMatchObject([400, { level: '4', note: 'Calm with the payroll office.', version: '1' }]);
    expect((await post(path, form)).status).toBe(303);
  });
});

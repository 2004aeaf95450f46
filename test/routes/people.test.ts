import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as pathLoader } from '#app/routes/my-path/route.tsx';
import { loader as paletteLoader } from '#app/routes/palette/route.tsx';
import { loader as peopleLoader } from '#app/routes/people/route.tsx';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newOrganisation, newPerson, type TestPerson } from '#test/support/people.ts';
import { answer, routeArgs } from '#test/support/request.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
let colleague: TestPerson;
let recruiter: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { name: 'Boss', access: ['manager'], roleId: 'help-desk-manager' });
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId, roleId: 'help-desk-technician' });
  colleague = await newPerson(database.db, { name: 'Colleague', roleId: 'help-desk-technician' });
  recruiter = await newPerson(database.db, { name: 'Recruiter', access: ['recruiter'] });
});
afterAll(() => database.close());

const visit = async (who: TestPerson | undefined, query = '', id = String(ana.personId)) =>
  answer(pathLoader, await routeArgs({ db: database.db, actor: who, url: `/people/${id}${query}`, params: { id } }));
const search = async (who: TestPerson | undefined, query = '') => answer(peopleLoader, await routeArgs({ db: database.db, actor: who, url: `/people${query}` }));

describe('the page of a person', () => {
  test('sign in first, and come back', async () => {
    expect(await visit(undefined)).toMatchObject({ status: 302, location: `/login?redirectTo=${encodeURIComponent(`/people/${ana.personId}`)}` });
  });

  test('the person and the line get the path, a colleague the card, a recruiter nothing', async () => {
    expect((await visit(ana)).data).toMatchObject({ kind: 'path', mine: true });
    expect((await visit(boss)).data).toMatchObject({ kind: 'path', mine: false, own: null });
    expect((await visit(colleague)).data).toEqual({ kind: 'card', person: { name: 'Ana', role: 'Help desk technician', team: null, site: null } });
    expect((await visit(recruiter)).status).toBe(404);
  });

  test('a recruiter cannot tell hidden from missing', async () => {
    const [hidden, missing] = [await visit(recruiter), await visit(recruiter, '', '2000000000')];
    expect(missing.status).toBe(hidden.status);
  });

  test.each(['0', '-1', '1.5', 'x', '99999999999', '1 or 1=1'])('the address /people/%s is not found', async (id) => {
    expect((await visit(boss, '', id)).status).toBe(404);
  });

  test.each(['?role=no-such-role', '?role=No%20Role', '?role=%00', '?role=a&role=b'])('%s is not found', async (query) => {
    expect((await visit(ana, query)).status).toBe(404);
  });

  test('an empty choice of role is no choice', async () => {
    expect((await visit(ana, '?role=')).data).toMatchObject({ wanted: null });
  });
});

describe('the directory', () => {
  test('sign in first; found by name; shown by page', async () => {
    expect((await search(undefined)).status).toBe(302);
    expect((await search(colleague, '?q=ana&role=&team=&site=')).data).toMatchObject({ total: 1, people: [{ name: 'Ana' }], filter: { q: 'ana', role: null } });
    expect((await search(recruiter)).data.people.map(({ name }) => name)).toEqual(['Recruiter']);
  });

  test.each(['?team=x', '?after=-1', '?after=99999999999', '?reports=2', '?role=%3Cscript%3E'])('%s is not found', async (query) => {
    expect((await search(colleague, query)).status).toBe(404);
  });

  test('words of any length are taken, none of them as a pattern', async () => {
    expect((await search(colleague, `?q=${'a'.repeat(5000)}`)).data).toMatchObject({ total: 0 });
    expect((await search(colleague, '?q=%25')).data).toMatchObject({ total: 0 });
  });
});

describe('the palette', () => {
  test('answers with JSON in the reader’s scope, and only to who is signed in', async () => {
    const ask = async (who: TestPerson | undefined, query: string) => {
      const args = await routeArgs({ db: database.db, actor: who, url: `/palette${query}` });
      return paletteLoader(args as Parameters<typeof paletteLoader>[0]).catch((thrown: unknown) => thrown as Response);
    };
    expect((await ask(undefined, '?q=ana')).status).toBe(302);
    const found = await ask(colleague, '?q=ana');
    expect(found.headers.get('Content-Type')).toContain('application/json');
    expect(await found.json()).toContainEqual({ label: 'Ana', to: `/people/${ana.personId}`, kind: 'Person' });
    expect(await (await ask(recruiter, '?q=ana')).json()).not.toContainEqual(expect.objectContaining({ kind: 'Person' }));
    expect(await (await ask(colleague, '')).json()).toEqual([]);
  });
});

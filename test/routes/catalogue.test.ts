import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loader as pathsLoader } from '#app/routes/paths/route.tsx';
import { loader as roleLoader } from '#app/routes/role/route.tsx';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, newOrganisation, newPerson, rateForRole, type TestPerson } from '#test/support/people.ts';
import { answer, routeArgs } from '#test/support/request.ts';

let database: TestDatabase;
let people: Record<'blank' | 'rated' | 'between' | 'starting' | 'twoRoles' | 'veteran' | 'nobody', TestPerson>;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db);
  const technician = { roleId: 'help-desk-technician' };
  people = {
    blank: await newPerson(db, technician), rated: await newPerson(db, technician), between: await newPerson(db), starting: await newPerson(db),
    twoRoles: await newPerson(db, technician), veteran: await newPerson(db, { roleId: 'network-administrator', startedOn: '2022-01-01' }), nobody: await newPerson(db),
  };
  for (const roleId of ['help-desk-technician', 'help-desk-analyst', 'network-analyst']) await rateForRole(db, people.rated.personId, roleId, { source: 'self' });
  await appoint(db, people.between.personId, { roleId: 'desktop-support-technician', startedOn: '2023-01-01', endedOn: '2025-12-31' });
  await appoint(db, people.starting.personId, { roleId: 'network-analyst', startedOn: '2027-01-01' });
  await appoint(db, people.twoRoles.personId, { roleId: 'help-desk-analyst', startedOn: '2026-06-01', kind: 'acting' });
  await appoint(db, people.veteran.personId, { roleId: 'help-desk-technician', startedOn: '2014-03-01', endedOn: '2017-12-31' });
  await appoint(db, people.veteran.personId, { roleId: 'network-analyst', startedOn: '2018-01-01', endedOn: '2021-12-31' });
});
afterAll(() => database.close());

const ask = async (who: TestPerson | undefined, query = '') => answer(pathsLoader, await routeArgs({ db: database.db, actor: who, url: `/paths${query}` }));
const map = async (who: TestPerson, query = '') => (await ask(who, query)).data;
const role = async (who: TestPerson, id: string) => (await answer(roleLoader, await routeArgs({ db: database.db, actor: who, url: `/roles/${id}`, params: { id } }))).data;

describe('where the map starts', () => {
  test('in the role held today, for somebody with nothing rated: every way is known at most', async () => {
    const data = await map(people.blank, '?to=network-analyst');
    expect(data).toMatchObject({ from: { id: 'help-desk-technician' }, held: 'now', beside: [], personId: people.blank.personId });
    expect(data.routes[0]).toMatchObject({ atMost: true });
    expect(await role(people.blank, 'network-analyst')).toMatchObject({ mine: { status: 'unknown', sum: null }, heldByMe: false });
  });

  test('with all levels of a role reached nothing is unknown on the way there, and no skill is missing', async () => {
    const { routes } = await map(people.rated, '?to=network-analyst');
    expect(routes[0]).toMatchObject({ atMost: false, hops: [{ to: 'network-analyst', sum: { skills: [], learning: 0, least: 1 } }] });
  });

  test('between two jobs in the last role; before the first day in the role to come', async () => {
    expect(await map(people.between)).toMatchObject({ from: { id: 'desktop-support-technician' }, ownRoleId: 'desktop-support-technician', held: 'last' });
    expect(await map(people.starting)).toMatchObject({ from: { id: 'network-analyst' }, held: 'coming' });
    expect(await role(people.between, 'desktop-support-technician')).toMatchObject({ heldByMe: false, mine: { status: 'unknown' }, myRoleId: 'desktop-support-technician' });
  });

  test('in two roles at once: in the main one, and the other one is named', async () => {
    expect(await map(people.twoRoles)).toMatchObject({ from: { id: 'help-desk-technician' }, held: 'now', beside: [{ id: 'help-desk-analyst', name: 'Help desk analyst (second line)' }] });
    expect(await role(people.twoRoles, 'help-desk-analyst')).toMatchObject({ heldByMe: true, mine: null });
  });

  test('after twelve years the months in all families count', async () => {
    const data = await map(people.veteran, '?to=infrastructure-architect');
    expect(data.from?.id).toBe('network-administrator');
    expect(data.routes.length).toBeGreaterThan(0);
    const missing = data.routes[0]?.hops.flatMap(({ sum }) => sum.others.map(({ text }) => text)) ?? [];
    expect(missing.filter((text) => /months in Networks/.test(text))).toEqual([]);
  });

  test('nowhere, without a history: then the page asks where to start', async () => {
    expect(await map(people.nobody)).toMatchObject({ from: null, held: null, routes: [], whatIf: { tries: [], changes: null } });
  });
});

describe('what if', () => {
  const query = '?to=network-administrator&if=network-routing.4&if=ccna';

  test('the months with it stand beside those without, and nothing is kept', async () => {
    const plain = await map(people.blank, '?to=network-administrator');
    const data = await map(people.blank, query);
    expect(data.whatIf.assumptions).toEqual([
      { key: 'network-routing.4', text: 'Routing, switching and addressing at 4 Advanced', held: false },
      { key: 'ccna', text: 'Cisco Certified Network Associate (CCNA)', held: false },
    ]);
    const [first] = data.routes;
    expect(data.whatIf.changes?.routes.without[0]?.months).toBeGreaterThanOrEqual(first!.months);
    expect(first?.hops.flatMap(({ sum }) => sum.skills).filter(({ text }) => text.startsWith('Routing'))).toEqual([]);
    expect(await map(people.blank, '?to=network-administrator')).toEqual(plain);
    const { count } = await database.db.selectFrom('ratings').select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count')).where('personId', '=', people.blank.personId).executeTakeFirstOrThrow();
    expect(count).toBe(0);
  });

  test('the same address counts from the standing of whoever opens it', async () => {
    const [blank, rated] = [await map(people.blank, '?to=network-analyst&if=network-routing.3'), await map(people.rated, '?to=network-analyst&if=network-routing.3')];
    expect(rated.whatIf.assumptions).toMatchObject([{ held: true }]);
    expect(rated.routes[0]!.months).toBeLessThan(blank.routes[0]!.months);
  });

  test('without a goal the next roles say what changes', async () => {
    const { whatIf: { changes } } = await map(people.rated, '?if=people-management.3');
    expect(changes?.next.length).toBeGreaterThan(3);
    expect(changes?.next.every(({ before, after }) => (after.months ?? 0) <= (before.months ?? Infinity))).toBe(true);
  });

  test('the form comes to an address that says it all', async () => {
    expect(await ask(people.blank, '?from=network-analyst&to=network-administrator&if=ccna&skill=network-routing&level=3&certificate=&education=bachelor&all=1'))
      .toMatchObject({ status: 302, location: '/paths?from=network-analyst&to=network-administrator&if=ccna&if=network-routing.3&if=bachelor&all=1' });
    expect(await ask(people.blank, '?to=network-analyst&family=&if=ccna,network-routing.3')).toMatchObject({ status: 302, location: '/paths?to=network-analyst&if=ccna&if=network-routing.3' });
    expect(await ask(people.blank, '?if=network-routing.3&skill=network-routing&level=5')).toMatchObject({ status: 302, location: '/paths?if=network-routing.5' });
    expect((await map(people.blank, '?skill=&level=3&certificate=&education=')).whatIf.assumptions).toEqual([]);
  });

  test('more assumptions than a page reckons with are answered all the same: the first of them count, and the others are said to be left out', async () => {
    const ids = (await database.db.selectFrom('skills').select('skillId').orderBy('skillId').limit(22).execute()).map(({ skillId }) => skillId);
    const { assumptions, leftOut } = (await map(people.blank, `?${ids.map((id) => `if=${id}.3`).join('&')}`)).whatIf;
    expect([assumptions.map(({ key }) => key), leftOut]).toEqual([ids.slice(0, 20).map((id) => `${id}.3`), 2]);
    expect((await map(people.blank, `?${'if=ccna&'.repeat(30)}`)).whatIf).toMatchObject({ assumptions: [{ key: 'ccna' }], leftOut: 0 });
    const { location } = await ask(people.blank, `?if=${ids.map((id) => `${id}.3`).join(',')}&skill=network-routing&level=4`);
    expect((await map(people.blank, new URL(location!, 'http://localhost').search)).whatIf).toMatchObject({ assumptions: { length: 20 }, leftOut: 3 });
  });

  test.each(['if=no-such-skill.3', 'if=network-routing.6', 'if=%00', 'if=No', 'if=associate.2', 'family=none', 'level=9&skill=patience', 'skill=no-such-skill&level=2'])('%s is not found, or leads nowhere', async (bad) => {
    const { status, location } = await ask(people.blank, `?${bad}`);
    expect(location ? (await ask(people.blank, new URL(location, 'http://localhost').search)).status : status).toBe(404);
  });
});

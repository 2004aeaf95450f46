import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getAdvert } from '#app/features/catalogue/queries/advert.server.ts';
import { compareRoles } from '#app/features/catalogue/queries/compare.server.ts';
import { getCareerMap } from '#app/features/catalogue/queries/paths.server.ts';
import { getRole } from '#app/features/catalogue/queries/role.server.ts';
import { listRoles } from '#app/features/catalogue/queries/roles.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, newOrganisation, newPerson, rateForRole, testDay } from '#test/support/people.ts';

let database: TestDatabase;
let technician: Awaited<ReturnType<typeof newPerson>>;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  technician = await newPerson(database.db, { roleId: 'help-desk-technician', startedOn: '2025-06-15' });
});
afterAll(() => database.close());

describe('the list of roles', () => {
  it('has all 23 by family, with how many people hold each today', async () => {
    const list = await listRoles(database.readDb, testDay, {});
    expect(list.total).toBe(23);
    expect(list.groups.map(({ name }) => name)).toEqual(list.families.map(({ name }) => name));
    expect(list.groups.flatMap(({ roles }) => roles).find(({ id }) => id === 'help-desk-technician')?.people).toBe(1);
  });

  it('finds a role by another word for it, and takes wildcards as they are typed', async () => {
    const found = async (q: string) => (await listRoles(database.readDb, testDay, { q })).groups.flatMap(({ roles }) => roles.map(({ id }) => id));
    expect(await found('level 1 SUPPORT')).toEqual(['help-desk-technician']);
    expect(await found('%')).toEqual([]);
    expect(await found('_')).toEqual([]);
  });
});

describe('a role', () => {
  it('says what it asks for, where it leads, and how near the actor is', async () => {
    const role = await getRole(database.readDb, technician.actor, testDay, 'network-analyst');
    expect(role.essential).toHaveLength(8);
    expect(role.mine).toMatchObject({ status: 'unknown', essential: { met: 0, total: 8 } });
    expect(role.before.map(({ id }) => id)).toContain('help-desk-technician');
    expect(role.heldByMe).toBe(false);
  });

  it('knows the role that the actor holds, and what an account without a person lacks', async () => {
    expect(await getRole(database.readDb, technician.actor, testDay, 'help-desk-technician')).toMatchObject({ heldByMe: true, mine: null });
    const nobody = { ...technician.actor, personId: null };
    expect(await getRole(database.readDb, nobody, testDay, 'help-desk-technician')).toMatchObject({ heldByMe: false, mine: null });
  });

  it('is not found when there is none', async () => {
    await expect(getRole(database.readDb, technician.actor, testDay, 'no-such-role')).rejects.toMatchObject({ status: 404 });
  });

  it('shows a trodden path only from the third person on, and names nobody', async () => {
    const walk = async () => {
      const person = await newPerson(database.db);
      await appoint(database.db, person.personId, { roleId: 'help-desk-technician', startedOn: '2023-01-01', endedOn: '2024-06-30' });
      await appoint(database.db, person.personId, { roleId: 'network-analyst', startedOn: '2024-07-01' });
    };
    const trodden = async () => (await getRole(database.readDb, technician.actor, testDay, 'network-analyst')).before.find(({ id }) => id === 'help-desk-technician')?.trodden;
    await walk();
    await walk();
    expect(await trodden()).toBeNull();
    await walk();
    expect(await trodden()).toEqual({ people: 3, medianMonths: 18 });
  });
});

describe('two roles', () => {
  it('are compared by what stays, grows and is new', async () => {
    const { diff } = await compareRoles(database.readDb, 'help-desk-technician', 'help-desk-analyst');
    const troubleshooting = diff?.grows.find(({ text }) => text.startsWith('Technical troubleshooting'));
    expect(troubleshooting).toMatchObject({ before: { wording: { level: 2 } }, wordings: [{ skill: 'Technical troubleshooting', level: 3 }] });
    expect(troubleshooting?.before.wording?.sentence).not.toBe(troubleshooting?.wordings[0]?.sentence);
    expect(diff?.fresh.every(({ wordings }) => wordings.every(({ sentence, example }) => sentence !== '' && example !== ''))).toBe(true);
    const all = [...(diff?.keeps ?? []), ...(diff?.grows ?? []), ...(diff?.fresh ?? [])];
    expect(new Set(all.map(({ text }) => text)).size).toBe(21);
  });

  it('are asked for when one is missing, and must exist', async () => {
    expect(await compareRoles(database.readDb, 'help-desk-technician', undefined)).toMatchObject({ a: { id: 'help-desk-technician' }, b: null, diff: null });
    await expect(compareRoles(database.readDb, 'help-desk-technician', 'no-such-role')).rejects.toMatchObject({ status: 404 });
  });
});

describe('an advert for a role', () => {
  it('says what one will do in the words of the levels, what is asked for in plain words, and where it leads', async () => {
    const advert = await getAdvert(database.readDb, 'desktop-support-technician', undefined);
    expect(advert).toMatchObject({ role: { name: 'Desktop support technician' }, organisation: 'Test organisation', from: null });
    expect(advert.asks).toEqual(['24 months of experience in Service desk or End-user computing, or CompTIA A+']);
    expect(advert.tasks.length).toBeGreaterThan(4);
    expect(advert.tasks.every(({ wordings }) => wordings[0]?.sentence)).toBe(true);
    expect(advert.leadsTo.length).toBeGreaterThan(0);
    expect(advert.roles.map(({ id }) => id)).not.toContain('desktop-support-technician');
  });

  it('says to people in another role what they bring, what grows and what is new: every essential in one place', async () => {
    const { from, tasks, asks } = await getAdvert(database.readDb, 'help-desk-analyst', 'help-desk-technician');
    expect(from?.name).toBe('Help desk technician');
    expect(from!.grows.length).toBeGreaterThan(0);
    expect(from!.brings.length + from!.grows.length + from!.fresh.length).toBe(tasks.length + asks.length);
  });

  it('is not found for a role that is not there or no longer offered', async () => {
    await expect(getAdvert(database.readDb, 'no-such-role', undefined)).rejects.toMatchObject({ status: 404 });
    await expect(getAdvert(database.readDb, 'help-desk-analyst', 'no-such-role')).rejects.toMatchObject({ status: 404 });
    await database.db.updateTable('roles').set({ retiredOn: testDay }).where('roleId', '=', 'it-director').execute();
    await expect(getAdvert(database.readDb, 'it-director', undefined)).rejects.toMatchObject({ status: 404 });
    await database.db.updateTable('roles').set({ retiredOn: null }).where('roleId', '=', 'it-director').execute();
  });
});

describe('the career map', () => {
  it('starts where the actor is and says how near the next roles are', async () => {
    const map = await getCareerMap(database.readDb, technician.actor, testDay, {});
    expect(map.from?.id).toBe('help-desk-technician');
    expect(map.routes).toEqual([]);
    const next = map.roles.filter((role) => role.next);
    expect(next.length).toBeGreaterThan(3);
    expect(next.every((role) => role.readiness !== null)).toBe(true);
    expect(map.roles.filter((role) => !role.next).every((role) => role.readiness === null)).toBe(true);
  });

  it('lays routes open: the months of each hop come from what is new', async () => {
    const person = await newPerson(database.db, { roleId: 'help-desk-technician', startedOn: '2025-06-15' });
    await rateForRole(database.db, person.personId, 'help-desk-technician');
    const map = await getCareerMap(database.readDb, person.actor, testDay, { to: 'network-administrator' });
    expect(map.routes.length).toBeGreaterThan(0);
    for (const route of map.routes) {
      expect(route.months).toBe(route.hops.reduce((total, { sum }) => total + sum.months, 0));
      expect(route.hops.flatMap(({ sum }) => [...sum.skills, ...sum.others]).every(({ months }) => months > 0)).toBe(true);
    }
  });

  it('knows no way down, and refuses roles that are not there', async () => {
    expect((await getCareerMap(database.readDb, technician.actor, testDay, { from: 'network-administrator', to: 'help-desk-technician' })).routes).toEqual([]);
    await expect(getCareerMap(database.readDb, technician.actor, testDay, { to: 'no-such-role' })).rejects.toMatchObject({ status: 404 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DirectorySearch } from '#app/features/people/input.server.ts';
import { listPeople } from '#app/features/people/queries/directory.server.ts';
import { findPlaces } from '#app/features/people/queries/palette.server.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, nameDeputy, newOrganisation, newPerson, testDay, type TestPerson } from '#test/support/people.ts';
import { countingStatements } from '#test/support/statements.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
let joiner: TestPerson;
let recruiter: TestPerson;
let outsider: TestPerson;
let administrator: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db);
  boss = await newPerson(db, { name: 'Boss Adair', roleId: 'help-desk-manager', access: ['manager'], site: 'Northgate' });
  ana = await newPerson(db, { name: 'Ana Moreau', roleId: 'help-desk-technician', managerId: boss.personId, team: 'Service desk', site: 'Northgate' });
  joiner = await newPerson(db, { name: 'Joiner', managerId: boss.personId });
  recruiter = await newPerson(db, { name: 'Recruiter', roleId: 'qa-analyst', access: ['recruiter'] });
  outsider = await newPerson(db, { name: 'Per_cent 100%', roleId: 'network-analyst', site: 'Vale Park' });
  administrator = await newPerson(db, { name: 'Administrator', access: ['admin'] });
  const left = await newPerson(db, { name: 'Left long ago' });
  await appoint(db, left.personId, { roleId: 'help-desk-technician', startedOn: '2019-01-01', endedOn: '2020-01-01' });
  const erased = await newPerson(db, { name: 'Erased', roleId: 'help-desk-technician' });
  await db.updateTable('people').set({ erasedAt: new Date() }).where('personId', '=', erased.personId).execute();
});
afterAll(() => database.close());

const list = (actor: Actor, search: Partial<DirectorySearch> = {}) => listPeople(database.readDb, actor, testDay, search);
const names = async (who: TestPerson, search: Partial<DirectorySearch> = {}) => (await list(who.actor, search)).people.map(({ name }) => name);

describe('the directory', () => {
  it('has all current people for colleagues, by name, with role, team and site and nothing else', async () => {
    expect(await names(outsider)).toEqual(['Ana Moreau', 'Boss Adair', 'Per_cent 100%', 'Recruiter']);
    const { people } = await list(outsider.actor);
    expect(people[0]).toEqual({ id: ana.personId, name: 'Ana Moreau', role: 'Help desk technician', team: 'Service desk', site: 'Northgate' });
  });

  it('has the own line too while it has no role yet, and oneself', async () => {
    expect(await names(boss)).toContain('Joiner');
    expect(await names(joiner)).toContain('Joiner');
    expect(await names(outsider)).not.toContain('Joiner');
  });

  it('has only themselves and their own line for recruiters', async () => {
    expect(await names(recruiter)).toEqual(['Recruiter']);
    const leading = await newPerson(database.db, { name: 'Leading recruiter', access: ['recruiter'] });
    await nameDeputy(database.db, boss.personId, leading.personId);
    expect(await names(leading)).toEqual(['Ana Moreau', 'Joiner', 'Leading recruiter']);
    expect((await list({ ...recruiter.actor, personId: null })).total).toBe(0);
  });

  it('has everybody but the erased for administrators', async () => {
    const found = await names(administrator);
    expect(found).toEqual(expect.arrayContaining(['Left long ago', 'Administrator', 'Joiner', 'Ana Moreau']));
    expect(found).not.toContain('Erased');
  });

  it('finds names by their words in any order and takes wildcards as letters', async () => {
    expect(await names(outsider, { q: 'moreau an' })).toEqual(['Ana Moreau']);
    expect(await names(outsider, { q: 'OREA' })).toEqual(['Ana Moreau']);
    expect(await names(outsider, { q: '%' })).toEqual(['Per_cent 100%']);
    expect(await names(outsider, { q: '_' })).toEqual(['Per_cent 100%']);
    expect(await names(outsider, { q: '\\' })).toEqual([]);
    expect(await names(outsider, { q: "'; drop table people" })).toEqual([]);
  });

  it('filters by role, team, site and own reports, with the number that match', async () => {
    const found = await list(boss.actor, { role: 'help-desk-technician' });
    expect([found.total, found.people.map(({ name }) => name)]).toEqual([1, ['Ana Moreau']]);
    const [team] = found.choices.teams;
    const [northgate] = found.choices.sites;
    expect(await names(boss, { team: team!.id })).toEqual(['Ana Moreau']);
    expect(northgate!.name).toBe('Northgate');
    expect(await names(boss, { site: northgate!.id })).toEqual(['Ana Moreau', 'Boss Adair']);
    expect(await names(boss, { reports: '1' })).toEqual(['Ana Moreau', 'Joiner']);
    expect(await names(outsider, { reports: '1' })).toEqual([]);
    expect(await names(boss, { role: 'no-such-role' })).toEqual([]);
  });

  it('pages by name without leaving out or repeating anybody, forwards and back', async () => {
    for (let index = 0; index < 107; index += 1) await newPerson(database.db, { name: `Twin ${String(Math.floor(index / 2)).padStart(3, '0')}`, roleId: 'systems-administrator' });
    const search = { role: 'systems-administrator' };
    const first = await list(outsider.actor, search);
    const second = await list(outsider.actor, { ...search, after: first.after! });
    const third = await list(outsider.actor, { ...search, after: second.after! });
    expect([first, second, third].map((page) => [page.people.length, page.total])).toEqual([[50, 107], [50, 107], [7, 107]]);
    const ids = [first, second, third].flatMap(({ people }) => people.map(({ id }) => id));
    expect(new Set(ids).size).toBe(107);
    expect([first.before, third.after]).toEqual([null, null]);
    const back = await list(outsider.actor, { ...search, before: third.before! });
    expect(back.people).toEqual(second.people);
    const start = await list(outsider.actor, { ...search, before: back.before! });
    expect(start).toMatchObject({ people: first.people, before: null, after: first.after });
  });

  it('takes at most six statements', async () => {
    const counted = countingStatements(database.db);
    await listPeople(counted.db, boss.actor, testDay, { q: 'a', reports: '1' });
    expect(counted.count()).toBeLessThanOrEqual(6);
  });
});

describe('the command palette', () => {
  const labels = async (who: Actor, letters: string) => (await findPlaces(database.readDb, who, testDay, letters)).map(({ kind, label }) => `${kind}: ${label}`);

  it('finds people in scope, roles and own skills by how a word of the name begins', async () => {
    expect(await findPlaces(database.readDb, outsider.actor, testDay, 'mor')).toEqual([{ label: 'Ana Moreau', to: `/people/${ana.personId}`, kind: 'Person' }]);
    expect(await labels(outsider.actor, 'ana')).toContain('Person: Ana Moreau');
    expect(await labels(outsider.actor, 'network')).toEqual(expect.arrayContaining(['Role: Network administrator', 'Role: Network analyst']));
    expect(await labels(outsider.actor, 'rea')).not.toContain('Person: Ana Moreau');
    expect((await findPlaces(database.readDb, outsider.actor, testDay, 'patience'))[0]).toEqual({ label: 'Patience', to: `/people/${outsider.personId}/skills/patience`, kind: 'Skill' });
  });

  it('finds nobody outside the scope, and no skills for an account that is nobody’s', async () => {
    expect(await labels(recruiter.actor, 'ana')).not.toContain('Person: Ana Moreau');
    expect(await labels({ ...recruiter.actor, personId: null }, 'patience')).toEqual([]);
  });

  it('is quiet for less than two letters, and never more than twenty', async () => {
    expect(await labels(outsider.actor, 't')).toEqual([]);
    expect(await labels(outsider.actor, '%%')).toEqual([]);
    const many = await labels(outsider.actor, 'tw');
    expect(many.length).toBeGreaterThan(0);
    expect((await labels(outsider.actor, 'se')).length).toBeLessThanOrEqual(20);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseNextRoles, passSkill, putOff, reachStep } from '#app/features/welcome/commands/progress.server.ts';
import { findSkillToAsk } from '#app/features/welcome/queries/step.server.ts';
import { getWelcome } from '#app/features/welcome/queries/welcome.server.ts';
import { getPersonPage } from '#app/features/people/queries/my-path.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, callAs, newOrganisation, newPerson, rate, rateForRole, testDay, wish, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
const role = 'help-desk-technician';

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { name: 'Boss', access: ['manager'] });
});
beforeEach(async () => {
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId, roleId: role });
});
afterAll(() => database.close());

const as = (who: TestPerson, key?: string) => callAs(database.db, who.actor, testDay, key);
const welcome = (who = ana) => getWelcome(database.db, who.actor, testDay, who.personId);
const row = (who = ana) => database.db.selectFrom('welcomes').selectAll().where('personId', '=', who.personId).executeTakeFirst();
const events = (who = ana) => database.db.selectFrom('auditEvents').select(['action', 'after', 'subject']).where('personId', '=', who.personId).orderBy('auditEventId').execute();
const firstVisit = async (who = ana) => {
  const page = await getPersonPage(database.db, who.actor, testDay, who.personId);
  return page.kind === 'path' ? page.own?.firstVisit : undefined;
};

describe('where a first visit stands', () => {
  test('begins at the role, with the skills of its essentials still to ask and next roles to choose from', async () => {
    const { toDo, reached, role: own, skills, next, nextSkills } = await welcome();
    expect([toDo, reached, own?.id]).toEqual(['tenure', 'tenure', role]);
    expect(skills.open).toEqual(skills.asked);
    expect(skills.open.length).toBeGreaterThan(3);
    expect(next.map(({ status }) => status)).toEqual(next.map(() => 'unknown'));
    expect(nextSkills.asked).toEqual([]);
    expect(await row(), 'reading begins nothing').toBeUndefined();
  });

  test('follows what is rated and what was passed over, skill by skill', async () => {
    await reachStep(as(ana), ana.personId, 'skills');
    const { skills } = await welcome();
    const [first, second, third] = skills.asked as [string, string, string];
    await rate(database.db, ana.personId, first, 3);
    await passSkill(as(ana), ana.personId, second);
    const now = await welcome();
    expect(now.skills.open[0]).toBe(third);
    expect(await findSkillToAsk(database.db, now.skills, now, undefined)).toMatchObject({ id: third, at: 3, of: skills.asked.length, before: second, held: null, left: skills.asked.length - 3 });
    expect(await findSkillToAsk(database.db, now.skills, now, first)).toMatchObject({ id: first, held: 3, before: null });
    await expect(findSkillToAsk(database.db, now.skills, now, 'no-such-skill')).rejects.toMatchObject({ status: 404 });
  });

  test('everything rated: the steps about skills skip themselves', async () => {
    await rateForRole(database.db, ana.personId, role);
    await reachStep(as(ana), ana.personId, 'skills');
    expect((await welcome()).toDo).toBe('next-roles');
    const { next } = await welcome();
    const chosen = next.slice(0, 2).map(({ id }) => id);
    await chooseNextRoles(as(ana), ana.personId, { roles: chosen });
    const asked = await welcome();
    expect(asked.toDo).toBe('next-skills');
    expect(asked.nextSkills.asked.some((skill) => asked.skills.asked.includes(skill)), 'nothing is asked twice').toBe(false);
    for (const id of chosen) await rateForRole(database.db, ana.personId, id);
    expect((await welcome()).toDo).toBe('visibility');
  });

  test.each([
    ['nobody has recorded anything', [], null],
    ['somebody is between jobs', [{ roleId: role, startedOn: '2023-01-01', endedOn: '2026-06-30' }], role],
    ['somebody holds two roles at once', [{ roleId: role }, { roleId: 'service-desk-team-lead', kind: 'acting' as const, startedOn: '2026-01-01' }], role],
  ])('when %s', async (_, posts, from) => {
    const somebody = await newPerson(database.db);
    for (const post of posts) await appoint(database.db, somebody.personId, post);
    expect((await welcome(somebody)).role?.id ?? null).toBe(from);
    await reachStep(as(somebody), somebody.personId, 'skills');
    expect((await welcome(somebody)).toDo).toBe(from === null ? 'visibility' : 'skills');
  });

  test('a role without essentials has nothing to ask, and still leads on', async () => {
    const { roleId } = await database.db.insertInto('roles').values({ roleId: 'lamp-keeper', familyId: 'service-desk', grade: 1, name: 'Lamp keeper', summary: 'Keeps lamps.', aliases: [], source: 'test' })
      .returning('roleId').executeTakeFirstOrThrow();
    const keeper = await newPerson(database.db, { roleId });
    await reachStep(as(keeper), keeper.personId, 'skills');
    expect(await welcome(keeper)).toMatchObject({ toDo: 'visibility', role: { id: 'lamp-keeper' }, skills: { asked: [] }, next: [] });
  });

  test('is for the person alone', async () => {
    const recruiter = await newPerson(database.db, { access: ['recruiter'] });
    for (const who of [boss, recruiter]) {
      await expect(getWelcome(database.db, who.actor, testDay, ana.personId)).rejects.toMatchObject({ status: 404 });
      for (const act of [() => reachStep(as(who), ana.personId, 'skills'), () => passSkill(as(who), ana.personId, 'patience'), () => putOff(as(who), ana.personId), () => chooseNextRoles(as(who), ana.personId, { roles: [] })]) {
        await expect(Promise.resolve().then(act)).rejects.toMatchObject({ status: 404 });
      }
    }
    const nobody = { ...boss.actor, personId: null };
    await expect(getWelcome(database.db, nobody, testDay, ana.personId)).rejects.toMatchObject({ status: 404 });
    expect(await row()).toBeUndefined();
  });
});

describe('what is kept of it', () => {
  test('goes forward, never back, and ends with the last step; each with its audit row', async () => {
    await reachStep(as(ana), ana.personId, 'visibility');
    expect(await reachStep(as(ana), ana.personId, 'skills')).toMatchObject({ done: true, value: 'visibility' });
    expect(await row()).toMatchObject({ step: 'visibility', finishedAt: null });
    await reachStep(as(ana), ana.personId, 'done');
    expect(await row()).toMatchObject({ step: 'done', finishedAt: new Date(`${testDay}T12:00:00Z`) });
    await chooseNextRoles(as(ana), ana.personId, { roles: [] });
    expect((await welcome()).toDo, 'done stays done').toBe('done');
    expect((await events()).map(({ action }) => action)).toEqual(['welcome.reach-step', 'welcome.reach-step', 'welcome.reach-step', 'welcome.choose-next-roles']);
    expect((await events())[0]).toMatchObject({ subject: 'welcome', after: { step: 'visibility' } });
  });

  test('next roles come from the moves of the own role; others are refused and nothing is written', async () => {
    expect(await chooseNextRoles(as(ana), ana.personId, { roles: ['it-director'] })).toEqual({ done: false, reason: 'Please choose roles from the list.', field: 'roles' });
    expect(await row()).toBeUndefined();
    expect(await events()).toEqual([]);
    const { next } = await welcome();
    expect(await chooseNextRoles(as(ana), ana.personId, { roles: [next[0]!.id, next[0]!.id] })).toMatchObject({ done: true });
    expect(await row()).toMatchObject({ roleIds: [next[0]!.id], step: 'next-skills' });
  });

  test('a skill that is not there is not passed over; the same form twice acts once', async () => {
    await expect(passSkill(as(ana), ana.personId, 'no-such-skill')).rejects.toMatchObject({ status: 404 });
    const key = 'the-key-of-this-very-form';
    await Promise.all([passSkill(as(ana, key), ana.personId, 'patience'), passSkill(as(ana, key), ana.personId, 'patience')]);
    expect((await row())?.passedSkillIds).toEqual(['patience']);
    expect(await events()).toHaveLength(1);
  });

  test('of two forms at once neither is lost', async () => {
    await Promise.all(['patience', 'communication', 'teamwork'].map((skill) => passSkill(as(ana), ana.personId, skill)));
    expect((await row())?.passedSkillIds.toSorted()).toEqual(['communication', 'patience', 'teamwork']);
  });
});

describe('My path', () => {
  test('offers a first visit to somebody with nothing rated, says how far it has come, and stops when it is put off or done', async () => {
    expect(await firstVisit()).toBe(0);
    await reachStep(as(ana), ana.personId, 'next-skills');
    expect(await firstVisit()).toBe(3);
    await putOff(as(ana), ana.personId);
    expect(await firstVisit()).toBeNull();
    await reachStep(as(ana), ana.personId, 'visibility');
    expect(await firstVisit(), 'taken up again').toBe(4);
    await reachStep(as(ana), ana.personId, 'done');
    expect(await firstVisit()).toBeNull();
  });

  test('does not offer one to somebody with levels who never began, nor tells a manager of it', async () => {
    const known = await newPerson(database.db, { roleId: role });
    await rate(database.db, known.personId, 'patience', 3);
    await wish(database.db, known.personId, 'move');
    expect(await firstVisit(known)).toBeNull();
    expect((await welcome(known)).wish).toBe('move');
    const page = await getPersonPage(database.db, boss.actor, testDay, ana.personId);
    expect(page.kind === 'path' && page.own).toBeNull();
  });
});

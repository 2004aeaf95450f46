import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPersonPage } from '#app/features/people/queries/my-path.server.ts';
import { startPlan } from '#app/features/plans/commands/plan.server.ts';
import { addItem, moveItem } from '#app/features/plans/commands/items.server.ts';
import { completeItem } from '#app/features/plans/commands/complete.server.ts';
import { offerMentoring } from '#app/features/plans/commands/mentoring.server.ts';
import { getLedger } from '#app/features/plans/queries/ledger.server.ts';
import { getMentoring } from '#app/features/plans/queries/mentoring.server.ts';
import { getMentors } from '#app/features/plans/queries/mentors.server.ts';
import type { ItemKind } from '#app/domain/plan.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, callAs, newOrganisation, newPerson, pause, rate, testDay, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let manager: TestPerson;
let learner: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  manager = await newPerson(database.db, { name: 'Mara Lind', roleId: 'service-desk-team-lead', access: ['manager'] });
  learner = await newPerson(database.db, { name: 'Lea Brandt', managerId: manager.personId, roleId: 'help-desk-technician' });
  await startPlan(callAs(database.db, learner.actor), learner.personId, { intent: 'start', for: 'skill', skill: 'scripting', level: 3, replaces: 0 });
});
afterAll(() => database.close());

const helper = async (name: string, level = 4, given: object = {}) => {
  const person = await newPerson(database.db, { name, roleId: 'systems-administrator', team: 'Systems', site: 'Vale Park', ...given });
  await rate(database.db, person.personId, 'scripting', level);
  return person;
};
const offer = async (person: TestPerson, given: { skills?: string[]; note?: string; guide?: boolean; guideNote?: string } = { skills: ['scripting'] }) => {
  const { seen } = await getMentoring(database.readDb, person.actor, testDay, person.personId);
  return offerMentoring(callAs(database.db, person.actor), person.personId, { intent: 'offer', skills: [], guide: false, ...given, seen });
};
const mentors = (by: TestPerson, person = learner) => getMentors(database.readDb, by.actor, testDay, person.personId);
const found = async (by = learner) => (await mentors(by)).skills.find(({ id }) => id === 'scripting')!.mentors;

describe('who offers to be asked', () => {
  it('shows name, role, team, site, the skill, the level and the note, and nothing else', async () => {
    const person = await helper('Ina Vogt', 5);
    await rate(database.db, person.personId, 'scripting', 5, { source: 'manager', by: manager.personId, at: '2026-06-01' });
    expect(await offer(person, { skills: ['scripting'], note: 'On Tuesdays' })).toMatchObject({ done: true, value: { skills: 1, guide: false } });
    expect(await found()).toEqual([{ id: person.personId, name: 'Ina Vogt', role: 'Systems administrator', team: 'Systems', site: 'Vale Park', note: 'On Tuesdays', level: 5, confirmed: true }]);
    expect(await found(manager)).toHaveLength(1);
    expect(await offer(person, {})).toMatchObject({ done: true, value: { skills: 0 } });
    expect(await found()).toEqual([]);
    const actions = await database.db.selectFrom('auditEvents').select('action').where('personId', '=', person.personId).execute();
    expect(actions.map(({ action }) => action)).toEqual(['plans.offer-mentoring', 'plans.offer-mentoring']);
  });

  it('is not shown while away, after leaving, below 4, or to themselves', async () => {
    const away = await helper('Away Today');
    const left = await helper('Left Since', 4, { roleId: null });
    await appoint(database.db, left.personId, { roleId: 'systems-administrator', startedOn: '2024-01-01', endedOn: '2026-11-21' });
    const sunk = await helper('Sunk Since');
    for (const one of [away, left, sunk]) await database.db.insertInto('mentorOffers').values({ personId: one.personId, skillId: 'scripting', offeredAt: '2026-10-01T09:00:00Z' }).execute();
    expect((await found()).map(({ name }) => name)).toEqual(['Away Today', 'Sunk Since']);
    await pause(database.db, away.personId, { startedOn: '2026-11-01', endedOn: '2026-12-01' });
    await rate(database.db, sunk.personId, 'scripting', 3, { source: 'manager', by: manager.personId, at: '2026-11-01' });
    expect(await found()).toEqual([]);
    await pause(database.db, learner.personId, { startedOn: '2026-01-01', endedOn: '2026-01-31' });
    await database.db.insertInto('mentorOffers').values({ personId: learner.personId, skillId: 'scripting', offeredAt: '2026-10-01T09:00:00Z' }).execute();
    expect(await found()).toEqual([]);
    await database.db.deleteFrom('mentorOffers').execute();
  });

  it('guides who plan to come into the role they hold', async () => {
    const guide = await helper('Gero Adam');
    expect(await offer(guide, { guide: true })).toMatchObject({ done: true });
    const person = await newPerson(database.db, { managerId: manager.personId, roleId: 'help-desk-technician' });
    await startPlan(callAs(database.db, person.actor), person.personId, { intent: 'start', for: 'role', role: 'systems-administrator', replaces: 0 });
    expect((await mentors(person, person)).roles).toEqual([{ id: 'systems-administrator', name: 'Systems administrator', guides: [expect.objectContaining({ name: 'Gero Adam', team: 'Systems' })] }]);
    const jobless = await newPerson(database.db, {});
    expect(await offer(jobless, { guide: true })).toMatchObject({ done: false, field: 'guide' });
    expect(await offer(jobless, { guideNote: 'Ask me' })).toMatchObject({ done: false, field: 'guideNote' });
    expect(await offer(jobless, { note: 'On Tuesdays' })).toMatchObject({ done: false, field: 'note' });
  });

  it('offers what is at 4 or above, on the newest state, and for themselves alone', async () => {
    const person = await helper('Rosa Falk', 3);
    expect(await offer(person)).toMatchObject({ done: false, field: 'skills' });
    const stale = { intent: 'offer' as const, skills: [], guide: true, seen: '[["patience"],null,false,null]' };
    expect(await offerMentoring(callAs(database.db, person.actor), person.personId, stale)).toMatchObject({ done: false, stale: { guide: false } });
    await expect(offerMentoring(callAs(database.db, manager.actor), person.personId, stale)).rejects.toMatchObject({ status: 404 });
    await expect(getMentoring(database.readDb, manager.actor, testDay, learner.personId)).rejects.toMatchObject({ status: 403 });
    await expect(getMentoring(database.readDb, manager.actor, testDay, person.personId)).rejects.toMatchObject({ status: 404 });
  });

  it('shows recruiters nothing, not even one who has a plan, and nobody another’s plan', async () => {
    const recruiter = await newPerson(database.db, { managerId: manager.personId, roleId: 'help-desk-technician', access: ['recruiter'] });
    await startPlan(callAs(database.db, recruiter.actor), recruiter.personId, { intent: 'start', for: 'skill', skill: 'scripting', level: 3, replaces: 0 });
    await expect(mentors(recruiter, recruiter)).rejects.toMatchObject({ status: 404 });
    await expect(mentors(recruiter)).rejects.toMatchObject({ status: 404 });
    await expect(mentors(await helper('Nosy Parker'))).rejects.toMatchObject({ status: 404 });
  });

  it('is not linked as a host by a recruiter, to whom no colleague is known', async () => {
    const recruiter = await newPerson(database.db, { managerId: manager.personId, roleId: 'help-desk-technician', access: ['recruiter'] });
    await startPlan(callAs(database.db, recruiter.actor), recruiter.personId, { intent: 'start', for: 'skill', skill: 'scripting', level: 3, replaces: 0 });
    await addItem(callAs(database.db, recruiter.actor), recruiter.personId, { intent: 'add', kind: 'mentoring', title: 'Talks', host: 'Mara Lind' });
    expect(await database.db.selectFrom('planItems').select(['hostId', 'hostName']).where('title', '=', 'Talks').execute()).toEqual([{ hostId: null, hostName: 'Mara Lind' }]);
  });
});

describe('the ledger', () => {
  it('keeps stretch work of every plan, counts it by kind and year, and tells hosts how often and nothing more', async () => {
    const person = await newPerson(database.db, { managerId: manager.personId, roleId: 'help-desk-technician' });
    const call = () => callAs(database.db, person.actor);
    const plan = async (replaces: number) => {
      const result = await startPlan(call(), person.personId, { intent: 'start', for: 'skill', skill: 'scripting', level: 3, replaces });
      return result.done ? result.value.planId : 0;
    };
    const first = await plan(0);
    const item = async (kind: ItemKind, startsOn: string, doneOn: string | null) => {
      const added = await addItem(call(), person.personId, { intent: 'add', kind, title: `${kind} ${startsOn}`, host: 'Mara Lind', startsOn });
      const id = added.done ? added.value.itemId : 0;
      if (doneOn) await completeItem(call(), person.personId, id, { intent: 'complete', version: 1, doneOn, level: 'skip', outcome: 'It went well' });
      else await moveItem(call(), person.personId, { intent: 'move', item: id, version: 1, state: 'under-way' });
    };
    await item('shadowing', '2025-03-03', '2025-03-05');
    await item('course', '2026-02-01', '2026-02-02');
    await plan(first);
    await item('project', '2026-08-22', null);
    const planShort = async (of: TestPerson) => { const shown = await getPersonPage(database.readDb, of.actor, testDay, of.personId); return shown.kind === 'path' ? shown.plan : undefined; };
    const ledger = await getLedger(database.readDb, manager.actor, testDay, person.personId);
    expect(ledger.entries).toMatchObject([
      { kind: 'project', from: '2026-08-22', to: testDay, months: 3, state: 'under-way' }, { kind: 'shadowing', from: '2025-03-03', to: '2025-03-05', months: 0, host: 'Mara Lind', outcome: 'It went well' },
    ]);
    expect(ledger.totals).toEqual([{ year: '2026', counts: [0, 1, 0, 0] }, { year: '2025', counts: [1, 0, 0, 0] }]);
    expect((await getLedger(database.readDb, manager.actor, testDay, manager.personId)).hosted).toEqual([{ kind: 'shadowing', count: 1 }, { kind: 'project', count: 1 }]);
    await expect(getLedger(database.readDb, learner.actor, testDay, person.personId)).rejects.toMatchObject({ status: 404 });
    expect(await planShort(person)).toEqual({
      roleId: null,
      target: 'Scripting and automation', level: 3, targetOn: null, done: 0, underWay: 1, planned: 0, next: { title: 'project 2026-08-22', on: null },
    });
    expect(await planShort(manager)).toBeNull();
  });
});

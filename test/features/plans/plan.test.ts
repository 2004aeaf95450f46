import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPersonPage } from '#app/features/people/queries/my-path.server.ts';
import { closePlan, retargetPlan, startPlan } from '#app/features/plans/commands/plan.server.ts';
import { addItem, moveItem, saveItem } from '#app/features/plans/commands/items.server.ts';
import { completeItem, rateFromItem } from '#app/features/plans/commands/complete.server.ts';
import type { AddItemInput, StartPlanInput } from '#app/features/plans/input.server.ts';
import { getItem } from '#app/features/plans/queries/item.server.ts';
import { getPlan } from '#app/features/plans/queries/plan.server.ts';
import { rateSkill } from '#app/features/ratings/commands/rate.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, callAs, newOrganisation, newPerson, rate, rateForRole, testDay, wish, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let manager: TestPerson;
let stranger: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  manager = await newPerson(database.db, { name: 'Mara Lind', roleId: 'service-desk-team-lead', access: ['manager'] });
  stranger = await newPerson(database.db, { name: 'Ola Berg', roleId: 'help-desk-technician' });
});
afterAll(() => database.close());

const technician = () => newPerson(database.db, { managerId: manager.personId, roleId: 'help-desk-technician', startedOn: '2025-03-01' });
const call = (by: TestPerson, key?: string) => callAs(database.db, by.actor, testDay, key);
const start = (by: TestPerson, person: TestPerson, given: Partial<StartPlanInput> = {}) =>
  startPlan(call(by), person.personId, { intent: 'start', for: 'role', role: 'technology-analyst', replaces: 0, ...given });
const add = (by: TestPerson, person: TestPerson, given: Partial<AddItemInput> = {}) =>
  addItem(call(by), person.personId, { intent: 'add', kind: 'shadowing', title: 'Network change weekend', ...given });
const page = (by: TestPerson, person: TestPerson, search = {}) => getPlan(database.readDb, by.actor, testDay, person.personId, search);
const audits = async (person: TestPerson) => (await database.db.selectFrom('auditEvents').select('action').where('personId', '=', person.personId).orderBy('auditEventId').execute()).map(({ action }) => action);
function done<T>(result: { done: true; value: T } | { done: false; reason: string }): T {
  if (!result.done) throw new Error(result.reason);
  return result.value;
}
const planned = async (person: TestPerson, given: Partial<AddItemInput> = {}) => done(await add(person, person, given)).itemId;

describe('a plan', () => {
  it('is started by the person or the line, and by nobody else; one audit row each', async () => {
    const person = await technician();
    await expect(start(stranger, person)).rejects.toMatchObject({ status: 404 });
    await expect(page(stranger, person)).rejects.toMatchObject({ status: 404 });
    expect(await start(manager, person, { targetOn: '2027-06-30' })).toMatchObject({ done: true, value: { moved: 0, replaced: false } });
    expect((await page(person, person)).plan).toMatchObject({ target: 'Technology analyst (end-user computing)', targetOn: '2027-06-30', startedBy: 'Mara Lind', held: false });
    expect(await audits(person)).toEqual(['plans.start']);
  });

  it('is shown before another takes its place; then its open items move along and it is kept as changed', async () => {
    const person = await technician();
    const { planId } = done(await start(person, person));
    const open = await planned(person);
    const finished = await planned(person, { title: 'Finished' });
    done(await completeItem(call(person), person.personId, finished, { intent: 'complete', version: 1, doneOn: testDay, level: 'skip' }));
    expect(await start(person, person, { for: 'skill', skill: 'scripting', level: 3 })).toMatchObject({ done: false, stale: { target: 'Technology analyst (end-user computing)' } });
    expect(await start(person, person, { for: 'skill', skill: 'scripting', level: 3, replaces: planId })).toMatchObject({ done: true, value: { moved: 1, replaced: true } });
    const view = await page(person, person);
    expect(view.plan).toMatchObject({ skillId: 'scripting', level: 3 });
    expect(view.items.map(({ id }) => id)).toEqual([open]);
    expect(view.earlier).toMatchObject([{ id: planId, outcome: 'changed', done: 1, items: 1 }]);
  });

  it('follows a route that begins where the person is: first what the next role asks for, then the target', async () => {
    const person = await technician();
    await rateForRole(database.db, person.personId, 'help-desk-technician', { source: 'self' });
    const way = ['help-desk-technician', 'desktop-support-technician', 'technology-analyst'];
    const via = way[2];
    expect(await start(person, person, { for: 'route', route: way.slice(1) })).toMatchObject({ done: false, field: 'route' });
    expect(await start(person, person, { for: 'route', route: [way[0]!] })).toMatchObject({ done: false, field: 'route' });
    expect(await start(person, person, { for: 'route', route: [way[0]!, way[1]!, way[0]!] })).toMatchObject({ done: false, field: 'route' });
    expect(await start(person, person, { for: 'route', route: [way[0]!, 'it-director'] })).toMatchObject({ done: false, field: 'route' });
    expect((await page(person, person, { route: [way[0]!, 'it-director'] })).asked.fault).toBe('no-such-move');
    expect((await page(person, person, { route: way })).asked).toMatchObject({ fault: null, route: way.map((id) => ({ id })) });
    done(await start(person, person, { for: 'route', route: way }));
    const view = await page(person, person);
    expect(view.plan).toMatchObject({ roleId: via, route: [{ place: 'behind' }, { place: 'next' }, { place: 'ahead' }] });
    expect(view.aims.map(({ id, step }) => [id, step])).toEqual([[way[1], 'next'], [via, 'target']]);
    const keys = view.aims.flatMap(({ suggestions }) => suggestions.map(({ key }) => key));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes a target and a date that make sense: not retired, not past; and is stale to an older form', async () => {
    const person = await technician();
    expect(await start(person, person, { targetOn: '2026-11-21' })).toMatchObject({ done: false, field: 'targetOn' });
    expect(await start(person, person, { role: 'no-such-role' })).toMatchObject({ done: false, field: 'role' });
    const { planId: plan } = done(await start(person, person, { role: 'help-desk-technician' }));
    expect((await page(person, person)).plan).toMatchObject({ held: true });
    const retarget = (version: number, level: 2 | 4) => retargetPlan(call(person), person.personId, { intent: 'retarget', plan, version, for: 'skill', skill: 'scripting', level });
    expect(await retarget(1, 4)).toMatchObject({ done: true });
    expect(await retarget(1, 2)).toMatchObject({ done: false, stale: { target: 'Scripting and automation', level: 4, version: 2 } });
    expect(await closePlan(call(person), person.personId, { intent: 'close', plan, version: 1, outcome: 'dropped' })).toMatchObject({ done: false, stale: { version: 2 } });
    expect(await closePlan(call(person), person.personId, { intent: 'close', plan, version: 2, outcome: 'dropped' })).toMatchObject({ done: true });
    expect(await closePlan(call(person), person.personId, { intent: 'close', plan, version: 2, outcome: 'dropped' })).toMatchObject({ done: false });
    expect((await page(person, person)).plan).toBeNull();
    expect(await audits(person)).toEqual(['plans.start', 'plans.retarget', 'plans.close']);
  });

  it('is one, however many are started at once', async () => {
    const person = await technician();
    const all = await Promise.all([1, 2, 3, 4].map(() => start(person, person)));
    expect(all.filter((one) => one.done)).toHaveLength(1);
  });

  it('makes sense with a role retired meanwhile, between jobs, with two roles at once and with nothing rated', async () => {
    const nowhere = await newPerson(database.db, { managerId: manager.personId });
    await wish(database.db, nowhere.personId, 'move');
    done(await start(nowhere, nowhere));
    expect(await page(nowhere, nowhere)).toMatchObject({ plan: { target: 'Technology analyst (end-user computing)' }, aims: [{ status: 'unknown', sum: null }] });

    const person = await technician();
    await appoint(database.db, person.personId, { roleId: 'technology-analyst', kind: 'acting', startedOn: '2026-09-01' });
    done(await start(person, person));
    expect((await page(person, person)).plan).toMatchObject({ held: true });
    await database.db.insertInto('roles').values({ roleId: 'telex-operator', familyId: 'service-desk', name: 'Telex operator', grade: 1, summary: 'Sends telexes.', source: 'Own judgement' }).execute();
    const other = await technician();
    done(await start(other, other, { role: 'telex-operator' }));
    await database.db.updateTable('roles').set({ retiredOn: testDay }).where('roleId', '=', 'telex-operator').execute();
    expect(await page(other, other)).toMatchObject({ plan: { retired: true, target: 'Telex operator' }, aims: [], progress: null });
    expect(await start(person, person, { role: 'telex-operator', replaces: (await page(person, person)).plan!.id })).toMatchObject({ done: false, field: 'role' });
  });

  it('suggests what helps, fewest months first, with months that are the sum of their steps; what is in the plan is named', async () => {
    const person = await technician();
    await rateForRole(database.db, person.personId, 'help-desk-technician', { source: 'self' });
    done(await start(person, person));
    const [aim] = (await page(person, person)).aims;
    const months = aim!.suggestions.map((one) => one.months);
    expect(months).toEqual([...months].sort((a, b) => a - b));
    const ways = aim!.suggestions.flatMap((one) => one.ways);
    for (const way of ways.filter(({ kind }) => kind === 'skill')) expect(way.steps.reduce((sum, step) => sum + step.months, 0)).toBe(way.months);
    const skill = ways.find((way) => way.skill)!.skill!;
    const itemId = await planned(person, { skill: skill.id });
    const again = (await page(person, person)).aims[0]!.suggestions.flatMap((one) => one.ways).find((way) => way.skill?.id === skill.id);
    expect(again?.inPlan).toEqual([{ id: itemId, title: 'Network change weekend' }]);
  });

  it('tells how it went: what stood where, and the blockers closed since it began', async () => {
    const person = await technician();
    await rateForRole(database.db, person.personId, 'help-desk-technician', { source: 'self' });
    await startPlan(callAs(database.db, person.actor, '2026-08-01'), person.personId, { intent: 'start', for: 'skill', skill: 'scripting', level: 2, replaces: 0 });
    await rate(database.db, person.personId, 'scripting', 2, { at: '2026-10-01' });
    await planned(person);
    const { progress } = await page(person, person);
    expect(progress).toMatchObject({ blockersAtFirst: 1, closed: [expect.stringContaining('Scripting')] });
    expect(progress!.points[0]).toMatchObject({ on: '2026-08-01', planned: 0, blockers: 1 });
    expect(progress!.points.at(-1)).toMatchObject({ on: testDay, planned: 1, blockers: 0 });
  });
});

describe('an item', () => {
  it('needs an open plan, and skills and certificates of the catalogue', async () => {
    const person = await technician();
    expect(await add(person, person)).toMatchObject({ done: false });
    done(await start(person, person));
    await expect(add(stranger, person)).rejects.toMatchObject({ status: 404 });
    expect(await add(person, person, { skill: 'no-such-skill' })).toMatchObject({ done: false, field: 'skill' });
    expect(await add(person, person, { kind: 'certificate', title: undefined, certification: 'no-such' })).toMatchObject({ done: false, field: 'certification' });
    expect(await add(person, person, { kind: 'certificate', title: undefined, certification: 'comptia-a-plus' })).toMatchObject({ done: true, value: { title: expect.stringContaining('A+') as string } });
    expect(await add(manager, person)).toMatchObject({ done: true });
  });

  it('links a host who is the one colleague of that name, and keeps any other name as it is', async () => {
    const person = await technician();
    done(await start(person, person));
    const hosts = async (host: string) => {
      const id = await planned(person, { host });
      return database.db.selectFrom('planItems').select(['hostId', 'hostName']).where('planItemId', '=', id).executeTakeFirstOrThrow();
    };
    expect(await hosts('mara lind')).toEqual({ hostId: manager.personId, hostName: null });
    expect(await hosts('The people of the warehouse')).toEqual({ hostId: null, hostName: 'The people of the warehouse' });
    for (const name of ['Twin Name', 'Twin Name']) await newPerson(database.db, { name, roleId: 'help-desk-technician' });
    expect(await hosts('Twin Name')).toEqual({ hostId: null, hostName: 'Twin Name' });
  });

  it('is changed by whoever saw its last version, moves, is dropped and taken up again', async () => {
    const person = await technician();
    done(await start(person, person));
    const id = await planned(person);
    const save = (version: number) => saveItem(call(manager), person.personId, id, { intent: 'save', version, kind: 'project', title: 'Patching' });
    expect(await save(1)).toMatchObject({ done: true });
    expect(await save(1)).toMatchObject({ done: false, stale: { title: 'Patching', version: 2 } });
    const move = (version: number, state: 'planned' | 'under-way' | 'dropped') => moveItem(call(person), person.personId, { intent: 'move', item: id, version, state });
    expect(await move(2, 'under-way')).toMatchObject({ done: true });
    expect(await move(3, 'under-way')).toMatchObject({ done: false });
    expect(await move(3, 'dropped')).toMatchObject({ done: true });
    expect(await move(4, 'planned')).toMatchObject({ done: true });
    const other = await technician();
    await expect(moveItem(call(other), other.personId, { intent: 'move', item: id, version: 5, state: 'dropped' })).rejects.toMatchObject({ status: 404 });
    await expect(getItem(database.readDb, other.actor, testDay, other.personId, id, {})).rejects.toMatchObject({ status: 404 });
  });

  it('opened again after its plan was closed, comes into the plan that goes on, or waits for the next one', async () => {
    const person = await technician();
    const { planId: first } = done(await start(person, person));
    const [taken, finished] = [await planned(person), await planned(person, { title: 'Finished' })];
    const move = async (item: number, version: number, state: 'planned' | 'under-way' | 'dropped') => done(await moveItem(call(person), person.personId, { intent: 'move', item, version, state }));
    const planOf = async (item: number) => (await database.db.selectFrom('planItems').select('planId').where('planItemId', '=', item).executeTakeFirstOrThrow()).planId;
    await move(taken, 1, 'dropped');
    done(await completeItem(call(person), person.personId, finished, { intent: 'complete', version: 1, doneOn: testDay, level: 'skip' }));
    done(await closePlan(call(person), person.personId, { intent: 'close', plan: first, version: 1, outcome: 'dropped' }));
    await move(taken, 2, 'planned');
    expect([await planOf(taken), (await page(person, person)).items.map(({ id }) => id)]).toEqual([first, [taken]]);
    const { planId: second, moved } = done(await start(person, person));
    expect([await planOf(taken), moved]).toEqual([second, 1]);
    await move(finished, 2, 'under-way');
    expect(await planOf(finished)).toBe(second);
    expect(await getPersonPage(database.readDb, person.actor, testDay, person.personId)).toMatchObject({ plan: { planned: 1, underWay: 1 } });
    expect((await page(person, person)).earlier).toMatchObject([{ id: first, items: 0 }]);
  });

  const complete = (by: TestPerson, person: TestPerson, id: number, given: object = {}) =>
    completeItem(call(by), person.personId, id, { intent: 'complete', version: 1, doneOn: testDay, level: 'skip', ...given });

  it('done with a level leaves a rating of the person’s own that rests on it, in one go with one audit row', async () => {
    const person = await technician();
    done(await start(person, person));
    const id = await planned(person, { skill: 'scripting', level: 3, host: 'Mara Lind', startsOn: '2026-03-03', endsOn: '2026-03-05' });
    expect(await complete(person, person, id, { doneOn: '2026-11-23' })).toMatchObject({ done: false, field: 'doneOn' });
    expect(await complete(person, person, id, { doneOn: '2026-03-02' })).toMatchObject({ done: false, field: 'doneOn' });
    expect(await complete(person, person, id, { doneOn: '2026-03-05', outcome: 'Wrote the script that checks the switches', level: 3 })).toMatchObject({ done: true, value: { level: 3 } });
    expect(await complete(person, person, id)).toMatchObject({ done: false, stale: { state: 'done' } });
    const rows = await database.db.selectFrom('ratings as r').innerJoin('ratingEvidence as t', 't.ratingId', 'r.ratingId').innerJoin('evidence as e', 'e.evidenceId', 't.evidenceId')
      .innerJoin('evidenceSkills as k', 'k.evidenceId', 'e.evidenceId').select(['r.skillId', 'r.level', 'r.source', 'r.ratedBy', 'e.body', 'k.skillId as shows']).where('r.personId', '=', person.personId).execute();
    expect(rows).toEqual([{
      skillId: 'scripting', level: 3, source: 'self', ratedBy: person.personId, shows: 'scripting',
      body: 'Shadowing: Network change weekend, hosted by Mara Lind, 3–5 March 2026. Outcome: Wrote the script that checks the switches',
    }]);
    expect(await audits(person)).toEqual(['plans.start', 'plans.add-item', 'plans.complete-item']);
    expect(await moveItem(call(person), person.personId, { intent: 'move', item: id, version: 2, state: 'under-way' })).toMatchObject({ done: false });
  });

  it('done with a level that says no more than is confirmed takes back what the manager was asked', async () => {
    const person = await technician();
    done(await start(person, person));
    const waiting = async (skillId: string) => {
      await rate(database.db, person.personId, skillId, 3, { source: 'manager', by: manager.personId, at: '2026-10-01' });
      await rate(database.db, person.personId, skillId, 4, { at: '2026-11-01' });
      await database.db.insertInto('ratingRequests').values({ personId: person.personId, skillId, kind: 'confirm', askedAt: '2026-11-02T09:00:00Z' }).execute();
      return planned(person, { skill: skillId });
    };
    const answer = async (skillId: string) => (await database.db.selectFrom('ratingRequests').select(['answer', 'answeredBy']).where('personId', '=', person.personId).where('skillId', '=', skillId).executeTakeFirstOrThrow());
    const [lower, later, higher] = [await waiting('scripting'), await waiting('patience'), await waiting('memory')];
    expect(await complete(person, person, lower, { level: 3 })).toMatchObject({ done: true });
    expect(await answer('scripting')).toEqual({ answer: 'withdrawn', answeredBy: person.personId });
    expect(await complete(person, person, later)).toMatchObject({ done: true });
    expect((await answer('patience')).answer, 'nothing rated, nothing taken back').toBeNull();
    expect(await rateFromItem(call(person), person.personId, later, { intent: 'rate', version: 2, level: 2 })).toMatchObject({ done: true });
    expect((await answer('patience')).answer).toBe('withdrawn');
    expect(await complete(person, person, higher, { level: 5 })).toMatchObject({ done: true });
    expect((await answer('memory')).answer, 'there still is something to confirm').toBeNull();
  });

  it('done without a level rates nothing; it stays as evidence, can be rated later once, or opened again', async () => {
    const person = await technician();
    done(await start(person, person));
    const ratings = () => database.db.selectFrom('ratings').select('level').where('personId', '=', person.personId).execute();
    const evidence = () => database.db.selectFrom('evidence').select('evidenceId').where('personId', '=', person.personId).execute();
    const id = await planned(person, { skill: 'scripting' });
    expect(await complete(person, person, id)).toMatchObject({ done: true, value: { level: null } });
    expect([(await ratings()).length, (await evidence()).length]).toEqual([0, 1]);
    expect(await moveItem(call(manager), person.personId, { intent: 'move', item: id, version: 2, state: 'under-way' })).toMatchObject({ done: false, reason: expect.stringContaining('they alone') as unknown });
    expect(await evidence()).toHaveLength(1);
    expect(await moveItem(call(person), person.personId, { intent: 'move', item: id, version: 2, state: 'under-way' })).toMatchObject({ done: true });
    expect(await evidence()).toEqual([]);
    expect(await complete(person, person, id, { version: 3 })).toMatchObject({ done: true });
    const rateIt = (by: TestPerson, version: number) => rateFromItem(call(by), person.personId, id, { intent: 'rate', version, level: 2 });
    await expect(rateIt(manager, 4)).rejects.toMatchObject({ status: 403 });
    expect(await rateIt(person, 4)).toMatchObject({ done: true, value: { level: 2 } });
    expect(await rateIt(person, 5)).toMatchObject({ done: false });
    expect([(await ratings()).length, (await evidence()).length]).toEqual([1, 1]);
  });

  it('done stays done while any rating rests on its evidence, and its page says so', async () => {
    const person = await technician();
    done(await start(person, person));
    const id = await planned(person, { skill: 'scripting' });
    expect(await complete(person, person, id)).toMatchObject({ done: true });
    const itemPage = (by = person) => getItem(database.readDb, by.actor, testDay, person.personId, id, {});
    expect(await itemPage()).toMatchObject({ item: { rated: false, next: ['under-way'] }, rates: { id: 'scripting' } });
    expect(await itemPage(manager), 'evidence is taken back by the person alone').toMatchObject({ item: { rated: false, next: [] } });
    const { evidenceId } = await database.db.selectFrom('evidence').select('evidenceId').where('personId', '=', person.personId).executeTakeFirstOrThrow();
    done(await rateSkill(call(person), person.personId, 'scripting', { intent: 'rate', level: 2, version: 0, evidence: [evidenceId] }));
    expect(await itemPage(), 'it may still show a level of its own').toMatchObject({ item: { rated: true, next: [] }, rates: { id: 'scripting' } });
    expect(await moveItem(call(person), person.personId, { intent: 'move', item: id, version: 2, state: 'under-way' })).toMatchObject({ done: false, reason: expect.stringContaining('stays done') as unknown });
  });

  it('done by a manager rates nothing and makes no evidence: that is the person’s', async () => {
    const person = await technician();
    done(await start(person, person));
    const id = await planned(person, { skill: 'scripting' });
    expect(await complete(manager, person, id, { level: 4 })).toMatchObject({ done: false, field: 'level' });
    expect(await complete(manager, person, id)).toMatchObject({ done: true });
    expect(await database.db.selectFrom('evidence').select('evidenceId').where('personId', '=', person.personId).execute()).toEqual([]);
    expect((await getItem(database.readDb, person.actor, testDay, person.personId, id, {})).rates).toMatchObject({ id: 'scripting', claimed: null });
  });
});

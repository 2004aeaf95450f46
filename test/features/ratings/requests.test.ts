import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { declineAsk, sayLevel } from '#app/features/ratings/commands/answer.server.ts';
import { confirmLevel, confirmWaiting } from '#app/features/ratings/commands/confirm.server.ts';
import { correctAnswer } from '#app/features/ratings/commands/correct.server.ts';
import { rateSkill } from '#app/features/ratings/commands/rate.server.ts';
import { askColleague, askToConfirm, declineToConfirm, withdrawRequest } from '#app/features/ratings/commands/requests.server.ts';
import { getAskColleague } from '#app/features/ratings/queries/ask-colleague.server.ts';
import { getAsk, listAsked } from '#app/features/ratings/queries/asked.server.ts';
import { getSkill } from '#app/features/ratings/queries/skill.server.ts';
import { getSkills } from '#app/features/ratings/queries/skills.server.ts';
import type { Level } from '#app/domain/skill.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, nameDeputy, newOrganisation, newPerson, rate, testDay, type TestPerson } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';

let database: TestDatabase;
let head: TestPerson;
let boss: TestPerson;
let deputy: TestPerson;
let ben: TestPerson;
let recruiter: TestPerson;
let outsider: TestPerson;
let ana: TestPerson;

const role = { roleId: 'help-desk-technician' };

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db);
  head = await newPerson(db, { name: 'Head', ...role, access: ['manager'] });
  boss = await newPerson(db, { name: 'Boss', ...role, managerId: head.personId, access: ['manager'] });
  deputy = await newPerson(db, { name: 'Deputy', ...role });
  await nameDeputy(db, boss.personId, deputy.personId);
  ben = await newPerson(db, { name: 'Ben', ...role, managerId: boss.personId, team: 'Desk A' });
  recruiter = await newPerson(db, { name: 'Recruiter', ...role, access: ['recruiter'], team: 'Desk A' });
  outsider = await newPerson(db, { name: 'Outsider', ...role, access: ['manager', 'admin'] });
});
afterAll(() => database.close());
beforeEach(async () => { ana = await newPerson(database.db, { name: 'Ana', ...role, managerId: boss.personId, team: 'Desk A' }); });

const call = (who: TestPerson, key?: string) => callAs(database.db, who.actor, testDay, key);
const waits = (skill: string, level: Level = 4) => rate(database.db, ana.personId, skill, level);
const askConfirm = (skills: string[], given: { who?: TestPerson; message?: string; key?: string } = {}) =>
  askToConfirm(call(given.who ?? ana, given.key), ana.personId, { intent: 'ask-confirm', skills, message: given.message });
const askPeer = (colleague: TestPerson, skills = ['patience'], given: { who?: TestPerson; message?: string; key?: string } = {}) =>
  askColleague(call(given.who ?? ana, given.key), ana.personId, { intent: 'ask', colleague: colleague.personId, skills, message: given.message });
const withdraw = (request: number, who = ana) => withdrawRequest(call(who), ana.personId, { intent: 'withdraw', request });
const notYet = (request: number, who = boss) => declineToConfirm(call(who), ana.personId, { intent: 'not-yet', request, reply: 'Two more of the hard ones first.' });
const say = (request: number, who = ben, key?: string) => sayLevel(call(who, key), request, { intent: 'say', level: 3, note: 'Saw it in the move.' });
const rather = (request: number, who = ben) => declineAsk(call(who), request, { intent: 'decline' });
const requests = () => database.db.selectFrom('ratingRequests').selectAll().where('personId', '=', ana.personId).orderBy('ratingRequestId').execute();
const requestId = async () => (await requests()).at(-1)!.ratingRequestId;
const audit = () => database.db.selectFrom('auditEvents').selectAll().where('personId', '=', ana.personId).orderBy('auditEventId').execute();
const asked = (who: TestPerson) => listAsked(database.readDb, who.actor, testDay, testNow);
const page = (who: TestPerson, skill = 'client-os') => getSkill(database.readDb, who.actor, testDay, testNow, { person: ana.personId, skill }, {});
const thrown = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Response).status;
const words = (text: string) => ({ done: false, reason: expect.stringContaining(text) as string });

describe('asking managers to confirm', () => {
  test('one or many with a message, and one audit row; the managers and deputies see who asks', async () => {
    for (const skill of ['client-os', 'patience']) await waits(skill);
    expect(await askConfirm(['client-os', 'patience'], { message: 'Before our talk?' })).toMatchObject({ done: true, value: { of: null, skills: { length: 2 } } });
    expect(await audit()).toMatchObject([{ action: 'askToConfirm', subject: 'skills', after: { kind: 'confirm', message: 'Before our talk?' } }]);
    for (const manager of [boss, deputy]) {
      expect((await asked(manager)).levels.filter(({ person }) => person.id === ana.personId)).toMatchObject([{ level: 4, message: 'Before our talk?' }, { level: 4 }]);
    }
    expect((await asked(ana)).levels).toEqual([]);
    expect(await page(boss)).toMatchObject({ requests: [{ kind: 'confirm', answer: null, message: 'Before our talk?' }] });
    const { waiting } = await getSkills(database.readDb, boss.actor, testDay, ana.personId, {});
    expect(waiting.map(({ request }) => request?.message)).toEqual(['Before our talk?', 'Before our talk?']);
  });

  test('a level that is not above what is confirmed, a retired skill and an unknown one are not asked about', async () => {
    await rate(database.db, ana.personId, 'client-os', 3, { source: 'manager', by: boss.personId });
    expect(await askConfirm(['client-os'])).toMatchObject(words('nothing to confirm'));
    expect(await askConfirm(['patience'])).toMatchObject(words('nothing to confirm'));
    await waits('telephony');
    await database.db.updateTable('skills').set({ retiredOn: '2026-01-01' }).where('skillId', '=', 'telephony').execute();
    expect(await askConfirm(['telephony'])).toMatchObject(words('retired'));
    expect(await thrown(askConfirm(['no-such-skill']))).toBe(404);
    expect([await requests(), await audit()]).toEqual([[], []]);
  });

  test('is for the person alone, and needs somebody above', async () => {
    await waits('client-os');
    expect([await thrown(askConfirm(['client-os'], { who: boss })), await thrown(askConfirm(['client-os'], { who: ben }))]).toEqual([403, 404]);
    await rate(database.db, head.personId, 'client-os', 4);
    expect(await askToConfirm(call(head), head.personId, { intent: 'ask-confirm', skills: ['client-os'] })).toMatchObject(words('nobody to ask'));
  });

  test('twice at once asks once, and the second is told; the same form sent twice acts once', async () => {
    await waits('client-os');
    const results = await Promise.all([askConfirm(['client-os']), askConfirm(['client-os'])]);
    expect(results.map(({ done }) => done).sort()).toEqual([false, true]);
    expect(results.find(({ done }) => !done)).toMatchObject(words('still open'));
    await waits('patience');
    const key = 'a-key-of-sixteen-letters';
    expect([await askConfirm(['patience'], { key }), await askConfirm(['patience'], { key })]).toMatchObject([{ done: true }, { done: true, repeated: true }]);
    expect(await requests()).toHaveLength(2);
  });

  test('a confirmation answers it in the same transaction, at whatever level and by whichever way', async () => {
    const rating = await waits('client-os');
    await waits('patience');
    await askConfirm(['client-os', 'patience']);
    await confirmWaiting(call(boss), ana.personId, { intent: 'confirm-waiting', ratings: [{ rating, level: 4 }] });
    await confirmLevel(call(head), ana.personId, 'patience', { intent: 'confirm', level: 2, seen: 2_000_000_000 });
    expect(await requests()).toMatchObject([{ answer: 'rated', answeredBy: boss.personId }, { answer: 'rated', answeredBy: head.personId }]);
    expect((await requests()).every(({ ratingId }) => ratingId !== null)).toBe(true);
    expect(await page(ana)).toMatchObject({ requests: [{ answer: 'rated', by: 'Boss' }] });
    expect((await asked(boss)).levels.filter(({ person }) => person.id === ana.personId)).toEqual([]);
  });

  test('a manager may say not yet, with words that the person reads; the levels stay', async () => {
    await waits('client-os');
    await askConfirm(['client-os']);
    const request = await requestId();
    expect([await thrown(notYet(request, ana)), await thrown(notYet(request, ben)), await thrown(notYet(987_654))]).toEqual([403, 404, 404]);
    expect(await notYet(request)).toMatchObject({ done: true });
    expect(await page(ana)).toMatchObject({ claimed: 4, confirmed: null, requests: [{ answer: 'declined', by: 'Boss', reply: 'Two more of the hard ones first.' }] });
    expect((await audit()).at(-1)).toMatchObject({ action: 'declineToConfirm', after: { answer: 'declined' } });
    expect(await notYet(request)).toMatchObject(words('answered this meanwhile'));
    expect(await askConfirm(['client-os']), 'and be asked again').toMatchObject({ done: true });
  });

  test('is withdrawn by the person, or with the level; what was answered meanwhile is not', async () => {
    await waits('client-os');
    await askConfirm(['client-os']);
    const first = await requestId();
    expect(await thrown(withdraw(first, boss))).toBe(403);
    expect(await withdraw(first)).toMatchObject({ done: true });
    expect([await withdraw(first), await notYet(first)]).toMatchObject([words('withdrawn this already'), words('withdrawn this question')]);
    await askConfirm(['client-os']);
    await notYet(await requestId());
    expect(await withdraw(await requestId())).toMatchObject(words('answered meanwhile'));
    await rate(database.db, ana.personId, 'client-os', 3, { source: 'manager', by: boss.personId, at: '2026-11-01' });
    await rate(database.db, ana.personId, 'client-os', 5, { at: '2026-11-10' });
    await askConfirm(['client-os']);
    await rateSkill(call(ana), ana.personId, 'client-os', { intent: 'rate', level: 3, version: 0, evidence: [] });
    expect((await requests()).at(-1)).toMatchObject({ answer: 'withdrawn' });
  });
});

describe('asking a colleague', () => {
  test('who is offered: colleagues of today by name, the own team without one; no managers above, recruiters, or people who left', async () => {
    const gone = await newPerson(database.db, { name: 'Ben Gone' });
    const found = async (q?: string) => (await getAskColleague(database.readDb, ana.actor, testDay, ana.personId, { q, skill: ['patience'] })).colleagues.map(({ name }) => name);
    expect(await found()).toContain('Ben');
    const { colleagues } = await getAskColleague(database.readDb, ana.actor, testDay, ana.personId, { skill: [] });
    expect(colleagues.map(({ id }) => id)).not.toContain(ana.personId);
    expect(await found('be')).toEqual(['Ben']);
    expect([await found('boss'), await found('head'), await found('recruiter'), await found('deputy'), await found('%')]).toEqual([[], [], [], [], []]);
    expect(await found('outsider')).toEqual(['Outsider']);
    const { skills } = await getAskColleague(database.readDb, ana.actor, testDay, ana.personId, { skill: ['patience'] });
    expect(skills[0]).toMatchObject({ id: 'patience', isChosen: true });
    for (const who of [boss, ben, recruiter, outsider]) expect(await thrown(getAskColleague(database.readDb, who.actor, testDay, ana.personId, { skill: [] }))).toBe(404);
    for (const [who, text] of [[gone, 'cannot be asked'], [recruiter, 'cannot be asked'], [boss, 'ask to have the level confirmed'], [deputy, 'ask to have the level confirmed'], [ana, 'This is you']] as const) {
      expect(await askPeer(who)).toMatchObject({ ...words(text), field: 'colleague' });
    }
    expect([await requests(), await audit()]).toEqual([[], []]);
  });

  test('the page says when there are more colleagues and questions than it shows', async () => {
    const { db } = database;
    const team: TestPerson[] = [];
    for (let member = 0; member < 21; member++) team.push(await newPerson(db, { name: `Crowd ${member}`, ...role, managerId: boss.personId, team: 'Crowd' }));
    const shown = () => getAskColleague(database.readDb, team[0]!.actor, testDay, team[0]!.personId, { q: 'crowd', skill: [] });
    expect(await shown()).toMatchObject({ colleagues: { length: 20 }, moreColleagues: false, requestsInAll: 0 });
    team.push(await newPerson(db, { name: 'Crowd 21', ...role, managerId: boss.personId, team: 'Crowd' }));
    await db.insertInto('ratingRequests').values(Array.from({ length: 31 }, () => ({ personId: team[0]!.personId, skillId: 'patience', kind: 'peer', askedOf: team[1]!.personId, askedAt: testNow, answer: 'withdrawn', answeredAt: testNow }))).execute();
    expect(await shown()).toMatchObject({ colleagues: { length: 20 }, moreColleagues: true, requests: { length: 30 }, requestsInAll: 31 });
  });

  test('a recruiter can ask only those below, and learns no name by asking', async () => {
    const below = await newPerson(database.db, { name: 'Below', ...role, managerId: recruiter.personId });
    const ask = (colleague: TestPerson) => askColleague(call(recruiter), recruiter.personId, { intent: 'ask', colleague: colleague.personId, skills: ['patience'] });
    const { colleagues } = await getAskColleague(database.readDb, recruiter.actor, testDay, recruiter.personId, { q: 'e', skill: [] });
    expect(colleagues.map(({ name }) => name)).toEqual(['Below']);
    expect(await ask(ben)).toMatchObject(words('This colleague cannot be asked'));
    expect(await ask(below)).toMatchObject({ done: true });
  });

  test('the colleague is asked without being led, and the answer is shown and counts for nothing', async () => {
    await waits('patience', 5);
    expect(await askPeer(ben, ['patience', 'client-os'], { message: 'As we moved the floor.' })).toMatchObject({ done: true, value: { of: 'Ben', skills: { length: 2 } } });
    const mine = (await asked(ben)).views.filter(({ person }) => person.id === ana.personId);
    expect(mine).toMatchObject([{ message: 'As we moved the floor.', level: null }, { level: null }]);
    const request = mine.find(({ skill }) => skill.id === 'patience')!.id;
    const view = await getAsk(database.readDb, ben.actor, testDay, testNow, request);
    expect(Object.keys(view).sort()).toEqual(['closed', 'id', 'message', 'on', 'person', 'skill', 'today']);
    expect(view).toMatchObject({ closed: null, person: { name: 'Ana' }, skill: { levels: { length: 5 } } });
    expect(await say(request)).toMatchObject({ done: true, value: { person: 'Ana' } });
    expect((await audit()).at(-1)).toMatchObject({ action: 'sayLevel', subject: 'skill:patience', after: { peer: 3 } });
    for (const reader of [ana, boss]) {
      expect(await page(reader, 'patience')).toMatchObject({ claimed: 5, confirmed: null, history: [{ source: 'peer', by: 'Ben', level: 3, note: 'Saw it in the move.' }, { source: 'self' }] });
    }
    expect((await page(ana, 'patience')).requests).toMatchObject([{ kind: 'peer', of: 'Ben', answer: 'rated' }]);
    expect((await page(boss, 'patience')).requests, 'what is asked of colleagues is the person’s own').toEqual([]);
    expect(await getAsk(database.readDb, ben.actor, testDay, testNow, request)).toMatchObject({ closed: { answer: 'rated', level: 3 } });
    expect(await say(request)).toMatchObject(words('answered this already'));
  });

  test('what was said can be corrected for 24 hours, by whoever said it and where they said it; the first version stays in the trail', async () => {
    await askPeer(ben);
    const request = await requestId();
    const correct = (who: TestPerson, given: { level?: Level; note?: string; version?: number } = {}, at: string = testDay) =>
      correctAnswer(callAs(database.db, who.actor, at), request, { intent: 'correct', level: 4, version: 1, ...given });
    expect(await correct(ben)).toMatchObject(words('no level here'));
    const days = (who: TestPerson, now: string) => listAsked(database.readDb, who.actor, testDay, new Date(now)).then(({ answers }) => answers.filter(({ id }) => id === request));
    await say(request);
    expect(await getAsk(database.readDb, ben.actor, testDay, new Date('2026-11-22T20:00:00Z'), request)).toMatchObject({ closed: { correct: { level: 3, note: 'Saw it in the move.', version: 1 } } });
    expect(await days(ben, '2026-11-22T20:00:00Z')).toEqual([{ id: request, person: 'Ana', skill: 'Patience', level: 3 }]);
    for (const who of [ana, boss, outsider, recruiter]) {
      expect([await thrown(correct(who)), await days(who, '2026-11-22T20:00:00Z')]).toEqual([404, []]);
    }
    expect(await correct(ben, { level: 3, note: 'Saw it in the move.' })).toMatchObject(words('Nothing here has changed'));
    expect(await correct(ben)).toMatchObject({ done: true, value: { person: 'Ana', skill: 'Patience' } });
    expect(await correct(ben, { level: 5 })).toMatchObject({ done: false, stale: { level: 4, note: null } });
    expect((await audit()).at(-1)).toMatchObject({ action: 'correctAnswer', before: { source: 'peer', level: 3 }, after: { source: 'peer', level: 4 } });
    expect(await page(ana, 'patience')).toMatchObject({ claimed: null, history: [{ source: 'peer', level: 4, note: null }] });
    expect(await correct(ben, { level: 5, version: 2 }, '2026-11-24')).toMatchObject(words('24 hours'));
    expect(await days(ben, '2026-11-24T09:00:00Z')).toEqual([]);
    expect(await getAsk(database.readDb, ben.actor, testDay, new Date('2026-11-24T09:00:00Z'), request)).toMatchObject({ closed: { level: 4, correct: null } });
  });

  test('only whom it is addressed to finds the question; a recruiter and whoever asks find nothing', async () => {
    await askPeer(ben);
    const request = await requestId();
    for (const who of [ana, boss, outsider, recruiter]) {
      expect([await thrown(getAsk(database.readDb, who.actor, testDay, testNow, request)), await thrown(say(request, who)), await thrown(rather(request, who))]).toEqual([404, 404, 404]);
    }
    await database.db.updateTable('ratingRequests').set({ askedOf: recruiter.personId }).where('ratingRequestId', '=', request).execute();
    expect((await asked(recruiter)).views).toEqual([]);
    expect([await thrown(getAsk(database.readDb, recruiter.actor, testDay, testNow, request)), await thrown(say(request, recruiter))]).toEqual([404, 404]);
  });

  test('may be declined, withdrawn meanwhile, or overtaken by a new reporting line', async () => {
    await askPeer(ben);
    const first = await requestId();
    expect(await askPeer(ben)).toMatchObject(words('asked Ben about this already'));
    expect(await rather(first)).toMatchObject({ done: true });
    await askPeer(ben);
    const second = await requestId();
    const results = await Promise.all([withdraw(second), say(second)]);
    expect(results.map(({ done }) => done).sort(), 'of the two at once one is told').toEqual([false, true]);
    await askPeer(outsider);
    const third = await requestId();
    await nameDeputy(database.db, boss.personId, outsider.personId);
    expect(await say(third, outsider)).toMatchObject(words('confirm the level'));
    await database.db.deleteFrom('deputies').where('personId', '=', outsider.personId).execute();
  });

  test('sent twenty times at once asks once and is answered once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => askPeer(ben, ['patience'], { key: 'one-key-for-twenty-forms' })));
    expect(results.every(({ done }) => done)).toBe(true);
    const request = await requestId();
    expect((await Promise.all(Array.from({ length: 20 }, () => say(request, ben, 'another-key-for-twenty')))).every(({ done }) => done)).toBe(true);
    expect(await requests()).toHaveLength(1);
    expect(await database.db.selectFrom('ratings').select('ratingId').where('personId', '=', ana.personId).execute()).toHaveLength(1);
  });

  test('of somebody who has left meanwhile is nowhere any more', async () => {
    await askPeer(ben);
    const request = await requestId();
    await database.db.updateTable('appointments').set({ endedOn: '2026-11-01' }).where('personId', '=', ana.personId).execute();
    expect((await asked(ben)).views.filter(({ person }) => person.id === ana.personId)).toEqual([]);
    expect([await thrown(getAsk(database.readDb, ben.actor, testDay, testNow, request)), await thrown(say(request))]).toEqual([404, 404]);
  });
});

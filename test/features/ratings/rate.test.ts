import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { correctRating } from '#app/features/ratings/commands/correct.server.ts';
import { keepInUse, rateSkill, rateSkills } from '#app/features/ratings/commands/rate.server.ts';
import type { RateSkillInput, RateSkillsInput } from '#app/features/ratings/input.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, newPerson, rate, testDay, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
let colleague: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { access: ['manager'] });
  colleague = await newPerson(database.db, { managerId: boss.personId });
  await database.db.insertInto('skills').values({
    skillId: 'gopher', name: 'Gopher', kind: 'technical', description: 'Old.', freshMonths: null, source: 'test', retiredOn: '2020-01-01',
  }).execute();
});
afterAll(() => database.close());
beforeEach(async () => { ana = await newPerson(database.db, { managerId: boss.personId }); });

const form = (given: Partial<RateSkillInput> = {}): RateSkillInput => ({ intent: 'rate', level: 3, evidence: [], version: 0, ...given });
const many = (...rows: RateSkillsInput['rows']): RateSkillsInput => ({ intent: 'rate-many', rows });
const save = (given: Partial<RateSkillInput> = {}, at: string | Date = testDay, skill = 'client-os') =>
  rateSkill(callAs(database.db, ana.actor, at), ana.personId, skill, form(given));

const ratings = () => database.db.selectFrom('ratings').selectAll().where('personId', '=', ana.personId).orderBy('ratingId').execute();
const audit = () => database.db.selectFrom('auditEvents').selectAll().where('personId', '=', ana.personId).orderBy('auditEventId').execute();
const interest = () => database.db.selectFrom('skillInterests').selectAll().where('personId', '=', ana.personId).executeTakeFirst();
const thrown = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Response).status;

describe('rating one skill', () => {
  test('keeps level, note, evidence, interest and last use, and writes one audit row', async () => {
    const result = await save({ note: 'Since the roll-out.', evidenceText: 'Ticket 48213', evidenceLink: 'https://tickets.example/48213', interest: 'more', lastUsedOn: '2026-11-20' });
    expect(result).toMatchObject({ done: true, repeated: false, value: { level: 3 } });
    expect(await ratings()).toMatchObject([{ skillId: 'client-os', level: 3, source: 'self', ratedBy: ana.personId, note: 'Since the roll-out.' }]);
    expect(await interest()).toMatchObject({ interest: 'more', lastUsedOn: '2026-11-20', version: 1 });
    const kept = await database.db.selectFrom('evidence as e').innerJoin('evidenceSkills as s', 's.evidenceId', 'e.evidenceId').innerJoin('ratingEvidence as r', 'r.evidenceId', 'e.evidenceId')
      .select(['e.kind', 'e.body', 's.skillId', 'e.addedBy']).where('e.personId', '=', ana.personId).orderBy('e.kind').execute();
    expect(kept).toEqual([
      { kind: 'link', body: 'https://tickets.example/48213', skillId: 'client-os', addedBy: ana.personId },
      { kind: 'text', body: 'Ticket 48213', skillId: 'client-os', addedBy: ana.personId },
    ]);
    expect(await audit()).toMatchObject([{
      action: 'rateSkill', subject: 'skill:client-os', accountId: ana.accountId,
      before: { level: null, interest: null, lastUsedOn: null }, after: { level: 3, note: 'Since the roll-out.', interest: 'more', lastUsedOn: '2026-11-20' },
    }]);
  });

  test('one piece of evidence may stand for several skills, but only one’s own', async () => {
    await save({ evidenceText: 'Moved the second floor' });
    const { evidenceId } = await database.db.selectFrom('evidence').select('evidenceId').where('personId', '=', ana.personId).executeTakeFirstOrThrow();
    expect(await save({ evidence: [evidenceId] }, testDay, 'network-routing')).toMatchObject({ done: true });
    const skills = await database.db.selectFrom('evidenceSkills').select('skillId').where('evidenceId', '=', evidenceId).orderBy('skillId').execute();
    expect(skills.map(({ skillId }) => skillId)).toEqual(['client-os', 'network-routing']);

    const foreign = await database.db.insertInto('evidence').values({ personId: colleague.personId, kind: 'text', body: 'Theirs', addedAt: new Date() })
      .returning('evidenceId').executeTakeFirstOrThrow();
    const before = (await ratings()).length;
    expect(await save({ evidence: [foreign.evidenceId], note: 'x' }, testDay, 'patience')).toMatchObject({ done: false, field: 'evidence' });
    expect(await ratings()).toHaveLength(before);
  });

  test('the same level again is no new rating, but interest and last use are saved', async () => {
    await save();
    expect(await save({ interest: 'less' })).toMatchObject({ done: true, value: { level: null } });
    expect(await ratings()).toHaveLength(1);
    expect(await save({ interest: 'less', version: 1 })).toMatchObject({ done: false, reason: expect.stringContaining('Nothing') as string });
    expect(await audit()).toHaveLength(2);
  });

  test('the same level again is a rating when a manager has said otherwise since', async () => {
    await rate(database.db, ana.personId, 'client-os', 4, { at: '2026-01-01' });
    await rate(database.db, ana.personId, 'client-os', 3, { source: 'manager', by: boss.personId, at: '2026-02-01' });
    expect(await save({ level: 4 })).toMatchObject({ done: true, value: { level: 4 } });
    expect(await ratings()).toHaveLength(3);
  });

  test('a last use still to come or before 1970 is refused beside its field, and nothing is kept', async () => {
    expect(await save({ lastUsedOn: '2026-11-23' })).toMatchObject({ done: false, field: 'lastUsedOn' });
    expect(await save({ lastUsedOn: '1969-12-31' })).toMatchObject({ done: false, field: 'lastUsedOn' });
    expect(await save({ lastUsedOn: testDay })).toMatchObject({ done: true });
    expect(await ratings()).toHaveLength(1);
  });

  test('a form opened before interest was changed elsewhere comes back with what stands there now', async () => {
    await save({ interest: 'more' });
    expect(await save({ level: 4, interest: 'less', version: 0 })).toMatchObject({ done: false, stale: { interest: 'more', lastUsedOn: null } });
    expect(await ratings()).toHaveLength(1);
  });

  test('retired skills are refused, unknown ones are not found', async () => {
    expect(await save({}, testDay, 'gopher')).toMatchObject({ done: false, reason: expect.stringContaining('retired') as string });
    expect(await thrown(save({}, testDay, 'no-such-skill'))).toBe(404);
  });

  test('nobody rates for somebody else: the manager may not, a colleague does not even find the page', async () => {
    const as = (who: TestPerson) => thrown(rateSkill(callAs(database.db, who.actor), ana.personId, 'client-os', form()));
    expect([await as(boss), await as(colleague)]).toEqual([403, 404]);
    expect(await ratings()).toEqual([]);
    expect(await audit()).toEqual([]);
  });

  test('twenty identical submissions at once act once', async () => {
    const call = callAs(database.db, ana.actor, testDay, 'one-key-for-all-of-them');
    const results = await Promise.all(Array.from({ length: 20 }, () => rateSkill(call, ana.personId, 'client-os', form({ evidenceText: 'Once' }))));
    expect(results.every(({ done }) => done)).toBe(true);
    expect(results.filter((result) => result.done && !result.repeated)).toHaveLength(1);
    expect(await ratings()).toHaveLength(1);
    expect(await audit()).toHaveLength(1);
    expect(await database.db.selectFrom('evidence').select('evidenceId').where('personId', '=', ana.personId).execute()).toHaveLength(1);
  });
});

describe('rating many skills on one page', () => {
  const send = (...rows: RateSkillsInput['rows']) => rateSkills(callAs(database.db, ana.actor), ana.personId, many(...rows));

  test('writes what differs from what was shown, in one command with one audit row', async () => {
    await rate(database.db, ana.personId, 'patience', 2);
    const result = await send({ skill: 'patience', was: 2, level: 2 }, { skill: 'client-os', level: 3 }, { skill: 'network-routing' }, { skill: 'desktop-networking', level: 1 });
    expect(result).toMatchObject({ done: true, value: { skills: expect.any(Array) as string[] } });
    expect((await ratings()).map(({ skillId, level }) => [skillId, level])).toEqual([['patience', 2], ['client-os', 3], ['desktop-networking', 1]]);
    expect(await audit()).toMatchObject([{ action: 'rateSkills', before: { 'client-os': null }, after: { 'client-os': 3, 'desktop-networking': 1 } }]);
  });

  test('what was left alone stays alone, even when it changed elsewhere meanwhile', async () => {
    await rate(database.db, ana.personId, 'patience', 4);
    await send({ skill: 'patience', was: 2, level: 2 }, { skill: 'client-os', level: 3 });
    expect((await ratings()).map(({ skillId, level }) => [skillId, level])).toEqual([['patience', 4], ['client-os', 3]]);
  });

  test('is all or nothing: a retired skill is named beside its row and nothing is written', async () => {
    expect(await send({ skill: 'client-os', level: 3 }, { skill: 'gopher', level: 2 })).toMatchObject({ done: false, field: 'rows[1].level' });
    expect(await thrown(send({ skill: 'client-os', level: 3 }, { skill: 'no-such-skill', level: 2 }))).toBe(404);
    expect(await ratings()).toEqual([]);
  });

  test('without a change it is refused in words, and sent twice it acts once', async () => {
    expect(await send({ skill: 'client-os', was: 3, level: 3 })).toMatchObject({ done: false, reason: expect.stringContaining('No level was changed') as string });
    await send({ skill: 'client-os', level: 3 });
    expect(await send({ skill: 'client-os', level: 3 })).toMatchObject({ done: false });
    expect(await ratings()).toHaveLength(1);
  });

  test('is for oneself alone', async () => {
    const as = (who: TestPerson) => thrown(rateSkills(callAs(database.db, who.actor), ana.personId, many({ skill: 'client-os', level: 3 })));
    expect([await as(boss), await as(colleague)]).toEqual([403, 404]);
  });
});

describe('correcting a rating', () => {
  const given = new Date('2026-11-22T08:00:00Z');
  const correct = (rating: number, level: 1 | 2 | 3 | 4 | 5, at: Date, who = ana, version = 1, note?: string) =>
    correctRating(callAs(database.db, who.actor, at), ana.personId, 'client-os', { intent: 'correct', rating, version, level, note });

  test('within 24 hours changes the rating itself; the first version is in the audit trail', async () => {
    const id = await rate(database.db, ana.personId, 'client-os', 5, { at: given, note: 'Slip' });
    expect(await correct(id, 3, new Date('2026-11-23T07:59:00Z'))).toMatchObject({ done: true });
    expect(await ratings()).toMatchObject([{ level: 3, note: null, version: 2, ratedAt: given }]);
    expect(await audit()).toMatchObject([{ action: 'correctRating', before: { level: 5, note: 'Slip', source: 'self' }, after: { level: 3, note: null } }]);
    const current = await database.db.selectFrom('currentLevels').select('claimedLevel').where('personId', '=', ana.personId).executeTakeFirstOrThrow();
    expect(current.claimedLevel).toBe(3);
  });

  test('is refused after 24 hours', async () => {
    const id = await rate(database.db, ana.personId, 'client-os', 5, { at: given });
    expect(await correct(id, 3, new Date('2026-11-23T08:00:00Z'))).toMatchObject({ done: false, reason: expect.stringContaining('24 hours') as string });
    expect(await ratings()).toMatchObject([{ level: 5, version: 1 }]);
  });

  test('is for the author alone, also of a confirmation', async () => {
    const own = await rate(database.db, ana.personId, 'client-os', 5, { at: given });
    const confirmed = await rate(database.db, ana.personId, 'client-os', 4, { source: 'manager', by: boss.personId, at: given });
    const soon = new Date('2026-11-22T09:00:00Z');
    expect(await thrown(correct(own, 3, soon, boss))).toBe(403);
    expect(await thrown(correct(confirmed, 3, soon, ana))).toBe(403);
    expect(await thrown(correct(own, 3, soon, colleague))).toBe(404);
    expect(await correct(confirmed, 2, soon, boss)).toMatchObject({ done: true });
  });

  test('of a rating of another skill or person is not found', async () => {
    const other = await rate(database.db, ana.personId, 'patience', 5, { at: given });
    const foreign = await rate(database.db, colleague.personId, 'client-os', 5, { at: given });
    const soon = new Date('2026-11-22T09:00:00Z');
    expect([await thrown(correct(other, 3, soon)), await thrown(correct(foreign, 3, soon))]).toEqual([404, 404]);
  });

  test('of a rating that was corrected elsewhere meanwhile shows both versions', async () => {
    const id = await rate(database.db, ana.personId, 'client-os', 5, { at: given });
    const soon = new Date('2026-11-22T09:00:00Z');
    await correct(id, 3, soon, ana, 1, 'First');
    expect(await correct(id, 4, soon)).toMatchObject({ done: false, stale: { level: 3, note: 'First' } });
  });
});

describe('still true', () => {
  const still = (at = testDay, who = ana) => keepInUse(callAs(database.db, who.actor, at), ana.personId, ['client-os']);

  test('moves last use to today, keeps interest and writes no rating', async () => {
    await save({ interest: 'less', lastUsedOn: '2025-01-01' });
    expect(await still('2026-11-25')).toMatchObject({ done: true });
    expect(await interest()).toMatchObject({ interest: 'less', lastUsedOn: '2026-11-25', version: 2 });
    expect(await ratings()).toHaveLength(1);
    expect((await audit()).at(-1)).toMatchObject({ action: 'keepInUse', before: { 'client-os': '2025-01-01' }, after: { lastUsedOn: '2026-11-25' } });
  });

  test('wants a level first, once a day, and the person themselves', async () => {
    expect(await still()).toMatchObject({ done: false });
    await save();
    expect(await still()).toMatchObject({ done: true });
    expect(await still()).toMatchObject({ done: false });
    expect(await thrown(still(testDay, boss))).toBe(403);
  });

  test('of several at once: one audit row, what was used today is left out, a skill without a level is named', async () => {
    const many = (skills: string[]) => keepInUse(callAs(database.db, ana.actor), ana.personId, skills);
    for (const skill of ['client-os', 'teamwork', 'escalation']) await rate(database.db, ana.personId, skill, 3);
    await still();
    expect(await many(['client-os', 'teamwork', 'escalation', 'teamwork'])).toMatchObject({ done: true, value: { skills: expect.objectContaining({ length: 2 }) as string[] } });
    expect((await audit()).at(-1)).toMatchObject({ action: 'keepInUse', subject: 'skills', before: { teamwork: null, escalation: null } });
    expect(await many(['teamwork', 'memory'])).toMatchObject({ done: false, reason: expect.stringContaining('no level yet') as string });
    expect(await thrown(many(['teamwork', 'no-such-skill']))).toBe(404);
  });
});

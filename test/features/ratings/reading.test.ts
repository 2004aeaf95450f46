import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getInterests } from '#app/features/ratings/queries/interests.server.ts';
import { getSkillsToRate } from '#app/features/ratings/queries/rate-many.server.ts';
import { getSkill } from '#app/features/ratings/queries/skill.server.ts';
import { describeEffect, getSkills } from '#app/features/ratings/queries/skills.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { nameDeputy, newOrganisation, newPerson, rate, rateForRole, testDay, type TestPerson } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
let outsiders: TestPerson[];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await newOrganisation(db, { timeZone: 'Europe/Berlin' });
  boss = await newPerson(db, { name: 'Boss', access: ['manager'] });
  ana = await newPerson(db, { name: 'Ana', managerId: boss.personId, roleId: 'help-desk-technician' });
  outsiders = [
    await newPerson(db, { name: 'Colleague', managerId: boss.personId }),
    await newPerson(db, { name: 'Recruiter', access: ['recruiter'] }),
    await newPerson(db, { name: 'Administrator', access: ['admin'] }),
    await newPerson(db, { name: 'Other manager', access: ['manager'] }),
  ];
  await rate(db, ana.personId, 'client-os', 2, { at: '2026-01-10' });
  await rate(db, ana.personId, 'client-os', 2, { source: 'manager', by: boss.personId, at: '2026-02-01' });
  // Half past eleven at night in UTC is already the next day in Berlin.
  await rate(db, ana.personId, 'client-os', 4, { at: new Date('2026-03-01T23:30:00Z'), note: 'Hard cases too.' });
  await rate(db, ana.personId, 'network-routing', 3, { source: 'manager', by: boss.personId, at: '2020-01-01' });
  await rate(db, ana.personId, 'patience', 5, { source: 'peer', by: outsiders[0]!.personId });
});
afterAll(() => database.close());

const list = (who: TestPerson, search = {}) => getSkills(database.readDb, who.actor, testDay, ana.personId, search);
const one = (who: TestPerson, skill = 'client-os', search = {}) => getSkill(database.readDb, who.actor, testDay, testNow, { person: ana.personId, skill }, search);
const line = async (skill: string, search = {}) => (await list(ana, search)).kinds.flatMap(({ skills }) => skills).find(({ id }) => id === skill);
const thrown = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Response).status;

test('no page asks the database more than six things', async () => {
  const search = { role: 'network-analyst' };
  const count = async (read: (db: ReadDb) => Promise<unknown>) => {
    let statements = 0;
    await read(database.db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    }));
    return statements;
  };
  expect([
    await count((db) => getSkills(db, ana.actor, testDay, ana.personId, search)),
    await count((db) => getSkill(db, ana.actor, testDay, testNow, { person: ana.personId, skill: 'client-os' }, search)),
    await count((db) => getSkillsToRate(db, ana.actor, testDay, ana.personId, { rate: 'role', ...search })),
    await count((db) => getInterests(db, boss.actor, testDay, ana.personId)),
  ]).toEqual([5, 5, 3, 2]);
});

describe('who may read', () => {
  test('the person, the managers of the line and their deputies; to everybody else the pages do not exist', async () => {
    const deputy = await newPerson(database.db);
    await nameDeputy(database.db, boss.personId, deputy.personId);
    expect(await list(ana)).toMatchObject({ own: true, mayConfirm: false });
    expect(await list(boss)).toMatchObject({ own: false, mayConfirm: true });
    expect(await one(deputy)).toMatchObject({ own: false, mayConfirm: true });
    for (const outsider of outsiders) {
      expect([await thrown(list(outsider)), await thrown(one(outsider)), await thrown(getInterests(database.readDb, outsider.actor, testDay, ana.personId)), await thrown(getSkillsToRate(database.readDb, outsider.actor, testDay, ana.personId, { rate: 'technical' }))]).toEqual([404, 404, 404, 404]);
    }
  });

  test('the form for many skills is the person’s alone', async () => {
    expect(await thrown(getSkillsToRate(database.readDb, boss.actor, testDay, ana.personId, { rate: 'technical' }))).toBe(404);
  });

  test('somebody erased is nobody', async () => {
    const gone = await newPerson(database.db, { managerId: boss.personId });
    await database.db.updateTable('people').set({ erasedAt: testNow }).where('personId', '=', gone.personId).execute();
    expect(await thrown(getSkills(database.readDb, boss.actor, testDay, gone.personId, {}))).toBe(404);
  });
});

describe('the list', () => {
  test('shows claimed and confirmed, what waits, and days in the organisation’s time zone', async () => {
    expect(await line('client-os')).toMatchObject({ claimed: 4, confirmed: 2, confirmedOn: '2026-02-01', waitingSince: '2026-03-02', stale: false });
    expect(await line('patience')).toMatchObject({ claimed: null, confirmed: null, waiting: null });
  });

  test('flags what was confirmed too long ago, and leaves the level as it is', async () => {
    expect(await line('network-routing')).toMatchObject({ claimed: 3, confirmed: 3, stale: true });
  });

  test('holds it beside the own role, or another that is asked for', async () => {
    const { role } = await list(ana);
    expect(role).toMatchObject({ id: 'help-desk-technician', current: true });
    expect((await line('client-os'))?.ask).toMatchObject({ importance: 'essential' });
    expect((await list(ana, { role: 'network-analyst' })).role).toMatchObject({ name: 'Network analyst', current: false });
    expect(await thrown(list(ana, { role: 'no-such-role' }))).toBe(404);
  });

  test('filters by kind, not rated, waiting, stale and asked', async () => {
    const ids = async (search: object) => (await list(ana, search)).kinds.flatMap(({ skills }) => skills.map(({ id }) => id));
    expect(await ids({ show: 'waiting' })).toEqual(['client-os']);
    expect(await ids({ show: 'stale' })).toEqual(['network-routing']);
    expect(await ids({ show: 'not-rated' })).not.toContain('client-os');
    expect((await list(ana, { kind: 'process' })).kinds.map(({ kind }) => kind)).toEqual(['process']);
    const asked = (await list(ana, { show: 'asked' })).kinds.flatMap(({ skills }) => skills);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.every(({ ask }) => ask !== null)).toBe(true);
  });

  test('marks what was not used for long, and offers the person alone to say that it is still true', async () => {
    const used = { personId: ana.personId, skillId: 'client-os', interest: 'more', lastUsedOn: '2020-01-01' };
    await database.db.insertInto('skillInterests').values(used).execute();
    expect(await line('client-os')).toMatchObject({ unused: true });
    expect(await list(ana, { show: 'unused' })).toMatchObject({ counts: { unused: 1, shown: 1 } });
    expect((await list(ana)).fading.map(({ id }) => id).sort()).toEqual(['client-os', 'network-routing']);
    expect((await list(boss)).fading).toEqual([]);
    await database.db.updateTable('skillInterests').set({ lastUsedOn: testDay }).where('personId', '=', ana.personId).execute();
    expect((await list(ana)).fading.map(({ id }) => id)).toEqual(['network-routing']);
  });

  test('has the wording of the next level where the role asks for more than is claimed, and nowhere else', async () => {
    const lines = (await list(ana, { role: 'network-analyst' })).kinds.flatMap(({ skills }) => skills);
    for (const { ask, claimed, next } of lines) expect(next?.level ?? null).toBe(ask && (claimed ?? 0) < ask.level ? (claimed ?? 0) + 1 : null);
    expect(lines.find(({ next }) => next)?.next?.sentence).not.toBe('');
  });

  test('lists for managers alone what they could confirm', async () => {
    expect((await list(ana)).waiting).toEqual([]);
    expect((await list(boss, { kind: 'process' })).waiting.map(({ id }) => id)).toEqual(['client-os']);
  });

  test('draws the course of at most five skills', async () => {
    const { series } = await list(ana);
    expect(series.find(({ label }) => label === 'Desktop operating systems' || label.includes('perating'))?.points.map(({ value }) => value)).toEqual([2, 2, 4]);
    expect(series.length).toBeLessThanOrEqual(5);
    expect(series.flatMap(({ points }) => points.map(({ by }) => by))).toEqual(expect.arrayContaining([null, 'Boss']));
  });

  test('counts the essentials met as readiness does', async () => {
    const ready = await newPerson(database.db, { roleId: 'help-desk-technician' });
    const before = (await getSkills(database.readDb, ready.actor, testDay, ready.personId, {})).essentials!;
    await rateForRole(database.db, ready.personId, 'help-desk-technician');
    const after = (await getSkills(database.readDb, ready.actor, testDay, ready.personId, {})).essentials!;
    expect(after.total).toBe(before.total);
    expect(after.met).toBeGreaterThan(before.met);
    expect(await describeEffect(database.readDb, ready.actor, testDay, ready.personId, undefined)).toBe(`Help desk technician: ${after.met} of ${after.total} essentials met.`);
  });
});

describe('the form for many', () => {
  test('has the role’s essentials first, each with five sentences', async () => {
    const { skills } = await getSkillsToRate(database.readDb, ana.actor, testDay, ana.personId, { rate: 'role' });
    const order = skills.map(({ ask }) => ask?.importance);
    expect(order).toEqual([...order].sort((a, b) => (a === b ? 0 : a === 'essential' ? -1 : 1)));
    expect(order[0]).toBe('essential');
    expect(skills.every(({ levels }) => levels.length === 5)).toBe(true);
  });

  test('of a kind has all of it, what the role asks first', async () => {
    const { skills } = await getSkillsToRate(database.readDb, ana.actor, testDay, ana.personId, { rate: 'technical' });
    expect(skills.every(({ kind }) => kind === 'technical')).toBe(true);
    expect(skills[0]?.ask?.importance).toBe('essential');
    expect(skills.at(-1)?.ask).toBeNull();
  });
});

describe('one skill', () => {
  test('shows everything said so far, newest first; a peer’s view counts for nothing', async () => {
    const { history, claimed, confirmed, waiting } = await one(boss);
    expect(history.map(({ level, source, by }) => [level, source, by])).toEqual([[4, 'self', 'Ana'], [2, 'manager', 'you'], [2, 'self', 'Ana']]);
    expect([claimed, confirmed, waiting?.level]).toEqual([4, 2, 4]);
    expect(await one(ana, 'patience')).toMatchObject({ claimed: null, history: [{ source: 'peer', by: 'Colleague', level: 5 }] });
  });

  test('draws what was said and what was confirmed, and names who confirmed', async () => {
    const steps = async (who: TestPerson) => (await one(who)).series.map(({ label, points }) => [label, points.map(({ value, by }) => [value, by])]);
    expect(await steps(ana)).toEqual([['Own rating', [[2, null], [4, null]]], ['Confirmed', [[2, 'Boss']]]]);
    expect((await steps(boss))[1]).toEqual(['Confirmed', [[2, 'you']]]);
  });

  test('opens the estimate into its sum, up to what the role asks', async () => {
    const { climb } = await one(ana, 'patience', { role: 'help-desk-technician' });
    expect(climb?.parts.reduce((sum, { months }) => sum + months, 0)).toBe(climb?.months);
    expect(climb).toMatchObject({ next: 1, present: null, wording: { level: 1 } });
    expect((await one(ana)).climb).toMatchObject({ present: { level: 4 }, wording: { level: 5 } });
    expect((await one(ana)).climb).toMatchObject({ next: 5, to: 5, months: 8, parts: [{ from: 4, to: 5, months: 8 }] });
  });

  test('offers a correction to the author within 24 hours, and no form for anybody else’s', async () => {
    const fresh = await rate(database.db, ana.personId, 'communication', 3, { at: new Date('2026-11-22T08:00:00Z') });
    const correct = { correct: fresh };
    expect((await one(ana, 'communication')).history[0]).toMatchObject({ mayCorrect: true });
    expect((await one(ana, 'communication', correct)).correct).toMatchObject({ id: fresh, level: 3 });
    expect((await one(boss, 'communication')).history[0]).toMatchObject({ mayCorrect: false });
    expect(await thrown(one(boss, 'communication', correct))).toBe(404);
  });

  test('keeps evidence for other skills to the person’s own form', async () => {
    const { evidenceId } = await database.db.insertInto('evidence').values({ personId: ana.personId, kind: 'text', body: 'Moved a floor', addedAt: testNow })
      .returning('evidenceId').executeTakeFirstOrThrow();
    await database.db.insertInto('evidenceSkills').values({ evidenceId, skillId: 'teamwork' }).execute();
    expect((await one(ana)).elsewhere).toEqual([{ id: evidenceId, kind: 'text', body: 'Moved a floor', skills: 'Teamwork', here: false }]);
    expect((await one(ana, 'teamwork')).elsewhere).toMatchObject([{ id: evidenceId, here: true }]);
    expect((await one(boss)).elsewhere).toEqual([]);
  });

  test('says of how many ratings, pieces and requests it lists the newest', async () => {
    const { db } = database;
    const old = await newPerson(db, { managerId: boss.personId });
    const days = Array.from({ length: 52 }, (_, day) => ({ personId: old.personId, skillId: 'telephony', level: 1 + (day % 5), source: 'self', ratedAt: new Date(Date.UTC(2025, 0, 1 + day)) }));
    await db.insertInto('ratings').values(days).execute();
    const pieces = await db.insertInto('evidence').values(days.slice(0, 21).map(({ personId, ratedAt }) => ({ personId, kind: 'text', body: 'x', addedAt: ratedAt }))).returning('evidenceId').execute();
    await db.insertInto('evidenceSkills').values(pieces.map(({ evidenceId }) => ({ evidenceId, skillId: 'patience' }))).execute();
    await db.insertInto('ratingRequests').values(days.slice(0, 11).map(({ personId, skillId, ratedAt }) => ({ personId, skillId, kind: 'confirm', askedAt: ratedAt, answer: 'declined', answeredAt: ratedAt, answeredBy: boss.personId }))).execute();
    const { inAll, history, elsewhere, requests } = await getSkill(database.readDb, old.actor, testDay, testNow, { person: old.personId, skill: 'telephony' }, {});
    expect([inAll, history.length, elsewhere.length, requests.length]).toEqual([{ history: 52, elsewhere: 21, requests: 11 }, 50, 20, 10]);
  });

  test('that does not exist is not found; a retired one keeps its history and is no longer confirmed', async () => {
    expect(await thrown(one(ana, 'no-such-skill'))).toBe(404);
    await database.db.updateTable('skills').set({ retiredOn: '2026-01-01' }).where('skillId', '=', 'telephony').execute();
    await rate(database.db, ana.personId, 'telephony', 3);
    expect(await one(boss, 'telephony')).toMatchObject({ retired: true, mayConfirm: false, waiting: null, climb: null });
    expect(await line('telephony')).toMatchObject({ retired: true, waiting: null, claimed: 3 });
    expect((await list(boss)).waiting.map(({ id }) => id)).not.toContain('telephony');
  });
});

describe('levels and interest', () => {
  test('are read together for the person and the line; what was not said stands apart', async () => {
    const read = async (who: TestPerson) => Object.fromEntries((await getInterests(database.readDb, who.actor, testDay, ana.personId)).readings.map(({ reading, skills }) => [reading, skills.map(({ id }) => id)]));
    expect(await read(ana)).toMatchObject({ use: ['client-os'], train: [], 'burns-out': [] });
    expect((await read(ana))['unsaid']).toContain('network-routing');
    expect(await read(boss)).toEqual(await read(ana));
  });
});

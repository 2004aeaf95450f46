import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rateSkill } from '#app/features/ratings/commands/rate.server.ts';
import { answerTickets, undoAnswer } from '#app/features/tickets/commands/answer.server.ts';
import { mapCategories } from '#app/features/tickets/commands/categories.server.ts';
import { takeTickets } from '#app/features/tickets/commands/take.server.ts';
import { getTickets } from '#app/features/tickets/queries.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, newPerson, testDay, type TestPerson } from '#test/support/people.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
let sent = 0;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { name: 'Boss', access: ['manager', 'recruiter', 'admin'] });
});
beforeEach(async () => {
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId });
});
afterAll(() => database.close());

const call = (who = ana, key?: string) => callAs(database.db, who.actor, testDay, key);
const view = (who = ana, search = {}) => getTickets(database.readDb, who.actor, testDay, ana.personId, search);
const take = (rows: [day: string, category: string, tickets: number][], who = ana) => (
  takeTickets(call(who), ana.personId, rows.map(([closedOn, category, tickets]) => ({ closedOn, category, tickets })), String(sent += 1)));
const versionOf = async (category: string) => (await database.db.selectFrom('ticketCategories').select('version').where('personId', '=', ana.personId).where('category', '=', category).executeTakeFirst())?.version ?? 0;
const map = async (category: string, skills: string[], other?: string) => mapCategories(call(), ana.personId, { intent: 'map', rows: [{ category, version: await versionOf(category), skills, other }] });
const desk = { skill: 'desktop-hardware', quarterOn: '2026-07-01' };
const accept = (tickets: number, answer: 'accepted' | 'discarded' = 'accepted') => answerTickets(call(), ana.personId, { intent: 'answer', ...desk, tickets, answer });
const undo = () => undoAnswer(call(), ana.personId, { intent: 'undo', ...desk });
const reason = (result: { done: boolean; reason?: string }) => (result.done ? 'done' : result.reason);
const thrown = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Response).status;
const rateOn = (piece: number, level: 3 | 4 = 3) => rateSkill(call(), ana.personId, desk.skill, { intent: 'rate', level, evidence: [piece], version: 0 });
const evidence = () => database.db.selectFrom('evidence').select(['evidenceId', 'kind', 'body']).where('personId', '=', ana.personId).orderBy('evidenceId').execute();
const stored = async () => (await database.db.selectFrom('ticketCounts').select(['closedOn', 'category', 'tickets']).where('personId', '=', ana.personId).orderBy('closedOn').orderBy('category').execute())
  .map(({ closedOn, category, tickets }) => `${closedOn} ${category} ${tickets}`);

describe('a file of tickets', () => {
  test('comes twice and counts once; days that change are told, the others stay', async () => {
    const file: [string, string, number][] = [['2026-07-01', 'Printer', 5], ['2026-07-01', 'VPN', 2], ['2026-07-02', 'Printer', 1]];
    expect(await take(file)).toMatchObject({ done: true, value: { tickets: 8, days: 2, changed: 0 } });
    expect(await take(file)).toMatchObject({ done: true, value: { tickets: 8, days: 2, changed: 0 } });
    expect(await take([['2026-07-02', 'printer', 4], ['2026-07-03', 'Printer', 1]])).toMatchObject({ done: true, value: { changed: 1 } });
    expect(await stored()).toEqual(['2026-07-01 Printer 5', '2026-07-01 VPN 2', '2026-07-02 Printer 4', '2026-07-03 Printer 1']);
    expect((await view()).span).toEqual({ from: '2026-07-01', to: '2026-07-03', tickets: 12 });
  });

  test('replaces a day for all of its own categories, also by none', async () => {
    await take([['2026-07-01', 'Printer', 5], ['2026-07-01', 'Wi-Fi', 3], ['2026-07-01', 'VPN', 2]]);
    expect(await take([['2026-07-01', 'Printer', 0], ['2026-07-01', 'Wi-Fi', 3]])).toMatchObject({ done: true, value: { changed: 1 } });
    expect(await stored()).toEqual(['2026-07-01 VPN 2', '2026-07-01 Wi-Fi 3']);
  });

  test('brings at most 200 categories in, counted with those that are here', async () => {
    const some = (from: number, many: number) => take(Array.from({ length: many }, (_, number): [string, string, number] => ['2026-07-01', `Category ${from + number}`, 1]));
    expect(await some(0, 150)).toMatchObject({ done: true });
    expect(reason(await some(140, 61))).toMatch(/^With this file your tickets would have 201 categories, and at most 200 are possible/);
    expect(await some(140, 60)).toMatchObject({ done: true });
    expect(await view()).toMatchObject({ categories: { length: 200 }, asked: { length: 15 }, left: 185 });
  });

  test('leaves one row in the trail, with numbers alone', async () => {
    await take([['2026-07-01', 'Printer of the director', 5]]);
    const trail = await database.db.selectFrom('auditEvents').select(['action', 'after']).where('personId', '=', ana.personId).execute();
    expect(trail).toEqual([{ action: 'takeTickets', after: { tickets: 5, days: 1, changed: 0, categories: 1 } }]);
  });

  test('is for oneself: neither the manager nor anybody else reads or brings in tickets', async () => {
    await take([['2026-07-01', 'Printer', 12]]);
    expect(await thrown(view(boss))).toBe(404);
    expect(await thrown(take([['2026-07-01', 'Printer', 1]], boss))).toBe(404);
    expect(await thrown(mapCategories(call(boss), ana.personId, { intent: 'map', rows: [{ category: 'Printer', version: 0, skills: [] }] }))).toBe(404);
    expect(await thrown(answerTickets(call(boss), ana.personId, { intent: 'answer', ...desk, tickets: 12, answer: 'accepted' }))).toBe(404);
    expect(await thrown(undoAnswer(call(boss), ana.personId, { intent: 'undo', ...desk }))).toBe(404);
  });
});

describe('a category', () => {
  test('is asked for with likely skills, once, and may be changed or left out', async () => {
    await take([['2026-07-01', 'Printer jam', 12], ['2026-07-01', 'Lunch', 3]]);
    expect((await view()).asked).toMatchObject([{ category: 'Printer jam', tickets: 12, shown: [], likely: [{ id: 'desktop-hardware' }] }, { category: 'Lunch', likely: [] }]);
    await map('Lunch', []);
    await map('Printer jam', ['desktop-hardware'], 'client-os');
    expect(await view()).toMatchObject({ asked: [], kinds: [], categories: [
      { category: 'Printer jam', known: true, skills: [{ id: 'client-os' }, { id: 'desktop-hardware' }] }, { category: 'Lunch', known: true, skills: [] },
    ] });
    expect((await view(ana, { category: 'Lunch' })).asked).toMatchObject([{ category: 'Lunch', version: 1 }]);
    await map('Printer jam', ['client-os']);
    expect((await view()).suggestions.map(({ skill }) => skill.id)).toEqual(['client-os']);
    expect(await thrown(view(ana, { category: 'Other' }))).toBe(404);
  });

  test('that another window changed meanwhile is not overwritten: both versions are told, and the others are saved', async () => {
    await take([['2026-07-01', 'Printer', 12], ['2026-07-01', 'Lunch', 3]]);
    const first = { category: 'Printer', version: 0, skills: ['desktop-hardware'] };
    const mapRows = (...rows: { category: string; version: number; skills: string[] }[]) => mapCategories(call(), ana.personId, { intent: 'map', rows });
    expect(await mapRows(first)).toMatchObject({ done: true, value: { categories: 1, meanwhile: {} } });
    expect(await mapRows({ ...first, skills: ['client-os'] })).toMatchObject({ done: false, stale: { Printer: 'shows Desktop and peripheral hardware now, and you chose Client operating systems' } });
    expect(await mapRows({ ...first, skills: [] }, { category: 'Lunch', version: 0, skills: [] }))
      .toMatchObject({ done: true, value: { categories: 1, meanwhile: { Printer: 'shows Desktop and peripheral hardware now, and you chose no skill' } } });
    expect(await mapRows(first)).toMatchObject({ done: true, value: { categories: 1, meanwhile: {} } });
    expect((await view(ana, { category: 'Printer' })).asked).toMatchObject([{ version: 2, shown: ['desktop-hardware'] }]);
    expect(await mapRows({ category: 'Printer', version: 2, skills: ['client-os'] })).toMatchObject({ done: true });
    const both = await Promise.all([['patience'], ['telephony']].map((skills) => mapRows({ category: 'Printer', version: 3, skills })));
    expect(both.map(({ done }) => done).sort()).toEqual([false, true]);
  });

  test('has to be among the tickets, and its skills in the catalogue', async () => {
    await take([['2026-07-01', 'Printer', 12]]);
    expect(reason(await map('Scanner', ['client-os']))).toMatch(/^One of these categories is not among your tickets/);
    expect(reason(await map('Printer', ['no-such-skill']))).toBe('One of these skills is not in the catalogue. Please choose again.');
    expect((await view()).asked).toHaveLength(1);
  });
});

describe('a suggestion', () => {
  beforeEach(async () => {
    await take([['2026-07-03', 'Printer', 30], ['2026-09-28', 'Scanner', 7], ['2026-11-01', 'Printer', 9]]);
    await map('Printer', ['desktop-hardware']);
    await map('Scanner', ['desktop-hardware']);
  });

  test('accepted becomes evidence in words for the skill, and no rating', async () => {
    expect((await view()).suggestions).toMatchObject([{ skill: { id: 'desktop-hardware' }, quarterOn: '2026-07-01', tickets: 37 }]);
    expect(await accept(37)).toMatchObject({ done: true, value: { skill: 'Desktop and peripheral hardware' } });
    const [piece] = await evidence();
    expect(piece).toMatchObject({ kind: 'text', body: '37 tickets closed between 3 July 2026 and 28 September 2026, by category: Printer 30, Scanner 7.' });
    expect(await database.db.selectFrom('evidenceSkills').select('skillId').where('evidenceId', '=', piece!.evidenceId).execute()).toEqual([{ skillId: 'desktop-hardware' }]);
    expect(await database.db.selectFrom('ratings').select('ratingId').where('personId', '=', ana.personId).execute()).toEqual([]);
    expect(await view()).toMatchObject({ suggestions: [], answers: [{ answer: 'accepted', tickets: 37, accepted: 37, kept: false }] });
  });

  test('is taken back while no rating stands on it, and then not', async () => {
    await accept(37);
    expect(await undo()).toMatchObject({ done: true });
    expect(await evidence()).toEqual([]);
    expect(reason(await undo())).toBe('This had been taken back already.');
    await accept(37);
    const [piece] = await evidence();
    await rateOn(piece!.evidenceId);
    expect(reason(await undo())).toBe('A rating stands on the evidence that was made of it, so it stays.');
    expect((await view()).answers).toMatchObject([{ kept: true }]);
  });

  test('discarded is not shown again, until the quarter has grown a lot; then what was accepted is brought up to date', async () => {
    await accept(37, 'discarded');
    expect(await view()).toMatchObject({ suggestions: [], answers: [{ answer: 'discarded', accepted: 0 }] });
    await take([['2026-07-04', 'Printer', 18]]);
    expect((await view()).suggestions).toEqual([]);
    await take([['2026-07-04', 'Printer', 19]]);
    expect((await view()).suggestions).toMatchObject([{ tickets: 56, answered: 37 }]);
    await accept(56);
    await take([['2026-07-05', 'Printer', 28]]);
    await accept(84);
    expect((await evidence()).map(({ body }) => body.slice(0, 10))).toEqual(['84 tickets']);
    await take([['2026-07-06', 'Printer', 50]]);
    await accept(134, 'discarded');
    expect(await view()).toMatchObject({ suggestions: [], answers: [{ answer: 'discarded', tickets: 134, accepted: 84 }] });
  });

  test('is not made for a skill that the catalogue has retired since, nor accepted, nor can a category be put to it', async () => {
    const old = { skillId: 'old-printers', name: 'Old printers', kind: 'technical', description: 'x', source: 'article' };
    await database.db.insertInto('skills').values(old).execute();
    await map('Printer', ['old-printers', 'client-os']);
    await database.db.updateTable('skills').set({ retiredOn: testDay }).where('skillId', '=', old.skillId).execute();
    expect((await view()).suggestions.map(({ skill }) => skill.id)).toEqual(['client-os']);
    expect((await view()).categories[0]!.skills.map(({ name }) => name)).toContain('Old printers (retired)');
    expect((await view(ana, { category: 'Printer' })).asked[0]!.likely.map(({ id }) => id)).not.toContain('old-printers');
    expect(reason(await answerTickets(call(), ana.personId, { intent: 'answer', ...desk, skill: 'old-printers', tickets: 30, answer: 'accepted' }))).toMatch(/^This is not suggested any more/);
    expect(reason(await map('Scanner', ['old-printers']))).toBe('“Old printers” has been retired from the catalogue. Please choose another skill.');
  });

  test('for more, discarded, leaves what was accepted as it is, and undo takes back that no alone', async () => {
    await accept(37);
    await take([['2026-07-05', 'Printer', 47]]);
    await accept(84, 'discarded');
    const before = await evidence();
    expect(before.map(({ body }) => body.slice(0, 10))).toEqual(['37 tickets']);
    expect(await view()).toMatchObject({ suggestions: [], answers: [{ answer: 'discarded', tickets: 84, accepted: 37, kept: false }] });
    expect(await undo()).toMatchObject({ done: true });
    expect(await evidence()).toEqual(before);
    expect(await view()).toMatchObject({ suggestions: [{ tickets: 84, answered: 37, accepted: 37 }], answers: [{ answer: 'accepted', tickets: 37, accepted: 37 }] });
    expect(await undo()).toMatchObject({ done: true });
    expect(await evidence()).toEqual([]);
    expect(await view()).toMatchObject({ suggestions: [{ tickets: 84, answered: null, accepted: 0 }], answers: [] });
  });

  test('for more, accepted when a rating stands on the first piece, makes a second one of the difference, which undo takes away alone', async () => {
    await accept(37);
    const [first] = await evidence();
    await rateOn(first!.evidenceId);
    await take([['2026-07-05', 'Printer', 47]]);
    await accept(84);
    expect((await evidence()).map(({ body }) => body)).toEqual([
      '37 tickets closed between 3 July 2026 and 28 September 2026, by category: Printer 30, Scanner 7.',
      '47 more tickets closed between 3 July 2026 and 28 September 2026, beside 37 that are evidence already. Categories: Printer, Scanner.',
    ]);
    expect((await view()).answers).toMatchObject([{ tickets: 84, accepted: 84, kept: false }]);
    await take([['2026-07-06', 'Printer', 66]]);
    await accept(150);
    expect((await evidence()).map(({ body }) => body.slice(0, 8))).toEqual(['37 ticke', '113 more']);
    expect(await undo()).toMatchObject({ done: true });
    expect(await evidence()).toEqual([first]);
    expect(await view()).toMatchObject({ suggestions: [{ tickets: 150, answered: 37, accepted: 37 }], answers: [{ answer: 'accepted', tickets: 37, kept: true }] });
    expect(reason(await undo())).toMatch(/^A rating stands/);
  });

  test('whatever is uploaded, answered, rated and taken back in whatever order: no ticket is evidence twice, and nothing goes but by its own undo', async () => {
    const step = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 10, max: 60 }) }, { weight: 6, arbitrary: fc.constantFrom('accept', 'accept', 'discard', 'rate', 'undo') });
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId });
      await take([['2026-07-03', 'Printer', 12]]);
      await map('Printer', ['desktop-hardware']);
      let day = 3;
      for (const each of steps) {
        const before = await evidence();
        const suggested = (await view()).suggestions[0];
        if (typeof each === 'number') await take([[`2026-07-${String(day += 1).padStart(2, '0')}`, 'Printer', each]]);
        else if (each === 'rate') await (before.length > 0 && rateOn(before.at(-1)!.evidenceId, before.length % 2 === 0 ? 3 : 4));
        else if (each === 'undo') await undo();
        else if (suggested) expect(await accept(suggested.tickets, each === 'accept' ? 'accepted' : 'discarded')).toMatchObject({ done: true });
        const after = await evidence();
        const { answers: [answer], suggestions } = await view();
        const told = after.reduce((sum, { body }) => sum + Number(/^\d+/.exec(body)![0]), 0);
        expect(answer?.accepted ?? 0).toBe(told);
        expect(told).toBeLessThanOrEqual(answer?.tickets ?? 0);
        if (each === 'accept' && suggested) expect([told, suggestions]).toEqual([suggested.tickets, []]);
        if (each === 'undo') expect(before.length - after.length).toBeLessThanOrEqual(1);
        else expect(after.map(({ evidenceId }) => evidenceId)).toEqual(expect.arrayContaining(before.map(({ evidenceId }) => evidenceId)));
      }
    }), { numRuns: 8 });
  });

  test('is refused when the page showed something else', async () => {
    expect(reason(await accept(36))).toMatch(/^This is not suggested any more/);
    await accept(37);
    expect(reason(await accept(37))).toMatch(/^This is not suggested any more/);
    expect(await evidence()).toHaveLength(1);
  });
});

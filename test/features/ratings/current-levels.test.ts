import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countingRatings, isWaiting, type Rating } from '#app/domain/rating.ts';
import { isRetired } from '#app/domain/retirement.ts';
import type { Level } from '#app/domain/skill.ts';
import { isOffered, isWaitingRow } from '#app/server/row-rules.server.ts';
import { newOrganisation, newPerson } from '#test/support/people.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
});
afterAll(() => database.close());

const skills = ['patience', 'network-routing', 'client-os'];

/** Few moments, so that several ratings fall on one. */
const rating = fc.record({
  skill: fc.constantFrom(...skills),
  level: fc.integer({ min: 1, max: 5 }),
  source: fc.constantFrom('self' as const, 'manager' as const, 'peer' as const, 'review' as const),
  ratedAt: fc.integer({ min: 0, max: 6 }).map((hour) => Date.UTC(2026, 4, 1, hour)),
});

test('the table of current levels says what the domain says, whatever order ratings come in, are corrected or removed', async () => {
  const { db } = database;
  const known = new Set((await db.selectFrom('skills').select('skillId').execute()).map(({ skillId }) => skillId));
  expect(skills.filter((skill) => !known.has(skill))).toEqual([]);
  await fc.assert(fc.asyncProperty(fc.array(rating, { minLength: 1, maxLength: 15 }), fc.nat(), fc.nat(), async (given, corrected, removed) => {
    const { personId } = await newPerson(db);
    const rows = given.map(({ skill, level, source, ratedAt }) => ({ personId, skillId: skill, level, source, ratedBy: null, ratedAt: new Date(ratedAt) }));
    const ids = await db.insertInto('ratings').values(rows).returning('ratingId').execute();
    await expectEqual(personId, given);

    const at = corrected % given.length;
    const second = given.map((one, index) => (index === at ? { ...one, level: (one.level % 5) + 1 } : one));
    await db.updateTable('ratings').set({ level: second[at]!.level }).where('ratingId', '=', ids[at]!.ratingId).execute();
    await expectEqual(personId, second);

    const gone = removed % given.length;
    await db.deleteFrom('ratings').where('ratingId', '=', ids[gone]!.ratingId).execute();
    await expectEqual(personId, second.filter((_, index) => index !== gone));
  }), { numRuns: 40 });
});

test('what the catalogue offers is what it has not retired, in SQL as in the domain', async () => {
  await database.db.updateTable('skills').set({ retiredOn: '2026-11-22' }).where('skillId', '=', 'telephony').execute();
  const rows = await database.db.selectFrom('skills').select(['skillId', 'retiredOn', isOffered('skills').as('offered')]).execute();
  expect(rows.filter(({ offered }) => !offered).map(({ skillId }) => skillId)).toEqual(['telephony']);
  expect(rows.map(({ offered }) => offered)).toEqual(rows.map((row) => !isRetired(row)));
});

async function expectEqual(personId: number, ratings: { skill: string; level: number; source: Rating['source']; ratedAt: number }[]): Promise<void> {
  const rows = await database.db.selectFrom('currentLevels').selectAll().select(isWaitingRow('current_levels').as('waits')).where('personId', '=', personId).execute();
  const standing = (row: (typeof rows)[number]) => ({ ...row, selfAt: row.selfAt?.getTime() ?? null, confirmedAt: row.confirmedAt?.getTime() ?? null });
  expect(rows.map(({ waits }) => waits)).toEqual(rows.map((row) => isWaiting(standing(row))));
  const counting = countingRatings(ratings.map((one) => ({ ...one, level: one.level as Level })));
  const kept = rows.filter(({ claimedLevel, confirmedLevel }) => claimedLevel !== null || confirmedLevel !== null).map((row) => [row.skillId, {
    claimed: row.claimedLevel,
    confirmed: row.confirmedLevel,
    confirmedAt: row.confirmedAt?.getTime() ?? null,
    waiting: row.waits,
  }]);
  const expected = [...counting].map(([skill, { claimed, confirmed, confirmedAt, waiting }]) => [skill, { claimed, confirmed, confirmedAt, waiting }]);
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(expected));
}

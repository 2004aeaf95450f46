import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { changedTables, digestOf } from '#test/support/digest.ts';
import { serveBuild, type Served } from '#test/support/served.ts';
import { crawl } from './crawl.ts';
import { matrix } from './permission-matrix.ts';
import type { ActorName } from './rights.ts';
import { addressFor, surroundings, type Surroundings } from './surroundings.ts';

let database: TestDatabase;
let served: Served;
let around: Surroundings;

beforeAll(async () => {
  database = await testDatabase();
  served = await serveBuild(database);
  around = await surroundings(served);
});

afterAll(async () => {
  await served.close();
  await database.close();
});

/** Reads everything that leads anywhere, and whatever the matrix knows; answers the tables that were changed by it. */
async function changedByReading(actor: ActorName): Promise<string[]> {
  const starts = matrix.map((rights) => addressFor(around, rights, rights.address.includes('{}') ? 'subject' : '-'));
  const before = await digestOf(database.db);
  const visits = await crawl(served, around.cookies[actor], ['/', ...starts]);
  expect(visits.filter(({ status }) => status === 200).length, 'pages read').toBeGreaterThan(15);
  expect(visits.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([]);
  return changedTables(before, await digestOf(database.db));
}

test.each(['admin', 'manager', 'subject', 'anonymous'] as const)('V3.5.3: reading everything as %s changes nothing but sessions', async (actor) => {
  expect(await changedByReading(actor)).toEqual([]);
});

test('V3.5.3: reading everything as recruiter leaves the looks that people can see, the aliases that looking needs, and nothing else', async () => {
  expect(await changedByReading('recruiter')).toEqual(['looks', 'profile_aliases']);
});

test('V3.5.3: signing out is not done by following a link', async () => {
  const cookie = await served.signIn(around.world.accounts.report);
  await served.send('/logout', { cookie });
  expect((await served.send('/account', { cookie })).status).toBe(200);
});

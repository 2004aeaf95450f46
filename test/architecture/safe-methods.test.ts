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
  const before = await digestOf(database.db, ['sessions', 'share_uses']);
  const visits = await crawl(served, around.cookies[actor], ['/', ...starts]);
  expect(visits.filter(({ status }) => status === 200).length, 'pages read').toBeGreaterThan(15);
  expect(visits.filter(({ status }) => status >= 500).map(({ address }) => address)).toEqual([]);
  return changedTables(before, await digestOf(database.db, ['sessions', 'share_uses']));
}

test.each(['admin', 'manager', 'subject', 'anonymous'] as const)('V3.5.3: reading everything as %s changes nothing but sessions', async (actor) => {
  expect(await changedByReading(actor)).toEqual([]);
});

test('V3.5.3: reading everything as recruiter leaves the looks that people can see, the aliases that looking needs, and nothing else', async () => {
  expect(await changedByReading('recruiter')).toEqual(['looks', 'profile_aliases']);
});

test('V3.5.3: opening a shared profile leaves its use and nothing else; only asking whether it is there leaves nothing', async () => {
  await database.db.deleteFrom('shareUses').execute();
  const path = `/shared/${around.world.shares.subject}`;
  const reading = async (method: string, headers: Record<string, string> = {}) => {
    const before = await digestOf(database.db);
    const { status } = await served.send(path, { method, headers });
    return [status, changedTables(before, await digestOf(database.db))];
  };
  expect(await reading('HEAD')).toEqual([200, []]);
  expect(await reading('GET', { 'Sec-Purpose': 'prefetch;prerender' })).toEqual([425, []]);
  expect(await reading('GET')).toEqual([200, ['share_uses']]);
  expect(await reading('GET'), 'again within a minute').toEqual([200, []]);
});

test('the token of a shared profile never reaches the log, nor the requests that its page makes', async () => {
  const token = around.world.shares.subject;
  served.lines.length = 0;
  for (const path of [`/shared/${token}`, `/shared/${token}.data`, `/shared/${token}/`, `/shared/${token}?_data=routes`, `/shared/${token}x`]) {
    const { headers } = await served.send(path, { headers: { Referer: `${served.origin}/shared/${token}` } });
    expect([headers['referrer-policy'], headers['cache-control'], headers['x-robots-tag']], path).toEqual(['no-referrer', 'no-store', 'noindex, nofollow, noarchive']);
  }
  expect(served.lines.length).toBeGreaterThanOrEqual(5);
  expect(served.lines.join('')).toContain('/shared/:token');
  expect(served.lines.join('')).not.toContain(token);
});

test('V3.5.3: signing out is not done by following a link', async () => {
  const cookie = await served.signIn(around.world.accounts.report);
  await served.send('/logout', { cookie });
  expect((await served.send('/account', { cookie })).status).toBe(200);
});

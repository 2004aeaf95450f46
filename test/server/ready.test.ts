import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrateDown, migrateToLatest } from '#db/migrate.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { openDoor } from './door.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('/readyz is red while a migration is pending, and green once it has been made; /healthz stays green', async () => {
  const door = await openDoor({ database: () => database });
  const status = async (path: string) => (await fetch(door.origin + path)).status;
  expect(await status('/readyz')).toBe(200);
  await migrateDown(database.db, 1);
  expect(await status('/readyz')).toBe(503);
  expect(await status('/healthz')).toBe(200);
  await migrateToLatest(database.db);
  expect(await status('/readyz')).toBe(200);
  await door.close();
});

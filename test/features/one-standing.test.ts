import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCareerMap } from '#app/features/catalogue/queries/paths.server.ts';
import { getPrintableProfile } from '#app/features/exchange/resume/profile.server.ts';
import { getPersonPage } from '#app/features/people/queries/my-path.server.ts';
import { getGround } from '#app/features/plans/queries/catalogue.server.ts';
import { getWelcome } from '#app/features/welcome/queries/welcome.server.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, certify, newOrganisation, newPerson, testDay } from '#test/support/people.ts';

const [technician, analyst, network] = ['help-desk-technician', 'help-desk-analyst', 'network-analyst'];
const names: Record<string, string> = { [technician]: 'Help desk technician', [analyst]: 'Help desk analyst (second line)' };
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
});
afterAll(() => database.close());

type Post = Parameters<typeof appoint>[2];
const main = { roleId: technician, startedOn: '2024-01-01' };
const gone = { ...main, endedOn: '2026-08-31' };

// What is recorded, the role that paths begin at, the roles held today.
test.each<[string, Post[], string | null, string[]]>([
  ['nothing recorded', [], null, []],
  ['one role', [main], technician, [technician]],
  ['between jobs', [gone], technician, []],
  ['between jobs, the next one known', [gone, { roleId: network, startedOn: '2027-01-04' }], network, []],
  ['two roles at once', [{ roleId: analyst, startedOn: '2023-01-01', kind: 'acting' }, main], technician, [technician, analyst]],
  ['a role acted in and no main one', [gone, { roleId: analyst, startedOn: '2026-06-01', kind: 'acting' }], analyst, [analyst]],
  ['a role stated for a later day', [main, { roleId: network, startedOn: '2027-01-04', status: 'stated' }], technician, [technician]],
  ['a role stated since', [main, { roleId: analyst, startedOn: '2026-10-01', status: 'stated' }], analyst, [analyst]],
  ['only an earlier employer’s', [{ ...gone, employer: 'Elsewhere' }], technician, []],
])('every page that starts from a role starts from the same one: %s', async (_, posts, from, held) => {
  const { db, readDb } = database;
  const person = await newPerson(db);
  for (const post of posts) await appoint(db, person.personId, post);
  const path = await getPersonPage(readDb, person.actor, testDay, person.personId);
  const map = await getCareerMap(readDb, person.actor, testDay, {});
  const plan = await getGround(readDb, person.personId, testDay);
  const welcome = await getWelcome(readDb, person.actor, testDay, person.personId);
  const profile = await getPrintableProfile(readDb, person.actor, testDay, person.personId, []);
  expect({ path: 'from' in path ? path.from?.id ?? null : null, map: map.ownRoleId, plan: plan.from[0] ?? null, welcome: welcome.role?.id ?? null })
    .toEqual({ path: from, map: from, plan: from, welcome: from });
  expect({ plan: plan.held, map: map.held === 'now' ? [map.ownRoleId, ...map.beside.map(({ id }) => id)] : [], profile: profile.role?.title })
    .toEqual({ plan: held, map: held, profile: held[0] && names[held[0]] });
});

test('the printed profile says what each certificate is worth today, however early an organisation lets people renew', async () => {
  const { db, readDb } = database;
  const person = await newPerson(db);
  await db.updateTable('organisation').set({ policy: JSON.stringify({ renewalMonths: 12 }) }).execute();
  await certify(db, person.personId, 'ccna', { issuedOn: '2024-05-01', expiresOn: '2027-05-01' });
  await certify(db, person.personId, 'itil4-foundation', { issuedOn: '2023-11-01', expiresOn: '2026-11-01' });
  await certify(db, person.personId, 'comptia-a-plus', { issuedOn: '2023-11-21', expiresOn: '2026-11-21' });
  const { certificates } = await getPrintableProfile(readDb, person.actor, testDay, person.personId, []);
  expect(certificates.map(({ expiresOn, over, counts }) => [expiresOn, over, counts])).toEqual([['2027-05-01', false, true], ['2026-11-21', true, false], ['2026-11-01', true, true]]);
});

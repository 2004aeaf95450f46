import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newPerson, rateForRole, wish } from '#test/support/people.ts';
import { serveBuild, type Served } from '#test/support/served.ts';
import { listeningTo, type Statement } from '#test/support/statements.ts';
import { cellsOf, dataAddress } from './matrix-run.ts';
import { matrix } from './permission-matrix.ts';
import type { ActorName, Rights } from './rights.ts';
import { addressFor, surroundings, type Surroundings } from './surroundings.ts';

/** So many statements a page may take, besides the session, the root's look at the organisation, and the note of a recruiter's look or of a shared profile being opened. */
const most = 6;
/** Sent for every page, or written down about it. */
const besides = [/ from "sessions" /, /^select "mode", .* as "asked" from "organisation"$/, /^insert into "looks" /, /^insert into "share_uses" /];

let database: TestDatabase;
let served: Served;
let around: Surroundings;
let statements: Statement[];

beforeAll(async () => {
  database = await testDatabase();
  const listening = listeningTo(database);
  statements = listening.statements;
  served = await serveBuild(listening);
  around = await surroundings(served);
});

afterAll(async () => {
  await served.close();
  await database.close();
});

/** Every page that somebody is shown, once for each word in its table. */
const pages = matrix.flatMap((rights) => {
  const seen = new Set<string>();
  return cellsOf(rights.get).filter(({ word }) => !/^(\d+|login|\/.*)$/.test(word) && !seen.has(word) && seen.add(word)).map((cell) => ({ rights, ...cell }));
});

async function statementsOf({ rights, actor, column }: { rights: Rights; actor: ActorName; column: string }): Promise<string[]> {
  const address = addressFor(around, rights, column);
  statements.length = 0;
  const { status } = await served.send(rights.resource ? address : dataAddress(address), { cookie: around.cookies[actor] });
  expect(status < 400 || status === 404, `${address}: ${status}`).toBe(true);
  return statements.map(({ sql }) => sql).filter((sql) => !besides.some((pattern) => pattern.test(sql)));
}

async function countAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const page of pages) counts[`${page.rights.address} as ${page.actor} (${page.word})`] = (await statementsOf(page)).length;
  return counts;
}

test(`no page takes more than ${most} statements, and none more of them with fifty people more`, async () => {
  const few = await countAll();
  const { db } = database;
  for (let number = 0; number < 50; number++) {
    const { personId } = await newPerson(db, { managerId: around.world.ids.manager, roleId: 'help-desk-technician', startedOn: '2024-11-01', team: 'Desk A', site: 'Northbridge' });
    if (number % 10 === 0) await rateForRole(db, personId, 'help-desk-technician', { source: 'self' });
    if (number % 5 === 0) await wish(db, personId, 'move');
  }
  const many = await countAll();
  expect(Object.entries(many).filter(([, count]) => count > most)).toEqual([]);
  expect(many).toEqual(few);
  expect(pages.length).toBeGreaterThan(25);
});

test('a page that somebody signed in asks for takes one statement for the session, however many loaders it has', async () => {
  statements.length = 0;
  await served.send('/roles', { cookie: around.cookies.manager });
  expect(statements.filter(({ sql }) => sql.includes('"sessions"'))).toHaveLength(1);
});

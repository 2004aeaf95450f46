import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { serveBuild, type Served } from '#test/support/served.ts';
import { catalogueTables, changedTables, digestOf } from '#test/support/digest.ts';
import { cellsOf, foreignFaults, formFaults, nothingToSendFaults, parameterFaults, readFaults } from './matrix-run.ts';
import { matrix } from './permission-matrix.ts';
import { surroundings, type Surroundings } from './surroundings.ts';

let database: TestDatabase;
let served: Served;
let around: Surroundings;
let catalogue: Record<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  served = await serveBuild(database);
  around = await surroundings(served);
  catalogue = await catalogueNow();
});

afterAll(async () => {
  await served.close();
  await database.close();
});

const routeId = (route: string) => `routes/${route}/route`;
const hasId = (address: string) => address.includes('{}');

/** All faults at once, each on a line of its own. */
function expectNone(faults: readonly string[]): void {
  if (faults.length > 0) expect.fail(`${faults.length} faults:\n${faults.join('\n')}`);
}

test('every address with an id is asked for with ids of others and of nobody', () => {
  const incomplete = matrix.filter(({ address, get }) => hasId(address) && !/whose: +subject +(report|hidden) .*\b(stranger|foreign)\b.*\bnobody\b/.test(get));
  expect(incomplete.map(({ address }) => address)).toEqual([]);
});

describe('V8.2.1, V8.2.2, V8.2.3, V8.3.1, V15.3.1: pages', () => {
  for (const rights of matrix) {
    test(`${rights.route}: GET ${rights.address}`, async () => {
      const faults: string[] = [];
      for (const cell of cellsOf(rights.get)) faults.push(...await readFaults(served, rights, routeId(rights.route), cell, around));
      faults.push(...await parameterFaults(served, rights, routeId(rights.route), around));
      expectNone(faults);
    });
  }
});

describe('V8.2.1, V8.2.2: forms', () => {
  for (const rights of matrix) {
    for (const [name, table] of Object.entries(rights.forms ?? {})) {
      test(`${rights.route}: POST ${rights.address}, ${name}`, async () => {
        const faults: string[] = [];
        for (const cell of cellsOf(table)) faults.push(...await formFaults(served, rights, { name }, cell, around));
        expectNone(faults);
      });
    }
  }
});

describe('pages without forms', () => {
  for (const rights of matrix.filter(({ forms }) => forms === null)) {
    test(`${rights.route}: POST ${rights.address}`, async () => {
      const column = hasId(rights.address) ? 'subject' : '-';
      expectNone(await nothingToSendFaults(served, rights, { actor: 'manager', column }, around));
    });
  }
});

describe('V3.5.1: forms from other sites', () => {
  for (const rights of matrix) {
    test(`${rights.route}: POST ${rights.address}`, async () => {
      const column = hasId(rights.address) ? 'subject' : '-';
      const faults: string[] = [];
      for (const name of rights.forms === null ? [null] : Object.keys(rights.forms)) {
        for (const actor of ['subject', 'manager', 'admin'] as const) {
          faults.push(...await foreignFaults(served, rights, routeId(rights.route), name, { actor, column }, around));
        }
      }
      expectNone(faults);
    });
  }
});

test('nobody has changed the catalogue', async () => {
  expect(changedTables(catalogue, await catalogueNow())).toEqual([]);
});

async function catalogueNow(): Promise<Record<string, string>> {
  const all = await digestOf(database.db);
  return Object.fromEntries(catalogueTables.map((name) => [name, all[name] ?? 'missing']));
}

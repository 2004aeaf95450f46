import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { getEverything, streamOf } from '#app/features/exchange/person/read-person.server.ts';
import { findLink } from '#app/server/one-time-link.server.ts';
import { openDatabase, type Database } from '#db/connection.server.ts';
import { createDatabase, onServer } from '#test/support/database.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { actorFor, newOrganisation, newPerson, rate } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';

/** An installation as the tools find it: through the environment alone. */
interface Installation {
  environment: Record<string, string>;
  /** Opens it for the test itself; the embedded one only while no tool has it open. */
  look<T>(work: (database: Database) => Promise<T>): Promise<T>;
  drop(): Promise<void>;
}

/** Every call starts a process, and that opens a database. */
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
let here: Installation;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskpath-tools-'));
  here = await install('here');
  await here.look(async ({ db }) => {
    await migrateToLatest(db);
    await newOrganisation(db);
    await db.insertInto('people').values({ number: '1001', name: 'Known Person', email: 'known@demo.example' }).execute();
  });
  await writeFile(join(folder, 'good.csv'), 'number,name,manager\nN1,New Person,1001\nN2,Other Person,N1\n');
  await writeFile(join(folder, 'bad.csv'), 'number,name,manager\nN3,Third Person,9999\n,Fourth Person,\n');
});

afterAll(async () => {
  await here.drop();
  await rm(folder, { recursive: true, force: true });
});

async function install(name: string): Promise<Installation> {
  const { url, drop } = onServer ? await createDatabase() : { url: undefined, drop: () => Promise.resolve() };
  const dataDir = join(folder, name);
  return {
    environment: url === undefined ? { DATA_DIR: dataDir, DATABASE_URL: '' } : { DATABASE_URL: url },
    drop,
    async look(work) {
      const database = await openDatabase(url === undefined ? { dataDir } : { url });
      return work(database).finally(() => database.close());
    },
  };
}

/** Runs a tool in a process of its own, as npm does. */
function tool(name: string, args: readonly string[], { environment } = here): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', `app/cli/${name}.ts`, ...args], { env: { ...process.env, ...environment, APP_ORIGIN: 'https://deskpath.example' } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

const peopleCount = () => here.look(async ({ db }) => (await db.selectFrom('people').select('personId').execute()).length);

describe('import:people', () => {
  test('a dry run writes nothing, a run does, both say what', async () => {
    const dry = await tool('import-people', [join(folder, 'good.csv'), '--dry-run']);
    expect(dry).toMatchObject({ code: 0, output: expect.stringMatching(/line 2, N1 New Person: new; reports to 1001[^]*2 rows read, 2 would change\.\n {2}2 new people\n {2}2 new reporting lines\nThis was a dry run/) });
    expect(await peopleCount()).toBe(1);
    expect(await tool('import-people', [join(folder, 'good.csv')])).toMatchObject({ code: 0, output: expect.stringContaining('2 rows read, 2 changed.') });
    expect(await peopleCount()).toBe(3);
  });

  test('a file with mistakes ends with 1 and all of them, nothing written', async () => {
    const { code, output } = await tool('import-people', [join(folder, 'bad.csv')]);
    expect(code).toBe(1);
    expect(output).toContain('line 2, manager: Nobody has the number 9999.');
    expect(output).toContain('line 3, number: This cell is empty.');
    expect(output).toContain('2 mistakes in the file. Nothing was changed');
    expect(await peopleCount()).toBe(3);
  });

  test.each([
    [['nowhere.csv'], 'There is no file nowhere.csv.'], [['a.csv', '--wet-run'], 'Unknown option'], [['a.csv', '--changes-from', 'Monday'], 'Write the day like 2025-03-31.'],
  ])('called with %j it ends with 2 and how it is used', async (args, said) => {
    const { code, output } = await tool('import-people', args);
    expect(code).toBe(2);
    expect(output).toContain(said);
    expect(output).toContain('npm run import:people -- people.csv');
  });
});

describe('account:link', () => {
  test('prints a link that opens the account', async () => {
    const { code, output } = await tool('account-link', ['--number', '1001', '--access', 'manager,recruiter']);
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('A new account with the sign-in name known@demo.example may: staff, manager, recruiter.') });
    const token = /https:\/\/deskpath\.example\/password\?token=(\S+)/.exec(output)?.[1] ?? '';
    expect(await here.look(({ readDb }) => findLink(readDb, token, 'password', new Date()))).toEqual({ accountId: 1 });
    expect(await tool('account-link', ['--sign-in-name', 'stranger'])).toMatchObject({ code: 1, output: expect.stringContaining('Nobody has the sign-in name stranger.') });
  });

  test.each([[['--number', '1001', '--access', 'king'], 'There is no access "king".'], [[], 'Say whose account']])('called with %j it ends with 2 and how it is used', async (args, said) => {
    expect(await tool('account-link', args)).toMatchObject({ code: 2, output: expect.stringContaining(said) });
  });
});

describe('backup and restore', () => {
  test('what was backed up is put back into an empty installation, once', async () => {
    const file = join(folder, 'all.backup.gz');
    expect(await tool('backup', [file])).toMatchObject({ code: 0, output: expect.stringMatching(/all\.backup\.gz: \d+ rows of \d+ tables\./) });
    expect(await tool('backup', [file])).toMatchObject({ code: 1, output: expect.stringContaining('is there already') });
    const other = await install('other');
    try {
      expect(await tool('import-people', [join(folder, 'good.csv')], other)).toMatchObject({ code: 1, output: expect.stringMatching(/older schema|has not been set up yet/) });
      expect(await tool('restore', [file], other)).toMatchObject({ code: 0, output: expect.stringMatching(/Put back: \d+ rows/) });
      const people = await other.look(({ db }) => db.selectFrom('people').select('name').orderBy('personId').execute());
      expect(people.map(({ name }) => name)).toEqual(['Known Person', 'New Person', 'Other Person']);
      expect(await tool('restore', [file], other)).toMatchObject({ code: 1 });
    } finally {
      await other.drop();
    }
    expect(await tool('restore', [])).toMatchObject({ code: 2 });
  });
});

describe('import:person', () => {
  const everythingOf = (installation: Installation, number: string) => installation.look(async ({ db }) => {
    const { personId, accountId } = await db.selectFrom('people').innerJoin('accounts', 'accounts.personId', 'people.personId').select(['people.personId', 'accountId']).where('number', '=', number).executeTakeFirstOrThrow();
    return new Response(streamOf(db, await getEverything(db, await actorFor(db, { accountId }), testNow, personId))).text();
  });

  test('brings a person into an empty installation, once; what comes out of it again is equal', async () => {
    const number = await here.look(async ({ db }) => {
      const manager = await newPerson(db, { name: 'Their Manager' });
      const { personId } = await newPerson(db, { name: 'Moving Person', managerId: manager.personId, roleId: 'help-desk-technician', site: 'North', team: 'First line' });
      await rate(db, personId, 'patience', 4);
      const [row] = await db.insertInto('evidence').values({ personId, kind: 'file', body: 'fleet – “moved”.pdf', addedBy: personId, addedAt: testNow }).returning('evidenceId').execute();
      const content = Buffer.from('%PDF-1.7 é');
      await db.insertInto('evidenceFiles').values({ evidenceId: row!.evidenceId, mediaType: 'application/pdf', content, sizeBytes: content.length, sha256: createHash('sha256').update(content).digest() }).execute();
      return (await db.selectFrom('people').select('number').where('personId', '=', personId).executeTakeFirstOrThrow()).number;
    });
    const before = await everythingOf(here, number);
    const [good, bad] = [join(folder, 'me.json'), join(folder, 'bad.json')];
    await writeFile(good, before);
    await writeFile(bad, before.replaceAll('"patience"', '"whistling"'));
    const empty = await install('empty');
    try {
      await empty.look(async ({ db }) => {
        await migrateToLatest(db);
        await newOrganisation(db);
      });
      expect(await tool('import-person', [bad], empty)).toMatchObject({ code: 1, output: expect.stringMatching(/^Nothing was brought in:\n {2}The catalogue here has no skill “whistling”\.\n$/) });
      expect(await tool('import-person', [good, '--dry-run'], empty)).toMatchObject({ code: 0, output: expect.stringMatching(/^Would bring in Moving Person:\n/) });
      expect(await empty.look(({ db }) => db.selectFrom('people').select('name').execute())).toEqual([]);
      expect(await tool('import-person', [good], empty)).toMatchObject({ code: 0, output: expect.stringMatching(/^Brought in Moving Person:\n[^]* {2}ratings: 1\n/) });
      expect(await everythingOf(empty, number)).toBe(before);
      expect(await tool('import-person', [good], empty)).toMatchObject({ code: 1, output: expect.stringContaining(`Number ${number} is here already: Moving Person.`) });
    } finally {
      await empty.drop();
    }
  });

  test.each([[['nowhere.json'], 'There is no file nowhere.json.'], [['.'], 'There is no file .'], [['a.json', 'b.json'], 'Name one file.']])('called with %j it ends with 2 and how it is used', async (args, said) => {
    const { code, output } = await tool('import-person', args);
    expect(code).toBe(2);
    expect(output).toContain(said);
    expect(output).toContain('npm run import:person -- me.json');
  });
});

import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnServer, testDatabase, type TestDatabase } from '#test/support/database.ts';
import { addManyPeople } from '#test/support/many-people.ts';
import { newOrganisation } from '#test/support/people.ts';
import { serveBuild, type Served } from '#test/support/served.ts';
import { listeningTo, type Statement } from '#test/support/statements.ts';
import { personless } from '#test/support/world.ts';
import { dataAddress } from './matrix-run.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Loops': number;
  Plans?: Plan[];
}

interface Scan {
  table: string;
  loops: number;
  statement: string;
}

/** Tables that grow with the people. */
const large = new Set(['people', 'reporting_lines', 'appointments', 'ratings', 'current_levels', 'pauses', 'person_certifications', 'wishes', 'visibility_choices']);

describeOnServer('plans at 20,000 people', () => {
  let database: TestDatabase;
  let served: Served;
  let statements: Statement[];
  let top: number;
  let cookies: Record<'manager' | 'technician' | 'recruiter', string>;

  beforeAll(async () => {
    database = await testDatabase({ statementTimeout: 120_000 });
    const { db } = database;
    await newOrganisation(db);
    top = await addManyPeople(db, 20_000);
    const listening = listeningTo(database);
    statements = listening.statements;
    served = await serveBuild(listening);
    const account = (personId: number) => db.insertInto('accounts').values({ personId, signInName: `plan${personId}`, displayName: 'Somebody', access: ['staff'] }).returning('accountId').executeTakeFirstOrThrow();
    cookies = {
      // Leads ten who lead ten each.
      manager: await served.signIn(await account(top + 111)),
      technician: await served.signIn(await account(top + 19_000)),
      recruiter: await served.signIn(await personless(db, 'recruiter', ['staff', 'recruiter'])),
    };
  }, 240_000);

  afterAll(async () => {
    await served.close();
    await database.close();
  });

  /** The tables of people that are read from end to end for a page, each with the statement that does it. Those of the catalogue are small. */
  async function scansOf(address: string, who: keyof typeof cookies): Promise<Scan[]> {
    const filled = address.replace('{own}', String(top + 19_000)).replace('{report}', String(top + 1111));
    statements.length = 0;
    const { status } = await served.send(filled.startsWith('/palette') ? filled : dataAddress(filled), { cookie: cookies[who] });
    expect(status, filled).toBe(200);
    const sent = statements.filter(({ sql: text }) => /^(select|with)\b/i.test(text.trim()));
    expect(sent.length).toBeGreaterThan(1);
    const found: Scan[] = [];
    for (const { sql: text, parameters } of sent) {
      const { rows } = await database.db.executeQuery<Record<string, [{ Plan: Plan }]>>(CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters]));
      const [[{ Plan: plan }]] = Object.values(rows[0] ?? {}) as [[{ Plan: Plan }]];
      found.push(...fullReads(plan).filter(({ table }) => large.has(table)).map((scan) => ({ ...scan, statement: text.replace(/\s+/g, ' ').slice(0, 200) })));
    }
    return found;
  }

  function fullReads(plan: Plan): Omit<Scan, 'statement'>[] {
    const { 'Node Type': node, 'Relation Name': table, 'Actual Loops': loops, Plans: inner = [] } = plan;
    return [...(node.includes('Seq Scan') && table !== undefined && loops > 0 ? [{ table, loops }] : []), ...inner.flatMap(fullReads)];
  }

  /** Pages that are about few people, and so may read no table of people from end to end. */
  test.each([
    ['/people?team=3', 'technician'], ['/people?reports=1', 'manager'], ['/palette?q=per', 'technician'],
    ['/people/{own}', 'technician'], ['/people/{own}/skills', 'technician'], ['/people/{own}/skills/patience', 'technician'], ['/people/{own}/history', 'technician'], ['/people/{own}/conversation', 'technician'],
    ['/people/{report}', 'manager'], ['/people/{report}/skills', 'manager'], ['/people/{report}/history', 'manager'], ['/talks/new?person={report}', 'manager'],
    ['/search?skill=patience&level=5&skill=memory&level=5', 'recruiter'],
  ] as const)('%s as %s is served by indexes', async (address, who) => {
    expect(await scansOf(address, who)).toEqual([]);
  });

  /** Pages about the whole organisation, or a large line: what they count everybody by is read once, everything else by its index. */
  test.each([
    ['/people', 'technician', ['people']],
    ['/people?q=abcd12', 'technician', ['people']],
    ['/people?role=network-analyst', 'technician', ['people']],
    ['/flags', 'manager', ['people', 'reporting_lines']],
    ['/search', 'recruiter', ['people', 'appointments', 'visibility_choices']],
    ['/search?skill=patience&level=4&role=network-analyst', 'recruiter', ['people', 'appointments', 'visibility_choices']],
  ] as const)('%s as %s reads nothing from end to end but %j', async (address, who, allowed) => {
    const scans = await scansOf(address, who);
    expect(scans.filter(({ table }) => !(allowed as readonly string[]).includes(table))).toEqual([]);
    // Once each, not once for every person.
    expect(scans.every(({ loops }) => loops <= 2), JSON.stringify(scans)).toBe(true);
  });

  test('no statement is compiled before it is run', async () => {
    const { rows } = await sql<{ jit: string }>`show jit`.execute(database.db);
    expect(rows).toEqual([{ jit: 'off' }]);
  });
});

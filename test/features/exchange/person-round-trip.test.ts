import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonFile } from '#app/features/exchange/person/file.server.ts';
import { importPerson } from '#app/features/exchange/person/import-person.server.ts';
import { getEverything, streamOf } from '#app/features/exchange/person/read-person.server.ts';
import { camel, tables, tablesLeftOut } from '#app/features/exchange/person/tables.ts';
import { zonedClock } from '#app/server/clock.server.ts';
import type { Call } from '#app/server/command.server.ts';
import type { Db } from '#db/handle.ts';
import { loadDemonstration } from '#seeds/demo/load.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { actorFor, newOrganisation, newPerson, testDay } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';

let there: TestDatabase;
let here: TestDatabase;
/** Whose file it is: the person of the demonstration of whom most is kept, and a row more in every table that has none. */
let richest: { personId: number; number: string };
let file: string;

beforeAll(async () => {
  [there, here] = [await testDatabase(), await testDatabase()];
  await loadDemonstration(there.db, testDay);
  await newOrganisation(here.db);
  richest = await fillEveryTable(there.db);
  file = await everythingOf(there.db, richest.personId);
});

afterAll(async () => {
  await there.close();
  await here.close();
});

const call = (db: Db): Call => ({ db, actor: { accountId: null, personId: null, origin: 'command-line' }, clock: zonedClock('UTC', () => testNow), requestId: 'test' });

async function everythingOf(db: Db, personId: number): Promise<string> {
  const { accountId } = await db.selectFrom('accounts').select('accountId').where('personId', '=', personId).executeTakeFirstOrThrow();
  const taken = await getEverything(db, await actorFor(db, { accountId }), testNow, personId);
  return new Response(streamOf(db, taken)).text();
}

/** With a row in every table, references between them, and several where the order matters. */
async function fillEveryTable(db: Db): Promise<typeof richest> {
  const person = await db.selectFrom('people as p').select(['p.personId', 'p.number'])
    .where(({ exists, selectFrom }) => exists(selectFrom('settlements as s').select('s.settlementId').whereRef('s.personId', '=', 'p.personId')))
    .where(({ exists, selectFrom }) => exists(selectFrom('looks as l').select('l.lookId').whereRef('l.personId', '=', 'p.personId')))
    .orderBy(({ selectFrom }) => selectFrom('ratings as r').select(({ fn }) => fn.countAll().as('n')).whereRef('r.personId', '=', 'p.personId'), 'desc')
    .executeTakeFirstOrThrow();
  const { personId } = person;
  const other = (await db.selectFrom('reportingLines').select('managerId').where('personId', '=', personId).executeTakeFirstOrThrow()).managerId;
  const at = testNow;
  const entered = { personId, enteredBy: personId, enteredAt: at };
  const confirmed = { ...entered, status: 'confirmed', confirmedBy: other, confirmedAt: at };
  await db.insertInto('appointments').values({ ...confirmed, kind: 'primary', employer: 'Tidewater Stores', roleName: 'Shop assistant', startedOn: '2009-01-01', endedOn: '2012-05-31', hoursPerWeek: 37.5 }).execute();
  await db.insertInto('pauses').values({ ...confirmed, kind: 'sick', startedOn: '2020-01-01', endedOn: '2020-02-01' }).execute();
  const { educationId } = await db.insertInto('education').values({ ...confirmed, level: 'associate', subject: 'Networks' }).returning('educationId').executeTakeFirstOrThrow();
  await db.insertInto('education').values({ ...entered, level: 'associate', subject: 'Computer networks', replacesId: educationId }).execute();
  await db.insertInto('personCertifications').values({ ...entered, name: 'First aid at work', issuedOn: '2024-02-29', expiresOn: '2027-02-28' }).execute();
  await db.insertInto('personLanguages').values([{ personId, language: 'cy', fluency: 'basic' }, { personId, language: 'bn', fluency: 'fluent' }]).onConflict((conflict) => conflict.doNothing()).execute();
  const ratings = await db.selectFrom('ratings').select(['ratingId', 'skillId']).where('personId', '=', personId).orderBy('ratingId', 'desc').limit(12).execute();
  const [first, last] = [ratings[0]!, ratings.at(-1)!];
  await db.insertInto('skillInterests').values({ personId, skillId: first.skillId, interest: 'more', lastUsedOn: testDay }).onConflict((conflict) => conflict.doNothing()).execute();
  const evidence = await db.insertInto('evidence').values([
    { personId, kind: 'text', body: 'A printer fleet moved – “quietly”\nin one night', addedBy: other, addedAt: at },
    ...Array.from({ length: 10 }, (_, n) => ({ personId, kind: 'file', body: `plan-${n}.pdf`, addedBy: personId, addedAt: at })),
  ]).returning('evidenceId').execute();
  const ids = evidence.map(({ evidenceId }) => evidenceId);
  await db.insertInto('evidenceSkills').values(ids.map((evidenceId) => ({ evidenceId, skillId: first.skillId }))).execute();
  await db.insertInto('ratingEvidence').values([{ ratingId: first.ratingId, evidenceId: ids[0]! }, { ratingId: last.ratingId, evidenceId: ids[10]! }]).execute();
  for (const [n, evidenceId] of ids.slice(1).entries()) {
    const content = randomBytes(1000 * n + 1);
    await db.insertInto('evidenceFiles').values({ evidenceId, mediaType: 'application/pdf', content, sizeBytes: content.length, sha256: createHash('sha256').update(content).digest() }).execute();
  }
  await db.insertInto('ratingRequests').values([
    { personId, skillId: first.skillId, kind: 'peer', askedOf: other, message: 'What do you see?', askedAt: at, answer: 'rated', answeredAt: at, answeredBy: other, ratingId: first.ratingId },
    { personId, skillId: last.skillId, kind: 'confirm', askedAt: at, answer: 'declined', answeredAt: at, answeredBy: other, reply: 'Let us look at it together first.' },
  ]).execute();
  await db.insertInto('ticketCategories').values({ personId, category: 'Printer' }).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('ticketMappings').values({ personId, category: 'Printer', skillId: first.skillId }).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('ticketCounts').values([{ personId, closedOn: '2026-10-02', category: 'Printer', tickets: 37 }, { personId, closedOn: '2026-10-02', category: 'Mail', tickets: 2 }]).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('ticketSuggestions').values({ personId, skillId: first.skillId, quarterOn: '2026-10-01', answer: 'accepted', tickets: 84, answeredAt: at }).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('ticketPieces').values([{ evidenceId: ids[0]!, tickets: 37 }, { evidenceId: ids[1]!, tickets: 47 }].map((piece) => ({ ...piece, personId, skillId: first.skillId, quarterOn: '2026-10-01' }))).execute();
  await db.updateTable('plans').set({ closedAt: at, outcome: 'reached' }).where('personId', '=', personId).where('closedAt', 'is', null).execute();
  const [closed, open] = await db.insertInto('plans').values([
    { personId, skillId: first.skillId, level: 4, startedBy: personId, startedAt: at, closedAt: at, outcome: 'changed' },
    { personId, roleId: 'network-analyst', route: ['help-desk-technician', 'network-analyst'], targetOn: '2027-06-30', startedBy: other, startedAt: at },
  ]).returning('planId').execute();
  await db.insertInto('planItems').values([
    { planId: open!.planId, kind: 'shadowing', title: 'Two days with the network team', hostId: other, state: 'done', doneOn: testDay, outcome: 'Went well', evidenceId: ids[0]!, ratingId: first.ratingId, skillId: first.skillId, level: 3, addedBy: personId, addedAt: at },
    { planId: closed!.planId, kind: 'certificate', title: 'The next certificate', certificationId: 'comptia-network-plus', hostName: 'An outside trainer', addedBy: other, addedAt: at },
  ]).execute();
  await db.insertInto('mentorOffers').values({ personId, skillId: first.skillId, note: 'On Fridays', offeredAt: at }).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('roleGuides').values({ personId, offeredAt: at }).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('wishes').values({ personId, wish: 'move', roleId: 'network-analyst', statedAt: new Date('2020-01-01T00:00:00.001Z'), withdrawnAt: new Date('2020-02-01T00:00:00Z') }).execute();
  const { talkId } = await db.insertInto('talks').values({ personId, kind: 'check-in', heldOn: '2019-05-01', wish: 'unsure', note: 'We talked.', recordedBy: other, recordedAt: at, acknowledgedAt: at, comment: 'Yes' })
    .returning('talkId').executeTakeFirstOrThrow();
  const latest = await db.selectFrom('settlements').select('settlementId').where('personId', '=', personId).orderBy('settlementId', 'desc').executeTakeFirstOrThrow();
  await db.insertInto('settlements').values({
    personId, previousId: latest.settlementId, correctsId: latest.settlementId, talkId, outcome: 'stay', decidedOn: testDay, recordedAt: at, decidedBy: other, nextCheckOn: '2027-11-22',
  }).execute();
  await db.insertInto('deputies').values({ managerId: personId, personId: other, startedOn: '2019-01-01', endedOn: '2019-01-31' }).execute();
  await db.insertInto('visibilityChoices').values({ personId, section: 'skills', choice: 'named' }).onConflict((conflict) => conflict.doNothing()).execute();
  await db.insertInto('availability').values({ personId, openToMoves: true, hoursPerWeek: 32, shifts: ['day', 'late'], noticeWeeks: 4 }).onConflict((conflict) => conflict.doNothing()).execute();
  await sql`insert into availability_sites select ${personId}::int, site_id from sites on conflict do nothing`.execute(db);
  const [account] = await db.selectFrom('accounts').select('accountId').where('personId', 'is', null).orderBy('accountId').limit(1).execute();
  const twin = await db.insertInto('accounts').values({ signInName: 'twin', displayName: 'Marcus Oyelowo-Grant', access: ['staff', 'recruiter'] }).returning('accountId').executeTakeFirstOrThrow();
  await db.insertInto('nameRequests').values([account!, twin].map(({ accountId }) => ({ accountId, personId, message: 'We have an opening.', askedAt: at }))).onConflict((conflict) => conflict.doNothing()).execute();
  const { shareLinkId } = await db.insertInto('shareLinks').values({ personId, label: 'For a school', sections: ['skills', 'history'], tokenHash: randomBytes(32), createdAt: at, expiresAt: new Date('2027-01-01T00:00:00Z') })
    .returning('shareLinkId').executeTakeFirstOrThrow();
  await db.insertInto('shareUses').values({ shareLinkId, usedAt: at }).execute();
  await db.insertInto('welcomes').values({ personId, step: 'done', roleIds: ['network-analyst'], passedSkillIds: [first.skillId], startedAt: at, finishedAt: at }).onConflict((conflict) => conflict.doNothing()).execute();
  return person;
}

describe('everything about a person as JSON', () => {
  test('has a row of every table, comes into an empty installation, and comes out of it equal', async () => {
    const before = JSON.parse(file) as PersonFile;
    expect(Object.entries(before.tables).filter(([, rows]) => rows.length === 0).map(([name]) => name), 'tables without a row').toEqual([]);
    expect(Object.keys(before.tables)).toEqual(tables.map(({ name }) => camel(name)));
    expect(await importPerson(call(here.db), { name: 'me.json', text: file }, { dryRun: true })).toMatchObject({ accepted: true });
    expect(await here.db.selectFrom('people').select('number').execute(), 'a dry run writes nothing').toEqual([]);
    expect(await importPerson(call(here.db), { name: 'me.json', text: file })).toMatchObject({ accepted: true, counts: { ratings: before.tables['ratings']!.length } });
    const { personId } = await here.db.selectFrom('people').select('personId').where('number', '=', richest.number).executeTakeFirstOrThrow();
    const after = JSON.parse(await everythingOf(here.db, personId)) as PersonFile;
    expect(after).toEqual(before);
    const levels = (db: Db, id: number) => db.selectFrom('currentLevels').select(['skillId', 'claimedLevel', 'confirmedLevel']).where('personId', '=', id).orderBy('skillId').execute();
    expect(await levels(here.db, personId)).toEqual(await levels(there.db, richest.personId));
    expect(await here.db.selectFrom('auditEvents').select(['action', 'personId']).where('personId', 'is not', null).execute()).toEqual([{ action: 'import-person', personId }]);
  });

  test('of a file that is removed while the others are sent, the rest ends as it should and says so', async () => {
    const person = await newPerson(there.db);
    const bytes = Buffer.from('%PDF-1.7');
    const evidence = await there.db.insertInto('evidence').values(['a.pdf', 'b.pdf', 'c.pdf'].map((body) => ({ personId: person.personId, kind: 'file', body, addedBy: person.personId, addedAt: testNow }))).returning('evidenceId').execute();
    await there.db.insertInto('evidenceFiles').values(evidence.map(({ evidenceId }) => ({ evidenceId, mediaType: 'application/pdf', content: bytes, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest() }))).execute();
    for (const removed of [[1], [0, 2]]) {
      const taken = await getEverything(there.db, person.actor, testNow, person.personId);
      await there.db.deleteFrom('evidenceFiles').where('evidenceId', 'in', removed.map((at) => evidence[at]!.evidenceId)).execute();
      const text = await new Response(streamOf(there.db, taken)).text();
      const { tables: { evidenceFiles }, leftOut } = JSON.parse(text) as PersonFile;
      expect(leftOut).toEqual(removed.length === 1 ? ['The file of evidence 2 was removed while this was written.'] : [1, 3].map((place) => `The file of evidence ${place} was removed while this was written.`));
      expect(evidenceFiles).toHaveLength(removed.length === 1 ? 2 : 0);
      expect(await importPerson(call(here.db), { name: 'me.json', text }, { dryRun: true })).toMatchObject({ accepted: true });
    }
  });

  test('what was brought in opens nothing: recruiters cannot sign in, the person has no password and no rights, shared links lead nowhere', async () => {
    const accounts = await here.db.selectFrom('accounts').select(['personId', 'passwordHash', 'access', 'disabledAt']).execute();
    expect(accounts.filter(({ passwordHash }) => passwordHash !== null)).toEqual([]);
    expect(accounts.filter(({ personId, disabledAt }) => personId === null && disabledAt === null)).toEqual([]);
    expect(accounts.filter(({ personId }) => personId !== null).map(({ access }) => access)).toEqual([['staff']]);
    const hashes = async (db: Db) => (await db.selectFrom('shareLinks').select('tokenHash').execute()).map(({ tokenHash }) => Buffer.from(tokenHash).toString('hex'));
    expect(await hashes(here.db)).not.toEqual(await hashes(there.db));
  });

  test('of other people there is their name and number and nothing else, and nothing secret', async () => {
    const { people, recruiters } = JSON.parse(file) as PersonFile;
    expect(new Set(people.flatMap((one) => Object.keys(one)))).toEqual(new Set(['number', 'name']));
    expect(recruiters.map((one) => Object.keys(one)).flat()).toEqual(recruiters.map(() => 'name'));
    // Without the files: the letters of random bytes spell anything now and then.
    expect(file.replaceAll(/"content":"[^"]*"/g, '')).not.toMatch(/hash|token|password|salt|alias/i);
    const mentioned = new Set(people.map(({ name }) => name));
    const strangers = (await there.db.selectFrom('people').select('name').execute()).map(({ name }) => name).filter((name) => !mentioned.has(name));
    const words = strangers.filter((name) => file.includes(`"${name}"`));
    expect(words).toEqual([(JSON.parse(file) as PersonFile).person.name]);
  });

  test('is for the person alone', async () => {
    const stranger = await newPerson(there.db, { access: ['manager', 'recruiter', 'admin'] });
    for (const actor of [stranger.actor, { ...stranger.actor, personId: null }]) {
      await expect(getEverything(there.db, actor, testNow, richest.personId)).rejects.toMatchObject({ status: 404 });
    }
  });

  test('somebody of whom nothing is kept has a file too, and it comes back equal', async () => {
    const nobody = await newPerson(there.db, { name: 'Nobody Yet' });
    const before = await everythingOf(there.db, nobody.personId);
    expect(await importPerson(call(here.db), { name: 'nobody.json', text: before })).toMatchObject({ accepted: true, counts: { accounts: 1 } });
    const { personId } = await here.db.selectFrom('people').select('personId').where('name', '=', 'Nobody Yet').executeTakeFirstOrThrow();
    expect(await everythingOf(here.db, personId)).toEqual(before);
  });
});

describe('refused, and nothing written', () => {
  const changed = (change: (copy: PersonFile) => void): string => {
    const copy = JSON.parse(file) as PersonFile;
    copy.person = { number: 'X-1', name: 'Copy', email: null };
    copy.tables['accounts'] = [];
    for (const row of Object.values(copy.tables).flat()) for (const [field, value] of Object.entries(row)) if (value === richest.number) row[field] = 'X-1';
    change(copy);
    return JSON.stringify(copy);
  };
  const cases: [string, () => string, RegExp][] = [
    ['no JSON', () => '{', /not JSON/],
    ['another kind of file', () => '{"basics":{}}', /not a file about a person/],
    ['a later version', () => changed((copy) => { (copy as { version: number }).version = 2; }), /version 1/],
    ['a number that is here already', () => file, /Number .* is here already/],
    ['a number that is somebody else’s', () => changed((copy) => { copy.people[0]!.name = 'Another Name'; }), /in the file/],
    ['a role the catalogue does not have', () => changed((copy) => { copy.tables['plans']![1]!['role'] = 'lighthouse-keeper'; }), /no role “lighthouse-keeper”/],
    ['a skill the catalogue does not have', () => changed((copy) => { copy.tables['ratings']![0]!['skill'] = 'whistling'; }), /no skill “whistling”/],
    ['somebody the file does not name', () => changed((copy) => { copy.tables['talks']![0]!['recordedBy'] = 'X-99'; }), /does not hold "X-99"/],
    ['a row the file does not hold', () => changed((copy) => { copy.tables['ratingEvidence']![0]!['evidence'] = 999; }), /does not hold 999/],
    ['a day that does not exist', () => changed((copy) => { copy.tables['pauses']![0]!['startedOn'] = '2025-02-30'; }), /startedOn/],
    ['a field it does not know', () => changed((copy) => { copy.tables['wishes']![0]!['admin'] = true; }), /admin/],
    ['a link that would act', () => changed((copy) => { Object.assign(copy.tables['evidence']![0]!, { kind: 'link', body: 'javascript:alert(1)' }); }), /a link begins with/],
    ['a level that is none', () => changed((copy) => { copy.tables['ratings']![0]!['level'] = 9; }), /ratings_level/],
    ['a number that is none in the database', () => changed((copy) => { copy.tables['ratings']![0]!['level'] = 1e12; }), /not possible/],
    ['a deputy between two others', () => changed((copy) => { copy.tables['deputies'] = [{ manager: copy.people[0]!.number, person: copy.people[1]!.number, startedOn: '2020-01-01', endedOn: '2020-02-01' }]; }), /not about Copy/],
    ['a deputy who would stand for somebody here', () => changed((copy) => { copy.tables['deputies'] = [{ manager: copy.people[0]!.number, person: 'X-1', startedOn: '2020-01-01', endedOn: '2099-01-01' }]; }), /is named here, not brought in/],
    ['what has to be said and is not', () => changed((copy) => { copy.tables['talks']![0]!['note'] = null; }), /note/],
  ];
  test.each(cases)('%s', async (_, text, reason) => {
    const people = () => here.db.selectFrom('people').select(['number', 'name']).orderBy('number').execute();
    const before = await people();
    for (const dryRun of [true, false]) {
      const outcome = await importPerson(call(here.db), { name: 'bad.json', text: text() }, { dryRun });
      expect(outcome).toMatchObject({ accepted: false });
      expect('problems' in outcome ? outcome.problems.join('\n') : '').toMatch(reason);
    }
    expect(await people()).toEqual(before);
  });

  test('the copy that these change is itself accepted', async () => {
    expect(await importPerson(call(here.db), { name: 'copy.json', text: changed(() => undefined) }, { dryRun: true })).toMatchObject({ accepted: true });
  });
});

describe('the list of tables', () => {
  /** Every table with a reference that leads, over however many others, to people. */
  const aboutPeople = () => sql<{ name: string }>`with recursive about as (
      select 'people'::regclass::oid as id union select c.conrelid from pg_constraint c join about on c.confrelid = about.id where c.contype = 'f'
    ) select id::regclass::text as name from about where id <> 'people'::regclass`.execute(there.db);

  test('names every table with rows about people, or says why it stays behind', async () => {
    const { rows } = await aboutPeople();
    expect(rows.map(({ name }) => name).sort()).toEqual([...tables.map(({ name }) => name), ...Object.keys(tablesLeftOut)].sort());
  });

  test('names every column, or says why it stays behind', async () => {
    for (const { name, key, of, columns, leftOut = {} } of tables) {
      const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = ${name}`.execute(there.db);
      const named = new Set([...(key ? [key] : []), ...('column' in of ? [of.column] : of), ...Object.keys(columns), ...Object.keys(leftOut)]);
      expect([...named].sort(), name).toEqual(rows.map((row) => row.name).sort());
    }
  });

  test('follows every reference to people, so that no id of a person is written as it is', async () => {
    const { rows } = await sql<{ name: string; column: string }>`select c.conrelid::regclass::text as name, a.attname as column from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) where c.contype = 'f' and c.confrelid = 'people'::regclass`.execute(there.db);
    for (const { name, column } of rows.filter((one) => !(one.name in tablesLeftOut))) {
      const table = tables.find((one) => one.name === name)!;
      expect(table.columns[column] === 'person' || (!('column' in table.of) && table.of.includes(column)), `${name}.${column}`).toBe(true);
    }
  });
});

import { readFileSync } from 'node:fs';
import { validate } from '@jsonresume/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringIn } from '#app/features/exchange/resume/bring-in.server.ts';
import { discardResume, getBringingIn, keepResume } from '#app/features/exchange/resume/draft.server.ts';
import type { BringIn } from '#app/features/exchange/resume/input.server.ts';
import type { Proposal } from '#app/features/exchange/resume/proposal.ts';
import { getRecord } from '#app/features/exchange/resume/record.server.ts';
import { resumeOf } from '#app/features/exchange/resume/take-resume.ts';
import { action } from '#app/routes/bring-in/route.tsx';
import { loadDemonstration } from '#seeds/demo/load.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { actorFor, appoint, callAs, newOrganisation, newPerson, rate, testDay, type TestPerson } from '#test/support/people.ts';
import { answer, routeArgs, testNow } from '#test/support/request.ts';

const sample = readFileSync(new URL('examples/resume.json', import.meta.url), 'utf8');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
});
afterAll(async () => { await database.close(); });

const callOf = ({ actor }: TestPerson) => callAs(database.db, actor, testNow.toISOString());
const keep = (person: TestPerson, text: string) => keepResume(callOf(person), person.personId, { name: 'resume.json', text, field: 'file' });
const draftOf = async (person: TestPerson) => (await getBringingIn(database.db, person.actor, testDay, person.personId)).draft!;

/** What the schema of JSON Resume finds wrong. */
function schemaFaults(resume: unknown): string[] {
  let faults: string[] = ['not answered'];
  validate(resume, (errors) => { faults = (errors ?? []).map(({ stack }) => stack); });
  return faults;
}

/** The form as the page fills it in, as a browser would send it. */
function formOf({ proposal, version }: { proposal: Proposal; version: number }, change: (form: BringIn) => void = () => undefined): BringIn {
  const filled = <T extends object>(rows: readonly T[]) => rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined])) as never);
  const { work, education, certificates, skills, languages } = proposal;
  const form: BringIn = { intent: 'bring-in', draft: version, work: filled(work), education: filled(education), certificates: filled(certificates), skills: filled(skills), languages: filled(languages) };
  change(form);
  return form;
}

/** Rows that are written to somebody's record. */
async function rowsOf({ personId }: TestPerson) {
  const { db } = database;
  return {
    appointments: await db.selectFrom('appointments').select(['employer', 'roleId', 'roleName', 'startedOn', 'endedOn', 'status', 'enteredBy']).where('personId', '=', personId).orderBy('startedOn').execute(),
    education: await db.selectFrom('education').select(['level', 'subject', 'institution', 'finishedOn', 'status']).where('personId', '=', personId).execute(),
    certificates: await db.selectFrom('personCertifications').select(['certificationId', 'name', 'issuedOn', 'expiresOn', 'status']).where('personId', '=', personId).orderBy('issuedOn').execute(),
    ratings: await db.selectFrom('ratings').select(['skillId', 'level', 'source']).where('personId', '=', personId).orderBy('skillId').execute(),
    languages: await db.selectFrom('personLanguages').select(['language', 'fluency']).where('personId', '=', personId).orderBy('language').execute(),
  };
}

describe('a JSON Resume made by another tool', () => {
  test('is proposed row by row, with what it does not say; nothing is written before it is confirmed', async () => {
    const person = await newPerson(database.db);
    expect(await keep(person, sample)).toMatchObject({ done: true });
    const { proposal } = await draftOf(person);
    expect(proposal.work.map(({ take, ours, role, employer, roleName, startedOn, endedOn }) => [take, ours, role, employer, roleName, startedOn, endedOn])).toEqual([
      [true, true, 'help-desk-technician', null, 'Help desk technician', '2019-03-01', '2020-06-30'],
      [true, false, null, 'Harbour Ltd', 'Printer technician', '2015-01-01', '2019-02-28'],
      [true, false, null, 'Tidewater Stores', 'Shop assistant', '2012-02-01', '2014-12-31'],
      [false, true, null, null, 'Chief wizard', '2018-01-01', '2018-12-31'],
      [false, false, null, 'Old Mill', 'Kitchen hand', null, null],
      [true, false, null, 'Corner Shop', 'Helper', '2010-05-01', '2011-08-31'],
    ]);
    expect(proposal.work[1]!.notes).toEqual(['First day: taken as 1 January 2015, as the file gives only the year.', 'Last day: taken as 28 February 2019, as the file gives only the month.']);
    expect(proposal.work[3]!.notes).toEqual(['Please choose which of our roles it was.']);
    expect(proposal.work[4]!.notes.join(' ')).toContain('“some time ago”, which is no day');
    expect(proposal.education.map(({ take, level, subject, institution, finishedOn }) => [take, level, subject, institution, finishedOn])).toEqual([
      [true, 'bachelor', 'Computer networks', 'Northbridge College', '2014-06-30'], [false, null, 'General', 'Northbridge School', '2011-12-31'],
    ]);
    expect(proposal.certificates.map(({ take, certification, issuedOn }) => [take, certification, issuedOn])).toEqual([
      [true, 'comptia-a-plus', '2024-05-17'], [true, null, '2023-01-01'], [false, null, null], [true, 'ccna', '2022-09-01'],
    ]);
    expect(proposal.skills.map(({ take, skill, level }) => [take, skill, level])).toEqual([
      [true, 'patience', 5], [true, 'customer-service', 3], [false, 'communication', 4], [false, 'attention-to-detail', null],
    ]);
    expect(proposal.languages.map(({ take, language, fluency }) => [take, language, fluency])).toEqual([[true, 'cy', 'fluent'], [true, 'de', 'basic']]);
    expect(Object.values(await rowsOf(person)).flat()).toEqual([]);
  });

  test('says what it left out, and why: everything in the file is either proposed or named', async () => {
    const person = await newPerson(database.db);
    await keep(person, sample);
    const { proposal: { leftOut } } = await draftOf(person);
    expect(leftOut.flatMap(({ what }) => what)).toEqual([
      'skills: “Typing” below “Office work” and “Whistling” (Advanced)', 'languages: “Klingonese” (Fluent)',
      'basics: “name”', 'basics: “label”', 'basics: “image”', 'basics: “email”', 'basics: “phone”, “url”, “summary” and “profiles”',
      '“awards” (1 row), “publications” (1 row) and “interests” (1 row)', 'work: “url” (row 1) and “website” (row 6)', 'education: “url” (row 1), “score” (row 1) and “courses” (row 1)',
      'certificates: “url” (row 1)', 'basics: “location”', '“volunteer” (1 row)', '“references” (1 row)', '“projects” (1 row)', 'work: “summary” (row 1) and “highlights” (row 1)',
      '“x-made-by”', '“meta”', 'work: “location” (row 2)', 'education: “startDate” (row 1)', 'certificates: “issuer” (row 1)',
    ]);
    expect(leftOut.filter(({ why }) => why === '')).toEqual([]);
  });

  test('comes in as stated and as self ratings, in one transaction with one audit row, and the file is gone', async () => {
    const person = await newPerson(database.db);
    await keep(person, sample);
    const draft = await draftOf(person);
    const { personId } = person;
    const audit = () => database.db.selectFrom('auditEvents').select('action').where('personId', '=', personId).orderBy('auditEventId').execute();
    expect(await bringIn(callOf(person), personId, formOf(draft, (form) => { form.skills[2]!.take = true; }))).toMatchObject({ done: true, value: { work: 4, education: 1, certificates: 3, skills: 3, languages: 2 } });
    const rows = await rowsOf(person);
    expect(rows.appointments.map(({ employer, roleId, roleName, startedOn }) => [employer, roleId, roleName, startedOn])).toEqual([
      ['Corner Shop', null, 'Helper', '2010-05-01'], ['Tidewater Stores', null, 'Shop assistant', '2012-02-01'], ['Harbour Ltd', null, 'Printer technician', '2015-01-01'],
      [null, 'help-desk-technician', null, '2019-03-01'],
    ]);
    expect(rows.certificates.filter(({ certificationId }) => certificationId !== 'ccna')).toEqual([
      { certificationId: null, name: 'First aid at work', issuedOn: '2023-01-01', expiresOn: null, status: 'stated' },
      { certificationId: 'comptia-a-plus', name: null, issuedOn: '2024-05-17', expiresOn: '2027-05-17', status: 'stated' },
    ]);
    expect(new Set([...rows.appointments, ...rows.education].map(({ status }) => status))).toEqual(new Set(['stated']));
    expect(rows.ratings).toEqual([{ skillId: 'communication', level: 4, source: 'self' }, { skillId: 'customer-service', level: 3, source: 'self' }, { skillId: 'patience', level: 5, source: 'self' }]);
    expect(rows.languages).toEqual([{ language: 'cy', fluency: 'fluent' }, { language: 'de', fluency: 'basic' }]);
    expect(await audit()).toEqual([{ action: 'resume.read' }, { action: 'resume.bring-in' }]);
    expect((await getBringingIn(database.db, person.actor, testDay, personId)).draft).toBeNull();
    expect(await bringIn(callOf(person), personId, formOf(draft)), 'the same page sent later').toMatchObject({ done: false });
    // Read once more, all of it is known.
    await keep(person, sample);
    const again = (await draftOf(person)).proposal;
    expect([...again.work, ...again.certificates, ...again.education, ...again.skills, ...again.languages].filter(({ take }) => take)).toEqual([]);
    expect(again.work.filter(({ known }) => known)).toHaveLength(4);
  });
});

test('a level that says no more than is confirmed takes back what the manager was asked about it, as any other own rating does', async () => {
  const manager = await newPerson(database.db, { access: ['manager'] });
  const person = await newPerson(database.db, { managerId: manager.personId });
  await keep(person, sample);
  const form = formOf(await draftOf(person));
  for (const skillId of ['customer-service', 'patience']) {
    await rate(database.db, person.personId, skillId, 3, { source: 'manager', by: manager.personId, at: '2026-10-01' });
    await rate(database.db, person.personId, skillId, 4, { at: '2026-11-01' });
    await database.db.insertInto('ratingRequests').values({ personId: person.personId, skillId, kind: 'confirm', askedAt: '2026-11-02T09:00:00Z' }).execute();
  }
  expect(await bringIn(callOf(person), person.personId, form)).toMatchObject({ done: true });
  const requests = await database.db.selectFrom('ratingRequests').select(['skillId', 'answer']).where('personId', '=', person.personId).orderBy('skillId').execute();
  expect(requests).toEqual([{ skillId: 'customer-service', answer: 'withdrawn' }, { skillId: 'patience', answer: null }]);
});

describe('refused beside its row, and nothing is written', () => {
  const refuses = async (person: TestPerson, change: (form: BringIn) => void, expected: { field?: string; reason: RegExp }) => {
    const form = formOf(await draftOf(person), change);
    const before = await rowsOf(person);
    const result = await bringIn(callOf(person), person.personId, form);
    expect(result).toMatchObject({ done: false, ...(expected.field === undefined ? {} : { field: expected.field }) });
    expect(result.done ? '' : result.reason).toMatch(expected.reason);
    expect(await rowsOf(person)).toEqual(before);
  };

  test('days that cannot be, overlaps with what is there and among the rows, what is there already, what the catalogue does not have', async () => {
    const person = await newPerson(database.db);
    await appoint(database.db, person.personId, { roleId: 'help-desk-analyst', startedOn: '2020-01-01', endedOn: '2021-12-31' });
    await keep(person, sample);
    const { proposal } = await draftOf(person);
    expect(proposal.work[0], 'told on the page already').toMatchObject({ take: false, notes: [expect.stringContaining('two main roles with us cannot hold on one day'), expect.anything()] });
    await refuses(person, (form) => { form.work[0]!.take = true; }, { field: 'work[0].endedOn', reason: /two main roles/i });
    await refuses(person, (form) => { Object.assign(form.work[0]!, { take: true, endedOn: '2019-12-31' }); Object.assign(form.work[3]!, { take: true, role: 'help-desk-analyst', endedOn: '2019-04-01' }); }, { field: 'work[3].endedOn', reason: /two main roles/i });
    await refuses(person, (form) => { form.work[1]!.startedOn = '2030-01-01'; }, { field: 'work[1].startedOn', reason: /ahead/ });
    await refuses(person, (form) => { Object.assign(form.work[3]!, { take: true, role: 'no-such-role' }); }, { field: 'work[3].role', reason: /from the list/ });
    await refuses(person, (form) => { form.work[1]!.family = 'no-such-family'; }, { field: 'work[1].family', reason: /from the list/ });
    await refuses(person, (form) => { form.work.push({ ...form.work[1]! }); }, { field: 'work[6].startedOn', reason: /already/ });
    await refuses(person, (form) => { form.certificates[0]!.issuedOn = '2027-01-01'; }, { field: 'certificates[0].issuedOn', reason: /future/ });
    await refuses(person, (form) => { form.certificates[0]!.certification = 'no-such-certificate'; }, { field: 'certificates[0].certification', reason: /from the list/ });
    await refuses(person, (form) => { form.education[0]!.finishedOn = '1900-01-01'; }, { field: 'education[0].finishedOn', reason: /1950/ });
    await refuses(person, (form) => { form.skills[0]!.skill = 'whistling'; }, { field: 'skills[0].level', reason: /no longer in the catalogue/ });
    await refuses(person, (form) => { for (const row of [form.work, form.education, form.certificates, form.skills, form.languages].flat()) row.take = false; }, { reason: /Nothing is ticked/ });
    await refuses(person, (form) => { form.draft += 1; }, { reason: /in the meantime/ });
  });

  test('what is no JSON Resume', async () => {
    const person = await newPerson(database.db);
    for (const text of ['', '{', '[]', '"basics"', '{"name":"x"}', '{"format":"deskpath-person","version":1}', 'null']) {
      expect(await keep(person, text), text).toMatchObject({ done: false, field: 'file' });
    }
    expect(await keepResume(callOf(person), person.personId, { name: 'pasted text', text: '{', field: 'text' }), 'pasted').toMatchObject({ done: false, field: 'text' });
    expect((await getBringingIn(database.db, person.actor, testDay, person.personId)).draft).toBeNull();
    expect(await discardResume(callOf(person), person.personId)).toMatchObject({ done: false });
  });

  test('for everybody but the person', async () => {
    const [person, other] = [await newPerson(database.db), await newPerson(database.db, { access: ['manager', 'recruiter', 'admin'] })];
    await keep(person, sample);
    const form = formOf(await draftOf(person));
    await expect(bringIn(callOf(other), person.personId, form)).rejects.toMatchObject({ status: 404 });
    await expect(keepResume(callOf(other), person.personId, { name: 'x', text: sample, field: 'file' })).rejects.toMatchObject({ status: 404 });
    await expect(discardResume(callOf(other), person.personId)).rejects.toMatchObject({ status: 404 });
    await expect(getBringingIn(database.db, other.actor, testDay, person.personId)).rejects.toMatchObject({ status: 404 });
    await expect(getRecord(database.db, other.actor, testDay, person.personId)).rejects.toMatchObject({ status: 404 });
  });
});

test('sent twice it comes in once, and of two at once one is told that the file is gone', async () => {
  const person = await newPerson(database.db);
  await keep(person, sample);
  const form = formOf(await draftOf(person));
  const results = await Promise.all(['first', 'second', 'third'].map(() => bringIn(callOf(person), person.personId, form)));
  expect(results.filter(({ done }) => done)).toHaveLength(1);
  expect(results.flatMap((result) => (result.done ? [] : result.reason))).toEqual(Array.from({ length: 2 }, () => expect.stringContaining('in the meantime') as string));
  expect((await rowsOf(person)).appointments).toHaveLength(4);

  const twin = await newPerson(database.db);
  await keep(twin, sample);
  const once = formOf(await draftOf(twin));
  const sent = await Promise.all([1, 2].map(() => bringIn({ ...callOf(twin), key: 'sent-twice-sent-twice' }, twin.personId, once)));
  expect(sent.map((result) => result.done && result.repeated).sort()).toEqual([false, true]);
  expect((await rowsOf(twin)).ratings).toHaveLength(2);
});

test('a file that is thrown away leaves nothing, and one read later makes the earlier one’s page stale', async () => {
  const person = await newPerson(database.db);
  await keep(person, sample);
  const first = await draftOf(person);
  await keepResume(callAs(database.db, person.actor, '2026-11-22T10:00:00Z'), person.personId, { name: 'later.json', text: '{"languages":[{"language":"cy"}]}', field: 'text' });
  expect(await bringIn(callOf(person), person.personId, formOf(first))).toMatchObject({ done: false });
  expect(await draftOf(person)).toMatchObject({ fileName: 'later.json' });
  expect(await discardResume(callOf(person), person.personId)).toMatchObject({ done: true });
  expect(await database.db.selectFrom('resumeDrafts').selectAll().where('personId', '=', person.personId).execute()).toEqual([]);
});

test('levels that are there already are not proposed again: neither equal nor other ones', async () => {
  const person = await newPerson(database.db);
  await rate(database.db, person.personId, 'patience', 5);
  await rate(database.db, person.personId, 'customer-service', 4);
  await keep(person, sample);
  const { skills } = (await draftOf(person)).proposal;
  expect(skills.slice(0, 2).map(({ take, known, notes }) => [take, known, notes.at(-1)])).toEqual([
    [false, true, 'This is in your record already.'], [false, false, 'You are at 4 Advanced here already.'],
  ]);
});

describe('the form by which a file is handed over', () => {
  const send = async (person: TestPerson, fields: { [name: string]: string | File }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'read', ...fields })) form.append(name, value);
    return answer(action, await routeArgs({ db: database.db, actor: person, params: { id: String(person.personId) }, url: `/people/${person.personId}/take-with-me/import`, form }));
  };
  const file = new File(['{"languages":[{"language":"cy"}]}'], 'welsh.json', { type: 'application/json' });
  const text = '{"languages":[{"language":"de"}]}';

  test('takes a file or its text; both are refused and the text stays', async () => {
    const person = await newPerson(database.db);
    const draft = async () => (await getBringingIn(database.db, person.actor, testDay, person.personId)).draft?.fileName ?? null;
    const both = await send(person, { file, text });
    expect(both).toMatchObject({ status: 400, faults: { text: [expect.stringContaining('both were given')] } });
    expect((both.data as { result: { initialValue: unknown } }).result.initialValue).toMatchObject({ text });
    expect(await draft()).toBeNull();
    expect((await send(person, { text: '{' })).faults, 'beside what was pasted').toHaveProperty('text');
    expect((await send(person, { file: new File(['{'], 'x.json') })).faults, 'beside the file').toHaveProperty('file');
    expect(await send(person, { text })).toMatchObject({ status: 303 });
    expect(await draft()).toBe('pasted text');
    expect(await send(person, { file })).toMatchObject({ status: 303 });
    expect(await draft()).toBe('welsh.json');
  });
});

describe('one’s own record as JSON Resume', () => {
  test('of everybody in the demonstration: it brings nothing new when it is read back, all of it elsewhere, and says nothing of other people', async () => {
    const demonstration = await testDatabase();
    try {
      await loadDemonstration(demonstration.db, testDay);
      const accounts = await demonstration.db.selectFrom('accounts as a').innerJoin('people as p', 'p.personId', 'a.personId').select(['a.accountId', 'p.personId', 'p.name']).orderBy('p.personId').execute();
      for (const { accountId, personId, name } of accounts.filter((_, at) => at % 9 === 0)) {
        const actor = await actorFor(demonstration.db, { accountId });
        const resume = resumeOf(await getRecord(demonstration.db, actor, testDay, personId), testNow);
        const text = JSON.stringify(resume);
        expect(schemaFaults(JSON.parse(text)), name).toEqual([]);
        expect(await keepResume(callAs(demonstration.db, actor, testDay), personId, { name: 'resume.json', text, field: 'file' })).toMatchObject({ done: true });
        const { proposal } = (await getBringingIn(demonstration.db, actor, testDay, personId)).draft!;
        const parts = [...proposal.work, ...proposal.education, ...proposal.certificates, ...proposal.skills, ...proposal.languages];
        expect(parts.filter(({ known }) => !known), name).toEqual([]);
        expect(parts.flatMap(({ notes }) => notes).filter((note) => note !== 'This is in your record already.'), name).toEqual([]);
        expect(proposal.leftOut.flatMap(({ what }) => what).filter((what) => !/^(basics: “(name|email|label)”|certificates: “issuer” .*|“meta”)$/.test(what)), name).toEqual([]);
        expect(parts).toHaveLength(resume.work.length + resume.education.length + resume.certificates.length + resume.skills.length + resume.languages.length);
        expect(accounts.filter((other) => other.name !== name && text.includes(other.name)), name).toEqual([]);
        // Brought in by somebody of whom nothing is kept, it is the same record; of two main roles on one day the one further down is not proposed.
        const twin = await newPerson(demonstration.db);
        const call = callAs(demonstration.db, twin.actor, testNow.toISOString());
        await keepResume(call, twin.personId, { name: 'resume.json', text, field: 'file' });
        const draft = (await getBringingIn(demonstration.db, twin.actor, testDay, twin.personId)).draft!;
        const untaken = draft.proposal.work.flatMap(({ take, startedOn, notes }) => (take ? [] : [`${startedOn} ${notes.join()}`]));
        expect(untaken.filter((one) => !one.includes('two main roles with us cannot hold on one day')), name).toEqual([]);
        expect(await bringIn(call, twin.personId, formOf(draft)), name).toMatchObject({ done: true });
        const after = resumeOf(await getRecord(demonstration.db, twin.actor, testDay, twin.personId), testNow);
        expect({ ...after, basics: resume.basics }, name).toEqual({ ...resume, work: resume.work.filter((one) => !untaken.some((row) => row.startsWith(one.startDate!))) });
      }
    } finally {
      await demonstration.close();
    }
  });

  test('of somebody of whom nothing is kept', async () => {
    const person = await newPerson(database.db, { name: 'Nobody Yet' });
    const resume = resumeOf(await getRecord(database.db, person.actor, testDay, person.personId), testNow);
    expect(resume).toMatchObject({ basics: { name: 'Nobody Yet' }, work: [], education: [], certificates: [], skills: [], languages: [] });
    expect(schemaFaults(JSON.parse(JSON.stringify(resume)))).toEqual([]);
    expect(schemaFaults({ ...resume, work: [{ name: 'X', startDate: 'yesterday' }] }), 'the schema finds faults').toHaveLength(1);
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { largestFile } from '#app/domain/evidence.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { completeItem } from '#app/features/plans/commands/complete.server.ts';
import { addItem } from '#app/features/plans/commands/items.server.ts';
import { startPlan } from '#app/features/plans/commands/plan.server.ts';
import { addEvidence, changeEvidence, removeEvidence } from '#app/features/evidence/commands.server.ts';
import { getEvidence, getEvidenceFile } from '#app/features/evidence/queries.server.ts';
import { getSkill } from '#app/features/ratings/queries/skill.server.ts';
import { rateSkill } from '#app/features/ratings/commands/rate.server.ts';
import { zonedClock } from '#app/server/clock.server.ts';
import type { Upload } from '#app/server/upload.server.ts';
import { backup, restore } from '#db/backup.server.ts';
import { smallPdf, smallPng } from '#seeds/demo/files.ts';
import { pdfOfSize } from '#test/support/files.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { callAs, newOrganisation, newPerson, testDay, type TestPerson } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
let outsiders: TestPerson[];

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { name: 'Boss', access: ['manager'] });
  const colleague = await newPerson(database.db, { managerId: boss.personId });
  outsiders = [colleague, await newPerson(database.db, { access: ['recruiter'] }), await newPerson(database.db, { access: ['admin'] }), await newPerson(database.db, { access: ['manager'] })];
});
beforeEach(async () => {
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId, roleId: 'help-desk-technician' });
});
afterAll(() => database.close());

const upload = (bytes: Buffer, name = 'scan.pdf'): Upload => ({ name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
const add = (what: { text?: string; link?: string; skills?: string[] }, file: Upload | null = null, who = ana, key?: string) => (
  addEvidence(callAs(database.db, who.actor, testDay, key), ana.personId, { intent: 'add', skills: ['patience'], ...what }, file));
const list = (who = ana, search = {}) => getEvidence(database.readDb, who.actor, testDay, ana.personId, search);
const pieces = async () => (await list()).pieces;
const reason = (result: { done: boolean; reason?: string }) => (result.done ? 'done' : result.reason);
const thrown = async (work: Promise<unknown>) => ((await work.catch((error: unknown) => error)) as Response).status;
const trail = () => database.db.selectFrom('auditEvents').select(['action', 'subject', 'before', 'after']).where('personId', '=', ana.personId).orderBy('auditEventId').execute();

describe('evidence is added', () => {
  test('in words, by a link and as a file at once, for several skills, with one row in the trail that repeats none of it', async () => {
    const bytes = smallPng([3, 1, 2]);
    expect(await add({ text: 'Moved the printers', link: 'https://tickets.example/1', skills: ['patience', 'client-os', 'patience'] }, upload(bytes, 'chart'))).toMatchObject({ done: true, value: { pieces: 3 } });
    expect(await pieces()).toMatchObject([
      { kind: 'file', body: 'chart.png', file: { type: 'image/png', bytes: bytes.length }, addedOn: testDay, ratings: [], skills: [{ id: 'client-os' }, { id: 'patience' }] },
      { kind: 'link', body: 'https://tickets.example/1', file: null },
      { kind: 'text', body: 'Moved the printers', skills: [{ id: 'client-os' }, { id: 'patience' }] },
    ]);
    const written = await trail();
    expect(written).toMatchObject([{ action: 'addEvidence', subject: 'evidence', after: { skills: ['patience', 'client-os', 'patience'], type: 'image/png', bytes: bytes.length } }]);
    expect(JSON.stringify(written)).not.toMatch(/printers|tickets\.example|chart/);
  });

  test('once, however often the form comes', async () => {
    const file = upload(smallPdf(['once']));
    for (let time = 0; time < 3; time++) expect(await add({ text: 'Once' }, file, ana, 'the-same-form-again')).toMatchObject({ done: true });
    expect(await pieces()).toHaveLength(2);
  });

  test('V5.2.2: not when its content is something else than its name says', async () => {
    expect(reason(await add({ text: 'kept out with it' }, upload(Buffer.from('MZ this program cannot be run'), 'report.pdf')))).toMatch(/^This file is not a PDF, a PNG or a JPEG picture/);
    expect(await pieces()).toEqual([]);
    await add({}, upload(smallPdf(['x']), 'report.exe'));
    expect(await pieces()).toMatchObject([{ body: 'report.exe.pdf' }]);
  });

  test('not when there is nothing, and only for skills that the catalogue has', async () => {
    expect(reason(await add({}))).toBe('Please write something, give a link or choose a file.');
    expect(reason(await add({ text: 'x', skills: ['no-such-skill'] }))).toBe('One of these skills is not in the catalogue. Please choose again.');
    await database.db.insertInto('skills').values({ skillId: 'old-skill', name: 'Old skill', kind: 'technical', description: 'x', retiredOn: '2026-01-01', source: 'article' }).execute();
    expect(reason(await add({ text: 'x', skills: ['old-skill'] }))).toMatch(/^“Old skill” has been retired/);
  });

  test('not twice, when it is the very same file', async () => {
    const file = upload(smallPdf(['twice']));
    await add({}, file);
    expect(reason(await add({}, { ...file, name: 'another name.pdf' }))).toBe('You gave this very file before, as “scan.pdf” on 22 November 2026. Say there which skills it shows.');
    const fromTokyo = { ...callAs(database.db, ana.actor), clock: zonedClock('Asia/Tokyo', () => testNow) };
    await database.db.updateTable('evidence').set({ addedAt: new Date('2026-11-21T20:00:00Z') }).where('personId', '=', ana.personId).execute();
    expect(reason(await addEvidence(fromTokyo, ana.personId, { intent: 'add', skills: ['patience'] }, file))).toContain('on 22 November 2026.');
    expect(reason(await addEvidence(callAs(database.db, boss.actor), boss.personId, { intent: 'add', skills: ['patience'] }, file))).toBe('done');
  });

  test('V5.2.1: not beyond the room there is for one person', async () => {
    const rows = Array.from({ length: defaultPolicy.evidenceFiles }, (_, number) => ({ personId: ana.personId, kind: 'file', body: `${number}.pdf`, addedAt: testNow }));
    const ids = await database.db.insertInto('evidence').values(rows).returning('evidenceId').execute();
    await database.db.insertInto('evidenceFiles').values(ids.map(({ evidenceId }) => ({ evidenceId, mediaType: 'application/pdf', sizeBytes: 1, sha256: Buffer.from(String(evidenceId)), content: Buffer.from('x') }))).execute();
    expect(reason(await add({}, upload(smallPdf(['one more']))))).toBe('You keep 50 files, and there is room for 50. Remove one that you no longer need.');
    await removeEvidence(callAs(database.db, ana.actor), ana.personId, ids[0]!.evidenceId);
    expect(reason(await add({}, upload(smallPdf(['one more']))))).toBe('done');
    expect(await list()).toMatchObject({ kept: { files: 50 }, room: { files: 50, megabytes: 100 } });
  });

  test('by the person alone: the line may only read, others know nothing of it', async () => {
    await add({ text: 'Own work' }, upload(smallPdf(['own'])));
    expect(await list(boss)).toMatchObject({ own: false, total: 2, kinds: [], changing: null });
    const file = (await pieces()).find(({ kind }) => kind === 'file')!;
    const read = (who: TestPerson, evidence = file.id, person = ana.personId) => getEvidenceFile(database.readDb, who.actor, testDay, { person, evidence });
    expect((await read(boss)).name).toBe('scan.pdf');
    expect(await thrown(add({ text: 'x' }, null, boss))).toBe(403);
    expect(await thrown(removeEvidence(callAs(database.db, boss.actor), ana.personId, file.id))).toBe(403);
    for (const who of outsiders) {
      expect(await thrown(list(who))).toBe(404);
      expect(await thrown(read(who))).toBe(404);
      expect(await thrown(add({ text: 'x' }, null, who))).toBe(404);
    }
    expect(await thrown(read(ana, file.id, boss.personId))).toBe(404);
    expect(await thrown(read(ana, (await pieces()).find(({ kind }) => kind === 'text')!.id))).toBe(404);
  });
});

describe('a piece', () => {
  const change = (evidence: number, skills: string[]) => changeEvidence(callAs(database.db, ana.actor), ana.personId, { intent: 'change', evidence, skills });
  const remove = (evidence: number) => removeEvidence(callAs(database.db, ana.actor), ana.personId, evidence);
  const added = async () => {
    await add({ text: 'Own work', skills: ['patience', 'client-os'] });
    return (await pieces())[0]!.id;
  };
  const rateWith = (evidence: number) => rateSkill(callAs(database.db, ana.actor), ana.personId, 'patience', { intent: 'rate', level: 3, evidence: [evidence], version: 0 });
  const offered = async (skill: string) => (await getSkill(database.readDb, ana.actor, testDay, testNow, { person: ana.personId, skill }, {})).elsewhere;

  test('shows other skills from now on', async () => {
    const id = await added();
    expect(await change(id, ['telephony', 'client-os'])).toMatchObject({ done: true, value: { skills: 2 } });
    expect((await pieces())[0]!.skills.map((skill) => skill.id).sort()).toEqual(['client-os', 'telephony']);
    expect(reason(await change(id, ['client-os', 'telephony']))).toBe('It shows these skills already, so nothing was saved.');
    expect((await trail()).at(-1)).toMatchObject({ action: 'changeEvidence', subject: `evidence:${id}`, before: { skills: ['client-os', 'patience'] }, after: { skills: ['client-os', 'telephony'] } });
  });

  test('is offered for a rating, first for the skills it shows, and no longer once one stands on it', async () => {
    const id = await added();
    await add({ text: 'Something else', skills: ['telephony'] });
    expect((await offered('patience')).map(({ body, here }) => [body, here])).toEqual([['Own work', true], ['Something else', false]]);
    await rateWith(id);
    expect((await offered('patience')).map(({ body }) => body)).toEqual(['Something else']);
    expect((await offered('client-os')).map(({ body }) => body)).toContain('Own work');
  });

  test('on which a rating stands keeps its skill and stays; until then it may go, its file with it', async () => {
    const id = await added();
    await rateWith(id);
    expect((await list()).pieces[0]!.ratings).toEqual([{ skill: 'patience', level: 3, source: 'self', on: testDay }]);
    expect(reason(await change(id, ['client-os']))).toBe('A rating of Patience stands on it, so it goes on showing that skill.');
    expect(await change(id, ['patience'])).toMatchObject({ done: true });
    expect(reason(await remove(id))).toMatch(/^A rating of Patience stands on it/);
    await add({}, upload(smallPdf(['gone'])));
    const file = (await pieces())[0]!;
    expect(await remove(file.id)).toMatchObject({ done: true, value: { kind: 'file' } });
    expect(await database.db.selectFrom('evidenceFiles').select('evidenceId').where('evidenceId', '=', file.id).execute()).toEqual([]);
    expect((await trail()).at(-1)).toEqual({ action: 'removeEvidence', subject: `evidence:${file.id}`, before: { kind: 'file', skills: ['patience'] }, after: null });
    expect(await thrown(remove(file.id))).toBe(404);
  });

  test('of somebody else is none of mine', async () => {
    const id = await added();
    expect(await thrown(removeEvidence(callAs(database.db, boss.actor), boss.personId, id))).toBe(404);
    expect(await thrown(list(ana, { change: 1 }))).toBe(404);
    expect((await list(ana, { change: id })).changing).toMatchObject({ id, skills: ['client-os', 'patience'], held: [] });
  });

  test('made of something done for a plan says that the plan keeps its own words, before it is removed', async () => {
    const call = () => callAs(database.db, ana.actor);
    await startPlan(call(), ana.personId, { intent: 'start', for: 'skill', skill: 'patience', level: 4, replaces: 0 });
    const item = await addItem(call(), ana.personId, { intent: 'add', kind: 'project', title: 'Payroll move', skill: 'patience' });
    await completeItem(call(), ana.personId, item.done ? item.value.itemId : 0, { intent: 'complete', version: 1, doneOn: testDay, outcome: 'Calm until the end', level: 'skip' });
    const { id } = (await pieces())[0]!;
    expect([(await list(ana, { change: id })).changing, (await list(ana, { change: await added() })).changing]).toMatchObject([{ ofPlan: true }, { ofPlan: false }]);
    expect(await remove(id)).toMatchObject({ done: true });
    expect(await database.db.selectFrom('planItems').select(['title', 'outcome', 'evidenceId']).where('title', '=', 'Payroll move').execute()).toEqual([{ title: 'Payroll move', outcome: 'Calm until the end', evidenceId: null }]);
    expect(JSON.stringify((await trail()).filter(({ action }) => /Evidence$/.test(action)))).not.toMatch(/Payroll|Calm/);
  });

  test('has its place in a long list, page after page and back', async () => {
    await database.db.insertInto('evidence').values(Array.from({ length: 65 }, (_, number) => ({ personId: ana.personId, kind: 'text', body: `Piece ${number}`, addedAt: testNow }))).execute();
    const names = (view: Awaited<ReturnType<typeof list>>) => [view.pieces[0]!.body, view.pieces.at(-1)!.body, view.before !== null, view.after !== null];
    const first = await list();
    const second = await list(ana, { after: first.after });
    const third = await list(ana, { after: second.after });
    expect([first, second, third].map(names)).toEqual([['Piece 64', 'Piece 35', false, true], ['Piece 34', 'Piece 5', true, true], ['Piece 4', 'Piece 0', true, false]]);
    expect(names(await list(ana, { before: third.before }))).toEqual(['Piece 34', 'Piece 5', true, true]);
    expect(names(await list(ana, { before: second.before }))).toEqual(['Piece 64', 'Piece 35', false, true]);
  });
});

test('the largest file comes back byte by byte, also from a backup in another database', async () => {
  const bytes = pdfOfSize(largestFile);
  expect(await add({}, upload(bytes, '../Large “plan”.pdf'))).toMatchObject({ done: true });
  const { id } = (await pieces())[0]!;
  const ids = { person: ana.personId, evidence: id };
  expect(Buffer.compare((await getEvidenceFile(database.readDb, ana.actor, testDay, ids)).content, bytes)).toBe(0);
  const folder = mkdtempSync(join(tmpdir(), 'deskpath-evidence-'));
  const other = await testDatabase();
  try {
    const summary = await backup(database.db, join(folder, 'with-files.backup'));
    expect((await restore(other.db, join(folder, 'with-files.backup'))).tables).toEqual(summary.tables);
    expect(Buffer.compare((await getEvidenceFile(other.readDb, ana.actor, testDay, ids)).content, bytes)).toBe(0);
  } finally {
    await other.close();
    rmSync(folder, { recursive: true });
  }
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { action, loader } from '#app/routes/history/route.tsx';
import { action as actOnEntry, loader as loadEntry } from '#app/routes/history-entry/route.tsx';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { appoint, certify, newOrganisation, newPerson, pause, type TestPerson } from '#test/support/people.ts';
import { answer, routeArgs, type FormFields } from '#test/support/request.ts';

let database: TestDatabase;
let head: TestPerson;
let boss: TestPerson;
let recruiter: TestPerson;
let ana: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  head = await newPerson(database.db, { name: 'Head', access: ['manager'] });
  boss = await newPerson(database.db, { name: 'Boss', managerId: head.personId, access: ['manager'] });
  recruiter = await newPerson(database.db, { access: ['recruiter'] });
});
afterAll(() => database.close());
beforeEach(async () => {
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId, roleId: 'help-desk-technician', startedOn: '2025-03-01', team: 'Desk', site: 'Harbour' });
});

const path = () => `/people/${ana.personId}/history`;
const visit = async (who: TestPerson | undefined) => answer(loader, await routeArgs({ db: database.db, actor: who, url: path(), params: { id: String(ana.personId) } }));
const send = async (who: TestPerson | undefined, form: FormFields) => answer(action, await routeArgs({ db: database.db, actor: who, url: path(), params: { id: String(ana.personId) }, form }));
const entryArgs = (who: TestPerson | undefined, kind: string, entry: string | number, form?: FormFields) =>
  routeArgs({ db: database.db, actor: who, url: `${path()}/${kind}/${entry}`, params: { id: String(ana.personId), kind, entry: String(entry) }, form });
const open = async (who: TestPerson | undefined, kind: string, entry: string | number) => answer(loadEntry, await entryArgs(who, kind, entry));
const submit = async (who: TestPerson | undefined, kind: string, entry: string | number, form: FormFields) => answer(actOnEntry, await entryArgs(who, kind, entry, form));
const notice = (headers: Headers) => Buffer.from(/notice=([^;]+)/.exec(headers.get('Set-Cookie') ?? '')?.[1] ?? '', 'base64url').toString();

const role = (fields: FormFields = {}): FormFields => ({ intent: 'save-appointment', version: 0, with: 'us', role: 'network-analyst', kind: 'primary', startedOn: '2026-06-01', ...fields });
const stated = async () => (await visit(ana)).data.appointments.find(({ status }) => status === 'stated')!;

describe('the page of a history', () => {
  test('sign in first; outsiders find nothing', async () => {
    expect(await visit(undefined)).toMatchObject({ status: 302, location: expect.stringContaining('/login') as string });
    expect((await send(undefined, { intent: 'decide' })).status).toBe(401);
    expect((await visit(recruiter)).status).toBe(404);
    expect((await send(recruiter, { intent: 'decide', decision: 'confirm', entries: ['appointment:1:1'] })).status).toBe(404);
  });

  test('only named fields leave the loader', async () => {
    const { data } = await visit(boss);
    expect(Object.keys(data).sort()).toEqual(['appointments', 'away', 'certificates', 'clock', 'cut', 'decides', 'education', 'enters', 'experience', 'own', 'pauses', 'person', 'reminders', 'talks', 'today']);
    expect(Object.keys(data.appointments[0]!).sort()).toEqual(['corrected', 'corrects', 'employer', 'endedBy', 'endedOn', 'ends', 'family', 'headcountLed', 'hoursPerWeek', 'id', 'kind', 'roleId', 'shift', 'site', 'startedOn', 'status', 'team', 'title', 'version']);
  });

  test('the line further up gets no reason and no day of time away', async () => {
    await pause(database.db, ana.personId, { kind: 'sick', startedOn: '2026-02-03', endedOn: '2026-02-17' });
    expect((await visit(boss)).data.pauses).toMatchObject([{ kind: 'sick', startedOn: '2026-02-03' }]);
    const { data } = await visit(head);
    expect([data.pauses, data.away]).toEqual([null, { months: 0, days: 15 }]);
    expect(JSON.stringify(data)).not.toMatch(/sick|2026-02-(03|17)/);
  });

  test('a certificate says when it stops counting', async () => {
    await certify(database.db, ana.personId, 'itil4-foundation', { issuedOn: '2023-11-21', expiresOn: '2026-11-21' });
    await certify(database.db, ana.personId, 'comptia-a-plus', { issuedOn: '2023-11-22', expiresOn: '2026-11-22' });
    await certify(database.db, ana.personId, 'comptia-network-plus', { issuedOn: '2022-11-22', expiresOn: '2026-11-21' });
    expect((await visit(ana)).data.certificates.map(({ title, validity }) => [title, validity])).toEqual([
      [expect.stringContaining('A+'), 'expires-soon'], [expect.stringContaining('ITIL'), 'kept'], [expect.stringContaining('Network+'), 'expired'],
    ]);
  });

  test('a manager chooses what to confirm, and is told what it ended', async () => {
    await submit(ana, 'appointments', 'new', role());
    const { id, version, ends } = (await visit(boss)).data.appointments.find(({ status }) => status === 'stated')!;
    expect(ends).toEqual([{ role: 'Help desk technician', on: '2026-05-31' }]);
    expect((await send(boss, { intent: 'decide', decision: 'confirm' })).faults).toHaveProperty('entries');
    expect((await send(boss, { intent: 'decide', entries: [`appointment:${id}:${version}`] })).faults).toHaveProperty('decision');
    expect((await send(boss, { intent: 'decide', decision: 'confirm', entries: ['nonsense'] })).status).toBe(400);
    expect((await send(ana, { intent: 'decide', decision: 'confirm', entries: [`appointment:${id}:${version}`] })).faults['']?.[0]).toContain('own');
    const done = await send(boss, { intent: 'decide', decision: 'confirm', entries: [`appointment:${id}:${version}`] });
    expect([done.status, done.location, notice(done.headers)]).toEqual([303, path(), 'Confirmed for Ana: 1 entry. Help desk technician ends on 31 May 2026.']);
    expect((await send(boss, { intent: 'decide', decision: 'confirm', entries: [`appointment:${id}:${version}`] })).faults['']?.[0]).toContain('waiting any more');
  });
});

describe('the page of an entry', () => {
  test('is found by those who may see it', async () => {
    const { id } = (await visit(ana)).data.appointments[0]!;
    expect((await open(undefined, 'appointments', id)).status).toBe(302);
    expect((await open(recruiter, 'appointments', id)).status).toBe(404);
    for (const [kind, entry] of [['wages', 'new'], ['appointments', '0'], ['appointments', '-1'], ['appointments', 'last'], ['appointments', 99_999_999], ['pauses', id]] as const) {
      expect([kind, entry, (await open(ana, kind, entry)).status]).toEqual([kind, entry, 404]);
    }
    expect((await open(boss, 'certificates', 'new')).status).toBe(403);
    expect((await open(head, 'pauses', 'new')).status).toBe(404);
    const elsewhere = await newPerson(database.db, { managerId: boss.personId });
    const theirs = await appoint(database.db, elsewhere.personId, { roleId: 'network-analyst' });
    expect((await open(ana, 'appointments', theirs)).status).toBe(404);
  });

  test('offers what the form needs, filled with what the entry says', async () => {
    const { id } = (await visit(ana)).data.appointments[0]!;
    const { data } = await open(ana, 'appointments', id);
    expect(data).toMatchObject({ own: true, saves: true, decides: false, removes: false, correction: null, goesOn: null, entry: { of: 'appointment', team: 'Desk', site: 'Harbour', roleId: 'help-desk-technician' } });
    expect(data.choices!.teams.map(({ name }) => name)).toContain('Desk');
    expect((await open(ana, 'appointments', 'new')).data.goesOn).toEqual({ title: 'Help desk technician', startedOn: '2025-03-01' });
  });

  test('a role is logged, and the person is told what comes of it', async () => {
    const done = await submit(ana, 'appointments', 'new', role());
    expect([done.status, done.location, notice(done.headers)]).toEqual([303, path(), 'Saved as stated. Your manager sees it. With it Help desk technician ends on 31 May 2026.']);
  });

  test.each<[FormFields, string]>([
    [{ startedOn: '' }, 'startedOn'],
    [{ startedOn: '2026-02-30' }, 'startedOn'],
    [{ startedOn: '2028-01-01' }, 'startedOn'],
    [{ startedOn: '1949-12-31' }, 'startedOn'],
    [{ endedOn: '2026-05-31' }, 'endedOn'],
    [{ role: '' }, 'role'],
    [{ role: 'astronaut' }, 'role'],
    [{ with: '' }, 'with'],
    [{ with: 'earlier', employer: '', roleName: 'Any' }, 'employer'],
    [{ with: 'earlier', employer: 'Any', roleName: '' }, 'roleName'],
    [{ kind: 'hobby' }, 'kind'],
    [{ hoursPerWeek: '0' }, 'hoursPerWeek'],
    [{ hoursPerWeek: '80.5' }, 'hoursPerWeek'],
    [{ headcountLed: '-1' }, 'headcountLed'],
    [{ startedOn: '2025-04-01', endedOn: '2025-06-01' }, 'startedOn'],
  ])('%j is refused beside its field, and what was typed comes back', async (fault, field) => {
    const answered = await submit(ana, 'appointments', 'new', role({ roleName: 'Any', employer: 'Any', site: '', hoursPerWeek: '37.5', headcountLed: '2', ...fault }));
    expect([answered.status, Object.keys(answered.faults)]).toEqual([400, [field]]);
    expect((answered.data as unknown as { result: { initialValue: object } }).result.initialValue).toMatchObject(field === 'headcountLed' ? { hoursPerWeek: '37.5' } : { headcountLed: '2' });
  });

  test('several faults are told at once', async () => {
    expect(Object.keys((await submit(ana, 'appointments', 'new', role({ role: '', startedOn: '' }))).faults).sort()).toEqual(['role', 'startedOn']);
    expect(Object.keys((await submit(ana, 'certificates', 'new', { intent: 'save-certificate', issuedOn: '' })).faults).sort()).toEqual(['certification', 'issuedOn']);
    expect((await submit(ana, 'certificates', 'new', { intent: 'save-certificate', certification: 'ccna', name: 'Any', issuedOn: '2026-01-01' })).faults).toHaveProperty('name');
    expect((await submit(ana, 'pauses', 'new', { intent: 'save-pause', startedOn: '2026-01-01' })).faults).toHaveProperty('kind');
  });

  test('a form that was overtaken comes back with 409 and the present values', async () => {
    await submit(ana, 'appointments', 'new', role());
    const { id } = await stated();
    expect((await submit(ana, 'appointments', id, role({ version: 1, startedOn: '2026-07-01' }))).status).toBe(303);
    const overtaken = await submit(boss, 'appointments', id, role({ version: 1, startedOn: '2026-08-01' }));
    expect(overtaken).toMatchObject({ status: 409, data: { stale: { startedOn: '2026-07-01', status: 'stated' } } });
  });

  test('a manager declines on the entry’s page; the person changes it, sends it again, or takes it back', async () => {
    await submit(ana, 'appointments', 'new', role());
    const { id } = await stated();
    expect((await open(boss, 'appointments', id)).data).toMatchObject({ decides: true, saves: true, removes: false });
    const declined = await submit(boss, 'appointments', id, { intent: 'decide', decision: 'decline', entries: [`appointment:${id}:1`] });
    expect(notice(declined.headers)).toBe('Declined. Ana can change it and send it again.');
    expect((await open(boss, 'appointments', id)).status).toBe(404);
    expect((await open(ana, 'appointments', id)).data).toMatchObject({ removes: true, entry: { status: 'declined', startedOn: '2026-06-01' } });
    expect((await submit(ana, 'appointments', id, role({ version: 2, startedOn: '2026-06-15' }))).status).toBe(303);
    expect(notice((await submit(ana, 'appointments', id, { intent: 'remove', version: 3 })).headers)).toBe('Removed.');
    expect((await open(ana, 'appointments', id)).status).toBe(404);
  });

  test('what belongs to another page is not done here', async () => {
    const { id, version } = (await visit(ana)).data.appointments[0]!;
    expect((await submit(ana, 'pauses', 'new', role())).status).toBe(404);
    expect((await submit(ana, 'education', id, { intent: 'end', version, endedOn: '2026-01-01' })).status).toBe(404);
    expect((await submit(boss, 'appointments', id, { intent: 'decide', decision: 'confirm', entries: ['appointment:1:1'] })).status).toBe(400);
    expect((await submit(ana, 'appointments', 'new', { intent: 'remove', version: 1 })).status).toBe(404);
    expect((await submit(ana, 'appointments', id, { intent: 'anything' })).status).toBe(400);
    expect((await submit(boss, 'appointments', id, { intent: 'remove', version })).status).toBe(403);
  });

  test('the end of a role, beside its own field when it cannot be', async () => {
    const { id } = (await visit(ana)).data.appointments[0]!;
    expect((await submit(ana, 'appointments', id, { intent: 'end', version: 1, endedOn: '2025-02-28' })).faults).toHaveProperty('endedOn');
    expect((await submit(ana, 'appointments', id, { intent: 'end', version: 1, endedOn: '2026-11-30' })).status).toBe(303);
    expect((await open(ana, 'appointments', id)).data).toMatchObject({ saves: false, correction: (await stated()).id });
    expect((await open(boss, 'appointments', (await stated()).id)).data).toMatchObject({ original: { endedOn: null }, entry: { endedOn: '2026-11-30', team: 'Desk' } });
  });
});

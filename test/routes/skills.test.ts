import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { action, loader } from '#app/routes/skills/route.tsx';
import { action as actOnSkill, loader as loadSkill } from '#app/routes/rate-skill/route.tsx';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { newOrganisation, newPerson, rate, type TestPerson } from '#test/support/people.ts';
import { answer, routeArgs, type FormFields } from '#test/support/request.ts';

let database: TestDatabase;
let boss: TestPerson;
let ana: TestPerson;
let recruiter: TestPerson;

beforeAll(async () => {
  database = await testDatabase();
  await newOrganisation(database.db);
  boss = await newPerson(database.db, { name: 'Boss', access: ['manager'] });
  ana = await newPerson(database.db, { name: 'Ana', managerId: boss.personId, roleId: 'help-desk-technician' });
  recruiter = await newPerson(database.db, { access: ['recruiter'] });
});
afterAll(() => database.close());

const path = () => `/people/${ana.personId}/skills`;
const params = (skill?: string) => ({ id: String(ana.personId), ...(skill ? { skill } : {}) });
const visit = async (who: TestPerson | undefined, query = '') => answer(loader, await routeArgs({ db: database.db, actor: who, url: `${path()}${query}`, params: params() }));
const send = async (who: TestPerson | undefined, form: FormFields, query = '') =>
  answer(action, await routeArgs({ db: database.db, actor: who, url: `${path()}${query}`, params: params(), form }));
const visitSkill = async (who: TestPerson | undefined, skill = 'client-os', query = '') =>
  answer(loadSkill, await routeArgs({ db: database.db, actor: who, url: `${path()}/${skill}${query}`, params: params(skill) }));
const sendSkill = async (who: TestPerson | undefined, form: FormFields, skill = 'client-os', query = '') =>
  answer(actOnSkill, await routeArgs({ db: database.db, actor: who, url: `${path()}/${skill}${query}`, params: params(skill), form }));

describe('the skills of a person', () => {
  test('sign in first; outsiders find nothing; impossible addresses are not found', async () => {
    expect(await visit(undefined)).toMatchObject({ status: 302, location: expect.stringContaining('/login') as string });
    expect((await send(undefined, { intent: 'rate-many' })).status).toBe(401);
    expect((await visit(recruiter)).status).toBe(404);
    expect((await visit(ana, '?show=everything')).status).toBe(404);
    expect((await visit(ana, '?role=No%20Such')).status).toBe(404);
  });

  test('only named fields leave the loader', async () => {
    const { data } = await visit(boss);
    expect(Object.keys(data.list!).sort()).toEqual(['askable', 'counts', 'essentials', 'fading', 'filters', 'kinds', 'mayConfirm', 'own', 'person', 'role', 'roles', 'series', 'today', 'waiting']);
    expect(Object.keys(data.list!.kinds[0]!.skills[0]!).sort()).toEqual(
      ['ask', 'claimed', 'confirmed', 'confirmedOn', 'id', 'interest', 'kind', 'lastUsedOn', 'name', 'next', 'request', 'retired', 'stale', 'unused', 'waiting', 'waitingSince']);
  });

  test('many levels in one form are saved and told, with what they changed for the role', async () => {
    const answered = await send(ana, {
      intent: 'rate-many', 'rows[0].skill': 'patience', 'rows[0].level': 3, 'rows[1].skill': 'communication', 'rows[2].skill': 'teamwork', 'rows[2].level': 2,
    }, '?rate=role');
    expect(answered).toMatchObject({ status: 303, location: path() });
    const notice = Buffer.from(/notice=([^;]+)/.exec(answered.headers.get('Set-Cookie') ?? '')?.[1] ?? '', 'base64url').toString();
    expect(notice).toMatch(/^Saved: 2 skills rated\. Help desk technician: \d+ of \d+ essentials met\.$/);
  });

  test('levels off the scale come back beside their row', async () => {
    for (const level of ['0', '6', '-77', '2.5', 'high']) {
      const answered = await send(ana, { intent: 'rate-many', 'rows[0].skill': 'patience', 'rows[0].level': level });
      expect([answered.status, Object.keys(answered.faults)]).toEqual([400, ['rows[0].level']]);
    }
    expect((await send(ana, { intent: 'rate-many', 'rows[0].skill': 'patience', 'rows[1].skill': 'patience', 'rows[1].level': 1 })).status).toBe(400);
    expect((await send(ana, { intent: 'something-else' })).status).toBe(400);
  });

  test('a manager confirms several at once, and is asked to choose when none is chosen', async () => {
    const first = await rate(database.db, ana.personId, 'escalation', 3);
    const second = await rate(database.db, ana.personId, 'memory', 4);
    expect((await send(boss, { intent: 'confirm-waiting' })).faults).toHaveProperty('ratings');
    expect((await send(boss, { intent: 'confirm-waiting', ratings: ['nonsense'] })).status).toBe(400);
    expect((await send(ana, { intent: 'confirm-waiting', ratings: [`${first}:3`] })).faults['']).toEqual([expect.stringContaining('own levels')]);
    expect((await send(boss, { intent: 'confirm-waiting', ratings: [`${first}:3`, `${second}:4`] })).status).toBe(303);
    const again = await send(boss, { intent: 'confirm-waiting', ratings: [`${first}:3`] });
    expect([again.status, again.faults['']?.[0]]).toEqual([400, expect.stringContaining('waiting any more')]);
  });
});

describe('one skill of a person', () => {
  test('sign in first; outsiders and unknown skills are not found', async () => {
    expect((await visitSkill(undefined)).status).toBe(302);
    expect((await visitSkill(recruiter)).status).toBe(404);
    expect((await visitSkill(ana, 'no-such-skill')).status).toBe(404);
    expect((await visitSkill(ana, 'client-os', '?correct=1')).status).toBe(404);
  });

  test('a rating with evidence is saved and leads back to the page', async () => {
    const answered = await sendSkill(ana, { intent: 'rate', level: 2, evidenceLink: 'https://tickets.example/1', interest: 'more', version: 0 }, 'client-os', '?role=network-analyst');
    expect(answered).toMatchObject({ status: 303, location: `${path()}/client-os?role=network-analyst` });
    const { data } = await visitSkill(ana);
    expect(data).toMatchObject({ claimed: 2, interest: 'more', version: 1, history: [{ level: 2, by: 'you', evidence: [{ kind: 'link', body: 'https://tickets.example/1' }] }] });
  });

  test.each([
    [{ level: 7 }, 'level'],
    [{ level: '' }, 'level'],
    [{ evidenceLink: 'javascript:alert(1)' }, 'evidenceLink'],
    [{ evidenceLink: 'ftp://files.example/x' }, 'evidenceLink'],
    [{ evidenceLink: 'tickets' }, 'evidenceLink'],
    [{ evidenceLink: `https://tickets.example/${'a'.repeat(2000)}` }, 'evidenceLink'],
    [{ evidenceText: 'a'.repeat(4001) }, 'evidenceText'],
    [{ note: 'a'.repeat(2001) }, 'note'],
    [{ lastUsedOn: '2026-02-30' }, 'lastUsedOn'],
    [{ lastUsedOn: '2030-01-01' }, 'lastUsedOn'],
    [{ interest: 'burning' }, 'interest'],
  ])('%j is refused beside its field, and what was typed comes back', async (fault, field) => {
    const answered = await sendSkill(ana, { intent: 'rate', level: 3, note: 'Typed with care', version: 1, ...fault }, 'desktop-hardware');
    expect([answered.status, Object.keys(answered.faults)]).toEqual([400, [field]]);
    if (field !== 'note') expect((answered.data as unknown as { result: { initialValue: object } }).result.initialValue).toMatchObject({ note: 'Typed with care' });
    expect((await visitSkill(ana, 'desktop-hardware')).data.history).toEqual([]);
  });

  test('one click confirms what waits; sent again with the same key it acts once', async () => {
    const waiting = await rate(database.db, ana.personId, 'scripting', 3);
    expect((await visitSkill(boss, 'scripting')).data.waiting).toEqual({ value: `${waiting}:3`, level: 3 });
    const form = { intent: 'confirm-waiting', 'ratings[0]': `${waiting}:3`, key: 'the-key-of-this-very-form' };
    const answers = await Promise.all([sendSkill(boss, form, 'scripting'), sendSkill(boss, form, 'scripting')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await visitSkill(boss, 'scripting')).data).toMatchObject({ confirmed: 3, waiting: null });
    expect((await visitSkill(boss, 'scripting')).data.history).toHaveLength(2);
  });

  test('a level of the manager’s own; a form that was overtaken comes back with 409 and both levels', async () => {
    expect((await sendSkill(boss, { intent: 'confirm', level: 2, note: 'Seen in the roll-out', seen: 0 }, 'teamwork')).status).toBe(409);
    const { seen } = (await visitSkill(boss, 'teamwork')).data;
    expect((await sendSkill(boss, { intent: 'confirm', level: 2, note: 'Seen in the roll-out', seen }, 'teamwork')).status).toBe(303);
    const overtaken = await sendSkill(boss, { intent: 'confirm', level: 2, seen: 0 }, 'patience');
    expect(overtaken).toMatchObject({ status: 409, data: { stale: { level: 3, by: 'Ana', source: 'self' } } });
  });

  test('a slip is corrected within 24 hours', async () => {
    const slip = await rate(database.db, ana.personId, 'mobile-devices', 5, { at: new Date('2026-11-22T08:00:00Z') });
    expect((await visitSkill(ana, 'mobile-devices', `?correct=${slip}`)).data.correct).toMatchObject({ level: 5, version: 1 });
    expect((await sendSkill(ana, { intent: 'correct', rating: slip, version: 1, level: 2 }, 'mobile-devices')).status).toBe(303);
    expect((await visitSkill(ana, 'mobile-devices')).data.history).toMatchObject([{ level: 2, corrected: true }]);
  });

  test('still true', async () => {
    await rate(database.db, ana.personId, 'asset-management', 2);
    expect((await sendSkill(ana, { intent: 'still-true' }, 'asset-management')).status).toBe(303);
    expect((await visitSkill(ana, 'asset-management')).data.lastUsedOn).toBe('2026-11-22');
  });
});

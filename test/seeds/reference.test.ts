import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { starterCatalogue, type Catalogue } from '#seeds/reference/catalogue.ts';
import { loadReference } from '#seeds/reference/load.ts';
import { testDatabase } from '#test/support/database.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => { database = await testDatabase(); });
afterAll(async () => { await database.close(); });

/** The tests below share one database and run in order: each undoes nothing, as an organisation would not either. */
const changed = (change: (catalogue: Catalogue) => void): Catalogue => {
  const copy = structuredClone(starterCatalogue);
  change(copy);
  return copy;
};

const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(database.db);
  return rows[0]!.n;
};

const audits = () => database.db.selectFrom('auditEvents').select(['origin', 'action', 'after']).orderBy('auditEventId').execute();

test('loads the whole catalogue with one audit event', async () => {
  await loadReference(database.db);
  expect(await Promise.all(['families', 'review_rules', 'roles', 'skills', 'certifications', 'transitions'].map(count))).toEqual([
    starterCatalogue.families.length, starterCatalogue.families.length, starterCatalogue.roles.length,
    starterCatalogue.skills.length, starterCatalogue.certifications.length, starterCatalogue.transitions.length,
  ]);
  expect(await count('skill_levels')).toBe(starterCatalogue.skills.length * 5);
  expect(await count('requirements')).toBe(starterCatalogue.requirements.length);
  expect(await count('requirement_criteria')).toBe(starterCatalogue.requirements.flatMap(({ anyOf }) => anyOf).length);
  const events = await audits();
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ origin: 'system', action: 'catalogue.load-reference', after: { roles: starterCatalogue.roles.length } });
});

test('keeps requirements in their order and word for word', async () => {
  const held = await database.db.selectFrom('currentRequirements').select(['importance', 'anyOf', 'source', 'setNumber'])
    .where('roleId', '=', 'messaging-administrator').orderBy('position').execute();
  const shipped = starterCatalogue.requirements.filter(({ role }) => role === 'messaging-administrator');
  expect(held).toEqual(shipped.map(({ importance, anyOf, source }) => ({ importance, anyOf, source, setNumber: 1 })));
});

test('says of a certificate whose end has been reported that it is retired', async () => {
  const retired = await database.db.selectFrom('certifications').select('certificationId').where('status', '=', 'retired').execute();
  expect(retired).toEqual([{ certificationId: 'ms-messaging-admin' }]);
});

test('does nothing, and quickly, when nothing differs', async () => {
  // Processor time rather than the clock on the wall: other tests run beside this one.
  const begun = process.cpuUsage();
  await loadReference(database.db);
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000, 'milliseconds').toBeLessThan(1000);
  expect(await audits()).toHaveLength(1);
});

test('leaves alone what the organisation edited, retired or took away', async () => {
  const { db } = database;
  const editedAt = new Date('2026-03-01T09:00:00Z');
  await db.updateTable('families').set({ name: 'First line', editedAt }).where('familyId', '=', 'service-desk').execute();
  await db.updateTable('reviewRules').set({ afterMonths: 18, editedAt }).where('familyId', '=', 'service-desk').execute();
  await db.deleteFrom('reviewRules').where('familyId', '=', 'management').execute();
  await db.updateTable('roles').set({ summary: 'Ours.', editedAt }).where('roleId', '=', 'qa-analyst').execute();
  await db.updateTable('roles').set({ retiredOn: '2026-03-01' }).where('roleId', '=', 'data-centre-operator').execute();
  await db.updateTable('skills').set({ freshMonths: 6, editedAt }).where('skillId', '=', 'scripting').execute();
  await db.updateTable('skillLevels').set({ text: 'Our words.', editedAt }).where('skillId', '=', 'scripting').where('level', '=', 3).execute();
  await db.updateTable('certifications').set({ validityMonths: 24, editedAt }).where('certificationId', '=', 'ccna').execute();
  await db.deleteFrom('certificationEvidence').where('certificationId', '=', 'ccna').where('skillId', '=', 'firewall-vpn').execute();
  await db.updateTable('transitions').set({ retiredOn: '2026-03-01' })
    .where('fromRoleId', '=', 'help-desk-technician').where('toRoleId', '=', 'qa-analyst').execute();
  const before = await everything();

  await loadReference(db, changed((next) => {
    for (const row of [...next.families, ...next.roles, ...next.skills, ...next.certifications]) row.source = 'later release';
    for (const family of next.families) family.review.graceDays = 45;
    for (const role of next.roles) role.summary = 'From a later release.';
    for (const texts of Object.values(next.levelTexts)) for (const one of texts) one.text = 'From a later release.';
    for (const move of next.transitions) move.basis = 'From a later release.';
  }));
  const after = await everything();

  const untouched: [keyof typeof after, string][] = [
    ['families', 'service-desk'], ['rules', 'service-desk'], ['rules', 'management'], ['roles', 'qa-analyst'], ['roles', 'data-centre-operator'],
    ['skills', 'scripting'], ['levels', 'scripting 3'], ['certifications', 'ccna'], ['evidence', 'ccna firewall-vpn'], ['moves', 'help-desk-technician qa-analyst'],
  ];
  for (const [table, key] of untouched) expect(after[table].get(key), `${table} ${key}`).toEqual(before[table].get(key));
  expect(after.families.get('applications')).toMatchObject({ source: 'later release', version: 2 });
  expect(after.rules.get('applications')).toMatchObject({ graceDays: 45 });
  expect(after.roles.get('network-analyst')).toMatchObject({ summary: 'From a later release.', version: 2 });
  expect(after.skills.get('patience')).toMatchObject({ source: 'later release' });
  expect(after.levels.get('scripting 2')).toMatchObject({ text: 'From a later release.' });
  expect(after.certifications.get('sscp')).toMatchObject({ source: 'later release' });
  expect(after.moves.get('help-desk-technician help-desk-analyst')).toMatchObject({ basis: 'From a later release.' });
  expect(await audits()).toHaveLength(2);
});

test('leaves a name to the organisation that already uses it, with all that hangs on it', async () => {
  const { db } = database;
  await db.insertInto('roles').values({
    roleId: 'print-room-keeper', familyId: 'infrastructure', grade: 2, name: 'Printer specialist', summary: 'Ours.', source: 'organisation',
  }).execute();
  await loadReference(db, changed((next) => {
    next.roles.push({ ...next.roles[0]!, id: 'printer-specialist', name: 'Printer specialist' });
    next.transitions.push({ ...next.transitions[0]!, to: 'printer-specialist' });
    next.requirements.push({ ...next.requirements[0]!, role: 'printer-specialist' });
  }));
  expect(await db.selectFrom('roles').select('roleId').where('name', '=', 'Printer specialist').execute()).toEqual([{ roleId: 'print-room-keeper' }]);
  expect(await db.selectFrom('requirementSets').select('roleId').where('roleId', '=', 'printer-specialist').execute()).toEqual([]);
});

test('publishes a next version of changed requirements only where the current one is as shipped', async () => {
  const { db } = database;
  const sets = (role: string) => db.selectFrom('requirementSets').select(['number', 'status', 'source']).where('roleId', '=', role).orderBy('number').execute();
  await db.insertInto('requirementSets').values([
    { roleId: 'network-analyst', number: 2, status: 'published', publishedAt: new Date('2026-03-01T09:00:00Z'), source: 'organisation' },
    { roleId: 'security-analyst', number: 2, status: 'draft', source: 'organisation' },
  ]).execute();
  const later = changed((next) => {
    const raised = new Set(['network-analyst', 'security-analyst', 'messaging-administrator', 'data-centre-operator']);
    for (const { role, anyOf } of next.requirements) for (const one of anyOf) if (raised.has(role) && one.kind === 'skill') one.level = 5;
    for (const one of next.requirements) if (one.role === 'telecommunications-specialist') one.source = 'later release';
    next.requirements.push({ role: 'it-director', importance: 'desirable', anyOf: [{ kind: 'skill', skill: 'not-a-skill', level: 2 }], source: 'later release' });
  });
  await loadReference(db, later);
  await loadReference(db, later);

  const shipped = { number: 1, status: 'published', source: 'starter catalogue' };
  expect(await sets('messaging-administrator')).toEqual([shipped, { ...shipped, number: 2 }]);
  expect(await sets('network-analyst')).toEqual([shipped, { number: 2, status: 'published', source: 'organisation' }]);
  expect(await sets('security-analyst')).toEqual([shipped, { number: 2, status: 'draft', source: 'organisation' }]);
  expect(await sets('data-centre-operator'), 'a retired role').toEqual([shipped]);
  expect(await sets('telecommunications-specialist'), 'only the source differs').toEqual([shipped]);
  expect(await sets('it-director'), 'names a skill that is unknown here').toEqual([shipped]);
  const level = await db.selectFrom('currentRequirements').select(['setNumber', 'anyOf']).where('roleId', '=', 'messaging-administrator')
    .where('position', '=', 0).executeTakeFirstOrThrow();
  expect(level).toEqual({ setNumber: 2, anyOf: [{ kind: 'skill', skill: 'inquisitiveness', level: 5 }] });
});

async function everything() {
  const { db } = database;
  const by = <T extends object>(rows: T[], ...keys: (keyof T)[]) => new Map(rows.map((row) => [keys.map((key) => String(row[key])).join(' '), row]));
  return {
    families: by(await db.selectFrom('families').selectAll().execute(), 'familyId'),
    rules: by(await db.selectFrom('reviewRules').selectAll().execute(), 'familyId'),
    roles: by(await db.selectFrom('roles').selectAll().execute(), 'roleId'),
    skills: by(await db.selectFrom('skills').selectAll().execute(), 'skillId'),
    levels: by(await db.selectFrom('skillLevels').selectAll().execute(), 'skillId', 'level'),
    certifications: by(await db.selectFrom('certifications').selectAll().execute(), 'certificationId'),
    evidence: by(await db.selectFrom('certificationEvidence').selectAll().execute(), 'certificationId', 'skillId'),
    moves: by(await db.selectFrom('transitions').selectAll().execute(), 'fromRoleId', 'toRoleId'),
  };
}

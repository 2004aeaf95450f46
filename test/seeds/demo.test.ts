import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { fileTypeOf } from '#app/domain/file-type.ts';
import { readiness } from '#app/domain/readiness.ts';
import type { Requirement } from '#app/domain/requirement.ts';
import { reviewClock } from '#app/domain/review-clock.ts';
import type { ReviewRules } from '#app/domain/role.ts';
import type { Settlement } from '#app/domain/settlement.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import { troddenPaths } from '#app/domain/trodden-paths.ts';
import { draftOrganisation, loadDemonstration } from '#seeds/demo/load.ts';
import { noRows, type Draft } from '#seeds/demo/rows.ts';
import { testDatabase } from '#test/support/database.ts';

test('is the same organisation every time', () => {
  const draft = (): Draft => {
    const next: Record<string, number> = {};
    return { rows: noRows(), key: (table) => (next[table] = (next[table] ?? 0) + 1) };
  };
  const [one, other] = [draft(), draft()];
  draftOrganisation('2026-11-22', one);
  draftOrganisation('2026-11-22', other);
  expect(one.rows).toEqual(other.rows);
});

// A leap day and the end of a long month: dates counted back by months have to hold there too.
describe.each(['2026-11-22', '2028-02-29', '2027-03-31'])('loaded on %s', (today) => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  beforeAll(async () => {
    database = await testDatabase();
    await loadDemonstration(database.db, today);
  });
  afterAll(async () => { await database.close(); });

  const count = async (condition: ReturnType<typeof sql>): Promise<number> => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${condition}`.execute(database.db);
    return rows[0]!.n;
  };
  const account = (signInName: string) => database.db.selectFrom('accounts').selectAll().where('signInName', '=', signInName).executeTakeFirstOrThrow();
  const backgrounds = async (personIds?: number[]) => {
    const { rows } = await sql<{ personId: number; name: string; settlements: Settlement[]; wish: { wish: string } | null } & Background>`
      select b.*, p.name from backgrounds b join people p using (person_id)
      where ${personIds === undefined ? sql`true` : sql`p.person_id = any (${personIds}::int[])`} order by p.person_id`.execute(database.db);
    return rows;
  };
  const clocks = async (personIds: number[]) => {
    const stored = await database.db.selectFrom('reviewRules').selectAll().execute();
    const rules = Object.fromEntries(stored.map((rule) => [rule.familyId, rule])) as ReviewRules;
    return (await backgrounds(personIds)).map((one) => ({ ...one, clock: reviewClock({ ...one, rules, today }) }));
  };
  const reports = async (managerId: number): Promise<number[]> => {
    const lines = await database.db.selectFrom('reportingLines').select('personId').where('managerId', '=', managerId).where('endedOn', 'is', null).execute();
    return lines.map(({ personId }) => personId);
  };

  test('about 120 people in six teams on three sites, and one audit event', async () => {
    expect(await count(sql`people`)).toBe(118);
    expect(await count(sql`teams`)).toBe(6);
    expect(await count(sql`sites`)).toBe(3);
    expect(await count(sql`appointments where kind = 'primary' and employer is null and ended_on is null and status = 'confirmed'`)).toBe(115);
    expect(await count(sql`appointments where employer is not null`)).toBeGreaterThan(60);
    expect(await count(sql`appointments where started_on < ${today}::date - interval '13 years'`)).toBe(0);
    expect(await database.db.selectFrom('organisation').select(['mode', 'timeZone']).execute()).toEqual([{ mode: 'demonstration', timeZone: 'Europe/London' }]);
    const events = await database.db.selectFrom('auditEvents').select(['origin', 'action']).orderBy('auditEventId').execute();
    expect(events).toEqual([{ origin: 'system', action: 'catalogue.load-reference' }, { origin: 'system', action: 'demonstration.load' }]);
  });

  test('four accounts to try, none with a password', async () => {
    expect((await account('technician')).access).toEqual(['staff']);
    expect((await account('manager')).access).toEqual(['staff', 'manager']);
    expect((await account('recruiter')).access).toEqual(['staff', 'recruiter']);
    expect((await account('administrator')).access).toEqual(['staff', 'admin']);
    expect(await count(sql`accounts where password_hash is not null`)).toBe(0);
    const manager = await account('manager');
    expect(await reports(manager.personId!)).toContain((await account('technician')).personId);
  });

  test('every state of the clock under the manager', async () => {
    const team = await clocks(await reports((await account('manager')).personId!));
    expect(team.length).toBeGreaterThanOrEqual(14);
    expect(new Set(team.map(({ clock }) => clock?.status))).toEqual(new Set(['overdue', 'due', 'upcoming', 'ahead', 'paused']));
    expect(team.some(({ clock, wish }) => clock?.status === 'overdue' && wish?.wish === 'move'), 'an overdue one who wants to move').toBe(true);
    const ruled = (outcome: string, isWithdrawn = false) =>
      team.filter(({ clock }) => clock?.settled && clock.settlement?.outcome === outcome && (clock.settlement.withdrawnOn !== null) === isWithdrawn);
    expect(ruled('stay').map(({ clock }) => clock?.status)).toEqual(['ahead']);
    expect(ruled('stay', true).map(({ clock }) => clock?.status)).toEqual(['due']);
    for (const outcome of ['develop', 'defer', 'promote']) expect(ruled(outcome), outcome).not.toEqual([]);
  });

  test('the technician is about to be asked, with next roles at every distance', async () => {
    const { personId } = await account('technician');
    const [{ clock, ...background }] = (await clocks([personId!])) as [Awaited<ReturnType<typeof clocks>>[number]];
    expect(clock?.status).toBe('upcoming');
    expect(clock?.countedDays).toBeGreaterThan(640);
    expect(clock?.countedDays).toBeLessThan(670);
    const { rows } = await sql<{ roleId: string; requirements: Requirement[] }>`
      select r.role_id, jsonb_agg(jsonb_build_object('importance', r.importance, 'anyOf', r.any_of)) as requirements
      from current_requirements r join transitions t on t.to_role_id = r.role_id and t.from_role_id = 'help-desk-technician' group by r.role_id`.execute(database.db);
    const standing = standingOf(background, 'claimed', today);
    const statuses = Object.fromEntries(rows.map(({ roleId, requirements }) => [roleId, readiness(standing, requirements, 'claimed').status]));
    expect(statuses).toEqual({
      'help-desk-analyst': 'ready', 'messaging-administrator': 'close', 'application-support-analyst': 'unknown',
      'desktop-support-technician': 'growing', 'service-desk-team-lead': 'growing', 'qa-analyst': 'growing', 'network-analyst': 'growing', 'data-centre-operator': 'growing',
    });
  });

  test('moves that at least three people made', async () => {
    const appointments = (await backgrounds()).flatMap(({ personId, appointments: own }) => own.map((one) => ({ ...one, personId })));
    const paths = new Map(troddenPaths(appointments, today).map(({ from, to, people }) => [`${from} ${to}`, people]));
    expect(paths.size).toBeGreaterThanOrEqual(10);
    expect(paths.get('help-desk-technician messaging-administrator')).toBeGreaterThanOrEqual(3);
    expect(paths.get('desktop-support-technician technology-analyst')).toBeGreaterThanOrEqual(3);
  });

  test('nothing was decided, rated or confirmed today or later, and nothing before the person came', async () => {
    expect(await count(sql`ratings where rated_at >= ${today}::date`)).toBe(0);
    expect(await count(sql`talks where recorded_at >= ${today}::date or acknowledged_at >= ${today}::date`)).toBe(0);
    expect(await count(sql`settlements where decided_on >= ${today}::date or withdrawn_on > ${today}::date`)).toBe(0);
    expect(await count(sql`wishes where stated_at >= ${today}::date`)).toBe(0);
    for (const table of ['appointments', 'pauses', 'education', 'person_certifications']) {
      expect(await count(sql`${sql.table(table)} where confirmed_at >= ${today}::date or entered_at >= ${today}::date`), table).toBe(0);
    }
    expect(await count(sql`ratings r where not exists (
      select from appointments a where a.person_id = r.person_id and a.employer is null and a.started_on <= r.rated_at::date)`)).toBe(0);
  });

  test('outcomes follow one another in time, each with a talk in which the person said so', async () => {
    expect(await count(sql`settlements s join settlements p on p.settlement_id = s.previous_id where s.person_id <> p.person_id or s.decided_on < p.decided_on`)).toBe(0);
    expect(await count(sql`settlements s left join talks t using (talk_id) where s.outcome = 'stay' and t.wish is distinct from 'stay'`)).toBe(0);
    expect(await count(sql`settlements where outcome = 'recognise' and talk_id is null`)).toBe(0);
    expect(await count(sql`settlements s join settlements p on p.settlement_id = s.previous_id
      join settlements q on q.settlement_id = p.previous_id where s.outcome = 'defer' and p.outcome = 'defer' and q.outcome = 'defer'`)).toBe(0);
    expect(await count(sql`talks where acknowledged_at is null`)).toBeGreaterThan(0);
  });

  test('no rating stands on evidence that came after it', async () => {
    expect(await count(sql`rating_evidence join evidence using (evidence_id) join ratings using (rating_id) where added_at > rated_at`)).toBe(0);
    expect(await count(sql`rating_evidence`)).toBeGreaterThan(20);
  });

  test('something waits for the manager, a deputy stands in, and every kind of choice is made', async () => {
    const { personId } = await account('manager');
    const team = await reports(personId!);
    for (const table of ['appointments', 'person_certifications', 'education']) {
      expect(await count(sql`${sql.table(table)} where status = 'stated' and person_id = any (${team}::int[])`), table).toBeGreaterThan(0);
    }
    expect(await count(sql`current_levels where self_level > confirmed_level and self_at > confirmed_at and person_id = any (${team}::int[])`)).toBeGreaterThan(5);
    expect(await count(sql`deputies where manager_id = ${personId} and ${today}::date between started_on and ended_on`)).toBe(1);
    expect(await count(sql`(select distinct section, choice from visibility_choices) as kinds`)).toBe(12);
    expect(await count(sql`(select distinct kind from pauses) as kinds`)).toBe(4);
    expect(await count(sql`welcomes where finished_at is null`), 'somebody in the middle of a first visit').toBe(1);
    expect(await count(sql`person_certifications where expires_on < ${today}::date`)).toBeGreaterThan(0);
    expect(await count(sql`person_certifications where expires_on between ${today}::date and ${today}::date + 60`)).toBeGreaterThan(0);
    expect(await count(sql`name_requests where answer is null and asked_at > ${today}::date - 14`)).toBeGreaterThan(0);
    expect(await count(sql`looks l where not exists (select from visibility_choices v where v.person_id = l.person_id and v.choice <> 'hidden')
      and exists (select from visibility_choices v where v.person_id = l.person_id)`), 'nobody looked at who shows nothing').toBe(0);
  });

  test('the technician has closed tickets, told what they show, answered two suggestions and kept two files', async () => {
    const personId = (await account('technician')).personId!;
    expect(await count(sql`ticket_counts where person_id = ${personId} and closed_on >= ${today}::date`)).toBe(0);
    expect(await count(sql`(select distinct date_trunc('quarter', closed_on) from ticket_counts where person_id = ${personId}) as quarters`)).toBe(3);
    expect(await count(sql`ticket_categories c where not exists (select from ticket_mappings m where m.person_id = c.person_id and m.category = c.category)`)).toBe(1);
    expect(await count(sql`(select distinct category from ticket_counts except select category from ticket_categories) as untold`)).toBe(0);
    const answers = await database.db.selectFrom('ticketSuggestions as s').leftJoin('ticketPieces as p', (join) => join.onRef('p.personId', '=', 's.personId').onRef('p.skillId', '=', 's.skillId').onRef('p.quarterOn', '=', 's.quarterOn'))
      .leftJoin('evidence as e', 'e.evidenceId', 'p.evidenceId').leftJoin('evidenceSkills as t', 't.evidenceId', 'e.evidenceId')
      .select(['s.answer', 's.skillId', 's.tickets', 'e.body', 't.skillId as shows']).where('s.answeredAt', '<', sql<Date>`${today}::date`).orderBy('s.answer').execute();
    expect(answers).toMatchObject([{ answer: 'accepted', skillId: 'account-access', shows: 'account-access' }, { answer: 'discarded', body: null }]);
    expect(answers[0]!.body).toMatch(new RegExp(`^${answers[0]!.tickets} tickets closed between .* by category: Locked account ${answers[0]!.tickets}\\.$`));
    const files = await database.db.selectFrom('evidenceFiles').select(['mediaType', 'content', sql<boolean>`sha256 = sha256(content)`.as('isWhole')]).orderBy('mediaType').execute();
    expect(files.map(({ mediaType, isWhole }) => [mediaType, isWhole])).toEqual([['application/pdf', true], ['image/png', true]]);
    expect(files.map(({ content }) => fileTypeOf(content))).toEqual(['application/pdf', 'image/png']);
  });

  test('later rows get keys of their own', async () => {
    const { personId } = await database.db.insertInto('people').values({ number: 'X1', name: 'Somebody new' }).returning('personId').executeTakeFirstOrThrow();
    expect(personId).toBeGreaterThan(118);
    await database.db.deleteFrom('people').where('personId', '=', personId).execute();
  });

  test('a second load is refused and changes nothing', async () => {
    await expect(loadDemonstration(database.db, today)).rejects.toThrow('There is an organisation here already');
    expect(await count(sql`people`)).toBe(118);
    expect(await count(sql`audit_events`)).toBe(2);
  });
});

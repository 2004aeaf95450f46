import { sql } from 'kysely';
import type { Access, Actor } from '#app/server/actor.server.ts';
import type { Call, SystemActor } from '#app/server/command.server.ts';
import type { Clock } from '#app/server/context.server.ts';
import type { Db } from '#db/handle.ts';
import { loadReference } from '#seeds/reference/load.ts';

/** The day on which tests play unless they say otherwise. */
export const testDay = '2026-11-22';

/** Somebody a test made: as a person, as an account, and signed in. */
export interface TestPerson {
  personId: number;
  accountId: number;
  name: string;
  /** `leads` is true with access 'manager'; ask `actorFor` when it has to be what the database says. */
  actor: Actor;
}

let made = 0;

/** An organisation with the starter catalogue and nobody in it: live, in UTC. */
export async function newOrganisation(db: Db, row: { name?: string; mode?: 'live' | 'demonstration'; timeZone?: string; policy?: object } = {}): Promise<void> {
  await loadReference(db);
  const { name = 'Test organisation', mode = 'live', timeZone = 'UTC', policy = {} } = row;
  await db.insertInto('organisation').values({ name, mode, timeZone, policy: JSON.stringify(policy) }).execute();
}

export interface NewPerson {
  name?: string;
  /** Who they report to, from `startedOn` on. */
  managerId?: number | null;
  /** Their confirmed, current, primary appointment; none without. */
  roleId?: string | null;
  /** First day of the appointment and of the reporting line: by default 2025-06-15. */
  startedOn?: string;
  site?: string;
  team?: string;
  access?: Access[];
}

/** A person with an account, by default in no role and reporting to nobody. */
export async function newPerson(db: Db, options: NewPerson = {}): Promise<TestPerson> {
  made += 1;
  const { name = `Person ${made}`, managerId = null, roleId = null, startedOn = '2025-06-15', access = ['staff'] } = options;
  const { personId } = await db.insertInto('people').values({ number: `T${String(made).padStart(5, '0')}`, name, email: `person${made}@test.example` })
    .returning('personId').executeTakeFirstOrThrow();
  const held: Access[] = access.includes('staff') ? access : ['staff', ...access];
  const { accountId } = await db.insertInto('accounts').values({ personId, signInName: `person${made}`, displayName: name, access: held })
    .returning('accountId').executeTakeFirstOrThrow();
  if (managerId !== null) await reportTo(db, personId, managerId, { startedOn });
  if (roleId !== null) await appoint(db, personId, { roleId, startedOn, site: options.site, team: options.team });
  return { personId, accountId, name, actor: { accountId, personId, name, access: held, leads: held.includes('manager'), sessionId: 0 } };
}

/** Puts somebody under a manager. */
export async function reportTo(db: Db, personId: number, managerId: number, dates: { startedOn?: string; endedOn?: string | null } = {}): Promise<void> {
  const { startedOn = '2025-06-15', endedOn = null } = dates;
  await db.insertInto('reportingLines').values({ personId, managerId, startedOn, endedOn }).execute();
}

/** Makes somebody the deputy of a manager for a period, by default the whole year of the test day. */
export async function nameDeputy(db: Db, managerId: number, personId: number, dates: { startedOn?: string; endedOn?: string } = {}): Promise<void> {
  const { startedOn = '2026-01-01', endedOn = '2026-12-31' } = dates;
  await db.insertInto('deputies').values({ managerId, personId, startedOn, endedOn }).execute();
}

export interface NewAppointment {
  /** A role of the catalogue; family and grade are copied from it. Or `roleName` with an `employer`. */
  roleId?: string;
  roleName?: string;
  employer?: string | null;
  /** Of a free-text role. */
  familyId?: string | null;
  startedOn?: string;
  endedOn?: string | null;
  kind?: 'primary' | 'acting' | 'secondment' | 'loan';
  status?: 'stated' | 'confirmed';
  /** Names; made when they do not exist. */
  site?: string;
  team?: string;
}

/** An appointment, by default primary, with us, confirmed and current. Answers its id. */
export async function appoint(db: Db, personId: number, options: NewAppointment): Promise<number> {
  const { roleId = null, startedOn = '2025-06-15', endedOn = null, kind = 'primary', employer = null } = options;
  const role = roleId === null ? null
    : await db.selectFrom('roles').select(['familyId', 'grade']).where('roleId', '=', roleId).executeTakeFirstOrThrow();
  const { appointmentId } = await db.insertInto('appointments').values({
    personId, kind, employer, roleId, startedOn, endedOn,
    roleName: roleId === null ? (options.roleName ?? 'Support assistant') : null,
    familyId: role?.familyId ?? options.familyId ?? null,
    grade: role?.grade ?? null,
    siteId: options.site === undefined ? null : await placeNamed(db, 'sites', options.site),
    teamId: options.team === undefined ? null : await placeNamed(db, 'teams', options.team),
    ...entered(options.status, personId, startedOn),
  }).returning('appointmentId').executeTakeFirstOrThrow();
  return appointmentId;
}

async function placeNamed(db: Db, table: 'sites' | 'teams', name: string): Promise<number> {
  const key = table === 'sites' ? 'site_id' : 'team_id';
  const { rows } = await sql<{ id: number }>`insert into ${sql.table(table)} as now (name) values (${name})
    on conflict (name) do update set name = excluded.name returning now.${sql.ref(key)} as id`.execute(db);
  return rows[0]!.id;
}

/** Time away, by default parental, confirmed and open. Answers its id. */
export async function pause(db: Db, personId: number, options: {
  kind?: 'parental' | 'sick' | 'sabbatical' | 'secondment'; startedOn: string; endedOn?: string | null; status?: 'stated' | 'confirmed';
}): Promise<number> {
  const { kind = 'parental', startedOn, endedOn = null, status } = options;
  const { pauseId } = await db.insertInto('pauses').values({ personId, kind, startedOn, endedOn, ...entered(status, personId, startedOn) })
    .returning('pauseId').executeTakeFirstOrThrow();
  return pauseId;
}

/** Education, by default a finished, confirmed bachelor's degree. Answers its id. */
export async function educate(db: Db, personId: number, options: {
  level?: 'secondary' | 'associate' | 'bachelor' | 'master'; finishedOn?: string | null; status?: 'stated' | 'confirmed';
} = {}): Promise<number> {
  const { level = 'bachelor', finishedOn = '2018-07-31', status } = options;
  const { educationId } = await db.insertInto('education').values({ personId, level, finishedOn, ...entered(status, personId, '2025-06-15') })
    .returning('educationId').executeTakeFirstOrThrow();
  return educationId;
}

/** A certificate of the catalogue, by default confirmed and without an end. Answers its id. */
export async function certify(db: Db, personId: number, certificationId: string, options: {
  issuedOn?: string; expiresOn?: string | null; status?: 'stated' | 'confirmed';
} = {}): Promise<number> {
  const { issuedOn = '2025-06-15', expiresOn = null, status } = options;
  const { personCertificationId } = await db.insertInto('personCertifications')
    .values({ personId, certificationId, issuedOn, expiresOn, ...entered(status, personId, issuedOn) })
    .returning('personCertificationId').executeTakeFirstOrThrow();
  return personCertificationId;
}

function entered(status: 'stated' | 'confirmed' = 'confirmed', personId: number, day: string) {
  const at = instantOf(day);
  return { status, enteredBy: status === 'stated' ? personId : null, enteredAt: at, confirmedAt: status === 'confirmed' ? at : null };
}

/** One rating; `at` is a day (noon UTC) or a moment. By whom matters only where a test looks. Answers its id. */
export async function rate(db: Db, personId: number, skillId: string, level: number, options: {
  source?: 'self' | 'manager' | 'peer' | 'review'; by?: number | null; at?: string | Date; note?: string | null;
} = {}): Promise<number> {
  const { source = 'self', at = '2026-05-01', note = null } = options;
  const by = options.by ?? (source === 'self' ? personId : null);
  const { ratingId } = await db.insertInto('ratings').values({ personId, skillId, level, source, ratedBy: by, ratedAt: instantOf(at), note })
    .returning('ratingId').executeTakeFirstOrThrow();
  return ratingId;
}

/** Rates all the skills of a role's essentials at the level the role asks for, self and manager: ready as far as skills go. */
export async function rateForRole(db: Db, personId: number, roleId: string, options: { source?: 'self' | 'manager'; at?: string } = {}): Promise<void> {
  const { source = 'manager', at = '2026-05-01' } = options;
  const rows = await db.selectFrom('currentRequirements').select('anyOf').where('roleId', '=', roleId).where('importance', '=', 'essential').execute();
  for (const { anyOf } of rows) {
    for (const one of anyOf as { kind: string; skill: string; level: number }[]) {
      if (one.kind === 'skill') await rate(db, personId, one.skill, one.level, { source, at });
    }
  }
}

/** A wish that stands; a later one for the same person withdraws it first. */
export async function wish(db: Db, personId: number, what: 'move' | 'stay' | 'unsure', options: { at?: string; note?: string | null } = {}): Promise<void> {
  const at = instantOf(options.at ?? '2026-05-01');
  await db.updateTable('wishes').set({ withdrawnAt: at }).where('personId', '=', personId).where('withdrawnAt', 'is', null).execute();
  await db.insertInto('wishes').values({ personId, wish: what, note: options.note ?? null, statedAt: at }).execute();
}

/** An outcome, chained to the person's last one. Answers its id. */
export async function settle(db: Db, personId: number, options: {
  outcome?: 'stay' | 'recognise' | 'develop' | 'defer' | 'promote' | 'move'; decidedOn: string; nextCheckOn: string; decidedBy: number; withdrawnOn?: string | null;
}): Promise<number> {
  const { outcome = 'stay', decidedOn, nextCheckOn, decidedBy, withdrawnOn = null } = options;
  const last = await db.selectFrom('settlements').select('settlementId').where('personId', '=', personId).orderBy('settlementId', 'desc').executeTakeFirst();
  const { settlementId } = await db.insertInto('settlements').values({
    personId, outcome, decidedOn, nextCheckOn, decidedBy, withdrawnOn, previousId: last?.settlementId ?? null,
    recordedAt: instantOf(decidedOn), reason: outcome === 'defer' ? 'A large migration ends first.' : null,
  }).returning('settlementId').executeTakeFirstOrThrow();
  return settlementId;
}

/** What the person shows recruiters; sections that are not named keep the organisation's default. */
export async function show(db: Db, personId: number, choices: Partial<Record<'skills' | 'history' | 'certificates' | 'wishes', 'hidden' | 'anonymous' | 'named'>>): Promise<void> {
  const rows = Object.entries(choices).map(([section, choice]) => ({ personId, section, choice }));
  await db.insertInto('visibilityChoices').values(rows)
    .onConflict((conflict) => conflict.columns(['personId', 'section']).doUpdateSet({ choice: (eb) => eb.ref('excluded.choice') })).execute();
}

/** The actor of an account as a sign-in would find it on that day. */
export async function actorFor(db: Db, { accountId }: { accountId: number }, today = testDay): Promise<Actor> {
  const row = await db.selectFrom('accounts').select(['personId', 'displayName', 'access'])
    .select(sql<boolean>`exists (select from reporting_line(person_id, ${today}::date))`.as('leads'))
    .where('accountId', '=', accountId).executeTakeFirstOrThrow();
  return { accountId, personId: row.personId, name: row.displayName, access: row.access as Access[], leads: row.leads, sessionId: 0 };
}

/** A clock that stands still: at noon UTC of a day, or at a moment. */
export function clockAt(at: string | Date = testDay): Clock {
  const now = instantOf(at);
  return { now: () => new Date(now), today: () => now.toISOString().slice(0, 10), dayOf: (moment) => moment.toISOString().slice(0, 10) };
}

/** The call of a command by this actor (or by a person made here) on that day. */
export function callAs<A extends Actor | SystemActor = Actor>(db: Db, actor: A, at: string | Date = testDay, key?: string): Call & { actor: A } {
  return { db, actor, clock: clockAt(at), requestId: 'test-request', key };
}

/** Noon UTC of a bare day; else the moment itself. */
function instantOf(at: string | Date): Date {
  return typeof at === 'string' && at.length === 10 ? new Date(`${at}T12:00:00Z`) : new Date(at);
}

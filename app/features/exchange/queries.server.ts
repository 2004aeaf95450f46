import { sql } from 'kysely';
import type { Day } from '#app/domain/date.ts';
import type { ReadDb } from '#db/handle.ts';
import { ratingKey, type History, type Present, type PresentAppointment, type PresentCertificate, type PresentEducation } from './present.ts';
import type { PersonRow } from './row.ts';

/**
 * What a file is compared with, in a dozen statements however many rows; histories are read of the people in the
 * file alone. No actor: only the command line and an administrator's import come here.
 */
export async function getPresent(db: ReadDb, rows: readonly PersonRow[], today: Day, changesFrom: Day): Promise<Present> {
  const people = await db.selectFrom('people')
    .select(['personId', 'number', 'name', 'email', 'version', sql<boolean>`erased_at is not null`.as('erased')]).execute();
  const inFile = new Set(rows.map(({ values }) => values.number));
  const ids = people.filter(({ number }) => inFile.has(number)).map(({ personId }) => personId);
  const idsRating = idsOfRows(rows, people);
  return {
    today,
    people,
    catalogue: await getCatalogue(db),
    lines: await db.selectFrom('reportingLines').select(['reportingLineId', 'personId', 'managerId', 'startedOn', 'endedOn'])
      .where((where) => where.or([where('endedOn', 'is', null), where('endedOn', '>=', changesFrom)])).execute(),
    teams: (await db.selectFrom('teams').select('name').execute()).map(({ name }) => name),
    sites: (await db.selectFrom('sites').select('name').execute()).map(({ name }) => name),
    histories: await getHistories(db, ids, idsRating),
  };
}

/** The people whose row brings ratings. */
function idsOfRows(rows: readonly PersonRow[], people: readonly { personId: number; number: string }[]): number[] {
  const rated = new Set(rows.filter(({ values }) => (values.ratings?.length ?? 0) > 0).map(({ values }) => values.number));
  return people.filter(({ number }) => rated.has(number)).map(({ personId }) => personId);
}

async function getCatalogue(db: ReadDb): Promise<Present['catalogue']> {
  return {
    families: await db.selectFrom('families').select(['familyId', 'name']).orderBy('position').execute(),
    roles: await db.selectFrom('roles').select(['roleId', 'name', 'aliases', 'familyId', 'grade', 'retiredOn']).orderBy('roleId').execute(),
    skills: await db.selectFrom('skills').select(['skillId', 'name']).orderBy('skillId').execute(),
    certifications: await db.selectFrom('certifications').select(['certificationId', 'name']).orderBy('certificationId').execute(),
  };
}

async function getHistories(db: ReadDb, ids: number[], idsRating: number[]): Promise<Present['histories']> {
  const histories = new Map<number, History>(ids.map((personId) => [personId, { appointments: [], education: [], certificates: [], ratings: new Map() }]));
  if (ids.length === 0) return histories;
  const alive = ['stated', 'confirmed'] as const;
  const appointments = await db.selectFrom('appointments').leftJoin('teams', 'teams.teamId', 'appointments.teamId').leftJoin('sites', 'sites.siteId', 'appointments.siteId')
    .select(['personId', 'appointmentId', 'kind', 'employer', 'roleId', 'roleName', 'startedOn', 'endedOn', 'teams.name as team', 'sites.name as site',
      'shift', 'hoursPerWeek', 'headcountLed', 'status', 'replacesId', 'version'])
    .where('status', 'in', alive).where('personId', '=', anyOf(ids)).orderBy('appointmentId').execute();
  for (const { personId, ...row } of appointments) histories.get(personId)?.appointments.push(row as PresentAppointment);
  const education = await db.selectFrom('education').select(['personId', 'educationId', 'level', 'subject', 'institution', 'finishedOn', 'status', 'replacesId', 'version'])
    .where('status', 'in', alive).where('personId', '=', anyOf(ids)).orderBy('educationId').execute();
  for (const { personId, ...row } of education) histories.get(personId)?.education.push(row as PresentEducation);
  const certificates = await db.selectFrom('personCertifications')
    .select(['personId', 'personCertificationId', 'certificationId', 'issuedOn', 'expiresOn', 'status', 'replacesId', 'version'])
    .where('certificationId', 'is not', null).where('status', 'in', alive).where('personId', '=', anyOf(ids)).orderBy('personCertificationId').execute();
  for (const { personId, ...row } of certificates) histories.get(personId)?.certificates.push(row as PresentCertificate);
  if (idsRating.length > 0) await addRatings(db, idsRating, histories);
  return histories;
}

/** A day is the organisation's: a rating late in the evening in UTC may belong to the next one. */
async function addRatings(db: ReadDb, ids: number[], histories: Present['histories']): Promise<void> {
  const ratings = await db.selectFrom('ratings').crossJoin('organisation')
    .select(['personId', 'skillId', 'source', 'level', sql<string>`(rated_at at time zone time_zone)::date`.as('ratedOn')])
    .where('source', 'in', ['self', 'manager']).where('personId', '=', anyOf(ids)).orderBy('ratedAt').orderBy('ratingId').execute();
  for (const { personId, skillId, source, level, ratedOn } of ratings) {
    histories.get(personId)?.ratings.set(ratingKey(skillId, source, ratedOn), level);
  }
}

/** One parameter, however many ids. */
function anyOf(ids: number[]): ReturnType<typeof sql<number>> {
  return sql<number>`any(${ids}::int[])`;
}

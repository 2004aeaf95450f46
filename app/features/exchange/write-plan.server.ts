import { sql, type RawBuilder } from 'kysely';
import type { Trx } from '#db/handle.ts';
import type { Plan } from './plan.ts';

/** Rows that go to the database in one statement. */
const chunk = 2000;

/** Thrown when a row is no longer as the plan found it: the whole import is compared and written afresh. */
function changedMeanwhile(): Error {
  return Object.assign(new Error('Somebody changed one of these people while the file was being compared.'), { code: '40001' });
}

/**
 * Carries a plan out, in statements of many rows. What was planned on is checked by version: a row that somebody
 * has changed since is a conflict (40001) and nothing holds. Imported entries are confirmed and were entered by nobody.
 */
export async function writePlan(trx: Trx, plan: Plan, now: Date): Promise<void> {
  await writePeople(trx, plan);
  await writeLines(trx, plan);
  await writeAppointments(trx, plan, now);
  await writeEducation(trx, plan, now);
  await writeCertificates(trx, plan, now);
  await inChunks(trx, plan.newRatings, (rows) => sql`
    insert into ratings (person_id, skill_id, level, source, rated_by, rated_at)
    select person_id, skill_id, level, source, case source when 'self' then person_id end,
      least(${now}::timestamptz, (rated_on + time '12:00') at time zone (select time_zone from organisation))
    from jsonb_to_recordset(${rows}) as r(number text, skill_id text, level int, source text, rated_on date) join people using (number)`);
}

async function writePeople(trx: Trx, plan: Plan): Promise<void> {
  await inChunks(trx, plan.newTeams.map((name) => ({ name })), (rows) => sql`
    insert into teams (name) select name from jsonb_to_recordset(${rows}) as r(name text) on conflict do nothing`);
  await inChunks(trx, plan.newSites.map((name) => ({ name })), (rows) => sql`
    insert into sites (name) select name from jsonb_to_recordset(${rows}) as r(name text) on conflict do nothing`);
  // Addresses may pass from one person to another: they are all let go of first.
  await inChunks(trx, plan.changedPeople, (rows) => sql`
    update people set email = null from jsonb_to_recordset(${rows}) as r(person_id int, email text)
    where people.person_id = r.person_id and lower(people.email) is distinct from lower(r.email)`);
  await inChunks(trx, plan.changedPeople, (rows) => sql`
    update people set name = r.name, email = r.email, version = people.version + 1
    from jsonb_to_recordset(${rows}) as r(person_id int, version int, name text, email text)
    where people.person_id = r.person_id and people.version = r.version`, changedMeanwhile);
  await inChunks(trx, plan.newPeople, (rows) => sql`
    insert into people (number, name, email) select number, name, email from jsonb_to_recordset(${rows}) as r(number text, name text, email text)`);
}

async function writeLines(trx: Trx, plan: Plan): Promise<void> {
  await inChunks(trx, plan.endedLines, (rows) => sql`
    update reporting_lines as line set ended_on = r.ended_on
    from jsonb_to_recordset(${rows}) as r(reporting_line_id int, manager_id int, ended_on date)
    where line.reporting_line_id = r.reporting_line_id and line.manager_id = r.manager_id and coalesce(line.ended_on, 'infinity') >= r.ended_on`, changedMeanwhile);
  await inChunks(trx, plan.correctedLines, (rows) => sql`
    update reporting_lines as line set manager_id = people.person_id
    from jsonb_to_recordset(${rows}) as r(reporting_line_id int, manager_id int, manager_number text) join people on people.number = r.manager_number
    where line.reporting_line_id = r.reporting_line_id and line.manager_id = r.manager_id`, changedMeanwhile);
  await inChunks(trx, plan.newLines, (rows) => sql`
    insert into reporting_lines (person_id, manager_id, started_on, ended_on)
    select person.person_id, manager.person_id, r.started_on, r.ended_on
    from jsonb_to_recordset(${rows}) as r(number text, manager_number text, started_on date, ended_on date)
    join people person on person.number = r.number join people manager on manager.number = r.manager_number`);
}

const place = sql`team text, site text, shift text, hours_per_week numeric, headcount_led int`;

async function writeAppointments(trx: Trx, { newAppointments, changedAppointments }: Plan, now: Date): Promise<void> {
  // What ends makes room first, then what was stated is confirmed, then what is new begins.
  const confirmed = changedAppointments.filter(({ confirms }) => confirms);
  const update = (rows: RawBuilder<unknown>, status: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    update appointments as a set ended_on = r.ended_on, team_id = teams.team_id, site_id = sites.site_id, shift = r.shift,
      hours_per_week = r.hours_per_week, headcount_led = r.headcount_led, version = a.version + 1${status}
    from jsonb_to_recordset(${rows}) as r(appointment_id int, version int, ended_on date, ${place})
    left join teams on teams.name = r.team left join sites on sites.name = r.site
    where a.appointment_id = r.appointment_id and a.version = r.version`;
  await replaceStated(trx, sql.table('appointments'), sql.ref('appointmentId'), confirmed);
  await inChunks(trx, changedAppointments.filter(({ confirms }) => !confirms), (rows) => update(rows, sql``), changedMeanwhile);
  await inChunks(trx, confirmed, (rows) => update(rows, confirmation(now)), changedMeanwhile);
  await inChunks(trx, newAppointments, (rows) => sql`
    insert into appointments (person_id, kind, employer, role_id, role_name, family_id, grade, started_on, ended_on, team_id, site_id, shift,
      hours_per_week, headcount_led, status, entered_at, confirmed_at)
    select person_id, 'primary', employer, role_id, role_name, family_id, grade, started_on, ended_on, team_id, site_id, shift,
      hours_per_week, headcount_led, 'confirmed', ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${rows}) as r(number text, employer text, role_id text, role_name text, family_id text, grade int, started_on date, ended_on date, ${place})
    join people using (number) left join teams on teams.name = r.team left join sites on sites.name = r.site`);
}

async function writeEducation(trx: Trx, { newEducation, changedEducation }: Plan, now: Date): Promise<void> {
  const confirmed = changedEducation.filter(({ confirms }) => confirms);
  const update = (rows: RawBuilder<unknown>, status: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    update education as e set subject = r.subject, institution = r.institution, finished_on = r.finished_on, version = e.version + 1${status}
    from jsonb_to_recordset(${rows}) as r(education_id int, version int, subject text, institution text, finished_on date)
    where e.education_id = r.education_id and e.version = r.version`;
  await replaceStated(trx, sql.table('education'), sql.ref('educationId'), confirmed);
  await inChunks(trx, changedEducation.filter(({ confirms }) => !confirms), (rows) => update(rows, sql``), changedMeanwhile);
  await inChunks(trx, confirmed, (rows) => update(rows, confirmation(now)), changedMeanwhile);
  await inChunks(trx, newEducation, (rows) => sql`
    insert into education (person_id, level, subject, institution, finished_on, status, entered_at, confirmed_at)
    select person_id, level, subject, institution, finished_on, 'confirmed', ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${rows}) as r(number text, level text, subject text, institution text, finished_on date) join people using (number)`);
}

async function writeCertificates(trx: Trx, { newCertificates, changedCertificates }: Plan, now: Date): Promise<void> {
  const confirmed = changedCertificates.filter(({ confirms }) => confirms);
  const update = (rows: RawBuilder<unknown>, status: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    update person_certifications as c set expires_on = r.expires_on, version = c.version + 1${status}
    from jsonb_to_recordset(${rows}) as r(person_certification_id int, version int, expires_on date)
    where c.person_certification_id = r.person_certification_id and c.version = r.version`;
  await replaceStated(trx, sql.table('personCertifications'), sql.ref('personCertificationId'), confirmed);
  await inChunks(trx, changedCertificates.filter(({ confirms }) => !confirms), (rows) => update(rows, sql``), changedMeanwhile);
  await inChunks(trx, confirmed, (rows) => update(rows, confirmation(now)), changedMeanwhile);
  await inChunks(trx, newCertificates, (rows) => sql`
    insert into person_certifications (person_id, certification_id, issued_on, expires_on, status, entered_at, confirmed_at)
    select person_id, certification_id, issued_on, expires_on, 'confirmed', ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${rows}) as r(number text, certification_id text, issued_on date, expires_on date) join people using (number)`);
}

function confirmation(now: Date): RawBuilder<unknown> {
  return sql`, status = 'confirmed', confirmed_at = ${now}::timestamptz, confirmed_by = null`;
}

/** What a stated correction takes the place of stays in the history, as replaced. */
async function replaceStated(trx: Trx, table: RawBuilder<unknown>, key: RawBuilder<unknown>, confirmed: readonly { replacesId: number | null }[]): Promise<void> {
  await inChunks(trx, confirmed.filter(({ replacesId }) => replacesId !== null), (rows) => sql`
    update ${table} set status = 'replaced', version = version + 1
    where status in ('confirmed', 'stated') and ${key} in (select replaces_id from jsonb_to_recordset(${rows}) as r(replaces_id int))`);
}

/** `otherwise`: what is thrown when a chunk does not write exactly its rows. */
async function inChunks<T extends object>(trx: Trx, rows: readonly T[], statement: (json: RawBuilder<unknown>) => RawBuilder<unknown>, otherwise?: () => Error): Promise<void> {
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    const result = await statement(sql`${JSON.stringify(part.map(inSnakeCase))}::jsonb`).execute(trx);
    if (otherwise && Number(result.numAffectedRows ?? 0) !== part.length) throw otherwise();
  }
}

function inSnakeCase(row: object): object {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
}

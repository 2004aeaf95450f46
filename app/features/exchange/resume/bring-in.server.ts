import { addMonths } from '#app/domain/date.ts';
import { finishFault, issueFault, periodFault, type PeriodFault } from '#app/domain/entry.ts';
import { refused, run, type Refusals, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import { dropIdleRequests } from '#app/server/idle-requests.server.ts';
import { folded } from '../nearest.ts';
import type { Catalogue } from '../present.ts';
import { getMeanings } from './catalogue.server.ts';
import { mainFault } from './fit.ts';
import type { BringIn } from './input.server.ts';
import { getRecord, type Record } from './record.server.ts';

/** How many rows of each kind came in. */
export type BroughtIn = { [Part in 'work' | 'education' | 'certificates' | 'skills' | 'languages']: number };

interface Bringing { step: SignedStep; personId: number; record: Record; meanings: Catalogue }

/**
 * Brings in what a person has ticked of their curriculum vitae, all of it or nothing: roles, education and certificates as stated, levels
 * as self ratings. Refused beside the row: what is there already, days that cannot be, an overlap of main roles with us, what the
 * catalogue does not have. Refused: nothing ticked, another file in the meantime. 404 for everybody but the person.
 */
export async function bringIn(call: SignedCall, personId: number, form: BringIn): Promise<Result<BroughtIn>> {
  return run(call, 'resume.bring-in', { personId, ...form }, async (step): Promise<BroughtIn | Refused> => {
    await holdOneself(step, personId);
    const { trx } = step;
    const record = await getRecord(trx, step.actor, step.today, personId);
    const draft = await trx.deleteFrom('resumeDrafts').where('personId', '=', personId).returning(['fileName', 'uploadedAt']).executeTakeFirst();
    if (draft?.uploadedAt.getTime() !== form.draft) return refused('This file has been thrown away, brought in or replaced in the meantime. Look at it again.');
    const bringing = { step, personId, record, meanings: await getMeanings(trx) };
    const parts = { work: takenOf(form.work), education: takenOf(form.education), certificates: takenOf(form.certificates), skills: takenOf(form.skills), languages: takenOf(form.languages) };
    if (Object.values(parts).every((rows) => rows.length === 0)) return refused('Nothing is ticked, so nothing was brought in. Tick what to bring in, or throw the file away.');
    const refusal = await addWork(bringing, parts.work) ?? await addEducation(bringing, parts.education) ?? await addCertificates(bringing, parts.certificates)
      ?? await addSkills(bringing, parts.skills) ?? await addLanguages(bringing, parts.languages);
    if (refusal) return refusal;
    step.audit({ on: personId, subject: 'resume', after: { file: draft.fileName, ...parts } });
    return Object.fromEntries(Object.entries(parts).map(([part, rows]) => [part, rows.length])) as BroughtIn;
  }, { refusals });
}

const refusals: Refusals = {
  appointments_stated_no_overlap: { reason: 'Two main roles with us cannot hold on one day. One of these overlaps with a change that waits for your manager.' },
};
const there = 'Exactly this is in your record already.';

/** The rows that are ticked, each with its place in the form. */
function takenOf<R extends { take: boolean }>(rows: readonly R[]): (Omit<R, 'take'> & { at: number })[] {
  return rows.flatMap(({ take, ...row }, at) => (take ? [{ ...row, at }] : []));
}
type Taken<Part extends keyof BroughtIn> = ReturnType<typeof takenOf<BringIn[Part][number]>>;

const faultBeside = (part: string, at: number, fault: PeriodFault, fields: { start: string; end: string }) => refused(fault.reason, `${part}[${at}].${fields[fault.at]}`);

async function addWork({ step, personId, record, meanings }: Bringing, rows: Taken<'work'>): Promise<Refused | null> {
  const fields = { start: 'startedOn', end: 'endedOn' };
  for (const { at, ours, role: roleId, employer = null, roleName = null, family = null, startedOn = '', endedOn = null } of rows) {
    const period = { startedOn, endedOn };
    const fault = periodFault(period, step.today) ?? (ours ? mainFault(record, period, step.today) : null);
    if (fault) return faultBeside('work', at, fault, fields);
    const role = ours ? meanings.roles.find((one) => one.roleId === roleId) : null;
    if (role === undefined) return refused('Please choose a role from the list.', `work[${at}].role`);
    if (family !== null && !meanings.families.some(({ familyId }) => familyId === family)) return refused('Please choose a family from the list.', `work[${at}].family`);
    const title = role?.name ?? roleName ?? '';
    const elsewhere = role ? null : employer;
    const same = record.appointments.some((held) => held.startedOn === startedOn && held.endedOn === endedOn && held.employer === elsewhere && folded(held.title) === folded(title));
    if (same) return refused(there, `work[${at}].startedOn`);
    const { appointmentId } = await step.trx.insertInto('appointments').values({
      personId, kind: 'primary', employer: elsewhere, roleId: role?.roleId ?? null, roleName: role ? null : roleName, familyId: role?.familyId ?? family, grade: role?.grade ?? null,
      startedOn, endedOn, enteredBy: personId, enteredAt: step.now,
    }).returning('appointmentId').executeTakeFirstOrThrow();
    // The next row has to fit in beside this one too.
    record.appointments.push({
      id: appointmentId, kind: 'primary', employer: elsewhere, roleId: role?.roleId ?? null, title, family: null, startedOn, endedOn, site: null, team: null, status: 'stated', replacesId: null,
    });
  }
  return null;
}

async function addEducation({ step, personId, record }: Bringing, rows: Taken<'education'>): Promise<Refused | null> {
  for (const { at, level, subject = null, institution = null, finishedOn = null } of rows) {
    const fault = finishedOn === null ? null : finishFault(finishedOn, step.today);
    if (fault) return refused(fault, `education[${at}].finishedOn`);
    const same = record.education.some((held) => held.level === level && held.subject === subject && held.institution === institution && held.finishedOn === finishedOn);
    if (same) return refused(there, `education[${at}].level`);
    await step.trx.insertInto('education').values({ personId, level: level!, subject, institution, finishedOn, enteredBy: personId, enteredAt: step.now }).execute();
    record.education.push({ level: level!, subject, institution, finishedOn, status: 'stated' });
  }
  return null;
}

/** One of the catalogue's without a last day gets the usual one. */
async function addCertificates({ step, personId, record }: Bringing, rows: Taken<'certificates'>): Promise<Refused | null> {
  for (const { at, certification = null, name = null, issuedOn = '', expiresOn: given } of rows) {
    const known = certification === null ? null
      : await step.trx.selectFrom('certifications').select(['name', 'validityMonths']).where('certificationId', '=', certification).executeTakeFirst();
    if (known === undefined) return refused('Please choose a certificate from the list.', `certificates[${at}].certification`);
    const usual = known?.validityMonths ?? null;
    const expiresOn = given ?? (usual === null ? null : addMonths(issuedOn, usual));
    const fault = issueFault({ startedOn: issuedOn, endedOn: expiresOn }, step.today);
    if (fault) return faultBeside('certificates', at, fault, { start: 'issuedOn', end: 'expiresOn' });
    const title = known?.name ?? name ?? '';
    if (record.certificates.some((held) => held.issuedOn === issuedOn && folded(held.title) === folded(title))) return refused(there, `certificates[${at}].issuedOn`);
    await step.trx.insertInto('personCertifications')
      .values({ personId, certificationId: certification, name: known ? null : name, issuedOn, expiresOn, enteredBy: personId, enteredAt: step.now }).execute();
    record.certificates.push({ certificationId: certification, title, issuer: null, issuedOn, expiresOn, countsAfterExpiry: false, status: 'stated' });
  }
  return null;
}

async function addSkills({ step, personId, meanings }: Bringing, rows: Taken<'skills'>): Promise<Refused | null> {
  const seen = new Set<string>();
  for (const { at, skill } of rows) {
    if (seen.has(skill) || !meanings.skills.some(({ skillId }) => skillId === skill)) return refused('This skill is no longer in the catalogue.', `skills[${at}].level`);
    seen.add(skill);
  }
  if (rows.length === 0) return null;
  await step.trx.insertInto('ratings').values(rows.map(({ skill, level }) => (
    { personId, skillId: skill, level: level!, source: 'self', ratedBy: personId, ratedAt: step.now, note: 'From a curriculum vitae' }))).execute();
  await dropIdleRequests(step, { person: personId, skills: [...seen] });
  return null;
}

async function addLanguages({ step, personId }: Bringing, rows: Taken<'languages'>): Promise<Refused | null> {
  for (const { language, fluency } of rows) {
    await step.trx.insertInto('personLanguages').values({ personId, language, fluency: fluency! })
      .onConflict((conflict) => conflict.columns(['personId', 'language']).doUpdateSet({ fluency: fluency! })).execute();
  }
  return null;
}

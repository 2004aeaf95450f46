import { addMonths } from '#app/domain/date.ts';
import { finishFault, issueFault, periodFault, type EntryKind, type PeriodFault } from '#app/domain/entry.ts';
import { isRetired } from '#app/domain/retirement.ts';
import { refused, type Refused, type SignedStep } from '#app/server/command.server.ts';
import type { SaveAppointment, SaveCertificate, SaveEducation, SaveForm, SavePause } from '../input.server.ts';
import type { AppointmentEntry, Entry } from '../queries/entries.server.ts';
import type { Columns } from './rows.server.ts';

/** What a form says, as it is kept. `role` is given for a main appointment with us. */
export interface Draft {
  columns: Columns;
  main: { startedOn: string; endedOn: string | null; role: string } | null;
}

/** Which kind of entry a form saves. */
export const kindOfForm: Record<SaveForm['intent'], EntryKind> = {
  'save-appointment': 'appointment', 'save-pause': 'pause', 'save-certificate': 'certificate', 'save-education': 'education',
};

/** Turns a form into what is kept, or refuses days that cannot be and names that are not in the catalogue. `old`: the entry that it changes. */
export async function draftOf(step: SignedStep, form: SaveForm, old: Entry | null): Promise<Draft | Refused> {
  switch (form.intent) {
    case 'save-appointment':
      return form.with === 'us' ? withUs(step, form, old as AppointmentEntry | null) : elsewhere(step, form);
    case 'save-pause':
      return pause(step, form);
    case 'save-certificate':
      return certificate(step, form);
    case 'save-education':
      return education(step, form);
  }
}

/** Refuses beside the field that the fault is at. */
export function refusedAt(fault: PeriodFault, fields: { start: string; end: string }): Refused {
  return refused(fault.reason, fields[fault.at]);
}

export const periodFields = { start: 'startedOn', end: 'endedOn' };

/** In a role of the catalogue; family and grade are taken from it as they are now, unless the entry had them already. */
async function withUs(step: SignedStep, form: SaveAppointment, old: AppointmentEntry | null): Promise<Draft | Refused> {
  const fault = periodFault({ startedOn: form.startedOn, endedOn: form.endedOn ?? null }, step.today);
  if (fault) return refusedAt(fault, periodFields);
  const role = await step.trx.selectFrom('roles').select(['roleId', 'name', 'familyId', 'grade', 'retiredOn']).where('roleId', '=', form.role ?? '').executeTakeFirst();
  const same = role !== undefined && old?.roleId === role.roleId;
  if (!role || (isRetired(role) && !same)) return refused('Please choose a role from the list.', 'role');
  const { familyId, grade } = same ? old : role;
  const { kind, startedOn, endedOn = null } = form;
  return {
    columns: { kind, employer: null, roleId: role.roleId, roleName: null, familyId, grade, startedOn, endedOn, ...placeOf(form) },
    main: kind === 'primary' ? { startedOn, endedOn, role: role.name } : null,
  };
}

async function elsewhere(step: SignedStep, form: SaveAppointment): Promise<Draft | Refused> {
  const { startedOn, endedOn = null, employer = null, roleName = null, family = null } = form;
  const fault = periodFault({ startedOn, endedOn }, step.today);
  if (fault) return refusedAt(fault, periodFields);
  if (family !== null && !(await step.trx.selectFrom('families').select('familyId').where('familyId', '=', family).executeTakeFirst())) {
    return refused('Please choose a family from the list.', 'family');
  }
  // Teams and sites are ours.
  const { hoursPerWeek, headcountLed } = placeOf(form);
  return {
    columns: { kind: 'primary', employer, roleId: null, roleName, familyId: family, grade: null, startedOn, endedOn, siteId: null, teamId: null, shift: null, hoursPerWeek, headcountLed },
    main: null,
  };
}

function placeOf({ site, team, shift, hoursPerWeek, headcountLed }: SaveAppointment) {
  return {
    siteId: site ?? null, teamId: team ?? null, shift: shift ?? null,
    // Kept to a tenth of an hour.
    hoursPerWeek: hoursPerWeek === undefined ? null : Math.max(0.1, Math.round(hoursPerWeek * 10) / 10), headcountLed: headcountLed ?? null,
  };
}

function pause(step: SignedStep, form: SavePause): Draft | Refused {
  const { kind, startedOn, endedOn = null } = form;
  const fault = periodFault({ startedOn, endedOn }, step.today);
  return fault ? refusedAt(fault, periodFields) : { columns: { kind, startedOn, endedOn }, main: null };
}

/** One of the catalogue's without a last day gets the usual one. */
async function certificate(step: SignedStep, form: SaveCertificate): Promise<Draft | Refused> {
  const { issuedOn, certification = null, name = null } = form;
  const known = certification === null ? null
    : await step.trx.selectFrom('certifications').select('validityMonths').where('certificationId', '=', certification).executeTakeFirst();
  if (known === undefined) return refused('Please choose a certificate from the list.', 'certification');
  const usual = known?.validityMonths ?? null;
  const expiresOn = form.expiresOn ?? (usual === null ? null : addMonths(issuedOn, usual));
  const fault = issueFault({ startedOn: issuedOn, endedOn: expiresOn }, step.today);
  if (fault) return refusedAt(fault, { start: 'issuedOn', end: 'expiresOn' });
  return { columns: { certificationId: certification, name: certification === null ? name : null, issuedOn, expiresOn }, main: null };
}

function education(step: SignedStep, form: SaveEducation): Draft | Refused {
  const { level, subject = null, institution = null, finishedOn = null } = form;
  const fault = finishedOn === null ? null : finishFault(finishedOn, step.today);
  return fault ? refused(fault, 'finishedOn') : { columns: { level, subject, institution, finishedOn }, main: null };
}

import { sql } from 'kysely';
import type { EducationLevel } from '#app/domain/education.ts';
import type { EntryKind, MainEntry } from '#app/domain/entry.ts';
import type { PauseKind } from '#app/domain/pause.ts';
import type { Shift } from '#app/domain/shift.ts';
import type { ReadDb, Trx } from '#db/handle.ts';

/** What every entry has. `replacesId`: the confirmed entry that it would take the place of. */
export interface EntryBase {
  id: number;
  status: 'stated' | 'confirmed' | 'declined';
  replacesId: number | null;
  version: number;
}

export interface AppointmentEntry extends EntryBase {
  kind: 'primary' | 'acting' | 'secondment' | 'loan';
  employer: string | null;
  roleId: string | null;
  roleName: string | null;
  /** The role's name in the catalogue, or as it was typed. */
  title: string;
  familyId: string | null;
  family: string | null;
  grade: number | null;
  startedOn: string;
  endedOn: string | null;
  siteId: number | null;
  site: string | null;
  teamId: number | null;
  team: string | null;
  shift: Shift | null;
  hoursPerWeek: number | null;
  headcountLed: number | null;
}

export interface PauseEntry extends EntryBase { kind: PauseKind; startedOn: string; endedOn: string | null }

export interface CertificateEntry extends EntryBase {
  certificationId: string | null;
  name: string | null;
  title: string;
  issuedOn: string;
  expiresOn: string | null;
  countsAfterExpiry: boolean;
}

export interface EducationEntry extends EntryBase {
  level: Exclude<EducationLevel, 'none'>;
  subject: string | null;
  institution: string | null;
  finishedOn: string | null;
}

/** A person's history, each kind latest first; what was replaced or removed is left out. */
export interface Entries {
  appointment: AppointmentEntry[];
  pause: PauseEntry[];
  certificate: CertificateEntry[];
  education: EducationEntry[];
}
export type Entry = Entries[EntryKind][number];

/** Reads everything in a person's history in one statement. Who may see what of it is the caller's to say. */
export async function entriesOf(db: ReadDb | Trx, personId: number): Promise<Entries> {
  const shown = sql`person_id = ${personId} and e.status in ('stated', 'confirmed', 'declined')`;
  const { rows: [found] } = await sql<Entries>`select
    coalesce((select jsonb_agg(jsonb_build_object('id', e.appointment_id, 'status', e.status, 'replacesId', e.replaces_id, 'version', e.version,
        'kind', e.kind, 'employer', e.employer, 'roleId', e.role_id, 'roleName', e.role_name, 'title', coalesce(r.name, e.role_name),
        'familyId', e.family_id, 'family', f.name, 'grade', e.grade, 'startedOn', e.started_on, 'endedOn', e.ended_on,
        'siteId', e.site_id, 'site', s.name, 'teamId', e.team_id, 'team', t.name, 'shift', e.shift, 'hoursPerWeek', e.hours_per_week,
        'headcountLed', e.headcount_led) order by e.started_on desc, e.appointment_id desc)
      from appointments e left join roles r on r.role_id = e.role_id left join families f on f.family_id = e.family_id
        left join sites s on s.site_id = e.site_id left join teams t on t.team_id = e.team_id where ${shown}), '[]') as appointment,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.pause_id, 'status', e.status, 'replacesId', e.replaces_id, 'version', e.version,
        'kind', e.kind, 'startedOn', e.started_on, 'endedOn', e.ended_on) order by e.started_on desc, e.pause_id desc)
      from pauses e where ${shown}), '[]') as pause,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.person_certification_id, 'status', e.status, 'replacesId', e.replaces_id, 'version', e.version,
        'certificationId', e.certification_id, 'name', e.name, 'title', coalesce(c.name, e.name), 'issuedOn', e.issued_on, 'expiresOn', e.expires_on,
        'countsAfterExpiry', coalesce(c.counts_after_expiry, false)) order by e.issued_on desc, e.person_certification_id desc)
      from person_certifications e left join certifications c on c.certification_id = e.certification_id where ${shown}), '[]') as certificate,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.education_id, 'status', e.status, 'replacesId', e.replaces_id, 'version', e.version,
        'level', e.level, 'subject', e.subject, 'institution', e.institution, 'finishedOn', e.finished_on) order by e.finished_on desc nulls first, e.education_id desc)
      from education e where ${shown}), '[]') as education`.execute(db);
  return found!;
}

/** The main appointments with us among them that are stated or confirmed: those that may not overlap. */
export function mainEntries(appointments: readonly AppointmentEntry[]): (AppointmentEntry & MainEntry)[] {
  return appointments.flatMap((one) => (one.kind === 'primary' && one.employer === null && one.status !== 'declined'
    ? [{ ...one, status: one.status, role: one.title }] : []));
}

import type { Day } from '#app/domain/date.ts';
import type { Notice } from './problem.ts';

/** The changes that would bring the database in line with a file. Rows name people by number; ids are of rows that are there already. */
export interface Plan {
  newPeople: { number: string; name: string; email: string | null }[];
  changedPeople: { personId: number; version: number; name: string; email: string | null }[];
  newTeams: string[];
  newSites: string[];
  newLines: NewLine[];
  endedLines: { reportingLineId: number; managerId: number; endedOn: Day }[];
  correctedLines: { reportingLineId: number; managerId: number; managerNumber: string }[];
  newAppointments: NewAppointment[];
  changedAppointments: ChangedAppointment[];
  newEducation: ({ number: string } & Education)[];
  changedEducation: ({ educationId: number; version: number; replacesId: number | null; confirms: boolean } & Education)[];
  newCertificates: ({ number: string } & Certificate)[];
  changedCertificates: ({ personCertificationId: number; version: number; replacesId: number | null; confirms: boolean } & Certificate)[];
  newRatings: NewRating[];
  /** What changes, in words, a person each; people of whom nothing changes are left out. */
  changes: PersonChange[];
  /** What was left as it is because it contradicts what is here. */
  notices: Notice[];
}

interface NewLine { number: string; managerNumber: string; startedOn: Day; endedOn: Day | null }

/** What an appointment holds beside role and days. Teams and sites by name. */
export interface Place {
  team: string | null;
  site: string | null;
  shift: string | null;
  hoursPerWeek: number | null;
  headcountLed: number | null;
}

interface NewAppointment extends Place {
  number: string;
  employer: string | null;
  roleId: string | null;
  roleName: string | null;
  familyId: string | null;
  grade: number | null;
  startedOn: Day;
  endedOn: Day | null;
}

/** The whole row as it is to be; `confirms` a stated one, which takes the place of `replacesId`. */
interface ChangedAppointment extends Place {
  appointmentId: number;
  version: number;
  replacesId: number | null;
  confirms: boolean;
  endedOn: Day | null;
}

export interface Education { level: string; subject: string | null; institution: string | null; finishedOn: Day | null }
export interface Certificate { certificationId: string; issuedOn: Day; expiresOn: Day | null }
interface NewRating { number: string; skillId: string; level: number; source: 'self' | 'manager'; ratedOn: Day }

export interface PersonChange {
  line: number;
  number: string;
  name: string;
  what: string[];
}

/** A plan in which nothing happens. */
export function emptyPlan(): Plan {
  return {
    newPeople: [], changedPeople: [], newTeams: [], newSites: [], newLines: [], endedLines: [], correctedLines: [],
    newAppointments: [], changedAppointments: [], newEducation: [], changedEducation: [], newCertificates: [],
    changedCertificates: [], newRatings: [], changes: [], notices: [],
  };
}

/** How many of each, by what is said of it. Nothing but zeros: the file says what is here already. */
export function countPlan(plan: Plan): Record<string, number> {
  const confirmed = (rows: readonly { confirms: boolean }[]): number => rows.filter(({ confirms }) => confirms).length;
  const changed = (rows: readonly { confirms: boolean }[]): number => rows.length - confirmed(rows);
  return {
    'new people': plan.newPeople.length,
    'changed names and addresses': plan.changedPeople.length,
    'new teams': plan.newTeams.length,
    'new sites': plan.newSites.length,
    'new reporting lines': plan.newLines.length,
    'changed reporting lines': plan.endedLines.length + plan.correctedLines.length,
    'new appointments': plan.newAppointments.length,
    'changed appointments': changed(plan.changedAppointments),
    'new education': plan.newEducation.length,
    'changed education': changed(plan.changedEducation),
    'new certificates': plan.newCertificates.length,
    'changed certificates': changed(plan.changedCertificates),
    'new ratings': plan.newRatings.length,
    'confirmed entries': confirmed(plan.changedAppointments) + confirmed(plan.changedEducation) + confirmed(plan.changedCertificates),
  };
}

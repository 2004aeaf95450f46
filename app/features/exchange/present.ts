import type { Day } from '#app/domain/date.ts';

/** What a row of the file is compared with: what is in the database. */
export interface Present {
  /** The organisation's calendar day. */
  today: Day;
  catalogue: Catalogue;
  /** Everybody, the erased too: numbers and addresses are taken whoever holds them. */
  people: PresentPerson[];
  /** Every reporting line that holds on the day of the change or later. */
  lines: PresentLine[];
  /** What is held of the people in the file, by person. */
  histories: Map<number, History>;
  teams: string[];
  sites: string[];
}

export interface Catalogue {
  families: { familyId: string; name: string }[];
  roles: { roleId: string; name: string; aliases: string[]; familyId: string; grade: number; retiredOn: Day | null }[];
  skills: { skillId: string; name: string }[];
  certifications: { certificationId: string; name: string }[];
}

export interface PresentPerson {
  personId: number;
  number: string;
  name: string;
  email: string | null;
  erased: boolean;
  version: number;
}

export interface PresentLine {
  reportingLineId: number;
  personId: number;
  managerId: number;
  startedOn: Day;
  endedOn: Day | null;
}

export interface History {
  appointments: PresentAppointment[];
  education: PresentEducation[];
  certificates: PresentCertificate[];
  /** The level by `ratingKey`. */
  ratings: Map<string, number>;
}

/** An entry that counts (`confirmed`) or that its person has stated; `replacesId`: the entry it would correct. */
interface Entry {
  status: 'stated' | 'confirmed';
  replacesId: number | null;
  version: number;
}

export interface PresentAppointment extends Entry {
  appointmentId: number;
  kind: string;
  employer: string | null;
  roleId: string | null;
  roleName: string | null;
  startedOn: Day;
  endedOn: Day | null;
  team: string | null;
  site: string | null;
  shift: string | null;
  hoursPerWeek: number | null;
  headcountLed: number | null;
}

export interface PresentEducation extends Entry {
  educationId: number;
  level: string;
  subject: string | null;
  institution: string | null;
  finishedOn: Day | null;
}

export interface PresentCertificate extends Entry {
  personCertificationId: number;
  certificationId: string;
  issuedOn: Day;
  expiresOn: Day | null;
}

/** One rating a day, skill and source: what is there already is not brought in again. */
export function ratingKey(skillId: string, source: string, day: Day): string {
  return `${skillId}|${source}|${day}`;
}

/** A person of whom nothing is held yet. */
export const noHistory: History = { appointments: [], education: [], certificates: [], ratings: new Map() };

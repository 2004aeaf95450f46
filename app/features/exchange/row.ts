import type { Day } from '#app/domain/date.ts';
import type { Shift } from '#app/domain/shift.ts';

/** The columns of a file of people, in the order in which they are documented. */
export const columnNames = [
  'number', 'name', 'email', 'manager', 'team', 'site', 'role', 'started_on', 'shift', 'hours_per_week',
  'headcount_led', 'left_on', 'earlier', 'education', 'certificates', 'ratings',
] as const;

export type ColumnName = (typeof columnNames)[number];

/** Every file has these; all others may be left out or left empty. */
export const requiredColumns = ['number', 'name'] as const satisfies readonly ColumnName[];

export const finishedLevels = ['secondary', 'associate', 'bachelor', 'master'] as const;
type FinishedLevel = (typeof finishedLevels)[number];

export const ratingSources = ['self', 'manager'] as const;
export type RatingSource = (typeof ratingSources)[number];

/** An appointment that has ended. `role` is a role of the catalogue, or free text where there is an employer. */
interface EarlierEntry { role: string; from: Day; to: Day; employer: string | null; family: string | null }
interface EducationEntry { level: FinishedLevel; subject: string | null; institution: string | null; finishedOn: Day | null }
interface CertificateEntry { certification: string; issuedOn: Day; expiresOn: Day | null }
interface RatingEntry { skill: string; level: number; source: RatingSource; ratedOn: Day }

/** What each column holds once it has been read. */
export interface ColumnValues {
  number: string;
  name: string;
  email: string;
  manager: string;
  team: string;
  site: string;
  role: string;
  started_on: Day;
  shift: Shift;
  hours_per_week: number;
  headcount_led: number;
  left_on: Day;
  earlier: EarlierEntry[];
  education: EducationEntry[];
  certificates: CertificateEntry[];
  ratings: RatingEntry[];
}

/** One row of the file. What is missing was empty, not in the file, or faulty (then it is among the problems). */
export interface PersonRow {
  line: number;
  values: Partial<ColumnValues>;
}

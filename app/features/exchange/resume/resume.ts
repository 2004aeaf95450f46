import type { Day } from '#app/domain/date.ts';
import type { LeftOut } from './left-out.ts';

/** The largest file that is read, in bytes. */
export const largestResume = 1024 * 1024;

/** A day as a file gave it: '2019' alone is the first or the last day of that year. `day` is null where the text says no day. */
export interface Dated {
  day: Day | null;
  given: string;
  exact: 'day' | 'month' | 'year' | null;
}

export interface ResumeWork { employer: string | null; position: string | null; start: Dated | null; end: Dated | null }
export interface ResumeEducation { institution: string | null; area: string | null; studyType: string | null; end: Dated | null }
export interface ResumeCertificate { name: string; issued: Dated | null; expires: Dated | null }
export interface ResumeSkill { name: string; level: string | null; keywords: string[] }
export interface ResumeLanguage { name: string; fluency: string | null }

/** A JSON Resume as far as Deskpath has a place for it. It is kept until its person has checked it. */
export interface Resume {
  work: ResumeWork[];
  education: ResumeEducation[];
  certificates: ResumeCertificate[];
  skills: ResumeSkill[];
  languages: ResumeLanguage[];
  leftOut: LeftOut[];
}

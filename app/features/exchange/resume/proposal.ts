import type { Day } from '#app/domain/date.ts';
import type { Fluency } from './words.ts';

/** A row that could be brought in. `take`: whether it is proposed; `notes`: what to know about it before deciding. */
export interface Proposed { take: boolean; known: boolean; notes: string[]; title: string }
export interface ProposedWork extends Proposed {
  /** At the organisation itself: then in a role of the catalogue. */
  ours: boolean; role: string | null; employer: string | null; roleName: string | null; startedOn: Day | null; endedOn: Day | null;
}
export interface ProposedEducation extends Proposed { level: string | null; subject: string | null; institution: string | null; finishedOn: Day | null }
export interface ProposedCertificate extends Proposed { certification: string | null; name: string; issuedOn: Day | null; expiresOn: Day | null }
export interface ProposedSkill extends Proposed { skill: string; level: number | null }
export interface ProposedLanguage extends Proposed { language: string; fluency: Fluency | null }

/** What a curriculum vitae would add to a record, row by row, and what it cannot. */
export interface Proposal {
  work: ProposedWork[];
  education: ProposedEducation[];
  certificates: ProposedCertificate[];
  skills: ProposedSkill[];
  languages: ProposedLanguage[];
  /** By the reason. */
  leftOut: { why: string; what: string[] }[];
}

/** Beside what is not brought in a second time. */
export const knownNote = 'This is in your record already.';

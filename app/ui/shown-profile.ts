import type { Choice, Section } from '#app/domain/disclosure.ts';
import type { Shift } from '#app/domain/shift.ts';

type Skills = {
  levels: { skill: string; level: number; confirmed: boolean; confirmedOn: string | null }[];
  languages: { name: string; fluency: string }[] | null;
};
type History = {
  yearsInRole: number;
  families: { name: string; years: number }[];
  posts: { role: string; employer: string | null; kind: string; startedOn: string; endedOn: string | null; site: string | null }[] | null;
};
type Certificates = {
  certificates: { name: string; issuedOn: string | null; expiresOn: string | null }[];
  education: { name: string; subject: string | null; institution: string | null; finishedOn: string | null }[];
};
type Wishes = { openToMoves: boolean; hoursPerWeek: number | null; shifts: Shift[]; noticeWeeks: number | null; sites: string[] | null };
type Place = { site: string | null; team: string | null; shift: Shift | null };

/** A profile as a recruiter sees it; a part that is null is hidden. */
export type ShownProfile = {
  label: string; isNamed: boolean; role: string | null; place: Place | null;
  skills: Skills | null; history: History | null; certificates: Certificates | null; wishes: Wishes | null;
};

type BothWays<P> = { bare: P; full: P };

/** One's own profile with every part both ways, to try out what to show. */
export type ProfileParts = {
  name: string; alias: string; role: { named: string | null; anonymous: string | null }; place: Place;
  skills: BothWays<Skills>; history: BothWays<History>; certificates: BothWays<Certificates>; wishes: BothWays<Wishes>;
};

/** The profile that a recruiter sees who was told the name: whatever is shown, in full. */
export function previewWithName(parts: ProfileParts, choice: Choice): ShownProfile | null {
  const named = (section: Section) => (choice[section] === 'hidden' ? 'hidden' as const : 'named' as const);
  return previewOf(parts, { skills: named('skills'), history: named('history'), certificates: named('certificates'), wishes: named('wishes') });
}

/** The profile that these choices make, or null when everything is hidden: one named part names the whole profile. */
export function previewOf(parts: ProfileParts, choice: Choice): ShownProfile | null {
  const chosen = [choice.skills, choice.history, choice.certificates, choice.wishes];
  if (chosen.every((one) => one === 'hidden')) return null;
  const isNamed = chosen.includes('named');
  const part = <P>(section: Section, both: BothWays<P>): P | null => (choice[section] === 'hidden' ? null : choice[section] === 'named' ? both.full : both.bare);
  return {
    label: isNamed ? parts.name : parts.alias,
    isNamed,
    role: isNamed ? parts.role.named : parts.role.anonymous,
    place: isNamed ? parts.place : null,
    skills: part('skills', parts.skills),
    history: part('history', parts.history),
    certificates: part('certificates', parts.certificates),
    wishes: part('wishes', parts.wishes),
  };
}

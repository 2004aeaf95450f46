import { wholeMonthsBetween } from '#app/domain/date.ts';
import { educationName, type Names } from '#app/domain/criterion-text.ts';
import type { Policy } from '#app/domain/policy.ts';
import { wholeYears, type RecruiterView } from '#app/domain/visibility.ts';
import type { Offer, ProfileFacts } from './facts.server.ts';
import { familyYears, roleText, shownLevel, type RecruitingCatalogue } from './shown.server.ts';

/** By what a person's parts are put into words. */
export type Wording = { catalogue: Pick<RecruitingCatalogue, 'roles'>; names: Names; today: string; policy: Policy };

type Detail = 'bare' | 'full';

const languageNames = new Intl.DisplayNames(['en-GB'], { type: 'language' });

/** The parts of a profile that a recruiter sees; null is hidden. Whatever is not shown is not in it. */
export function profileOf(facts: ProfileFacts, view: RecruiterView, wording: Wording) {
  const part = <P>(shown: RecruiterView['sections']['skills'], make: (detail: Detail) => P): P | null => (shown === 'hidden' ? null : make(shown));
  return {
    label: view.label,
    isNamed: view.isNamed,
    role: roleText(view.role, wording.catalogue, wording.names),
    place: view.showsPlace ? placeOf(facts) : null,
    skills: part(view.sections.skills, (detail) => skillsPart(facts, detail, wording)),
    history: part(view.sections.history, (detail) => historyPart(facts, detail, wording)),
    certificates: part(view.sections.certificates, (detail) => certificatesPart(facts, detail)),
    wishes: part(view.sections.wishes, (detail) => wishesPart(facts.offer, detail)),
  };
}

/** Site, team and shift, which go with the name. */
function placeOf({ site, team, shift }: Pick<ProfileFacts, 'site' | 'team' | 'shift'>) {
  return { site, team, shift };
}

/** Rated skills, highest first: the higher of claimed and confirmed. With dates and languages only in full. */
function skillsPart(facts: ProfileFacts, detail: Detail, { names }: Wording) {
  const rows = Object.entries(facts.levels).flatMap(([skill, held]) => {
    const shown = shownLevel(held, false);
    return shown ? [{ skill: names.skills[skill] ?? skill, ...shown, confirmedOn: detail === 'full' && shown.confirmed ? facts.confirmedOn[skill] ?? null : null }] : [];
  });
  return {
    levels: rows.sort((a, b) => b.level - a.level || (a.skill < b.skill ? -1 : 1)),
    languages: detail === 'full' ? facts.languages.map(({ language, fluency }) => ({ name: languageNames.of(language) ?? language, fluency })) : null,
  };
}

/** Whole years in the role and in each family; the appointments themselves only in full. */
function historyPart(facts: ProfileFacts, detail: Detail, { names, today, policy }: Wording) {
  return {
    yearsInRole: wholeYears(wholeMonthsBetween(facts.roleSince, today)),
    families: familyYears(facts, today, policy).map(({ familyId, years }) => ({ name: names.families[familyId] ?? familyId, years })),
    posts: detail === 'full' ? facts.posts : null,
  };
}

/** Certificates of the catalogue that are valid, and education; what is free text, and dates, only in full. */
function certificatesPart({ held, schools }: ProfileFacts, detail: Detail) {
  const full = detail === 'full';
  return {
    certificates: held.filter(({ certification }) => full || certification !== null)
      .map(({ name, issuedOn, expiresOn }) => ({ name, issuedOn: full ? issuedOn : null, expiresOn: full ? expiresOn : null })),
    education: full
      ? schools.map(({ level, subject, institution, finishedOn }) => ({ name: educationName(level), subject, institution, finishedOn }))
      : [...new Set(schools.map(({ level }) => educationName(level)))].map((name) => ({ name, subject: null, institution: null, finishedOn: null })),
  };
}

/** What the person offers for a move; the sites only in full. The wish to stay is never part of it. */
function wishesPart(offer: Offer | null, detail: Detail) {
  if (!offer) return { openToMoves: false, hoursPerWeek: null, shifts: [], noticeWeeks: null, sites: null };
  const { openToMoves, hoursPerWeek, shifts, noticeWeeks, sites } = offer;
  return { openToMoves, hoursPerWeek, shifts, noticeWeeks, sites: detail === 'full' ? sites : null };
}

/** Every part both ways, for the person who tries out what to show: never for a recruiter. */
export function bothWays(facts: ProfileFacts, anonymous: RecruiterView, wording: Wording) {
  const both = <P>(make: (detail: Detail) => P) => ({ bare: make('bare'), full: make('full') });
  return {
    name: facts.name,
    alias: anonymous.label,
    role: { named: roleText({ kind: 'role', roleId: facts.roleId }, wording.catalogue, wording.names), anonymous: roleText(anonymous.role, wording.catalogue, wording.names) },
    place: placeOf(facts),
    skills: both((detail) => skillsPart(facts, detail, wording)),
    history: both((detail) => historyPart(facts, detail, wording)),
    certificates: both((detail) => certificatesPart(facts, detail)),
    wishes: both((detail) => wishesPart(facts.offer, detail)),
  };
}

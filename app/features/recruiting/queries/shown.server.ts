import { countingAppointments, experienceSpans } from '#app/domain/appointment.ts';
import type { Names } from '#app/domain/criterion-text.ts';
import type { Choice, Disclosure, Section } from '#app/domain/disclosure.ts';
import { disclosures, sections } from '#app/domain/disclosure.ts';
import { experienceMonths, type Experience } from '#app/domain/experience.ts';
import type { Policy } from '#app/domain/policy.ts';
import type { Levels, SkillLevels } from '#app/domain/rating.ts';
import { readiness } from '#app/domain/readiness.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import type { Family, Role } from '#app/domain/role.ts';
import { searchLevel } from '#app/domain/search-match.ts';
import type { Level } from '#app/domain/skill.ts';
import { standingOf, type Background, type Standing } from '#app/domain/standing.ts';
import { recruiterView, wholeYears, type RecruiterView, type ShownRole, type ShownSection } from '#app/domain/visibility.ts';

/** What the pages of recruiters need of the catalogue. */
export type RecruitingCatalogue = {
  families: Family[]; roles: Role[]; skills: { id: string; name: string }[]; certifications: { id: string; name: string }[];
  requirements: RoleRequirement[]; policy: unknown;
};

/** A person as far as the decision on what to show goes. */
export type Showable = {
  name: string; roleId: string; familyId: string; grade: number; holders: number; choice: Record<Section, string>; nameGranted: boolean;
};

/** What this recruiter sees of a person; null when that is nothing. A stored choice that makes no sense counts as hidden. */
export function viewOf(person: Showable, alias: string, policy: Policy): RecruiterView | null {
  const { roleId, familyId, grade, holders, name, nameGranted } = person;
  const choice = Object.fromEntries(sections.map((section) => [
    section, disclosures.includes(person.choice[section] as Disclosure) ? person.choice[section] : 'hidden',
  ])) as Choice;
  return recruiterView({ name, alias, role: { roleId, familyId, grade, holders }, choice, nameGranted }, policy);
}

/** The role in words, or family and grade where the role alone would give the person away. */
export function roleText(role: ShownRole | null, catalogue: Pick<RecruitingCatalogue, 'roles'>, names: Names): string | null {
  if (!role) return null;
  if (role.kind === 'role') return catalogue.roles.find(({ id }) => id === role.roleId)?.name ?? 'A role no longer in the catalogue';
  return `${names.families[role.familyId] ?? role.familyId}, grade ${role.grade}`;
}

/** The level that recruiters go by, and whether a manager or a review has confirmed it. Null when there is none. */
export function shownLevel(levels: SkillLevels | undefined, confirmedOnly: boolean): { level: Level; confirmed: boolean } | null {
  const level = levels ? searchLevel(levels, confirmedOnly) : null;
  return level === null ? null : { level, confirmed: levels!.confirmed !== null && levels!.confirmed >= level };
}

/** Whole years in each family from confirmed appointments, most first. Pauses do not reduce them, nor can they be read off them. */
export function familyYears({ appointments }: Pick<Background, 'appointments'>, today: string, policy: Policy): { familyId: string; years: number }[] {
  const spans = experienceSpans(countingAppointments(appointments, 'confirmed').filter(({ startedOn }) => startedOn <= today), [], today, policy);
  const years = [...new Set(spans.map(({ familyId }) => familyId))].map((familyId) => ({ familyId, years: wholeYears(experienceMonths({ spans }, [familyId])) }));
  return years.sort((a, b) => b.years - a.years || (a.familyId < b.familyId ? -1 : 1));
}

/**
 * A person's standing made of what they show and nothing else: no levels without skills, no experience without history and only
 * whole years of it without dates, no education and certificates without that part. Only confirmed entries count, the level is the
 * confirmed one or the higher of the two, and pauses are left out, so that nobody can work them out.
 */
function shownStanding(background: Background, shown: Record<Section, ShownSection>, confirmedOnly: boolean, today: string, policy: Policy): Standing {
  const standing = standingOf({ ...background, pauses: [] }, 'confirmed', today, policy);
  return {
    levels: shown.skills === 'hidden' ? {} : shownLevels(background.levels, confirmedOnly),
    experience: shown.history === 'full' ? standing.experience : shown.history === 'bare' ? wholeYearsOf(background, today, policy) : { spans: [] },
    education: shown.certificates === 'hidden' ? 'none' : standing.education,
    certifications: shown.certificates === 'hidden' ? [] : standing.certifications,
  };
}

function shownLevels(levels: Levels, confirmedOnly: boolean): Levels {
  return Object.fromEntries(Object.entries(levels).map(([skill, held]) => [skill, { claimed: searchLevel(held, confirmedOnly), confirmed: held.confirmed }]));
}

function wholeYearsOf(background: Background, today: string, policy: Policy): Experience {
  return { spans: [], added: Object.fromEntries(familyYears(background, today, policy).map(({ familyId, years }) => [familyId, years * 12])) };
}

/** How ready somebody is for a role, judged by what they show alone. */
export function shownReadiness(
  background: Background, shown: Record<Section, ShownSection>, confirmedOnly: boolean, roleId: string,
  catalogue: Pick<RecruitingCatalogue, 'requirements'>, today: string, policy: Policy,
) {
  const standing = shownStanding(background, shown, confirmedOnly, today, policy);
  return readiness(standing, catalogue.requirements.filter(({ role }) => role === roleId), confirmedOnly ? 'confirmed' : 'claimed', policy);
}

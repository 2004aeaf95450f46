import type { EducationLevel } from './education.ts';
import { listText } from './list-text.ts';
import type { Criterion, Measured, Requirement } from './requirement.ts';
import { levelName, type Level } from './skill.ts';

/** The names behind the ids of the catalogue. */
export type Names = {
  skills: Readonly<Record<string, string>>;
  families: Readonly<Record<string, string>>;
  certifications: Readonly<Record<string, string>>;
};

type Named = readonly { id: string; name: string }[];

const degrees: Record<EducationLevel, string> = {
  none: 'No finished education',
  secondary: 'Secondary school',
  associate: 'Associate degree or vocational diploma',
  bachelor: 'Bachelor’s degree',
  master: 'Master’s degree',
};

/** The names of a catalogue's skills, families and certificates, by id. */
export function namesOf(catalogue: { skills: Named; families: Named; certifications: Named }): Names {
  const byId = (list: Named) => Object.fromEntries(list.map(({ id, name }) => [id, name]));
  return { skills: byId(catalogue.skills), families: byId(catalogue.families), certifications: byId(catalogue.certifications) };
}

/** What a level of education is called. */
export function educationName(level: EducationLevel): string {
  return degrees[level];
}

/** "Scripting and automation at 3 Independent", "24 months in Service desk", "CompTIA Network+". */
export function criterionText(criterion: Criterion, names: Names): string {
  switch (criterion.kind) {
    case 'skill':
      return `${nameOf(names.skills, criterion.skill)} at ${levelText(criterion.level)}`;
    case 'experience':
      return `${criterion.months} months in ${familiesText(criterion.families, names)}`;
    case 'education':
      return educationName(criterion.level);
    case 'certification':
      return nameOf(names.certifications, criterion.certification);
  }
}

/** A requirement in words; its alternatives are joined by "or". */
export function requirementText(requirement: Requirement, names: Names): string {
  return requirement.anyOf.map((criterion) => criterionText(criterion, names)).join(', or ');
}

/** Ways to fulfil a requirement as one would write them to a candidate: "Bachelor’s degree, or 24 months of experience in Service desk". */
export function wishText(anyOf: readonly Criterion[], names: Names): string {
  const words = anyOf.map((one) => (one.kind === 'experience' ? `${one.months} months of experience in ${familiesText(one.families, names)}` : criterionText(one, names)));
  return words.join(', or ');
}

/** What is missing of a criterion: "Scripting and automation 1 → 3", "24 months in Service desk (6 so far)". */
export function missingText(measured: Measured, names: Names): string {
  switch (measured.kind) {
    case 'skill':
      return `${nameOf(names.skills, measured.skill)} ${measured.held ?? 'not rated'} → ${measured.level}`;
    case 'experience':
      return `${criterionText(measured, names)} (${measured.held} so far)`;
    case 'education':
    case 'certification':
      return criterionText(measured, names);
  }
}

function levelText(level: Level): string {
  return `${level} ${levelName(level)}`;
}

function familiesText(families: readonly string[], names: Names): string {
  if (families.length > 1 && families.length === Object.keys(names.families).length) return 'IT support of any kind';
  const words = families.map((family) => nameOf(names.families, family));
  return listText(words, 'or');
}

function nameOf(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? names[id]! : id;
}

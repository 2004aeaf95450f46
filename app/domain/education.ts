/** Finished education, from low to high. */
export type EducationLevel = 'none' | 'secondary' | 'associate' | 'bachelor' | 'master';

/** The levels from low to high. */
export const educationLevels: readonly EducationLevel[] = ['none', 'secondary', 'associate', 'bachelor', 'master'];

/** Place in the order, 0 for none. */
export function educationRank(level: EducationLevel): number {
  return educationLevels.indexOf(level);
}

/** The higher of two levels. */
export function higherEducation(a: EducationLevel, b: EducationLevel): EducationLevel {
  return educationRank(a) >= educationRank(b) ? a : b;
}

/** The level a form or file names, or null when it names none. */
export function parseEducation(text: string): EducationLevel | null {
  const trimmed = text.trim().toLowerCase();
  return educationLevels.find((level) => level === trimmed) ?? null;
}

import { parseEducation, type EducationLevel } from '#app/domain/education.ts';
import { parseLevel, type Level } from '#app/domain/skill.ts';

const education: readonly (readonly [RegExp, Exclude<EducationLevel, 'none'>])[] = [
  [/\b(ph\.?\s?d|doctor|doctorate|dr)\b/i, 'master'],
  [/\b(master|masters|m\.?\s?sc|m\.?\s?a|m\.?\s?eng|mba|m\.?\s?phil|diplom)\b/i, 'master'],
  [/\b(bachelor|bachelors|b\.?\s?sc|b\.?\s?a|b\.?\s?eng|b\.?\s?s|undergraduate|licence|licentiate|honours)\b/i, 'bachelor'],
  [/\b(associate|associates|foundation|hnd|hnc|btec|apprenticeship|vocational|college diploma|diploma)\b/i, 'associate'],
  [/\b(secondary|high[ -]school|a[ -]?levels?|gcse|abitur|baccalaur\S*|matura|ged|school)\b/i, 'secondary'],
];

/** What a level of education is called in a curriculum vitae. */
export const studyTypes = { secondary: 'Secondary school', associate: 'Associate degree', bachelor: 'Bachelor’s degree', master: 'Master’s degree' };

/** Whether the words name a level of education and nothing more. */
export function isStudyType(text: string): boolean {
  const plain = text.trim().replace(/'/g, '’').toLowerCase();
  return parseEducation(plain) !== null || Object.values(studyTypes).some((name) => name.toLowerCase() === plain);
}

/** The level of education that a word of another tool most likely means: the highest there is for a doctorate. Null when it says nothing known. */
export function educationGuess(text: string | null): Exclude<EducationLevel, 'none'> | null {
  if (text === null) return null;
  const own = parseEducation(text);
  if (own !== null && own !== 'none') return own;
  const plain = text.replace(/[’']s\b/g, '');
  return education.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

const skill: readonly (readonly [RegExp, Level])[] = [
  [/\b(master|expert|guru|principal)\b/i, 5],
  [/\b(advanced|senior|strong|excellent|very good)\b/i, 4],
  [/\b(intermediate|competent|proficient|good|working|solid|medium|independent)\b/i, 3],
  [/\b(elementary|beginner|basic|junior|some|assisted)\b/i, 2],
  [/\b(novice|aware|awareness|learning|familiar)\b/i, 1],
];

/** The level that a word or number of another tool most likely means, to be checked by the person. Null when it says nothing known. */
export function levelGuess(text: string | null): Level | null {
  if (text === null) return null;
  return parseLevel(text) ?? parseLevel(/^([1-5])\s*(\/|out of)\s*5$/i.exec(text)?.[1] ?? '') ?? skill.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

export type Fluency = 'basic' | 'working' | 'fluent';
const fluency: readonly (readonly [RegExp, Fluency])[] = [
  [/\b(native|mother|bilingual|fluent|full|c[12])\b/i, 'fluent'],
  [/\b(working|professional|intermediate|advanced|good|conversational|b[12])\b/i, 'working'],
  [/\b(basic|beginner|elementary|limited|some|a[12])\b/i, 'basic'],
];

/** How well somebody supports in a language, from a word of another tool. "Limited working proficiency" is basic. */
export function fluencyGuess(text: string | null): Fluency | null {
  if (text === null) return null;
  if (/limited|elementary/i.test(text)) return 'basic';
  return fluency.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

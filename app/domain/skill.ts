/** How well somebody does something: 1 Aware, 2 Assisted, 3 Independent, 4 Advanced, 5 Expert. Not rated is null, which is not low. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** The levels from low to high. */
export const levels: readonly Level[] = [1, 2, 3, 4, 5];

const words: Record<Level, { name: string; meaning: string }> = {
  1: { name: 'Aware', meaning: 'knows what it is' },
  2: { name: 'Assisted', meaning: 'does it with help' },
  3: { name: 'Independent', meaning: 'does it alone' },
  4: { name: 'Advanced', meaning: 'handles the hard cases and helps others' },
  5: { name: 'Expert', meaning: 'sets how it is done' },
};

/** The word for a level; "Not rated" for none. */
export function levelName(level: Level | null): string {
  return level === null ? 'Not rated' : words[level].name;
}

/** What a level means in general; each skill has its own sentence beside it. */
export function levelMeaning(level: Level): string {
  return words[level].meaning;
}

/** Whether a value is one of the five levels: refuses 0, 6, 2.5 and text. */
export function isLevel(value: unknown): value is Level {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5;
}

/** The level a form or file gave as a number or a word, or null when it is none. */
export function parseLevel(text: string): Level | null {
  const trimmed = text.trim().toLowerCase();
  return levels.find((level) => trimmed === String(level) || trimmed === words[level].name.toLowerCase()) ?? null;
}

/** What a skill is about. */
export type SkillKind = 'behaviour' | 'knowledge' | 'process' | 'technical' | 'leadership';

/** The kinds in the order in which pages group them. */
export const skillKinds: readonly SkillKind[] = ['technical', 'process', 'behaviour', 'knowledge', 'leadership'];

/** How much somebody wants to do with a skill. */
export type Interest = 'more' | 'fine' | 'less';

import type { Names } from '#app/domain/criterion-text.ts';
import type { Criterion } from '#app/domain/requirement.ts';
import type { ReadDb } from '#db/handle.ts';

/** A skill at a level in the catalogue's own words. */
export interface Wording {
  skill: string;
  level: number;
  sentence: string;
  example: string;
}

/** The words for the skills among these criteria, each at its level; other criteria have none. */
export async function wordingsOf(db: ReadDb, criteria: readonly Criterion[], names: Names): Promise<(criterion: Criterion) => Wording | null> {
  const skills = [...new Set(criteria.flatMap((one) => (one.kind === 'skill' ? one.skill : [])))];
  const rows = skills.length === 0 ? [] : await db.selectFrom('skillLevels').select(['skillId', 'level', 'text', 'example']).where('skillId', 'in', skills).execute();
  const byLevel = new Map(rows.map((row) => [`${row.skillId}.${row.level}`, row]));
  return (criterion) => {
    if (criterion.kind !== 'skill') return null;
    const { skill, level } = criterion;
    const row = byLevel.get(`${skill}.${level}`);
    return { skill: names.skills[skill] ?? skill, level, sentence: row?.text ?? '', example: row?.example ?? '' };
  };
}

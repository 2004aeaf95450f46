import { listOf, plural } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';

/** What a manager is told after confirming what waited. */
export function confirmedNotice({ person, skills, gone }: { person: string; skills: { name: string; level: number }[]; gone: number }): string {
  const done = skills.length > 3 ? plural(skills.length, 'level', 'levels') : listOf(skills.map(({ name, level }) => `${name} at ${levelText(level)}`));
  const left = gone > 0 ? ` ${plural(gone, 'other was', 'others were')} no longer waiting.` : '';
  return `Confirmed for ${person}: ${done}.${left}`;
}

/** What a person is told after rating many skills; what that changed for a role follows. */
export function ratedNotice({ skills }: { skills: string[] }): string {
  return `Saved: ${plural(skills.length, 'skill', 'skills')} rated.`;
}

/** What a person is told after saying that several levels are still true. */
export function stillTrueNotice({ skills }: { skills: string[] }): string {
  return `Saved: you used ${skills.length > 3 ? plural(skills.length, 'skill', 'skills') : listOf(skills)} today. The confirmations stay as old as they are.`;
}

import { listOf, plural } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';

/** What a manager is told after confirming what waited. */
export function confirmedNotice({ person, skills, gone }: { person: string; skills: { name: string; level: number }[]; gone: number }): string {
  const done = skills.length > 3 ? plural(skills.length, 'level', 'levels') : listOf(skills.map(({ name, level }) => `${name} at ${levelText(level)}`));
  const left = gone > 0 ? ` ${plural(gone, 'other was', 'others were')} no longer waiting.` : '';
  return `Confirmed for ${person}: ${done}.${left}`;
}

/** What a person is told after rating many skills, with what that changed for a role. */
export function ratedNotice({ skills }: { skills: string[] }, effect: string): string {
  return `Saved: ${plural(skills.length, 'skill', 'skills')} rated. ${effect}`.trim();
}

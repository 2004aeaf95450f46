import { listOf, plural } from './format.ts';

/** What a person is told after asking about levels; `of` is null when it was the managers who were asked. */
export function askedNotice({ skills, of }: { skills: readonly string[]; of: string | null }): string {
  const what = skills.length > 3 ? plural(skills.length, 'skill', 'skills') : listOf(skills);
  return of === null ? `Asked: your manager sees that you want ${what} confirmed.` : `Asked: ${of} sees your question about ${what}.`;
}

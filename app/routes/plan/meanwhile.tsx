import { longDate } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { itemStateName, targetText } from '#app/ui/plan-words.ts';
import { useStaleValues } from '#app/ui/sent-form.ts';

/** When a form came back because the plan or the item changed under it: how it stands now, above what was typed. */
export function Meanwhile() {
  const stale = useStaleValues();
  if (!stale) return null;
  const { target, level, targetOn, title, state } = stale;
  const words = typeof target === 'string'
    ? `the open plan is for ${targetText({ target, level: typeof level === 'number' ? level : null })}${typeof targetOn === 'string' ? `, by ${longDate(targetOn)}` : ''}`
    : `“${String(title)}” is ${itemStateName(state as 'planned').toLowerCase()}`;
  return <Notice tone="close">Meanwhile: {words}. What you chose is still below; send it again if it is to hold.</Notice>;
}

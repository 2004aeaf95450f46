import { spanText } from '#app/domain/plan-item-text.ts';
import { itemKindName, type ItemKind, type ItemState } from '#app/domain/plan.ts';
import { Notice } from '#app/ui/notice.tsx';
import { itemStateName } from '#app/ui/plan-words.ts';
import { useStaleValues } from '#app/ui/sent-form.ts';

/** When a form came back because the item changed under it: how it stands now, above what was typed. */
export function Meanwhile() {
  const stale = useStaleValues();
  if (!stale) return null;
  const { title, kind, state, host } = stale;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const parts = [
    `“${String(title)}”`, itemKindName(kind as ItemKind).toLowerCase(), `it is ${itemStateName(state as ItemState).toLowerCase()}`,
    text(host) && `with ${String(host)}`, spanText(text(stale['startsOn']), text(stale['endsOn'])),
  ].filter(Boolean);
  return <Notice tone="close">Meanwhile it says: {parts.join('; ')}. What you typed is still below; send it again to put it in that place.</Notice>;
}

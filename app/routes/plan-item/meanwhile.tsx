import { spanText } from '#app/domain/plan-item-text.ts';
import { itemKindName, type ItemKind, type ItemState } from '#app/domain/plan.ts';
import type { ItemPage } from '#app/features/plans/queries/item.server.ts';
import { levelText } from '#app/ui/level.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { itemStateName } from '#app/ui/plan-words.ts';
import { useSentForm, useStaleValues } from '#app/ui/sent-form.ts';

/** When a form came back because the item changed under it: how it stands now, and what has become of what was sent. */
export function Meanwhile({ data }: { data: ItemPage }) {
  const stale = useStaleValues();
  const sent = useSentForm()?.initialValue ?? {};
  if (!stale) return null;
  const { title, kind, state, host } = stale;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const parts = [
    `“${String(title)}”`, itemKindName(kind as ItemKind).toLowerCase(), `it is ${itemStateName(state as ItemState).toLowerCase()}`,
    text(host) && `with ${String(host)}`, spanText(text(stale['startsOn']), text(stale['endsOn'])),
  ].filter(Boolean);
  return <Notice tone="close">Meanwhile it says: {parts.join('; ')}. {keptText(data, sent)}</Notice>;
}

function keptText({ item, rates }: ItemPage, sent: Record<string, unknown>): string {
  if (sent['intent'] === 'rate') return rates ? 'What you chose is still below; send it again if it is to hold.' : `You had chosen ${levelText(Number(sent['level']))}.`;
  if (sent['intent'] !== 'save') return '';
  return item?.state === 'done' ? 'What you typed is still below; it can be saved once this is open again.' : 'What you typed is still below; send it again to put it in that place.';
}

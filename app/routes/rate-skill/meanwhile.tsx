import { useActionData } from '@remix-run/react';
import { longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { interestName } from '#app/ui/skill-words.ts';
import type { action } from './route.tsx';

/** When a form came back because the rating changed under it: how it stands now, above what was typed. */
export function Meanwhile() {
  const stale = useActionData<typeof action>()?.stale;
  if (!stale) return null;
  const { level, by, note, interest, lastUsedOn } = stale;
  const parts = [
    typeof level === 'number' ? `${levelText(level)}${typeof by === 'string' ? `, said by ${by}` : ''}` : '',
    typeof note === 'string' ? `note: “${note}”` : '',
    interest === 'more' || interest === 'fine' || interest === 'less' ? `interest: ${interestName(interest)}` : '',
    typeof lastUsedOn === 'string' ? `last used on ${longDate(lastUsedOn)}` : '',
  ].filter(Boolean);
  return <Notice tone="close">Meanwhile it says: {parts.join('; ') || 'nothing any more'}. What you typed is still below.</Notice>;
}

import { Link } from '@remix-run/react';
import { Notice } from '#app/ui/notice.tsx';
import { useStaleValues } from '#app/ui/sent-form.ts';

/** When a form came back because another window had changed the same categories: what they show now, and what was chosen here. */
export function Meanwhile() {
  const stale = useStaleValues();
  if (!stale) return null;
  return (
    <Notice tone="close">
      <ul className="plain">
        {Object.entries(stale).map(([category, words]) => (
          <li key={category}>“{category}” {String(words)}. <Link to={`?category=${encodeURIComponent(category)}`}>Change it<span className="visually-hidden">: {category}</span></Link></li>
        ))}
      </ul>
    </Notice>
  );
}

import { Link } from '@remix-run/react';
import { stepsInAll } from '#app/domain/welcome.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** A first visit that is still to do, or goes on; it can wait, and then the page does not ask again. */
export function FirstVisitNotice({ done, personId }: { done: number; personId: number }) {
  const visit = `/people/${personId}/welcome`;
  return (
    <Notice tone="calm">
      {done === 0 ? 'Your first visit takes about ten minutes; then this page has something true to say.' : `Your first visit: ${done} of ${stepsInAll} steps done.`}
      <div className="cluster no-print"><Link to={visit}>{done === 0 ? 'Begin your first visit' : 'Continue'}</Link><ButtonForm intent="not-now" action={`${visit}/tenure`} link label="Not now" /></div>
    </Notice>
  );
}

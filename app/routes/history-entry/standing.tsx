import { Link } from '@remix-run/react';
import { Section } from '#app/ui/page.tsx';
import { StatusTag, Tag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** Where the entry stands, and what saving does. */
export function Standing({ data }: { data: Data }) {
  const { entry, original, correction, path, person } = data;
  return (
    <Section title={entry ? 'Where it stands' : 'What happens then'} panel>
      {entry && <p>{entry.status === 'declined' ? <Tag tone="gap" shape="triangle">Declined</Tag> : <StatusTag status={entry.status}>{original ? 'Stated correction' : undefined}</StatusTag>}</p>}
      <p>{words(data)}</p>
      {correction !== null && <p><Link to={`/people/${person.id}/history/${path}/${correction}`}>Open the correction</Link></p>}
    </Section>
  );
}

function words({ entry, own, original, correction, saves, decides, person, path }: Data): string {
  const clock = path === 'appointments' || path === 'pauses';
  if (correction !== null) return 'A correction of this entry is already waiting to be confirmed.';
  if (!own) {
    if (decides) return `${person.name} stated this${original ? ' in place of what is confirmed' : ''}. Confirm it as it is or as you change it here, or decline it.`;
    if (!saves) return 'This is confirmed.';
    return entry ? 'What you save here takes the place of what is confirmed.' : 'What you enter here is confirmed at once.';
  }
  if (!entry) return `It shows as stated until your manager confirms it. Until then it counts for your planning${clock ? ', and the clock does not change' : ''}.`;
  if (entry.status === 'confirmed') return 'This is confirmed. What you save here is a correction: it waits for your manager, and until then the clock keeps to what is confirmed.';
  if (entry.status === 'declined') return 'Your manager declined this. Change what was not right and save it, and it waits to be confirmed again.';
  return 'Your manager has not confirmed this yet: you can still change it or take it back.';
}

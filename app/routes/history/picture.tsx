import { monthYear, plural } from '#app/ui/format.ts';
import { pauseKindName, postKindName } from '#app/ui/history-words.ts';
import { Timeline } from '#app/ui/timeline.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Mark = { status: 'stated' | 'confirmed' | 'declined'; corrected: boolean };

/** A working life as bars over the years. What is corrected shows as the correction says; what was declined is left out. */
export function HistoryPicture({ data: { appointments, pauses, today, own } }: { data: Data }) {
  const drawn = (entry: Mark) => entry.status !== 'declined' && !entry.corrected;
  const posts = appointments.filter(drawn);
  if (posts.length === 0) return null;
  const stated = ({ status }: Mark) => (status === 'stated' ? ', stated' : '');
  const ours = posts.filter(({ employer }) => employer === null).length;
  const since = posts.map(({ startedOn }) => startedOn).sort()[0] ?? today;
  return (
    <Timeline
      title={own ? 'Your working life' : 'Working life'}
      summary={`Since ${monthYear(since)}: ${plural(ours, 'role', 'roles')} here${posts.length > ours ? `, ${posts.length - ours} with earlier employers` : ''}${posts.some(({ status }) => status === 'stated') ? own ? ', as you state it' : ', stated ones too' : ''}.`}
      today={today}
      spans={[
        ...posts.map((post) => ({
          label: post.employer ? `${post.title}, ${post.employer}` : post.title, from: post.startedOn, to: post.endedOn ?? post.endedBy?.on ?? null,
          kind: post.employer ? 'earlier' as const : post.kind === 'primary' ? 'role' as const : 'secondary' as const,
          note: `${post.employer ? 'Earlier employer' : post.kind === 'primary' ? 'Here' : postKindName(post.kind)}${stated(post)}`,
        })),
        ...(pauses ?? []).filter(drawn).map((pause) => ({ label: pauseKindName(pause.kind), from: pause.startedOn, to: pause.endedOn, kind: 'pause' as const, note: `Time away${stated(pause)}` })),
      ]}
    />
  );
}

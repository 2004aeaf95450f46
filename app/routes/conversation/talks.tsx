import { Link } from '@remix-run/react';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
const ended: Record<string, string> = { stay: 'Chose to stay', recognise: 'Recognised', develop: 'Working on a plan', defer: 'Put off', promote: 'Promoted', move: 'Moved' };

/** The talks held so far, newest first. */
export function Talks({ data: { talks, mine } }: { data: Data }) {
  return (
    <Section title="Talks so far">
      {talks.length === 0 ? <p className="muted">None is recorded yet.</p> : (
        <ul className="plain rows panel">
          {talks.map((talk) => (
            <li key={talk.talkId} className="row-tag">
              <p><Link to={`/talks/${talk.talkId}`}>{longDate(talk.heldOn)}</Link>, with {talk.manager}. {talk.outcome ? ended[talk.outcome] : 'No outcome'}{talk.nextCheckOn && !talk.withdrawnOn && `; asked again on ${longDate(talk.nextCheckOn)}`}{talk.withdrawnOn && `; taken back on ${longDate(talk.withdrawnOn)}`}.</p>
              {talk.acknowledgedAt ? <Tag tone="met" shape="check">Read</Tag> : <Tag tone="close" shape="ring">{mine ? 'To read' : 'Not read yet'}</Tag>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

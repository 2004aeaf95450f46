import { Link } from '@remix-run/react';
import { addDays } from '#app/domain/date.ts';
import { longDate, plural, relativeDay, tenureText } from '#app/ui/format.ts';
import { pauseKindName } from '#app/ui/history-words.ts';
import { Section } from '#app/ui/page.tsx';
import { EntryMark, OpenEntry } from './entry-mark.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Pause = NonNullable<Data['pauses']>[number];

/** Time away: with its reasons for the person and the direct manager, as a sum for the others of the line. */
export function TimeAway({ data: { pauses, away, own, enters, decides, today } }: { data: Data }) {
  const sum = [away.months > 0 ? plural(away.months, 'month', 'months') : '', away.days > 0 ? plural(away.days, 'day', 'days') : ''].filter(Boolean).join(' and ');
  return (
    <Section title="Time away" action={enters.pauses ? <Link to="pauses/new">{own ? 'Log time away' : 'Enter time away'}</Link> : undefined}>
      {pauses === null || pauses.length === 0 ? <p className="muted">{sum ? `${sum} in all.` : 'None is recorded.'}{pauses === null && ' When and why is between them and their direct manager.'}</p> : (
        <>
          <ul className="plain rows panel">
            {pauses.map((pause) => (
              <li key={pause.id} className="row-tag">
                <div>
                  <p><strong>{pauseKindName(pause.kind)}</strong></p>
                  <p>{daysOf(pause, today)}</p>
                  <OpenEntry to={`pauses/${pause.id}`} ends={pause.endedOn === null} entry={pause} may={{ enters: enters.pauses, decides: decides.pauses }} about={`${pauseKindName(pause.kind)}, from ${longDate(pause.startedOn)}`} />
                </div>
                <EntryMark entry={pause} />
              </li>
            ))}
          </ul>
          <p className="muted small mt-2">{own ? 'The dates and the reason are seen by you and your direct manager alone.' : 'The dates and the reason are seen by them and their direct manager alone.'}{sum && ` Confirmed so far: ${sum}.`}</p>
        </>
      )}
    </Section>
  );
}

function daysOf({ startedOn, endedOn }: Pause, today: string) {
  const since = startedOn > today ? relativeDay(startedOn, today) : tenureText(startedOn, addDays(endedOn !== null && endedOn < today ? endedOn : today, 1));
  return <>{longDate(startedOn)} – {endedOn ? longDate(endedOn) : 'open'} <span className="muted">· {since}</span></>;
}

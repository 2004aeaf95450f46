import { Link } from '@remix-run/react';
import { addDays } from '#app/domain/date.ts';
import { Empty } from '#app/ui/empty.tsx';
import { longDate, number, plural, tenureText } from '#app/ui/format.ts';
import { postKindName, shiftName } from '#app/ui/history-words.ts';
import { Section } from '#app/ui/page.tsx';
import { EntryMark, OpenEntry } from './entry-mark.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Post = Data['appointments'][number];

/** Roles here and with earlier employers, latest first. */
export function Appointments({ data: { appointments, enters, decides, own, today } }: { data: Data }) {
  return (
    <Section title="Roles">
      {appointments.length === 0 ? (
        <Empty kind="nothing" title="No role is recorded yet">{own ? 'Log the role you hold today, then earlier ones. What you log counts for planning at once, and for the clock when your manager confirms it.' : 'What they log, or you enter, shows here.'}</Empty>
      ) : (
        <ul className="plain rows panel">
          {appointments.map((post) => (
            <li key={post.id} className="row-tag">
              <div>
                <p><strong>{post.roleId ? <Link to={`/roles/${post.roleId}`}>{post.title}</Link> : post.title}</strong>{post.employer && <> at {post.employer}</>}{post.kind !== 'primary' && <> · {postKindName(post.kind)}</>}</p>
                <p>{longDate(post.startedOn)} – {post.endedOn ? longDate(post.endedOn) : 'today'} {lasting(post, today) && <span className="muted">· {lasting(post, today)}</span>}</p>
                {facts(post).length > 0 && <p className="muted small">{facts(post).join(' · ')}</p>}
                {post.endedBy && <p className="small">Ends on {longDate(post.endedBy.on)} once {post.endedBy.role} is confirmed.</p>}
                <OpenEntry to={`appointments/${post.id}`} ends={post.endedOn === null} entry={post} may={{ enters: enters.appointments, decides: decides.appointments }} about={`${post.title}, since ${longDate(post.startedOn)}`} />
              </div>
              <EntryMark entry={post} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function lasting({ startedOn, endedOn }: Post, today: string): string {
  if (startedOn > today) return 'begins then';
  return tenureText(startedOn, addDays(endedOn !== null && endedOn < today ? endedOn : today, 1));
}

function facts({ family, team, site, shift, hoursPerWeek, headcountLed, roleId }: Post): string[] {
  return [
    roleId === null ? (family ? `Counts as ${family}` : 'Counts for no family') : '', team ?? '', site ?? '', shift ? shiftName(shift) : '',
    hoursPerWeek === null ? '' : `${number(hoursPerWeek)} hours a week`, headcountLed ? `led ${plural(headcountLed, 'person', 'people')}` : '',
  ].filter(Boolean);
}

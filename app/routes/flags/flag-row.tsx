import { Link } from '@remix-run/react';
import { capital, longDate, plural, relativeDay, tenureText } from '#app/ui/format.ts';
import { StatusTag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Row = Awaited<ReturnType<typeof loader>>['flagged'][number];

const settledWords = {
  stay: 'Chose to stay', recognise: 'Recognised where they are', develop: 'Working on a plan', defer: 'Put off, with a reason', promote: 'Promoted', move: 'Moved',
};
const near = { ready: 'ready', close: 'close', growing: 'growing', unknown: 'readiness not known yet' };

/** One person on the list: who, since when, what they want, and how the date stands. */
export function FlagRow({ row, today }: { row: Row; today: string }) {
  const { clock, wish } = row;
  return (
    <li className="row-3">
      <h3><Link to={`/people/${row.personId}`}>{row.name}</Link></h3>
      <div>
        <p>{row.role}, {tenureText(clock.startedOn, today)}. {wishWords(wish)}</p>
        <p className="small muted">
          {row.settledBy && clock.status === 'ahead' ? `${settledWords[row.settledBy]}; asked again on ${longDate(clock.dueOn)}.` : `${capital(row.conversation)} conversation ${clock.daysUntilDue < 0 ? 'was' : 'is'} due on ${longDate(clock.dueOn)}.`}{' '}
          <Link to={`/talks/new?person=${row.personId}`}>Record a talk<span className="visually-hidden"> with {row.name}</span></Link>
        </p>
      </div>
      <StatusTag status={row.settledBy && clock.status === 'ahead' ? 'settled' : clock.status}>{statusWords(row, today)}</StatusTag>
    </li>
  );
}

function wishWords(wish: Row['wish']): string {
  if (!wish) return 'Has not said what they want next.';
  if (wish.wish === 'stay') return 'Wishes to stay.';
  if (wish.wish === 'unsure') return 'Is not sure yet.';
  return wish.towards ? `Wants to move: ${wish.towards}${wish.readiness ? `, ${near[wish.readiness]}` : ''}.` : 'Wants to move.';
}

function statusWords({ clock, settledBy }: Row, today: string): string {
  switch (clock.status) {
    case 'overdue':
    case 'due':
      return clock.daysUntilDue === 0 ? 'due today' : `${plural(-clock.daysUntilDue, 'day', 'days')} past due`;
    case 'upcoming':
      return `due ${relativeDay(clock.dueOn, today)}`;
    case 'paused':
      return 'paused';
    case 'ahead':
      return settledBy ? 'settled' : 'ahead';
  }
}

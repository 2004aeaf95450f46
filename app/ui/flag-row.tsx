import { Link } from '@remix-run/react';
import type { Wish } from '#app/domain/outcome.ts';
import type { ReadinessStatus } from '#app/domain/readiness.ts';
import type { Outcome } from '#app/domain/settlement.ts';
import type { ClockDates } from './clock-bar.tsx';
import { capital, longDate, plural, relativeDay, tenureText } from './format.ts';
import { StatusTag } from './tag.tsx';

type Row = {
  personId: number; name: string; role: string | null; conversation: string; clock: ClockDates & { daysUntilDue: number };
  settledBy: Outcome | null; wish: { wish: Wish; towards: string | null; readiness: ReadinessStatus | null } | null;
};

const settledWords = {
  stay: 'Chose to stay', recognise: 'Recognised where they are', develop: 'Working on a plan', defer: 'Put off, with a reason', promote: 'Promoted', move: 'Moved',
};
const near = { ready: 'ready', close: 'close', growing: 'growing', unknown: 'readiness not known yet' };

/** One person on a manager's list: who, since when, what they want, and how the date stands. `still`: only to look at, without its links. */
export function FlagRow({ row, today, still = false }: { row: Row; today: string; still?: boolean }) {
  const { clock, wish } = row;
  return (
    <li className="row-3">
      <h3>{still ? row.name : <Link to={`/people/${row.personId}`}>{row.name}</Link>}</h3>
      <div>
        <p>{row.role}, {tenureText(clock.startedOn, today)}. {wishWords(wish)}</p>
        <p className="small muted">
          {row.settledBy && clock.status === 'ahead' ? `${settledWords[row.settledBy]}; asked again on ${longDate(clock.dueOn)}.` : `${capital(row.conversation)} conversation ${clock.daysUntilDue < 0 ? 'was' : 'is'} due on ${longDate(clock.dueOn)}.`}{' '}
          {!still && <Link to={`/talks/new?person=${row.personId}`}>Record a talk<span className="visually-hidden"> with {row.name}</span></Link>}
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

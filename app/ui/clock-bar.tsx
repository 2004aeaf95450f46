import { daysBetween, longDate, monthsText, relativeDay, shortDate, tenureText } from './format.ts';

/** The dates of a review clock, days as `YYYY-MM-DD`. */
export type ClockDates = {
  status: 'ahead' | 'upcoming' | 'due' | 'overdue' | 'paused';
  startedOn: string;
  warnOn: string;
  dueOn: string;
  overdueOn: string;
  countedDays: number;
};

function anchorAt(percent: number): 'start' | 'middle' | 'end' {
  return percent < 40 ? 'start' : percent > 60 ? 'end' : 'middle';
}

/** Time in a role as a bar with the marks of its conversation: preparation, due day, days of grace. The sentence below says the same. */
export function ClockBar({ clock, today, name }: { clock: ClockDates; today: string; name: string }) {
  const { startedOn, warnOn, dueOn, overdueOn, status } = clock;
  const end = [overdueOn, today].sort().at(-1) ?? today;
  const span = Math.max(1, daysBetween(startedOn, end) * 1.03);
  const at = (day: string) => Math.min(100, Math.max(0, Math.round((daysBetween(startedOn, day) / span) * 1000) / 10));
  const [now, warn, due, grace] = [at(today), at(warnOn), at(dueOn), at(overdueOn)];
  const counted = monthsText(clock.countedDays / 30.44);
  return (
    <figure className="picture clock">
      <svg height="78" role="img" aria-label={`Time in role and the ${name} conversation; the sentence below says the same`}>
        <text className="strong" x={`${now}%`} y="12" textAnchor={anchorAt(now)}>today, {tenureText(startedOn, today)}</text>
        <rect className="track" x="0" y="28" width="100%" height="14" rx="6" />
        <rect className="warn" x={`${warn}%`} y="29" width={`${Math.max(0, due - warn)}%`} height="12" />
        <rect className="grace" x={`${due}%`} y="29" width={`${Math.max(0, grace - due)}%`} height="12" />
        <rect className={status === 'paused' ? 'done paused' : 'done'} x="0" y="28" width={`${now}%`} height="14" rx="6" />
        <line className="mark-warn" x1={`${warn}%`} x2={`${warn}%`} y1="24" y2="46" />
        <line className="mark-due" x1={`${due}%`} x2={`${due}%`} y1="22" y2="48" />
        <line className="mark" x1={`${now}%`} x2={`${now}%`} y1="18" y2="46" />
        {due >= 50 && <text x="0" y="64">{shortDate(startedOn).slice(-8)}</text>}
        <text x={`${due}%`} y="64" textAnchor={anchorAt(due)}>due {shortDate(dueOn)}</text>
      </svg>
      <figcaption className="muted small">
        Since {longDate(startedOn)}, {counted} counted. Time to prepare {warnOn > today ? 'begins' : 'began'} on {longDate(warnOn)}.
        The {name} conversation {dueOn >= today ? 'is' : 'was'} due on {longDate(dueOn)}, {relativeDay(dueOn, today)}.{status === 'paused' ? ' The clock stands still during the leave.' : ''}
      </figcaption>
    </figure>
  );
}

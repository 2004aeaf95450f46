import { listOf, longDate, monthsText, relativeDay } from '#app/ui/format.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** The course of the conversation, date by date, with what has been and what is to come. */
export function WhatHappens({ data: { clock, conversation, renewMonths, mine, today, roles } }: { data: Data }) {
  if (!clock) return <p>When a role with us is confirmed, its clock starts and {mine ? 'you will see' : 'this page shows'} the dates here.</p>;
  const who = mine ? 'you' : 'they';
  const date = (day: string) => <><strong>{longDate(day)}</strong> ({relativeDay(day, today)})</>;
  return (
    <ol className="stack">
      {clock.status === 'paused' && <li>Just now the clock stands still. Each day away moves the dates below by a day.</li>}
      <li>{date(clock.warnOn)}: {clock.warnOn > today ? `from then on the manager sees that the ${conversation} conversation is coming up.` : `since then the manager sees that the ${conversation} conversation is coming up.`}</li>
      <li>{date(clock.dueOn)}: it {clock.dueOn > today ? 'is' : clock.dueOn === today ? 'is today' : 'was'} due. {mine ? 'You and your manager' : 'The two of you'} talk about what {who} want next; the manager writes down how it ended, and {mine ? 'you' : 'the person'} can add to it.</li>
      <li>From {date(clock.overdueOn)} on it {clock.overdueOn > today ? 'is' : 'has been'} past due and {clock.overdueOn > today ? 'comes' : 'stands'} first on the manager’s list. That is a nudge to talk, never a verdict.</li>
      {renewMonths && <li>Whoever chooses to stay is asked again {monthsText(renewMonths)} after the talk.</li>}
      {roles.beside.length > 0 && <li>The clock follows the main role{roles.main && `, ${roles.main}`}. What {who} do beside it, {listOf(roles.beside)}, does not move it.</li>}
      <li>Time away that is confirmed moves these dates; so does nothing else but a talk or another role.</li>
    </ol>
  );
}

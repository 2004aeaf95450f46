import { longDate, monthsText } from '#app/ui/format.ts';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** The course of the conversation, date by date. */
export function WhatHappens({ data: { clock, conversation, renewMonths, mine } }: { data: Data }) {
  if (!clock) return <p>When a role with us is confirmed, its clock starts and you will see the dates here.</p>;
  const who = mine ? 'you' : 'they';
  return (
    <ol className="stack">
      <li><strong>{longDate(clock.warnOn)}:</strong> the manager sees that the {conversation} conversation is coming up.</li>
      <li><strong>{longDate(clock.dueOn)}:</strong> it is due. {mine ? 'You and your manager' : 'The two of you'} talk about what {who} want next; the manager writes down how it ended, and {mine ? 'you' : 'the person'} can add to it.</li>
      <li>From <strong>{longDate(clock.overdueOn)}</strong> on it is past due and comes first on the manager’s list.</li>
      {renewMonths && <li>Whoever chooses to stay is asked again {monthsText(renewMonths)} later.</li>}
      <li>Time away moves these dates; so does nothing else but a talk.</li>
    </ol>
  );
}

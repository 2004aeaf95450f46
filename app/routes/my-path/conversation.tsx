import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { ClockBar } from '#app/ui/clock-bar.tsx';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';

const said = { move: 'I want to move', stay: 'I choose to stay', unsure: 'I am not sure yet' };

/** When the talk about what comes next is due, and what the person has said so far. */
export function Conversation({ data: { conversation, wish, mine, person, today } }: { data: PathPage }) {
  const link = `/people/${person.id}/conversation`;
  const whose = mine ? 'Your' : `${person.name}’s`;
  return (
    <Section title={conversation ? `${whose} ${conversation.name} conversation` : mine ? 'What you want next' : `What ${person.name} wants next`} panel>
      {conversation
        ? <>
            <p>{whose} {conversation.name} conversation {conversation.clock.dueOn < today ? 'was' : 'is'} due on <strong>{longDate(conversation.clock.dueOn)}</strong>. A talk about what comes next, nothing more.</p>
            <ClockBar clock={conversation.clock} today={today} name={conversation.name} />
          </>
        : <p>No clock is running: there is no confirmed role with us today that has one.</p>}
      <p className="small">
        {wish
          ? <>{mine ? 'You said' : `${person.name} said`}: <strong>{said[wish.wish]}</strong>{wish.towards && <>, towards {wish.towards}</>}. </>
          : `${mine ? 'You have' : `${person.name} has`} not said what comes next. `}
        <Link to={link}>{mine ? (wish ? 'Change what you said' : 'Say what you want next') : 'Open the conversation'}</Link>
      </p>
    </Section>
  );
}

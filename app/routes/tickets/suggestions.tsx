import { Link } from '@remix-run/react';
import type { TicketsView } from '#app/features/tickets/queries.server.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { daysText, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { quarterText } from './quarter-words.ts';

/** What the tickets of each quarter are evidence for, to be accepted or discarded. */
export function Suggestions({ view: { suggestions, ticketsWorthAsking, span, person, today } }: { view: TicketsView }) {
  if (!span) return null;
  return (
    <Section title="What they are evidence for">
      {suggestions.length === 0
        ? <p className="muted">Nothing to suggest just now: that takes {plural(ticketsWorthAsking, 'ticket', 'tickets')} for one skill in one quarter, in categories that you put to the skill.</p>
        : (
          <ul className="plain rows panel">
            {suggestions.map(({ skill, quarterOn, tickets, firstOn, lastOn, categories, answered, accepted }) => {
              const id = `${quarterOn}-${skill.id}`;
              const button = (answer: 'accepted' | 'discarded', label: string) => (
                <ButtonForm intent="answer" id={`${answer}-${id}`} fields={{ skill: skill.id, quarterOn, tickets, answer }} label={label} about={`${skill.name}, ${quarterText(quarterOn, today)}`} />
              );
              return (
                <li key={id}>
                  <p><strong>{plural(tickets, 'ticket', 'tickets')} {quarterText(quarterOn, today)}</strong>: evidence for <Link to={`/people/${person.id}/skills/${skill.id}`}>{skill.name}</Link></p>
                  <p className="muted small">{daysText(firstOn, lastOn)}: {categories.map(({ category, tickets: count }) => `${category} ${count}`).join(', ')}.{answered !== null && ` You answered when there were ${answered}; many have come since.`}{accepted > 0 && ` ${accepted} of them are your evidence already.`}</p>
                  <div className="buttons mt-1">{button('accepted', 'Accept as evidence')}{button('discarded', 'Discard')}</div>
                </li>
              );
            })}
          </ul>
        )}
    </Section>
  );
}

import type { TicketsView } from '#app/features/tickets/queries.server.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { quarterText } from './quarter-words.ts';

/** What was accepted and discarded, each with the way to take it back. */
export function Answers({ view: { answers, today } }: { view: TicketsView }) {
  if (answers.length === 0) return null;
  return (
    <Section title="What you answered">
      <ul className="plain rows tight panel">
        {answers.map(({ skill, quarterOn, tickets, answer, evidenceId, rated }) => (
          <li key={`${quarterOn}-${skill.id}`} className="row-tag">
            <p>
              {answer === 'discarded' ? 'Discarded' : evidenceId === null ? 'Accepted, and removed since' : 'Accepted'}: {plural(tickets, 'ticket', 'tickets')} {quarterText(quarterOn, today)}, {skill.name}
              {rated && <span className="muted small"> A rating stands on it, so it stays.</span>}
            </p>
            {!rated && <ButtonForm intent="undo" id={`undo-${quarterOn}-${skill.id}`} fields={{ skill: skill.id, quarterOn }} label="Take back" about={`the answer for ${skill.name}, ${quarterText(quarterOn, today)}`} link />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

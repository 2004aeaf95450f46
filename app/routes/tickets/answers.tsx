import type { TicketsView } from '#app/features/tickets/queries.server.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { ShownOf } from '#app/ui/paging.tsx';
import { quarterText } from './quarter-words.ts';

/** What was accepted and discarded, each with the way to take it back. */
export function Answers({ view: { answers, answersInAll, today } }: { view: TicketsView }) {
  if (answers.length === 0) return null;
  return (
    <Section title="What you answered">
      <ul className="plain rows tight panel">
        {answers.map((answer) => {
          const { skill, quarterOn, kept } = answer;
          const when = quarterText(quarterOn, today);
          return (
            <li key={`${quarterOn}-${skill.id}`} className="row-tag">
              <p>{answerText(answer)} {when}, {skill.name}{kept && <span className="muted small"> A rating stands on it, so it stays.</span>}</p>
              {!kept && <ButtonForm intent="undo" id={`undo-${quarterOn}-${skill.id}`} fields={{ skill: skill.id, quarterOn }} label="Take back" about={`the answer for ${skill.name}, ${when}`} link />}
            </li>
          );
        })}
      </ul>
      <ShownOf shown={answers.length} total={answersInAll} what="answers" />
    </Section>
  );
}

/** "Accepted: 37 tickets", "Accepted: 37 of 84 tickets, the others discarded" */
function answerText({ answer, tickets, accepted }: TicketsView['answers'][number]): string {
  const all = plural(tickets, 'ticket', 'tickets');
  if (accepted >= tickets) return `Accepted: ${all}`;
  if (accepted > 0) return `Accepted: ${accepted} of ${all}, ${answer === 'discarded' ? 'the others discarded' : 'the others removed since'},`;
  return `${answer === 'discarded' ? 'Discarded' : 'Accepted, and removed since'}: ${all}`;
}

import type { AskColleagueView } from '#app/features/ratings/queries/ask-colleague.server.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { ShownOf } from '#app/ui/paging.tsx';
import { Tag } from '#app/ui/tag.tsx';

type Request = AskColleagueView['requests'][number];

/** What was asked of colleagues, and what came of it. Nothing asked, nothing shown. */
export function AskedSoFar({ requests, requestsInAll }: AskColleagueView) {
  if (requests.length === 0) return null;
  return (
    <Section title="Asked so far" panel>
      <ul className="plain rows">
        {requests.map((request) => (
          <li key={request.id} className="row-tag">
            <div>
              <p>{request.skill}, asked of {request.of} on {longDate(request.on)}</p>
              {request.message && <p className="muted small typed">“{request.message}”</p>}
              {request.reply && <p className="small typed">{request.of} writes: “{request.reply}”</p>}
            </div>
            {request.answer === null
              ? <ButtonForm intent="withdraw" id={`withdraw-${request.id}`} fields={{ request: request.id }} label="Withdraw" about={`the question about ${request.skill} to ${request.of}`} />
              : <Outcome answer={request.answer} />}
          </li>
        ))}
      </ul>
      <ShownOf first="first" shown={requests.length} total={requestsInAll} what="questions: those without an answer, then the newest" />
    </Section>
  );
}

function Outcome({ answer }: { answer: NonNullable<Request['answer']> }) {
  if (answer === 'rated') return <Tag tone="met" shape="check">Answered</Tag>;
  return <Tag>{answer === 'declined' ? 'Would rather not say' : 'Withdrawn'}</Tag>;
}

import { ButtonForm } from '#app/ui/form.tsx';
import { instantText, longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Request = Data['requests'][number];

/** Recruiters who asked for the name, newest first, with the ways to answer. */
export function NamesAskedFor({ data: { requests, answerDays } }: { data: Data }) {
  return (
    <Section title="Recruiters who asked for your name">
      {requests.length === 0 && <p className="muted">Nobody has asked. Who does waits for your answer; no answer within {answerDays} days means no.</p>}
      {requests.length > 0 && <ul className="plain rows panel">{requests.map((request) => <Asked key={request.id} request={request} />)}</ul>}
    </Section>
  );
}

function Asked({ request }: { request: Request }) {
  const { id, who, message, askedAt, answer, untilOn } = request;
  const button = (value: 'yes' | 'no', label: string) => <ButtonForm intent="answer" id={`answer-${id}-${value}`} fields={{ request: id, answer: value }} label={label} about={`to ${who}`} />;
  return (
    <li className="row-tag">
      <h3>{who}</h3>
      {answer === 'open' && <Tag tone="close" shape="ring">Waits for you</Tag>}
      {answer === 'yes' && <Tag tone="met" shape="check">You said yes</Tag>}
      {answer === 'no' && <Tag>You said no</Tag>}
      {answer === 'lapsed' && <Tag>Not answered, counts as no</Tag>}
      <p className="row-full typed">{message}</p>
      <p className="row-full muted small">Asked on {instantText(askedAt)}.{answer === 'open' && ` Without an answer by ${longDate(untilOn)} it counts as no.`}</p>
      {answer === 'open' && <div className="row-full buttons">{button('yes', 'Show my name')}{button('no', 'Keep it hidden')}</div>}
      {answer === 'yes' && <div className="row-full buttons">{button('no', 'Hide my name again')}</div>}
    </li>
  );
}

import { ButtonForm } from '#app/ui/form.tsx';
import { instantText, longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { ProfileLine, RecruiterProfile } from '#app/ui/recruiter-profile.tsx';
import { previewWithName } from '#app/ui/shown-profile.ts';
import { Tag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Request = Data['requests'][number];

/** Recruiters who asked for the name, newest first, with the ways to answer and what each of them means. */
export function NamesAskedFor({ data }: { data: Data }) {
  const { requests, answerDays, timeZone } = data;
  return (
    <Section title="Recruiters who asked for your name">
      {requests.length === 0 && <p className="muted">Nobody has asked. Who does waits for your answer; no answer within {answerDays} days means no.</p>}
      {requests.length > 0 && (
        <>
          <ul className="plain rows panel">{requests.map((request) => <Asked key={request.id} request={request} timeZone={timeZone} />)}</ul>
          <div className="muted small mt-3">
            <p><strong>Yes</strong> shows this one recruiter your name, site and team, and the parts that you show in full, with dates. What is hidden stays hidden, and you can take the name back on any day.</p>
            <p><strong>No</strong>, or no answer, leaves it at the alias. They may ask again {answerDays} days after they asked.</p>
          </div>
          {requests.some(({ answer }) => answer === 'yes') && <WithName data={data} />}
        </>
      )}
    </Section>
  );
}

/** What a yes has opened, drawn as the recruiter sees it. */
function WithName({ data: { parts, saved } }: { data: Data }) {
  const profile = parts && previewWithName(parts, saved);
  if (!profile) return null;
  return (
    <details className="mt-3">
      <summary>What recruiters see to whom you said yes</summary>
      <div className="panel">
        <p className="text-lg font-semibold">{profile.label}</p>
        <ProfileLine profile={profile} />
        <RecruiterProfile profile={profile} level={3} />
      </div>
    </details>
  );
}

function Asked({ request, timeZone }: { request: Request; timeZone: string }) {
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
      <p className="row-full muted small">Asked on {instantText(askedAt, timeZone)}.{answer === 'open' && ` Without an answer by ${longDate(untilOn)} it counts as no.`}</p>
      {answer === 'open' && <div className="row-full buttons">{button('yes', 'Show my name')}{button('no', 'Keep it hidden')}</div>}
      {answer === 'yes' && <div className="row-full buttons">{button('no', 'Hide my name again')}</div>}
    </li>
  );
}

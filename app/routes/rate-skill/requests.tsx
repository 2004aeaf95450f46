import { Link } from '@remix-run/react';
import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { TextArea } from '#app/ui/fields.tsx';
import { ButtonForm, Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { ShownOf } from '#app/ui/paging.tsx';

type Request = SkillView['requests'][number];

/** What the person asks others about this level, how far it has come, and how to ask. */
export function Requests({ own, person, skill, waiting, requests, inAll, retired }: SkillView) {
  if (retired || (!own && requests.length === 0)) return null;
  const asks = own && waiting && !requests.some(({ kind, answer }) => kind === 'confirm' && answer === null);
  return (
    <Section title={own ? 'Ask others' : `What ${person.name} asked`} panel>
      {requests.length > 0 && (
        <ul className="plain rows tight">
          {requests.map((request) => (
            <li key={request.id}>
              <p>{stateText(request, own)}</p>
              {request.message && <p className="muted small typed">“{request.message}”</p>}
              {request.reply && <p className="small typed">“{request.reply}”</p>}
              {own && request.answer === null && <ButtonForm intent="withdraw" id={`withdraw-${request.id}`} fields={{ request: request.id }} label="Withdraw" about={`what you asked ${request.of ?? 'your manager'}`} />}
            </li>
          ))}
        </ul>
      )}
      <ShownOf shown={requests.length} total={inAll.requests} what="requests" />
      {asks && (
        <Form intent="ask-confirm" className="form mt-4">
          <input type="hidden" name="skills[0]" value={skill.id} />
          <TextArea name="message" label="A message to your manager" optional rows={2} />
          <SubmitButton quiet>Ask your manager to confirm</SubmitButton>
        </Form>
      )}
      {own && <p className="mt-4"><Link to={`/people/${person.id}/ask?skill=${skill.id}`}>Ask a colleague how they see it</Link></p>}
    </Section>
  );
}

function stateText({ kind, of, by, on, answer }: Request, own: boolean): string {
  const asked = `${own ? 'you asked' : 'asked'} on ${longDate(on)}`;
  const whom = kind === 'peer' ? (of ?? 'a colleague') : own ? 'your manager' : 'the managers';
  if (answer === null) return `Waits for ${whom}; ${asked}.`;
  if (answer === 'rated') return kind === 'peer' ? `Answered by ${whom}; ${asked}.` : `Answered with a level by ${by ?? 'a manager'}; ${asked}.`;
  return kind === 'peer' ? `Rather not, says ${whom}; ${asked}.` : `Not yet, says ${by ?? 'a manager'}; ${asked}.`;
}

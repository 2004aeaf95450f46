import { CheckboxGroup } from '#app/ui/choices.tsx';
import { Form, SubmitButton } from '#app/ui/form.tsx';
import { longDate } from '#app/ui/format.ts';
import { educationLevelName, pauseKindName, postKindName } from '#app/ui/history-words.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Mark = { status: 'stated' | 'confirmed' | 'declined' };
type Option = { value: string; label: string; hint: string };

/** The stated entries for a manager to say yes or no to, one or several at once; for the person how many of the own ones wait. */
export function Waiting({ data }: { data: Data }) {
  const { own, person, decides } = data;
  if (own) return <OwnWaiting data={data} />;
  const options = optionsFor(data);
  if (options.length === 0 || !decides.appointments) return null;
  return (
    <Section title="Waiting to be confirmed" panel>
      <Form intent="decide" className="form wide" defaults={{ entries: options.length === 1 ? options.map(({ value }) => value) : [] }}>
        <CheckboxGroup name="entries" legend={`Which of these are right, as far as you know?`} hint={`${person.name} stated them. To change one before confirming it, open it below. What you decline stays with ${person.name}, to be changed and sent again.`} options={options} />
        <div className="buttons">
          <SubmitButton name="decision" value="confirm">Confirm the chosen entries</SubmitButton>
          <SubmitButton quiet name="decision" value="decline">Decline them</SubmitButton>
        </div>
      </Form>
    </Section>
  );
}

function OwnWaiting({ data: { appointments, pauses, certificates, education } }: { data: Data }) {
  const all: Mark[] = [...appointments, ...(pauses ?? []), ...certificates, ...education];
  const [waiting, declined] = [all.filter(({ status }) => status === 'stated').length, all.filter(({ status }) => status === 'declined').length];
  if (waiting + declined === 0) return null;
  const stated = waiting === 0 ? '' : `${waiting === 1 ? 'One entry waits' : `${waiting} entries wait`} for your manager to confirm. ${waiting === 1 ? 'It counts' : 'They count'} for your planning, not for the clock.`;
  const said = declined === 0 ? '' : ` ${declined === 1 ? 'One entry was' : `${declined} entries were`} declined: you can change ${declined === 1 ? 'it and send it' : 'them and send them'} again.`;
  return <Notice tone={declined > 0 ? 'close' : 'calm'}>{`${stated}${said}`.trim()}</Notice>;
}

function optionsFor({ appointments, pauses, certificates, education }: Data): Option[] {
  const waits = ({ status }: Mark) => status === 'stated';
  const period = (from: string, to: string | null, open: string) => `${longDate(from)} – ${to ? longDate(to) : open}`;
  const correction = (corrects: boolean) => (corrects ? ' In place of what is confirmed.' : '');
  return [
    ...appointments.filter(waits).map((post) => ({
      value: `appointment:${post.id}:${post.version}`,
      label: `${post.title}${post.employer ? ` at ${post.employer}` : post.kind === 'primary' ? '' : `, ${postKindName(post.kind).toLowerCase()}`}`,
      hint: `${period(post.startedOn, post.endedOn, 'today')}.${correction(post.corrects)}${post.ends.map(({ role, on }) => ` Confirming it ends ${role} on ${longDate(on)}.`).join('')}`,
    })),
    ...(pauses ?? []).filter(waits).map((pause) => ({
      value: `pause:${pause.id}:${pause.version}`, label: pauseKindName(pause.kind),
      hint: `${period(pause.startedOn, pause.endedOn, 'open')}. Confirming it moves the clock.${correction(pause.corrects)}`,
    })),
    ...certificates.filter(waits).map((one) => ({
      value: `certificate:${one.id}:${one.version}`, label: one.title,
      hint: `Issued on ${longDate(one.issuedOn)}${one.expiresOn ? `, counts until ${longDate(one.expiresOn)}` : ''}.${correction(one.corrects)}`,
    })),
    ...education.filter(waits).map((one) => ({
      value: `education:${one.id}:${one.version}`, label: `${educationLevelName(one.level)}${one.subject ? ` in ${one.subject}` : ''}`,
      hint: `${[one.institution, one.finishedOn ? `finished on ${longDate(one.finishedOn)}` : 'not finished yet'].filter(Boolean).join(', ')}.${correction(one.corrects)}`,
    })),
  ];
}

import { instantText } from '#app/ui/format.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';

type Session = { sessionId: number; browser: string; startedAt: string; seenAt: string; current: boolean };
type Props = { sessions: readonly Session[]; limits: { idleMinutes: number; absoluteMinutes: number }; timeZone: string };

/** Where the account is signed in, each with a button to end it. */
export function Sessions({ sessions, limits, timeZone }: Props) {
  const others = sessions.length > 1;
  return (
    <Section title="Where you are signed in" action={others ? <ButtonForm intent="end-others" label="End all others" /> : undefined}>
      <p className="muted">You are signed out after {duration(limits.idleMinutes)} without doing anything, and after {duration(limits.absoluteMinutes)} in any case.</p>
      <ul className="plain rows panel">
        {sessions.map((session) => (
          <li key={session.sessionId} className="row-tag">
            <div>
              <strong>{session.browser}</strong>
              <p className="muted small">Signed in on {instantText(session.startedAt, timeZone)}, last used on {instantText(session.seenAt, timeZone)}</p>
            </div>
            {session.current
              ? <Tag tone="calm" shape="dot">This one</Tag>
              : <ButtonForm intent="end-session" id={`end-${session.sessionId}`} fields={{ sessionId: session.sessionId }} label="End this one" about={`(${session.browser}, signed in on ${instantText(session.startedAt, timeZone)})`} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function duration(minutes: number): string {
  return minutes % 60 === 0 ? count(minutes / 60, 'hour') : count(minutes, 'minute');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

import { ButtonForm } from '#app/ui/form.tsx';
import { instantText, longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
const said = { move: 'I want to move', stay: 'I choose to stay', unsure: 'I am not sure yet' };

/** What the person has said so far, with the way to take it back. */
export function WishSoFar({ data: { wish, settled, mine, person, timeZone } }: { data: Data }) {
  return (
    <Section title={mine ? 'What you have said' : `What ${person.name} has said`}>
      {wish ? (
        <div className="panel stack">
          <p><strong>{said[wish.wish]}</strong>{wish.towards && <>, towards {wish.towards}</>} <span className="muted small">· {instantText(wish.statedAt, timeZone)}</span></p>
          {wish.note && <p className="typed">“{wish.note}”</p>}
          {settled && <p>Settled until {longDate(settled.nextCheckOn)}. {mine && 'You can take this back on any day; the conversation is then due at once.'}</p>}
          {mine && <ButtonForm intent="withdraw" label="Take it back" />}
        </div>
      ) : <p className="muted">Nothing yet.</p>}
    </Section>
  );
}

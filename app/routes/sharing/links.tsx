import type { SharedLink, Sharing } from '#app/features/recruiting/queries/sharing.server.ts';
import { ButtonForm } from '#app/ui/form.tsx';
import { instantText, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { partName } from './part-words.ts';

/** The links made so far, with how each stands and when it was opened. */
export function Links({ sharing: { links, endedInAll, timeZone } }: { sharing: Sharing }) {
  const ended = links.filter(({ state }) => state !== 'open').length;
  return (
    <Section title="Your links">
      {links.length === 0 && <p className="muted">You have made none yet. A link that you make is listed here with each time it was opened.</p>}
      {links.length > 0 && <ul className="plain rows panel">{links.map((link) => <OneLink key={link.id} link={link} timeZone={timeZone} />)}</ul>}
      {ended < endedInAll && <p className="muted small mt-2">Of those that have ended, the latest {ended} of {endedInAll} are listed.</p>}
    </Section>
  );
}

function OneLink({ link, timeZone }: { link: SharedLink; timeZone: string }) {
  const { id, label, sections, state, createdAt, expiresAt, stoppedAt } = link;
  const at = (moment: string) => instantText(moment, timeZone);
  const ends = state === 'stopped' && stoppedAt ? `stopped on ${at(stoppedAt)}` : `${state === 'open' ? 'opens until' : 'expired on'} ${at(expiresAt)}`;
  return (
    <li className="row-tag">
      <h3>{label}</h3>
      {state === 'open' && <Tag tone="met" shape="check">Open</Tag>}
      {state === 'expired' && <Tag shape="dot">Expired</Tag>}
      {state === 'stopped' && <Tag tone="calm" shape="pause">Stopped</Tag>}
      <p className="row-full">{sections.map(partName).join(' · ')}</p>
      <p className="row-full muted small">Made on {at(createdAt)}, {ends}.</p>
      <div className="row-full"><Uses link={link} at={at} /></div>
      {state === 'open' && <div className="row-full"><ButtonForm intent="stop" id={`stop-${id}`} fields={{ link: id }} label="Stop this link" about={`for ${label}`} /></div>}
    </li>
  );
}

function Uses({ link: { label, uses, usesInAll }, at }: { link: SharedLink; at: (moment: string) => string }) {
  if (usesInAll === 0) return <p className="small">Not opened yet.</p>;
  return (
    <details className="small">
      <summary>Opened {plural(usesInAll, 'time', 'times')}<span className="visually-hidden">, the link for {label}</span></summary>
      {usesInAll > uses.length && <p>The latest {uses.length}:</p>}
      <ul className="plain rows tight">{uses.map((moment) => <li key={moment}>{at(moment)}</li>)}</ul>
      <p className="muted">Who opened it is not known. Mail and chat programs at times open links by themselves to check them.</p>
    </details>
  );
}

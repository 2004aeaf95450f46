import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { longDate, plural } from '#app/ui/format.ts';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/page.tsx';

type Entry = PathPage['waiting']['entries'][number];

const kinds = { appointment: 'Role', pause: 'Time away', education: 'Education', certificate: 'Certificate' };

/** What waits: for the manager to confirm, for the person to read, answer or renew. Nothing waiting, nothing shown. */
export function Waiting({ data: { waiting, own, mine, person } }: { data: PathPage }) {
  const { entries, levels } = waiting;
  const talks = own?.talks ?? [];
  const names = own?.names ?? 0;
  const asked = own?.asked ?? 0;
  const renew = own?.renew ?? [];
  if (entries.length + levels + talks.length + names + asked + renew.length === 0) return null;
  const history = `/people/${person.id}/history`;
  return (
    <Section title={mine ? 'What waits' : 'Waiting to be confirmed'} panel>
      <ul className="plain rows tight">
        {talks.map((talk) => (
          <li key={talk.id}><span><Link to={`/talks/${talk.id}`}>Read the talk of {longDate(talk.heldOn)}</Link>, recorded by {talk.by}</span></li>
        ))}
        {names > 0 && (
          <li><span><Link to={`/people/${person.id}/visibility`}>{plural(names, 'recruiter asks', 'recruiters ask')} for your name</Link>; without an answer it stays hidden</span></li>
        )}
        {asked > 0 && <li><span><Link to="/asked">{plural(asked, 'question', 'questions')} from colleagues</Link> about how you see their work</span></li>}
        {renew.map(({ title, state, expiresOn }) => (
          <li key={title}><span><Link to={history}>{title}</Link> {state === 'expired' ? 'expired on' : 'may be renewed; it expires on'} {longDate(expiresOn)}</span></li>
        ))}
        {levels > 0 && (
          <li><span>{mine
            ? <><Link to={`/people/${person.id}/skills?show=waiting`}>{plural(levels, 'level', 'levels')}</Link> {levels === 1 ? 'waits' : 'wait'} for your manager to confirm</>
            : <><Link to={`/people/${person.id}/skills?show=waiting`}>Look at {plural(levels, 'level', 'levels')}</Link> claimed above what is confirmed</>}</span></li>
        )}
        {entries.map((entry, index) => (
          <li key={index}><span>{entryWords(entry)}, <Link to={history}>{mine ? 'stated, not confirmed yet' : 'look at it'}<span className="visually-hidden">: {entryWords(entry)}</span></Link></span></li>
        ))}
      </ul>
    </Section>
  );
}

function entryWords({ kind, label, correction }: Entry): string {
  return `${correction ? 'A correction: ' : ''}${label === null ? kinds[kind] : `${kinds[kind]}: ${label}`}`;
}

/** The first visit asks what recruiters may see; until then the organisation's cautious default holds. */
export function VisibilityNotice({ personId }: { personId: number }) {
  return (
    <Notice tone="calm">
      You have not chosen yet what recruiters may see of you. Until you do, the cautious setting of your organisation holds. <Link to={`/people/${personId}/visibility`}>Choose what they see</Link>
    </Notice>
  );
}

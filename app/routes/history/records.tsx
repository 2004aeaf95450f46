import { Link } from '@remix-run/react';
import { longDate, relativeDay } from '#app/ui/format.ts';
import { educationLevelName } from '#app/ui/history-words.ts';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { EntryMark, OpenEntry } from './entry-mark.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Certificate = Data['certificates'][number];

/** Certificates, latest first, with when they run out. */
export function Certificates({ data: { certificates, own, enters, decides, today } }: { data: Data }) {
  return (
    <Section title="Certificates" action={enters.certificates ? <Link to="certificates/new">Add a certificate</Link> : undefined}>
      {certificates.length === 0 ? <p className="muted">None is recorded{own ? ' yet' : ''}.</p> : (
        <ul className="plain rows panel">
          {certificates.map((one) => (
            <li key={one.id} className="row-tag">
              <div>
                <p><strong>{one.title}</strong></p>
                <p>Issued on {longDate(one.issuedOn)}{runsOut(one, today)}</p>
                <OpenEntry to={`certificates/${one.id}`} entry={one} may={{ enters: enters.certificates, decides: decides.certificates }} about={one.title} />
              </div>
              <div className="flex flex-col items-end gap-2 sm:flex-row"><Validity validity={one.validity} /><EntryMark entry={one} /></div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function runsOut({ expiresOn, validity }: Certificate, today: string): string {
  if (expiresOn === null) return '. It does not expire.';
  const when = `${longDate(expiresOn)}, ${relativeDay(expiresOn, today)}`;
  if (validity === 'expired') return `; expired on ${when}. It stopped counting the day after.`;
  if (validity === 'kept') return `; expired on ${when}. It counts all the same.`;
  return `; counts until ${when}.`;
}

function Validity({ validity }: Pick<Certificate, 'validity'>) {
  switch (validity) {
    case 'expired': return <Tag tone="gap" shape="triangle">Expired</Tag>;
    case 'expires-soon': return <Tag tone="close" shape="half">Expires soon</Tag>;
    case 'not-yet': return <Tag shape="dot">Not yet valid</Tag>;
    case 'valid': case 'kept': return <Tag tone="met" shape="check">Valid</Tag>;
  }
}

/** Schools and degrees, what goes on first. */
export function Education({ data: { education, own, enters, decides } }: { data: Data }) {
  return (
    <Section title="Education" action={enters.education ? <Link to="education/new">Add education</Link> : undefined}>
      {education.length === 0 ? <p className="muted">None is recorded{own ? ' yet' : ''}.</p> : (
        <ul className="plain rows panel">
          {education.map((one) => (
            <li key={one.id} className="row-tag">
              <div>
                <p><strong>{educationLevelName(one.level)}</strong>{one.subject && <> in {one.subject}</>}</p>
                <p>{[one.institution, one.finishedOn ? `finished on ${longDate(one.finishedOn)}` : 'not finished yet'].filter(Boolean).join(', ')}</p>
                <OpenEntry to={`education/${one.id}`} entry={one} may={{ enters: enters.education, decides: decides.education }} about={educationLevelName(one.level)} />
              </div>
              <EntryMark entry={one} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

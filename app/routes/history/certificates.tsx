import { Link } from '@remix-run/react';
import { longDate, relativeDay } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { EntryMark, OpenEntry } from './entry-mark.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Certificate = Data['certificates'][number];
type Reminder = Data['reminders'][number];

/** What has run out and what is to be renewed, what runs out first before the rest. */
export function Reminders({ data: { reminders, own, enters, today } }: { data: Data }) {
  if (reminders.length === 0) return null;
  return (
    <Section title="Certificates to renew" panel>
      <ul className="plain rows tight">
        {reminders.map((reminder) => (
          <li key={reminder.id} className="row-tag">
            <div>
              <p><strong>{reminder.title}</strong></p>
              <p>{reminderWords(reminder, today)}</p>
              {enters.certificates && reminder.state !== 'soon' && (
                <Link to={`certificates/new?renews=${reminder.id}`} className="small">{own ? 'Log the new one' : 'Enter the new one'}<span className="visually-hidden"> for {reminder.title}</span></Link>
              )}
            </div>
            <ReminderTag state={reminder.state} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function reminderWords({ state, expiresOn, renewFrom, countsOn }: Reminder, today: string): string {
  const after = countsOn ? ' For roles it goes on counting after that.' : '';
  if (state === 'expired') return `Expired on ${longDate(expiresOn)}, ${relativeDay(expiresOn, today)}. ${countsOn ? 'For roles it counts all the same.' : 'It stopped counting the day after.'}`;
  if (state === 'renew') return `Valid until ${longDate(expiresOn)}, ${relativeDay(expiresOn, today)}. It can be renewed now.${after}`;
  return `Renew from ${longDate(renewFrom)}, ${relativeDay(renewFrom, today)}; valid until ${longDate(expiresOn)}.${after}`;
}

function ReminderTag({ state }: Pick<Reminder, 'state'>) {
  switch (state) {
    case 'expired': return <Tag tone="gap" shape="triangle">Expired</Tag>;
    case 'renew': return <Tag tone="close" shape="half">Renew now</Tag>;
    case 'soon': return <Tag shape="ring">Before long</Tag>;
  }
}

/** Certificates, latest first, with when they run out, how they are renewed and what they show. */
export function Certificates({ data }: { data: Data }) {
  const { certificates, own, enters, decides, today } = data;
  return (
    <Section title="Certificates" action={enters.certificates ? <Link to="certificates/new">Add a certificate</Link> : undefined}>
      {certificates.length === 0 ? <p className="muted">None is recorded{own ? ' yet' : ''}.</p> : (
        <ul className="plain rows panel">
          {certificates.map((one) => (
            <li key={one.id} className="row-tag">
              <div>
                <p><strong>{one.title}</strong></p>
                <p>Issued on {longDate(one.issuedOn)}{runsOut(one, today)}</p>
                {one.renewal && one.expiresOn && <p className="muted small">To renew it: {one.renewal}.</p>}
                <Evidences one={one} data={data} />
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

function runsOut({ expiresOn, validity, renewFrom }: Certificate, today: string): string {
  if (expiresOn === null) return '. It does not expire.';
  const when = `${longDate(expiresOn)}, ${relativeDay(expiresOn, today)}`;
  if (validity === 'expired') return `; expired on ${when}. It stopped counting the day after.`;
  if (validity === 'kept') return `; expired on ${when}. It counts all the same.`;
  return `; counts until ${when}.${renewFrom && validity === 'valid' ? ` Renew from ${longDate(renewFrom)}.` : ''}`;
}

function Validity({ validity }: Pick<Certificate, 'validity'>) {
  switch (validity) {
    case 'expired': return <Tag tone="gap" shape="triangle">Expired</Tag>;
    case 'expires-soon': return <Tag tone="close" shape="half">Expires soon</Tag>;
    case 'not-yet': return <Tag shape="dot">Not yet valid</Tag>;
    case 'valid': case 'kept': return <Tag tone="met" shape="check">Valid</Tag>;
  }
}

/** The skills that a certificate is evidence for, beside what is claimed; it rates nothing by itself. */
function Evidences({ one: { title, evidences, validity }, data: { own, person } }: { one: Certificate; data: Data }) {
  if (evidences.length === 0 || validity === 'expired') return null;
  return (
    <details className="small">
      <summary>Evidence for {evidences.length === 1 ? 'a skill' : `${evidences.length} skills`}<span className="visually-hidden">, {title}</span></summary>
      <ul className="plain">
        {evidences.map(({ id, name, level, held }) => (
          <li key={id}>
            <Link to={`/people/${person.id}/skills/${id}`}>{name}</Link> at {level}: {held === null ? `not rated yet${own ? '; you can rate it' : ''}` : held >= level ? `${own ? 'you claim' : 'claimed at'} ${held}` : `${own ? 'you claim' : 'claimed at'} ${held}${own ? '; look at it again' : ''}`}
          </li>
        ))}
      </ul>
      <p className="muted">A certificate is evidence, not a rating: {own ? 'you rate the skill, and your manager confirms it' : 'they rate the skill, and a manager confirms it'}.</p>
    </details>
  );
}

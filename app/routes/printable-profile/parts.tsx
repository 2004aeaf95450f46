import { capital, listOf, longDate, monthYear } from '#app/ui/format.ts';
import { educationLevelName, postKindName } from '#app/ui/history-words.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';
import { kindName } from '#app/ui/skill-words.ts';
import type { loader } from './route.tsx';

type Props = { data: Awaited<ReturnType<typeof loader>> };

/** What waits for a manager says so, on paper too. */
function Stated({ status }: { status: 'stated' | 'confirmed' }) {
  return status === 'stated' ? <span className="muted"> (as stated)</span> : null;
}

/** Roles, the latest first. */
export function Experience({ data: { appointments, organisation, today } }: Props) {
  if (appointments.length === 0) return null;
  const until = (day: string | null, from: string) => (day === null ? (from > today ? '' : 'today') : monthYear(day));
  return (
    <Section title="Experience">
      <ul className="plain rows tight">
        {appointments.map(({ id, kind, employer, title, startedOn, endedOn, status }) => (
          <li key={id} className="row-3">
            <span className="muted">{monthYear(startedOn)} – {until(endedOn, startedOn)}</span>
            <span><strong>{title}</strong>, {employer ?? organisation}{kind !== 'primary' && ` (${postKindName(kind).toLowerCase()})`}<Stated status={status} /></span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Skills by kind and level, the highest levels first. */
export function Skills({ data: { skills } }: Props) {
  if (skills.length === 0) return null;
  return (
    <Section title="Skills">
      <ul className="plain rows tight">
        {skills.map(({ kind, levels }) => (
          <li key={kind} className="row-3">
            <span className="muted">{kindName(kind)}</span>
            <span>{levels.map(({ level, skills: held }) => (
              <span key={level} className="block"><strong>{levelText(level)}</strong>: {held.map(({ name, confirmed }, at) => (
                <span key={name}>{at > 0 && ', '}{name}{confirmed && <>{'\u00a0'}<span aria-hidden="true">✓</span><span className="visually-hidden">confirmed</span></>}</span>
              ))}</span>
            ))}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Certificates, the latest first. */
export function Certificates({ data: { certificates } }: Props) {
  if (certificates.length === 0) return null;
  return (
    <Section title="Certificates">
      <ul className="plain rows tight">
        {certificates.map(({ title, issuer, issuedOn, expiresOn, over, counts, status }) => (
          <li key={`${title} ${issuedOn}`} className="row-3">
            <span className="muted">{monthYear(issuedOn)}</span>
            <span><strong>{title}</strong>{issuer !== null && `, ${issuer}`}{expiresOn !== null && `, ${!over ? 'valid until' : counts ? 'counts on after' : 'expired after'} ${longDate(expiresOn)}`}<Stated status={status} /></span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Education, the latest first. */
export function Education({ data: { education } }: Props) {
  if (education.length === 0) return null;
  return (
    <Section title="Education">
      <ul className="plain rows tight">
        {education.map(({ level, subject, institution, finishedOn, status }, at) => (
          <li key={at} className="row-3">
            <span className="muted">{finishedOn === null ? 'Going on' : monthYear(finishedOn)}</span>
            <span><strong>{educationLevelName(level)}</strong>{subject !== null && `, ${subject}`}{institution !== null && `, ${institution}`}<Stated status={status} /></span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Languages to support people in. */
export function Languages({ data: { languages } }: Props) {
  if (languages.length === 0) return null;
  return <Section title="Languages"><p>{capital(listOf(languages.map(({ name, fluency }) => `${name} (${fluency})`)))}</p></Section>;
}

import type { ReactNode } from 'react';
import { CheckList } from './check-list.tsx';
import { listOf, longDate, monthYear, plural } from './format.ts';
import { shiftName, shiftsText } from './history-words.ts';
import { Level } from './level.tsx';
import { Section } from './page.tsx';
import { postKind, yearsText } from './profile-words.ts';
import type { ShownProfile } from './shown-profile.ts';

type Part<K extends keyof ShownProfile> = { part: ShownProfile[K]; level: 2 | 3 };

/** The line under the name or alias: role, place, and whole years in the role. */
export function ProfileLine({ profile: { role, place, history } }: { profile: ShownProfile }) {
  const where = [place?.site, place?.team].filter((one) => one !== null && one !== undefined && one !== '');
  const words = [role, ...where, place?.shift ? shiftName(place.shift).toLowerCase() : null, history ? `${yearsText(history.yearsInRole)} in role` : null];
  return <p className="lede">{words.filter((word) => word !== null).join(' · ')}</p>;
}

type ProfileProps = { profile: ShownProfile; level?: 2 | 3; /** Parts that are not shown are left out instead of being named. */ brief?: boolean };

/** A profile as recruiters see it, part by part; the person tries out their choices on the very same one. */
export function RecruiterProfile({ profile: { skills, history, certificates, wishes }, level = 2, brief = false }: ProfileProps) {
  const drawn = (part: object | null) => !brief || part !== null;
  return (
    <>
      {drawn(skills) && <Skills part={skills} level={level} />}
      {drawn(history) && <History part={history} level={level} />}
      {drawn(certificates) && <Certificates part={certificates} level={level} />}
      {drawn(wishes) && <Offer part={wishes} level={level} />}
    </>
  );
}

function Shell({ title, level, shown, children }: { title: string; level: 2 | 3; shown: boolean; children: ReactNode }) {
  return <Section title={title} level={level}>{shown ? children : <p className="muted">Not shown.</p>}</Section>;
}

function Skills({ part, level }: Part<'skills'>) {
  return (
    <Shell title="Skills" level={level} shown={part !== null}>
      {part?.levels.length === 0 && <p className="muted">No skill is rated yet.</p>}
      {part !== null && part.levels.length > 0 && (
        <table className="small">
          <caption>The higher of what the person says and what a manager has confirmed; ✓ means confirmed.</caption>
          <thead><tr><th scope="col">Skill</th><th scope="col">Level</th></tr></thead>
          <tbody>
            {part.levels.map((row) => (
              <tr key={row.skill}>
                <th scope="row">{row.skill}</th>
                <td className="nowrap"><Level value={row.level} confirmed={row.confirmed} />{row.confirmedOn && <span className="muted"> {monthYear(row.confirmedOn)}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {part?.languages && part.languages.length > 0 && <p className="mt-3">Languages: {listOf(part.languages.map(({ name, fluency }) => `${name} (${fluency})`))}.</p>}
    </Shell>
  );
}

function History({ part, level }: Part<'history'>) {
  return (
    <Shell title="Experience" level={level} shown={part !== null}>
      {part && (
        <div className="stack">
          <p>{part.families.length === 0 ? 'Nothing recorded yet.' : `${listOf(part.families.map(({ name, years }) => `${name}: ${yearsText(years)}`))}.`}</p>
          {part.posts && part.posts.length > 0 && (
            <ul className="plain rows tight">
              {part.posts.map((post, index) => (
                <li key={index}>
                  <strong>{post.role}{postKind(post.kind) && `, ${postKind(post.kind)}`}</strong>
                  <p className="muted small">{[post.employer ?? post.site, `${longDate(post.startedOn)} to ${post.endedOn ? longDate(post.endedOn) : 'today'}`].filter(Boolean).join(' · ')}</p>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Shell>
  );
}

function Certificates({ part, level }: Part<'certificates'>) {
  const empty = part !== null && part.certificates.length === 0 && part.education.length === 0;
  return (
    <Shell title="Certificates and education" level={level} shown={part !== null}>
      {empty && <p className="muted">Nothing recorded yet.</p>}
      {part && !empty && (
        <ul className="plain rows tight">
          {part.certificates.map((one, index) => (
            <li key={`c${index}`}><strong>{one.name}</strong>{one.issuedOn && <p className="muted small">since {longDate(one.issuedOn)}{one.expiresOn && `, valid until ${longDate(one.expiresOn)}`}</p>}</li>
          ))}
          {part.education.map((one, index) => (
            <li key={`e${index}`}><strong>{one.name}</strong>{(one.subject ?? one.institution ?? one.finishedOn) && <p className="muted small">{[one.subject, one.institution, one.finishedOn && longDate(one.finishedOn)].filter(Boolean).join(' · ')}</p>}</li>
          ))}
        </ul>
      )}
    </Shell>
  );
}

function Offer({ part, level }: Part<'wishes'>) {
  if (part === null) return <Shell title="Open to moves" level={level} shown={false}>{null}</Shell>;
  const rows = [
    { term: 'Open to moves', detail: part.openToMoves ? 'Yes' : 'Not said' },
    ...(part.hoursPerWeek === null ? [] : [{ term: 'Hours a week', detail: String(part.hoursPerWeek) }]),
    ...(part.shifts.length === 0 ? [] : [{ term: 'Shifts', detail: shiftsText(part.shifts) }]),
    ...(part.noticeWeeks === null ? [] : [{ term: 'Notice', detail: plural(part.noticeWeeks, 'week', 'weeks') }]),
    ...(part.sites && part.sites.length > 0 ? [{ term: 'Sites', detail: listOf(part.sites) }] : []),
  ];
  return <Shell title="Open to moves" level={level} shown><CheckList rows={rows} /></Shell>;
}

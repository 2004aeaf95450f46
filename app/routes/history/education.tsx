import { Link } from '@remix-run/react';
import { longDate } from '#app/ui/format.ts';
import { educationLevelName } from '#app/ui/history-words.ts';
import { Section } from '#app/ui/page.tsx';
import { EntryMark, OpenEntry } from './entry-mark.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;
type Course = Data['education'][number];

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
                <p className="muted small">{countsFor(one)}</p>
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

function countsFor({ counts, level }: Course): string {
  switch (counts) {
    case 'highest': return `Counts for roles that ask for ${educationLevelName(level)}${level === 'secondary' ? '' : ' or less'}.`;
    case 'below': return 'Roles look at the highest finished education alone, which is another one.';
    case 'once-finished': return 'Counts for roles once it is finished.';
    case 'not': return 'Does not count for roles as it stands.';
  }
}

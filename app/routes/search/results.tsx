import { Link } from '@remix-run/react';
import { monthYear, plural } from '#app/ui/format.ts';
import { Level } from '#app/ui/level.tsx';
import { yearsText } from '#app/ui/profile-words.ts';
import { StatusTag } from '#app/ui/tag.tsx';
import type { SearchData } from './address.ts';

type Person = SearchData['people'][number];

/** The people on this page, each as they let themselves be seen. */
export function Results({ people, target }: Pick<SearchData, 'people' | 'target'>) {
  return <ul className="plain rows panel">{people.map((person) => <Result key={person.code} person={person} target={target} />)}</ul>;
}

function Result({ person, target }: { person: Person; target: SearchData['target'] }) {
  const { code, label, isNamed, role, site, years, openToMoves, levels, readiness } = person;
  const about = [[role, site].filter(Boolean).join(', '), years === null ? null : `${yearsText(years)} in role`, openToMoves ? 'open to moves' : null, isNamed ? null : 'name not shown'];
  const address = `/search/${code}${target ? `?for=${target.id}` : ''}`;
  return (
    <li className="row-tag max-[700px]:grid-cols-1">
      <div>
        <h3><Link to={address}>{label}</Link></h3>
        <p>{about.filter(Boolean).join(' · ')}</p>
        {levels.length > 0 && (
          <ul className="plain cluster small">
            {levels.map((one) => (
              <li key={one.skill}>
                <span className="muted">{one.skill}</span> <Level value={one.level} need={one.level < one.wanted ? one.wanted : null} confirmed={one.confirmed} />
                {one.confirmedOn && <span className="muted"> {monthYear(one.confirmedOn)}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
      {readiness && target && <div><StatusTag status={readiness.status}>{readinessTag(readiness, target.name)}</StatusTag></div>}
    </li>
  );
}

function readinessTag({ status, missing }: NonNullable<Person['readiness']>, role: string): string {
  const [first, ...others] = missing;
  switch (status) {
    case 'ready':
      return `Ready for ${role}`;
    case 'close':
      return `Close: ${first ?? ''}${others.length > 0 ? ` and ${others.length} more` : ''}`;
    case 'growing':
      return `Growing: ${plural(missing.length, 'essential', 'essentials')} missing`;
    case 'unknown':
      return 'Too little shown to tell';
  }
}

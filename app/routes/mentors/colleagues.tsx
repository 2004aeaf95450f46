import { Link } from '@remix-run/react';
import type { MentorsPage } from '#app/features/plans/queries/mentors.server.ts';
import { plural } from '#app/ui/format.ts';
import { Level } from '#app/ui/level.tsx';

type Guide = MentorsPage['roles'][number]['guides'][number];
type Mentor = MentorsPage['skills'][number]['mentors'][number];

/** Colleagues who offered, with what they show by it, and a way to put them into the plan. */
export function Colleagues({ colleagues, more = 0, add, label }: { colleagues: readonly (Guide | Mentor)[]; more?: number; add: (name: string) => string; label: string }) {
  return (
    <>
      <ul className="plain rows panel">
        {colleagues.map((one) => (
          <li key={one.id} className="row-tag">
            <h3><Link to={`/people/${one.id}`}>{one.name}</Link></h3>
            {'level' in one ? <Level value={one.level} confirmed={one.confirmed} /> : <span />}
            <p className="row-full muted">{[one.role, one.team, one.site].filter(Boolean).join(' · ')}</p>
            {one.note && <p className="row-full typed">{one.note}</p>}
            <p className="row-full small"><Link to={add(one.name)}>{label}<span className="visually-hidden"> {one.name}</span></Link></p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="muted small mt-2">And {plural(more, 'other', 'others')}.</p>}
    </>
  );
}

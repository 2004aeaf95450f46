import { Link } from '@remix-run/react';
import type { Disclosure, Section as Part } from '#app/domain/disclosure.ts';
import { CheckList } from '#app/ui/check-list.tsx';
import { MoveEstimate } from '#app/ui/estimate.tsx';
import { capital, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { StatusTag } from '#app/ui/tag.tsx';
import type { StepPage } from './page.server.ts';
import { nearnessWords } from './words.ts';

export type DonePage = Extract<StepPage, { of: 'done' }>;

const parts: readonly (readonly [Part, string])[] = [['skills', 'skills'], ['history', 'experience'], ['certificates', 'certificates and education'], ['wishes', 'open to moves']];
const shown: Record<Disclosure, string> = { hidden: 'hidden', anonymous: 'without your name', named: 'with your name' };
const said = { move: 'I want to move', stay: 'I choose to stay', unsure: 'I am not sure yet' };

/** What has come of the first visit: what is saved, what the path says now, and where to go from here. */
export function Done({ page }: { page: DonePage }) {
  const { person, near } = page;
  return (
    <>
      <p className="lede">Thank you. What you said is saved, and you can change any of it.</p>
      {near.length > 0 && (
        <Section title="What your path says now" panel>
          <ul className="plain rows">
            {near.map((role) => <li key={role.id} className="row-tag"><h3>{role.name}</h3><StatusTag status={role.status} /><p className="row-full">{nearnessWords(role)}</p>{role.sum && <div className="row-full"><MoveEstimate sum={role.sum} atMost={role.atMost} /></div>}</li>)}
          </ul>
        </Section>
      )}
      <Section title="What is saved" panel><CheckList rows={rowsOf(page)} /></Section>
      <Section title="Where to go from here">
        <div className="cluster">
          <Link className="btn" to={`/people/${person.id}`}>Open my path</Link>
          <Link to={`/people/${person.id}/skills`}>All your skills</Link>
          <Link to={`/people/${person.id}/history`}>Your history</Link>
          <Link to="/paths">The career map</Link>
        </div>
      </Section>
    </>
  );
}

function rowsOf({ person, role, skills, nextSkills, choices, openToMoves, wish }: DonePage) {
  const step = (name: string) => `/people/${person.id}/welcome/${name}`;
  const count = ({ asked, rated, open }: typeof skills) => `${rated} of ${plural(asked, 'skill', 'skills')} rated${open > 0 ? `, ${open} still to look at` : ''}`;
  return [
    { term: 'Role', detail: role?.name ?? 'None recorded', change: step('tenure') },
    ...(skills.asked > 0 ? [{ term: 'Skills of your role', detail: count(skills), change: step('skills') }] : []),
    ...(nextSkills.asked > 0 ? [{ term: 'Skills of next roles', detail: count(nextSkills), change: step('next-skills') }] : []),
    { term: 'Recruiters see', detail: choices ? capital(parts.map(([part, name]) => `${name} ${shown[choices[part]]}`).join(', ')) : 'What your organisation begins with', change: step('visibility') },
    { term: 'Open to moves', detail: openToMoves === null ? 'Not said' : openToMoves ? 'Yes' : 'No', change: step('wishes') },
    { term: 'What you want next', detail: wish ? said[wish] : 'Not said', change: `/people/${person.id}/conversation` },
  ];
}

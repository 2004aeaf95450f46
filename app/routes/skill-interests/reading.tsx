import { Link } from '@remix-run/react';
import type { InterestsView } from '#app/features/ratings/queries/interests.server.ts';
import { plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import { readingMeaning, readingName } from './words.ts';

type Skills = InterestsView['readings'][number]['skills'];

/** So many names stand open; the rest of a long list is folded away. */
const open = 8;

/** The reading in words: what to train, what to use, what may burn out, what may rest. */
export function Reading({ person, readings }: InterestsView) {
  return (
    <Section title="What it says" panel>
      <div className="reading">
        {readings.filter(({ skills }) => skills.length > 0).map(({ reading, skills }) => (
          <section key={reading} aria-labelledby={`reading-${reading}`}>
            <h3 id={`reading-${reading}`}>{readingName(reading)}</h3>
            <p className="muted small">{readingMeaning(reading)}</p>
            <Names skills={skills.slice(0, open)} personId={person.id} />
            {skills.length > open && (
              <details>
                <summary>{plural(skills.length - open, 'more', 'more')}</summary>
                <Names skills={skills.slice(open)} personId={person.id} />
              </details>
            )}
          </section>
        ))}
      </div>
    </Section>
  );
}

function Names({ skills, personId }: { skills: Skills; personId: number }) {
  return (
    <ul className="plain">
      {skills.map(({ id, name, level }) => <li key={id} className="py-0.5"><Link to={`/people/${personId}/skills/${id}`}>{name}</Link> <span className="muted">{level ?? 'not rated'}</span></li>)}
    </ul>
  );
}

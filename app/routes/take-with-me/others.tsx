import { Link } from '@remix-run/react';
import { Section } from '#app/ui/page.tsx';

/** The same in forms that other tools and people read. */
export function Others({ id }: { id: number }) {
  return (
    <>
      <Section title="Profile to print" panel>
        <p>A page or two for paper, A4 or Letter: roles, skills, certificates, education and languages. You choose what stands on it.</p>
        <p><Link className="btn quiet" to="profile">Open the profile</Link></p>
      </Section>
      <Section title="Curriculum vitae for other tools" panel>
        <p>Your roles, education, certificates, skills and languages as JSON Resume 1.0.0, which many tools read. The last valid day of a certificate stands in its <code>endDate</code>; time away, wishes and conversations are not in it.</p>
        <p><a className="btn quiet" href={`/people/${id}/take-with-me/resume.json`} download>Download the curriculum vitae (JSON Resume)</a></p>
      </Section>
    </>
  );
}

/** The way back in. */
export function BringIn({ draft }: { draft: string | null }) {
  return (
    <Section title="Bring in a curriculum vitae" panel>
      {draft === null
        ? <p>Have you a JSON Resume from another tool? Deskpath reads it, shows what it would add, and writes nothing before you have checked it.</p>
        : <p><strong>{draft}</strong> has been read and waits for you to check what it would add.</p>}
      <p><Link className={draft === null ? 'btn quiet' : 'btn'} to="import">{draft === null ? 'Bring in a file' : 'Check what it would add'}</Link></p>
    </Section>
  );
}

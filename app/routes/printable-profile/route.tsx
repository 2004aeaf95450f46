import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { TakeParams } from '#app/features/exchange/person/taking.server.ts';
import { getPrintableProfile, ProfileSections } from '#app/features/exchange/resume/profile.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams, parseSearch } from '#app/server/form.server.ts';
import { longDate } from '#app/ui/format.ts';
import { PageHeader } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { Certificates, Education, Experience, Languages, Skills } from './parts.tsx';
import { SectionChoice } from './section-choice.tsx';

export const handle = titled<typeof loader>(({ name }) => [name, 'Profile to print']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { id } = parseParams(args, TakeParams);
  const { sections } = parseSearch(args, ProfileSections);
  return getPrintableProfile(args.context.readDb, actor, args.context.clock.today(), id, sections);
}

export default function PrintableProfile() {
  const data = useLoaderData<typeof loader>();
  const { id, name, organisation, role, email, today, shown } = data;
  const empty = [data.appointments, data.skills, data.certificates, data.education, data.languages].every((rows) => rows.length === 0);
  return (
    <>
      <div className="no-print mb-6">
        <p className="mb-3"><Link to={`/people/${id}/take-with-me`}>Take it with me</Link></p>
        <p className="lede">This page is made for paper: print it with your browser, on A4 or Letter, or save it as a PDF. Choose what stands on it; the address keeps your choice.</p>
        <SectionChoice shown={shown} />
      </div>
      <div>
        <PageHeader title={name} eyebrow={role ? `${role.title}, ${organisation}${role.site === null ? '' : `, ${role.site}`}` : organisation} />
        {email !== null && <p className="mb-6">{email}</p>}
        <Experience data={data} />
        <Skills data={data} />
        <Certificates data={data} />
        <Education data={data} />
        <Languages data={data} />
        {empty && <p className="muted">Nothing is kept here yet. Log a role on your history page, or rate a skill, and it stands on your profile.</p>}
        <p className="muted small mt-6">From Deskpath at {organisation}, {longDate(today)}.{data.skills.length > 0 && ' Levels: 1 Aware, 2 Assisted, 3 Independent, 4 Advanced, 5 Expert; ✓ confirmed by a manager.'}</p>
      </div>
    </>
  );
}

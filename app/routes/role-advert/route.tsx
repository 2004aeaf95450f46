import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { AdvertSearch, RoleParams } from '#app/features/catalogue/input.server.ts';
import { getAdvert } from '#app/features/catalogue/queries/advert.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseParams, parseSearch } from '#app/server/form.server.ts';
import { FilterForm, FilterSelect } from '#app/ui/filters.tsx';
import { listOf } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { WordingRow } from '#app/ui/wording-row.tsx';

export const handle = titled<typeof loader>(({ role }) => [`Advert for ${role.name}`, 'Roles']);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  const { id } = parseParams(args, RoleParams);
  const { from } = parseSearch(args, AdvertSearch);
  return getAdvert(args.context.readDb, id, from);
}

export default function RoleAdvert() {
  const { role, organisation, tasks, asks, helps, leadsTo, from, roles } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={role.name} eyebrow={[organisation, role.family, `grade ${role.grade}`].filter(Boolean).join(' · ')} />
      <div className="no-print mb-6">
        <p className="muted">Print this page, or save it as a PDF, from the browser: navigation and this part are left out. <Link to={`/roles/${role.id}`}>Back to the role</Link></p>
        <FilterForm label="Whom it is written for">
          <FilterSelect label="Written for people who are now" name="from" value={from?.id} blank="Anybody" options={roles.map(({ id, name }) => ({ value: id, label: name }))} />
        </FilterForm>
      </div>
      <p className="lede">{role.summary}</p>
      {role.aliases.length > 0 && <p className="muted">Elsewhere this job is called {listOf(role.aliases)}.</p>}
      {from && (
        <Section title={`If you are a ${from.name} now`}>
          <Points title="You bring" points={from.brings} />
          <Points title="This grows" points={from.grows.map(({ text, before }) => <>{text} <span className="muted">(so far: {before})</span></>)} />
          <Points title="This is new" points={from.fresh} />
        </Section>
      )}
      <Section title="What you will do">
        {tasks.length === 0 ? <p>Nothing is written down as essential yet.</p> : <ul className="plain rows">{tasks.map((task, index) => <li key={index}><WordingRow {...task} /></li>)}</ul>}
      </Section>
      {asks.length > 0 && <Section title="What we ask for"><Points points={asks} /></Section>}
      {helps.length > 0 && <Section title="What helps"><ul className="plain rows tight">{helps.map((one, index) => <li key={index}><WordingRow {...one} brief /></li>)}</ul></Section>}
      {leadsTo.length > 0 && <Section title="Where it leads"><p>From here people move on to {listOf(leadsTo.map(({ name }) => name))}.</p></Section>}
      <p className="muted small mt-6">The levels: 1 Aware, 2 Assisted, 3 Independent, 4 Advanced, 5 Expert. They describe what one can see somebody do, not what somebody is.</p>
    </>
  );
}

function Points({ title, points }: { title?: string; points: readonly ReactNode[] }) {
  if (points.length === 0) return null;
  return (
    <>
      {title && <h3 className="mt-3">{title}</h3>}
      <ul className="dashes">{points.map((point, index) => <li key={index}>{point}</li>)}</ul>
    </>
  );
}

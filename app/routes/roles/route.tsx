import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { RolesSearch } from '#app/features/catalogue/input.server.ts';
import { listRoles } from '#app/features/catalogue/queries/roles.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { FilterForm, FilterSelect, FilterText, FilterWords, ResultCount } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled(() => ['Roles']);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  const filter = parseSearch(args, RolesSearch);
  return listRoles(args.context.readDb, args.context.clock.today(), filter);
}

export default function Roles() {
  const { filter, families, groups, total } = useLoaderData<typeof loader>();
  const family = families.find(({ id }) => id === filter.family);
  const words = [
    ...(filter.q ? [{ label: `“${filter.q}”`, name: 'q' }] : []),
    ...(family ? [{ label: family.name, name: 'family' }] : []),
  ];
  return (
    <>
      <PageHeader title="Roles" eyebrow="What each job asks for, and where it leads" action={<Link className="btn quiet" to="/roles/compare">Compare two roles</Link>} />
      <FilterForm label="Find a role">
        <FilterText label="Name or other words" name="q" value={filter.q} />
        <FilterSelect label="Family" name="family" value={filter.family} blank="All families" options={families.map(({ id, name }) => ({ value: id, label: name }))} />
      </FilterForm>
      <ResultCount>{plural(total, 'role', 'roles')}</ResultCount>
      <FilterWords words={words} />
      {total === 0 && <Empty kind="no-match" title="No role matches">Take a word away, or look through all families.</Empty>}
      {groups.map((group) => (
        <Section key={group.id} title={group.name}>
          <ul className="plain rows panel">
            {group.roles.map((role) => (
              <li key={role.id} className="row-tag">
                <h3><Link to={`/roles/${role.id}`}>{role.name}</Link></h3>
                <span className="muted small">Grade {role.grade} · {role.people ? plural(role.people, 'person', 'people') : 'nobody yet'}</span>
                <p className="row-full">{role.summary}</p>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

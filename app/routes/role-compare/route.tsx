import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { CompareSearch } from '#app/features/catalogue/input.server.ts';
import { compareRoles } from '#app/features/catalogue/queries/compare.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { FilterForm, FilterSelect } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';
import { DiffList } from './diff-list.tsx';

export const handle = titled<typeof loader>(({ a, b }) => [a && b ? `${a.name} and ${b.name}` : 'Compare two roles', 'Roles']);

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  const { a, b } = parseSearch(args, CompareSearch);
  return compareRoles(args.context.readDb, a, b);
}

export default function RoleCompare() {
  const { roles, a, b, diff } = useLoaderData<typeof loader>();
  const options = roles.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader title={a && b ? <>From {a.name} to {b.name}</> : 'Compare two roles'} eyebrow={<Link to="/roles">Roles</Link>} />
      <FilterForm label="Choose two roles">
        <FilterSelect label="From" name="a" value={a?.id} blank="Choose a role" options={options} />
        <FilterSelect label="To" name="b" value={b?.id} blank="Choose a role" options={options} />
      </FilterForm>
      {!diff && <Empty kind="nothing" title="Choose two roles">You will see what stays, what grows and what is new.</Empty>}
      {diff && a && b && (
        <>
          <p className="lede">
            {a.id === b.id
              ? 'This is the same role twice: everything stays.'
              : <>Of what {b.name} asks for, {diff.keeps.length === 0 ? 'nothing stays' : plural(diff.keeps.length, 'thing stays', 'things stay')}, {plural(diff.grows.length, 'grows', 'grow')} and {plural(diff.fresh.length, 'is', 'are')} new.</>}
          </p>
          <Section title="New" panel><DiffList rows={diff.fresh} empty="Nothing here is new." /></Section>
          <Section title="Grows" panel><DiffList rows={diff.grows} empty="Nothing has to grow." /></Section>
          <Section title="Stays" panel><DiffList rows={diff.keeps} empty="Nothing is asked for in both." /></Section>
          <p className="cluster no-print">
            <Link to={`/paths?from=${a.id}&to=${b.id}`}>Routes from {a.name} to {b.name}</Link>
            {a.id !== b.id && <Link to={`/roles/${b.id}/advert?from=${a.id}`}>Print it as an advert</Link>}
          </p>
        </>
      )}
    </>
  );
}

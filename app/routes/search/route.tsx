import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { SearchParams } from '#app/features/recruiting/input.server.ts';
import { searchPeople } from '#app/features/recruiting/queries/search.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';
import { aliasesFor } from '#app/server/look.server.ts';
import { ResultCount } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { Paging } from '#app/ui/paging.tsx';
import { titled } from '#app/ui/title.ts';
import { searchAddress } from './address.ts';
import { Results } from './results.tsx';
import { SearchForm } from './search-form.tsx';
import { ConditionChips, FamilyCounts, NobodyMatches } from './what-holds.tsx';

export const handle = titled(() => ['Search']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'recruiter');
  const search = parseSearch(args, SearchParams);
  const { context } = args;
  return searchPeople({ db: context.readDb, aliasesFor: (ids) => aliasesFor(context, actor, ids) }, actor, context.clock.today(), search);
}

export default function Search() {
  const data = useLoaderData<typeof loader>();
  const { criteria, target, total, near, showsNear, people, before, after } = data;
  const address = (wantsNear: boolean) => searchAddress(criteria, target?.id, wantsNear);
  const basis = criteria.confirmed ? 'Levels are the confirmed ones alone.' : 'Levels are the higher of what people say and what a manager has confirmed.';
  return (
    <>
      <PageHeader title="Find people" eyebrow="People who let recruiters see them, by name or under an alias, as each has chosen" />
      <SearchForm data={data} />
      <ResultCount><strong>{total === 0 ? 'Nobody matches' : plural(total, 'person matches', 'people match')}</strong>{near > 0 && `, ${near}${total === 0 ? '' : ' more'} ${near === 1 ? 'is' : 'are'} one level short`}.</ResultCount>
      <ConditionChips data={data} />
      <p className="muted small">{basis} A ✓ means confirmed; readiness is judged by what each person shows.</p>
      <Section title={showsNear ? 'One level short' : 'Who matches'} action={showsNear ? <Link to={address(false)}>Show who matches ({total})</Link> : near > 0 ? <Link to={address(true)}>Show those one level short ({near})</Link> : undefined}>
        {!showsNear && total === 0 && <NobodyMatches data={data} />}
        {showsNear && near === 0 && <p className="muted">Nobody is just one level short.</p>}
        <FamilyCounts data={data} />
        {people.length > 0 && <Results people={people} target={target} />}
        {(before ?? after) !== null && <Paging label="people" shown={people.length} total={showsNear ? near : total} before={before} after={after} />}
      </Section>
    </>
  );
}

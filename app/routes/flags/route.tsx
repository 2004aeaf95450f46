import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { FlagsSearch } from '#app/features/clock/input.server.ts';
import { listFlags } from '#app/features/clock/queries/flags.server.ts';
import { requireActor } from '#app/server/actor.server.ts';
import { parseSearch } from '#app/server/form.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { FlagRow } from '#app/ui/flag-row.tsx';
import { FilterForm, FilterSelect, ResultCount } from '#app/ui/filters.tsx';
import { plural } from '#app/ui/format.ts';
import { PageHeader, Section } from '#app/ui/page.tsx';
import { titled } from '#app/ui/title.ts';

export const handle = titled(() => ['Two-year list']);

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, 'leads', 'manager');
  const { show } = parseSearch(args, FlagsSearch);
  return { ...await listFlags(args.context.readDb, actor, args.context.clock.today(), show ?? 'all'), today: args.context.clock.today() };
}

export default function Flags() {
  const { show, below, direct, flagged, settled, ahead, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Two-year list" eyebrow={plural(below, 'person reports to you', 'people report to you')} />
      <p className="lede">Each line is a conversation to have: what do they want next, and what helps? Nothing here is a verdict.</p>
      {below > direct && (
        <FilterForm label="Whom to show">
          <FilterSelect label="Show" name="show" value={show === 'direct' ? 'direct' : ''} blank={`Everybody (${below})`} options={[{ value: 'direct', label: `My own reports (${direct})` }]} />
        </FilterForm>
      )}
      <Section title="Conversations to take up">
        <ResultCount>{flagged.length === 0 ? 'No conversation is coming up' : plural(flagged.length, 'conversation', 'conversations')}{ahead > 0 && `; ${plural(ahead, 'person has', 'people have')} more time`}.</ResultCount>
        {below === 0 && <Empty kind="nothing" title="Nobody reports to you">When somebody does, their conversation appears here in time.</Empty>}
        {below > 0 && flagged.length === 0 && <Empty kind="nothing" title="Nothing is due">You will see people here some months before their date. <Link to="/people">See your people</Link></Empty>}
        {flagged.length > 0 && <ul className="plain rows panel">{flagged.map((row) => <FlagRow key={row.personId} row={row} today={today} />)}</ul>}
      </Section>
      {settled.length > 0 && (
        <Section title="Settled for now">
          <ul className="plain rows panel">{settled.map((row) => <FlagRow key={row.personId} row={row} today={today} />)}</ul>
        </Section>
      )}
    </>
  );
}

import { Link } from '@remix-run/react';
import { listOf, longDate, monthsText } from '#app/ui/format.ts';
import { pauseKindName } from '#app/ui/history-words.ts';
import { Section } from '#app/ui/page.tsx';
import { Table } from '#app/ui/table.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** What the history comes to: experience per family, and what it means for the conversation. */
export function Beside({ data }: { data: Data }) {
  const { experience: { rows, total }, cut, own } = data;
  const months = (count: number) => (count === 0 ? 'none yet' : monthsText(count));
  return (
    <>
      <Section title="Experience" panel>
        {rows.length === 0 ? <p className="muted">None yet: it comes from roles that belong to a family of the catalogue.</p> : (
          <Table
            className="small"
            caption={<span className="visually-hidden">Experience by family</span>}
            rows={[...rows, ...(rows.length > 1 ? [{ id: '', name: 'All together', ...total }] : [])]} rowKey={({ id }) => id}
            columns={[
              { key: 'name', header: 'Family', rowHeader: true, cell: ({ name }) => name },
              { key: 'claimed', header: 'As stated', cell: ({ claimed }) => months(claimed) },
              { key: 'confirmed', header: 'Confirmed', cell: ({ confirmed }) => months(confirmed) },
            ]}
          />
        )}
        <details className="small mt-3">
          <summary>What counts</summary>
          <p>Whole months in roles of a family, main or beside it, here and with earlier employers, until today; each day once, so acting up is not counted double. Roles without a family count for none.
            {cut.length > 0 && ` ${listOf(cut.map(pauseKindName))} that is confirmed is taken out; other time away counts.`} Planning uses what {own ? 'you state' : 'they state'}; the clock, recruiters and reviews use what is confirmed.</p>
        </details>
      </Section>
      <Section title={data.clock ? `The ${data.clock.name} clock` : 'The clock'} panel><ClockWords data={data} /></Section>
      {own && (
        <Section title="Elsewhere" panel>
          <p>Have you a curriculum vitae in a file, or would you like all of this in one? <Link to={`/people/${data.person.id}/take-with-me`}>Take it with me</Link></p>
        </Section>
      )}
    </>
  );
}

function ClockWords({ data: { clock, own, person, today } }: { data: Data }) {
  const to = `/people/${person.id}/conversation`;
  if (!clock) return <p>No clock is running: it starts with a confirmed main role here. <Link to={to}>What {own ? 'you want' : 'they want'} next</Link></p>;
  return (
    <>
      <p>It counts confirmed main roles in the same {clock.restartOn === 'family' ? 'family' : 'role'} since {longDate(clock.startedOn)}: {clock.status === 'paused'
        ? `it stands still while ${own ? 'you are' : 'they are'} away`
        : <>the <Link to={to}>conversation</Link> {clock.dueOn < today ? 'was' : 'is'} due on {longDate(clock.dueOn)}</>}.</p>
      <p className="muted small">What is only stated does not move it. Confirmed time away does, and so does a confirmed role {clock.restartOn === 'family' ? 'in another family' : 'of another name'}.{clock.status === 'paused' && <> <Link to={to}>About the conversation</Link></>}</p>
    </>
  );
}

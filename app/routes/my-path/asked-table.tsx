import { Link } from '@remix-run/react';
import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { monthsText } from '#app/ui/format.ts';
import { Level } from '#app/ui/level.tsx';
import { Table } from '#app/ui/table.tsx';
import { Tag } from '#app/ui/tag.tsx';

type Row = NonNullable<PathPage['goal']>['rows'][number];

/** Requirements with what the person has of each and the one thing to do about it. */
export function AskedTable({ rows, data, caption }: { rows: readonly Row[]; data: PathPage; caption: string }) {
  return (
    <Table caption={caption} rows={rows} rowKey={(row) => row.ways.join('|')} columns={[
      { key: 'what', header: 'What', rowHeader: true, cell: (row) => <Ways ways={row.ways} /> },
      { key: 'you', header: data.mine ? 'You' : 'Claimed', cell: (row) => <Held row={row} /> },
      { key: 'needed', header: 'Needed', cell: (row) => row.skill?.level ?? '' },
      { key: 'step', header: 'Next step', cell: (row) => <Step row={row} data={data} /> },
    ]} />
  );
}

function Ways({ ways }: { ways: readonly string[] }) {
  return <>{ways.map((way, index) => <div key={way}>{index > 0 && <span className="muted">or </span>}{way}</div>)}</>;
}

function Held({ row: { skill, soFar, step } }: { row: Row }) {
  if (skill) return <Level value={skill.held} need={skill.level} confirmed={skill.confirmed} />;
  if (step === 'met' || step === 'unconfirmed') return <Tag tone="met" shape="check">Met</Tag>;
  return soFar ? <span>{monthsText(soFar)} so far</span> : <Tag shape="ring">Not yet</Tag>;
}

function Step({ row: { skill, step, ways, months }, data: { mine, person, goal } }: { row: Row; data: PathPage }) {
  const skillPage = skill && `/people/${person.id}/skills/${skill.id}?role=${goal?.id}`;
  const about = <span className="visually-hidden"> {skill?.name ?? ways.join(' or ')}</span>;
  switch (step) {
    case 'met':
      return <span className="muted">Met</span>;
    case 'unconfirmed':
      if (mine) return <span className="muted">Met, not confirmed yet</span>;
      return <Link to={skillPage ?? `/people/${person.id}/history`}>Confirm{about}</Link>;
    case 'rate':
      return mine && skillPage ? <Link to={skillPage}>Rate it{about}</Link> : <span className="muted">Not rated yet</span>;
    case 'raise':
      return skill && skillPage && <Link className="nowrap" to={skillPage}>Read level {skill.level}<span className="visually-hidden"> of {skill.name}</span></Link>;
    case 'wait':
      return <span className="muted">{monthsText(months)} more</span>;
    case 'record':
      return mine ? <Link to={`/people/${person.id}/history`}>Add it when you have it{about}</Link> : <span className="muted">Not recorded</span>;
  }
}

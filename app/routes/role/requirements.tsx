import { Level } from '#app/ui/level.tsx';
import { Table, type Column } from '#app/ui/table.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Row = Awaited<ReturnType<typeof loader>>['essential'][number];

/** Requirements of one importance as a table; with one's own level beside them where `held`. */
export function Requirements({ title, caption, rows, held }: { title: string; caption: string; rows: readonly Row[]; held: boolean }) {
  const columns: Column<Row>[] = [
    { key: 'requirement', header: 'Requirement', rowHeader: true, cell: (row) => row.skill ? row.skill.name : row.alternatives.map((text, index) => <div key={text}>{index > 0 && <span className="muted">or </span>}{text}</div>) },
    { key: 'level', header: 'Level', cell: (row) => (row.skill ? <Level value={row.skill.level} /> : <span className="muted">–</span>) },
    ...(held ? [{ key: 'you', header: 'You', cell: (row: Row) => (row.met ? <Tag tone="met" shape="check">Met</Tag> : row.skill ? <Level value={row.held} need={row.skill.level} /> : <Tag shape="ring">Not yet</Tag>) }] : []),
  ];
  return (
    <div className="panel">
      <h3>{title}</h3>
      <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.text} />
    </div>
  );
}

import { Level } from '#app/ui/level.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { loader } from './route.tsx';

type Row = Awaited<ReturnType<typeof loader>>['essential'][number];

/** Requirements of one importance as a table; with one's own level beside them where `held`. */
export function Requirements({ title, caption, rows, held }: { title: string; caption: string; rows: readonly Row[]; held: boolean }) {
  return (
    <div className="panel">
      <h3>{title}</h3>
      <table>
        <caption>{caption}</caption>
        <thead><tr><th scope="col">Requirement</th><th scope="col">Level</th>{held && <th scope="col">You</th>}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.text}>
              <th scope="row">{row.skill ? row.skill.name : row.alternatives.map((text, index) => <div key={text}>{index > 0 && <span className="muted">or </span>}{text}</div>)}</th>
              <td>{row.skill ? <Level value={row.skill.level} /> : <span className="muted">–</span>}</td>
              {held && <td>{row.met ? <Tag tone="met" shape="check">Met</Tag> : row.skill ? <Level value={row.held} need={row.skill.level} /> : <Tag shape="ring">Not yet</Tag>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

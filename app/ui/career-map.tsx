import { Link } from '@remix-run/react';
import { boxHeight, boxWidth, layOutCareerMap } from './career-map-layout.ts';

type MapRole = { id: string; name: string; family: string; grade: number; mark: 'here' | 'next' | 'route' | 'other'; words: string | null; tone: 'met' | 'close' | 'calm' | null; href: string };
type MapMove = { from: string; to: string; mark: 'next' | 'route' | 'other' };

/**
 * Roles as boxes, families as columns, grades as rows, moves as lines. Drawn on the server; each box is a link that says
 * all it shows. Only the moves given are drawn; those of the chosen route are bold.
 */
export function CareerMap({ label, families, roles, moves }: { label: string; families: readonly { id: string; name: string }[]; roles: readonly MapRole[]; moves: readonly MapMove[] }) {
  const { width, height, columns, boxes, lines } = layOutCareerMap(families, roles, moves);
  const markOf = new Map(moves.map((move) => [`${move.from}>${move.to}`, move.mark]));
  const ordered = [...lines].sort((a, b) => rank(markOf.get(`${a.from}>${a.to}`)) - rank(markOf.get(`${b.from}>${b.to}`)));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  return (
    <section className="panel career-map" tabIndex={0} aria-label={label}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={label}>
        <defs>
          {(['next', 'route', 'other'] as const).map((mark) => (
            <marker key={mark} id={`arrow-${mark}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
              <path className={`arrow ${mark}`} d="M0 0L8 4L0 8z" />
            </marker>
          ))}
        </defs>
        {columns.map((column) => <text key={column.id} className="column" x={column.x} y="22">{column.name}</text>)}
        {ordered.map((line) => {
          const mark = markOf.get(`${line.from}>${line.to}`) ?? 'other';
          return <path key={`${line.from}>${line.to}`} className={`move ${mark}`} d={line.path} markerEnd={`url(#arrow-${mark})`} />;
        })}
        {roles.map((role) => {
          const box = byId.get(role.id);
          if (!box) return null;
          const rows = box.lines.length + (role.words ? 1 : 0);
          const nameTop = box.y + boxHeight / 2 - (rows - 1) * 7.5 + 4.5;
          return (
            <Link key={role.id} to={role.href} className={role.mark} aria-label={role.words ? `${role.name}: ${role.words}` : role.name}>
              <rect x={box.x} y={box.y} width={boxWidth} height={boxHeight} rx="9" />
              {box.lines.map((words, index) => <text key={words} x={box.x + 12} y={nameTop + index * 15}>{words}</text>)}
              {role.words && <text className={`words ${role.tone ?? ''}`} x={box.x + 12} y={nameTop + box.lines.length * 15}>{role.words}</text>}
            </Link>
          );
        })}
      </svg>
    </section>
  );
}

function rank(mark: string | undefined): number {
  return mark === 'route' ? 2 : mark === 'next' ? 1 : 0;
}

import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { boxPadding, boxWidth, layOutCareerMap, lineHeight } from './career-map-layout.ts';

type MapRole = { id: string; name: string; family: string; grade: number; mark: 'here' | 'next' | 'route' | 'other'; words: string | null; tone: 'met' | 'close' | 'calm' | null; href: string };
type MapMove = { from: string; to: string; mark: 'next' | 'route' | 'other' };

/**
 * Roles as boxes, families as columns, grades as rows, moves as lines. Drawn on the server; each box is a link that says
 * all it shows. Only the moves given are drawn; those of the chosen route are bold.
 */
export function CareerMap({ label, families, roles, moves }: { label: string; families: readonly { id: string; name: string }[]; roles: readonly MapRole[]; moves: readonly MapMove[] }) {
  const { width, height, columns, rows, boxes, lines } = layOutCareerMap(families, roles, moves);
  const markOf = new Map(moves.map((move) => [`${move.from}>${move.to}`, move.mark]));
  const ordered = [...lines].sort((a, b) => rank(markOf.get(`${a.from}>${a.to}`)) - rank(markOf.get(`${b.from}>${b.to}`)));
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const here = roles.find(({ mark }) => mark === 'here') ?? [...roles].sort((a, b) => a.grade - b.grade)[0];
  const region = useShown(here && byId.get(here.id));
  return (
    <section className="panel career-map" tabIndex={0} aria-label={label} ref={region}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={label}>
        <defs>
          {(['next', 'route', 'other'] as const).map((mark) => (
            <marker key={mark} id={`arrow-${mark}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
              <path className={`arrow ${mark}`} d="M0 0L8 4L0 8z" />
            </marker>
          ))}
        </defs>
        {columns.map((column) => column.lines.map((words, index) => <text key={`${column.id} ${index}`} className="column" x={column.x} y={22 + index * lineHeight}>{words}</text>))}
        {rows.map((row) => <text key={row.grade} className="column grade" x="0" y={row.y + lineHeight}>Grade {row.grade}</text>)}
        {ordered.map((line) => {
          const mark = markOf.get(`${line.from}>${line.to}`) ?? 'other';
          return <path key={`${line.from}>${line.to}`} className={`move ${mark}`} d={line.path} markerEnd={`url(#arrow-${mark})`} />;
        })}
        {roles.map((role) => {
          const box = byId.get(role.id);
          if (!box) return null;
          const nameTop = box.y + (box.height - (box.lines.length + box.words.length - 1) * lineHeight) / 2 + 4.5;
          const at = (line: number) => nameTop + line * lineHeight;
          return (
            <Link key={role.id} to={role.href} className={role.mark} aria-label={role.words ? `${role.name}: ${role.words}` : role.name}>
              <rect x={box.x} y={box.y} width={boxWidth} height={box.height} rx="9" />
              {box.lines.map((words, index) => <text key={index} x={box.x + boxPadding} y={at(index)}>{words}</text>)}
              {box.words.map((words, index) => <text key={index} className={`words ${role.tone ?? ''}`} x={box.x + boxPadding} y={at(box.lines.length + index)}>{words}</text>)}
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

/** Where the map is larger than its region, it begins where somebody is, else at the first step: the region is scrolled, never the page itself. */
function useShown(box: { x: number; y: number; height: number } | undefined) {
  const region = useRef<HTMLElement>(null);
  const [x, y] = box ? [box.x + boxWidth / 2, box.y + box.height / 2] : [0, 0];
  useEffect(() => {
    region.current?.scrollTo(x - region.current.clientWidth / 2, y - region.current.clientHeight / 2);
  }, [x, y]);
  return region;
}

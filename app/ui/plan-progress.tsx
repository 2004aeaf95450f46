import { Link } from '@remix-run/react';
import { longDate, monthYear, plural, relativeDay } from './format.ts';
import { targetText } from './plan-words.ts';

type Counts = { done: number; underWay: number; planned: number };
type Point = Counts & { on: string; blockers: number };

const height = 132;
const top = 22;
const kinds = [['done', 'Done'], ['underWay', 'Under way'], ['planned', 'Planned']] as const;

/** How a plan has gone, month by month, as stacked bars with the blockers left above them; the same as a sentence and as a table. */
export function PlanPicture({ title, summary, points }: { title: string; summary: string; points: readonly Point[] }) {
  const most = Math.max(1, ...points.map(({ done, underWay, planned }) => done + underWay + planned));
  const slot = 100 / points.length;
  return (
    <figure className="picture plan-bars">
      <p className="picture-title">{title}</p>
      <p className="muted small">{summary}</p>
      <svg height={height + top + 20} role="img" aria-label={`${title}. ${summary}`}>
        <line className="axis" x1="0" x2="100%" y1={height + top} y2={height + top} />
        {points.map((point, place) => <Stack key={point.on} point={point} x={place * slot} width={slot} unit={height / most} />)}
        <text x="0" y={height + top + 16}>{monthYear(points[0]!.on)}</text>
        {points.length > 1 && <text x="100%" y={height + top + 16} textAnchor="end">today</text>}
      </svg>
      <Legend counts={points.at(-1)!} />
      <p className="muted small">The number above a bar: blockers of the target that were left.</p>
      <details>
        <summary>The same as a table</summary>
        <table className="small">
          <caption>{title}</caption>
          <thead><tr><th scope="col">On</th><th scope="col" className="num">Done</th><th scope="col" className="num">Under way</th><th scope="col" className="num">Planned</th><th scope="col" className="num">Blockers left</th></tr></thead>
          <tbody>
            {points.map(({ on, done, underWay, planned, blockers }) => (
              <tr key={on}><th scope="row">{longDate(on)}</th><td className="num">{done}</td><td className="num">{underWay}</td><td className="num">{planned}</td><td className="num">{blockers}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Stack({ point, x, width, unit }: { point: Point; x: number; width: number; unit: number }) {
  let y = height + top;
  return (
    <g>
      {kinds.map(([kind]) => {
        const tall = point[kind] * unit;
        y -= tall;
        return tall > 0 && <rect key={kind} className={kind} x={`${x + width * 0.12}%`} y={y} width={`${Math.min(width * 0.76, 14)}%`} height={tall} />;
      })}
      <text className="strong" x={`${x + width * 0.12 + Math.min(width * 0.76, 14) / 2}%`} y={y - 6} textAnchor="middle">{point.blockers}</text>
    </g>
  );
}

function Legend({ counts }: { counts: Counts }) {
  return (
    <ul className="legend">
      {kinds.map(([kind, word]) => <li key={kind}><svg viewBox="0 0 22 10" aria-hidden="true"><rect className={kind} x="1" y="1" width="20" height="8" /></svg>{word} {counts[kind]}</li>)}
    </ul>
  );
}

type ShortProps = { plan: Counts & { target: string; level: number | null; targetOn: string | null; next: { title: string; on: string | null } | null }; to: string; today: string };

/** A plan in short, for a page that is about more: where it goes, one bar of its items, and what is next. */
export function PlanInShort({ plan, to, today }: ShortProps) {
  const { targetOn, next } = plan;
  const total = plan.done + plan.underWay + plan.planned;
  let at = 0;
  return (
    <>
      <p>Towards <strong>{targetText(plan)}</strong>{targetOn && <> by {longDate(targetOn)}, {relativeDay(targetOn, today)}</>}.</p>
      {total === 0
        ? <p className="muted">Nothing is planned for it yet.</p>
        : (
          <figure className="picture plan-bars">
            <svg height="16" role="img" aria-label={`${plan.done} of ${plural(total, 'item', 'items')} done, ${plan.underWay} under way, ${plan.planned} planned`}>
              {kinds.map(([kind]) => {
                const wide = (plan[kind] / total) * 100;
                at += wide;
                return wide > 0 && <rect key={kind} className={kind} x={`${at - wide}%`} y="1" width={`${wide}%`} height="14" />;
              })}
            </svg>
            <Legend counts={plan} />
          </figure>
        )}
      {next && <p className="small">Next: {next.title}{next.on && `, ${longDate(next.on)}`}.</p>}
      <p className="small"><Link to={to}>Open the plan</Link></p>
    </>
  );
}

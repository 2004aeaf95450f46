import { addDays } from '#app/domain/date.ts';
import { daysBetween, longDate, monthYear, tenureText } from './format.ts';

type Span = { label: string; from: string; to: string | null; kind: 'role' | 'secondary' | 'earlier' | 'pause'; note?: string };
type TimelineProps = { title: string; summary: string; today: string; spans: readonly Span[] };

const rowHeight = 44;
const kinds = { role: 'Here', secondary: 'Beside it', earlier: 'Earlier employer', pause: 'Pause' };

/** A working life as bars over the years, newest first, with the same as a table. */
export function Timeline({ title, summary, today, spans }: TimelineProps) {
  if (spans.length === 0) return null;
  const first = spans.map((span) => span.from).sort()[0] ?? today;
  const last = spans.map((span) => span.to ?? today).concat(today).sort().at(-1) ?? today;
  const total = Math.max(1, daysBetween(first, last));
  const at = (day: string) => Math.round((daysBetween(first, day) / total) * 1000) / 10;
  const rows = [...spans].sort((a, b) => b.from.localeCompare(a.from));
  const height = rows.length * rowHeight;
  return (
    <figure className="picture timeline">
      <p className="picture-title">{title}</p>
      <p className="muted small">{summary}</p>
      <svg height={height + 26} role="img" aria-label={`${title}. ${summary}`}>
        {years(first, last, total).map(({ year, day }) => (
          <g key={year}>
            <line className="axis" x1={`${at(day)}%`} x2={`${at(day)}%`} y1="0" y2={height + 4} />
            <text x={`${at(day)}%`} y={height + 20} textAnchor={at(day) > 92 ? 'end' : 'middle'}>{year}</text>
          </g>
        ))}
        <line className="today" x1={`${at(today)}%`} x2={`${at(today)}%`} y1="0" y2={height + 4} />
        {rows.map((span, index) => <Bar key={`${span.label}${span.from}`} span={span} from={at(span.from)} to={at(span.to ?? today)} y={index * rowHeight} />)}
      </svg>
      <details>
        <summary>The same as a table</summary>
        <SpanTable title={title} rows={rows} today={today} />
      </details>
    </figure>
  );
}

/** The words stand at the left edge, above their own bar: there they never run into each other or out of a phone's screen. */
function Bar({ span, from, to, y }: { span: Span; from: number; to: number; y: number }) {
  return (
    <g>
      <text className="strong" x="0" y={y + 14}>{span.label}<tspan className="when" dx="8">{monthYear(span.from)} – {span.to ? monthYear(span.to) : 'today'}</tspan></text>
      <rect className={span.kind} x={`${from}%`} y={y + 20} width={`${Math.max(0.8, to - from)}%`} height="12" rx="3" />
    </g>
  );
}

function SpanTable({ title, rows, today }: { title: string; rows: readonly Span[]; today: string }) {
  return (
    <table className="small">
      <caption>{title}</caption>
      <thead><tr><th scope="col">What</th><th scope="col">From</th><th scope="col">To</th><th scope="col">How long</th></tr></thead>
      <tbody>
        {rows.map((span) => (
          <tr key={`${span.label}${span.from}`}>
            <th scope="row">{span.label} <span className="muted small">{span.note ?? kinds[span.kind]}</span></th>
            <td>{longDate(span.from)}</td>
            <td>{span.to ? longDate(span.to) : 'today'}</td>
            <td>{tenureText(span.from, addDays(span.to ?? today, 1))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** First days of the years to mark, at most about seven of them, none too near the left edge. */
function years(first: string, last: string, total: number): { year: number; day: string }[] {
  const from = Number(first.slice(0, 4)) + 1;
  const to = Number(last.slice(0, 4));
  const step = Math.max(1, Math.ceil((to - from + 1) / 6));
  const marks = [];
  for (let year = from; year <= to; year += step) marks.push({ year, day: `${year}-01-01` });
  return marks.filter(({ day }) => daysBetween(first, day) / total > 0.06);
}

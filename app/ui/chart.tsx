import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { longDate } from './format.ts';
import type { ChartPlan, StepSeries } from './chart-engine.ts';
import { stepDashes } from './chart-marks.ts';

type Axis = { label: string; value: number | null; need?: number | null; note?: ReactNode };
type RadarProps = { title: string; summary: string; axes: readonly Axis[]; valueLabel?: string; needLabel?: string };

/**
 * Levels against what is needed, as a radar of the first ten axes; fewer than three become bars.
 * The sentence and the table stand without JavaScript; the drawing is loaded after them.
 */
export function RadarChart({ title, summary, axes, valueLabel = 'You', needLabel = 'Needed' }: RadarProps) {
  const drawn = axes.slice(0, 10);
  const plan: ChartPlan = {
    kind: 'radar', valueLabel, needLabel,
    labels: drawn.map((axis) => axis.label), values: drawn.map((axis) => axis.value ?? 0), needs: drawn.map((axis) => axis.need ?? null),
  };
  return (
    <figure className="picture">
      <p className="picture-title">{title}</p>
      <p className="muted small">{summary}</p>
      {axes.length < 3 ? <Bars axes={drawn} /> : <Canvas plan={plan} label={`${title}. ${summary}`} />}
      <Legend valueLabel={valueLabel} needLabel={needLabel} />
      <details>
        <summary>The same numbers as a table</summary>
        <table className="small">
          <caption>{title}</caption>
          <thead><tr><th scope="col">Skill</th><th scope="col" className="num">{valueLabel}</th><th scope="col" className="num">{needLabel}</th></tr></thead>
          <tbody>
            {axes.map((axis) => (
              <tr key={axis.label}><th scope="row">{axis.label}</th><td className="num">{axis.value ?? 'not rated'}</td><td className="num">{axis.need ?? '–'}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

type StepProps = { title: string; summary: string; series: readonly StepSeries[]; today: string };

/** Levels over time as step lines, up to five of them; each holds until the next rating. Who confirmed a step is written at it and in the table. */
export function StepChart({ title, summary, series, today }: StepProps) {
  const plan: ChartPlan = { kind: 'steps', series: series.slice(0, 5), today };
  const ratings = series.flatMap(({ label, points }) => points.map((point) => ({ label, ...point })));
  const named = ratings.some(({ by }) => by);
  return (
    <figure className="picture">
      <p className="picture-title">{title}</p>
      <p className="muted small">{summary}</p>
      <Canvas plan={plan} label={`${title}. ${summary}`} />
      <StepLegend labels={plan.series.map(({ label }) => label)} />
      <details>
        <summary>The same numbers as a table</summary>
        <table className="small">
          <caption>{title}</caption>
          <thead><tr><th scope="col">Date</th><th scope="col">What</th><th scope="col" className="num">Level</th>{named && <th scope="col">Confirmed by</th>}</tr></thead>
          <tbody>{ratings.map(({ label, on, value, by }, index) => <tr key={index}><th scope="row">{longDate(on)}</th><td>{label}</td><td className="num">{value}</td>{named && <td>{by ?? '–'}</td>}</tr>)}</tbody>
        </table>
      </details>
    </figure>
  );
}

/** Draws once the page is at rest; again when the numbers or the colour scheme change. */
function Canvas({ plan, label }: { plan: ChartPlan; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const numbers = JSON.stringify(plan);
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    let remove: (() => void) | undefined;
    let left = false;
    const draw = async () => {
      const { drawChart } = await import('./chart-engine.ts');
      if (left || !canvas.current) return;
      remove?.();
      remove = drawChart(canvas.current, JSON.parse(numbers) as ChartPlan);
    };
    const redraw = () => void draw();
    const wait = setTimeout(redraw, 50);
    scheme.addEventListener('change', redraw);
    return () => {
      left = true;
      clearTimeout(wait);
      scheme.removeEventListener('change', redraw);
      remove?.();
    };
  }, [numbers]);
  return (
    <div className={`canvas only-script no-print${plan.kind === 'steps' ? ' steps' : ''}`}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

function Bars({ axes }: { axes: readonly Axis[] }) {
  return (
    <div className="bars" aria-hidden="true">
      {axes.map(({ label, value, need }) => (
        <div key={label}>
          <span className="small">{label}</span>
          <svg height="16">
            <rect className="track" x="0" y="3" width="100%" height="10" rx="3" />
            <rect className="value" x="0" y="3" width={`${(value ?? 0) * 20}%`} height="10" rx="3" />
            {need && <line className="need" x1={`${need * 20 - 0.5}%`} x2={`${need * 20 - 0.5}%`} y1="0" y2="16" />}
          </svg>
        </div>
      ))}
    </div>
  );
}

/** In the order, colours and dashes of the lines that are drawn. */
const strokes = ['stroke-accent', 'stroke-gap', 'stroke-calm', 'stroke-close', 'stroke-met'];

function StepLegend({ labels }: { labels: readonly string[] }) {
  return (
    <ul className="legend only-script no-print" aria-hidden="true">
      {labels.map((label, index) => (
        <li key={label}><svg viewBox="0 0 28 10"><line className={strokes[index]} strokeWidth="2.5" strokeDasharray={stepDashes[index]?.join(' ')} x1="0" x2="28" y1="5" y2="5" /></svg>{label}</li>
      ))}
    </ul>
  );
}

function Legend({ valueLabel, needLabel }: { valueLabel: string; needLabel: string }) {
  return (
    <ul className="legend" aria-hidden="true">
      <li><svg viewBox="0 0 22 10"><line className="value" x1="0" x2="22" y1="5" y2="5" /></svg>{valueLabel}</li>
      <li><svg viewBox="0 0 22 10"><line className="need" x1="0" x2="22" y1="5" y2="5" /></svg>{needLabel}</li>
    </ul>
  );
}

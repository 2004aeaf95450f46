import { Chart, Filler, LinearScale, LineController, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip, type Plugin } from 'chart.js';
import { stepDashes } from './chart-marks.ts';
import { monthYear, shortDate } from './format.ts';

/** A level that holds from a day on, and the line it belongs to; `by`: who confirmed it. */
export type StepSeries = { label: string; points: readonly { on: string; value: number; by?: string | null }[] };
export type ChartPlan =
  | { kind: 'radar'; labels: readonly string[]; values: readonly number[]; needs: readonly (number | null)[]; valueLabel: string; needLabel: string }
  | { kind: 'steps'; series: readonly StepSeries[]; today: string };

Chart.register(Filler, LinearScale, LineController, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip);

const marks = ['circle', 'rect', 'triangle', 'rectRot', 'crossRot'] as const;

/** Draws a picture on a canvas in the page's own colours and type; the answer takes it away again. Loaded only by pages that show one. */
export function drawChart(canvas: HTMLCanvasElement, plan: ChartPlan): () => void {
  const sheet = getComputedStyle(document.documentElement);
  const colour = (name: string) => sheet.getPropertyValue(`--${name}`).trim();
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
  Chart.defaults.color = colour('ink-2');
  Chart.defaults.animation = matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 250 };
  const chart = plan.kind === 'radar' ? radar(canvas, plan, colour) : steps(canvas, plan, colour);
  return () => chart.destroy();
}

type Colour = (name: string) => string;

function radar(canvas: HTMLCanvasElement, plan: Extract<ChartPlan, { kind: 'radar' }>, colour: Colour): Chart {
  return new Chart(canvas, {
    type: 'radar',
    data: {
      labels: plan.labels.map(broken),
      datasets: [
        { label: plan.valueLabel, data: [...plan.values], borderColor: colour('accent'), borderWidth: 2.5, pointBackgroundColor: colour('accent'), pointRadius: 3, fill: true, backgroundColor: `${colour('accent')}26` },
        // Drawn last: where both are the same, the dashes stay to be seen upon the line.
        { label: plan.needLabel, order: -1, data: plan.needs.map((need) => need ?? Number.NaN), borderColor: colour('gap'), borderWidth: 2, borderDash: [5, 3], pointStyle: 'rectRot', pointBackgroundColor: colour('gap'), pointRadius: 3.5, fill: false },
      ],
    },
    options: {
      responsive: true, maintainAspectRatio: false, plugins: { legend: { display: false } },
      scales: { r: { min: 0, max: 5, ticks: { stepSize: 1, backdropColor: 'transparent', color: colour('ink-3') }, grid: { color: colour('line') }, angleLines: { color: colour('line') }, pointLabels: { color: colour('ink'), font: { size: 12 } } } },
    },
  });
}

function steps(canvas: HTMLCanvasElement, plan: Extract<ChartPlan, { kind: 'steps' }>, colour: Colour): Chart {
  const colours = [colour('accent'), colour('gap'), colour('calm'), colour('close'), colour('met')];
  const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const firstOn = plan.series.flatMap(({ points }) => points.map(({ on }) => on)).sort()[0] ?? plan.today;
  // Over less than a year months would repeat along the axis.
  const tick = days(plan.today) - days(firstOn) < 300 ? shortDate : monthYear;
  const dayOf = (count: number) => new Date(Math.round(count) * 86_400_000).toISOString().slice(0, 10);
  return new Chart(canvas, {
    plugins: [namesOfConfirmers(colour('ink-2'))],
    type: 'line',
    data: {
      datasets: plan.series.map(({ label, points }, index) => {
        const sorted = [...points].sort((a, b) => a.on.localeCompare(b.on)).map(({ on, value, by }) => ({ x: days(on), y: value, by }));
        const last = sorted.at(-1);
        return {
          label, data: last ? [...sorted, { x: days(plan.today), y: last.y }] : [], stepped: 'before' as const,
          borderColor: colours[index], backgroundColor: colours[index], borderDash: stepDashes[index], pointStyle: marks[index], borderWidth: 2,
          pointRadius: sorted.map(() => 4).concat(0),
        };
      }),
    },
    options: {
      responsive: true, maintainAspectRatio: false,
      plugins: { legend: { display: false }, tooltip: { callbacks: {
        title: (items) => items.map((item) => shortDate(dayOf(item.parsed.x ?? 0))),
        label: (item) => `${item.dataset.label ?? ''}: ${item.parsed.y}${byOf(item.raw) ? `, confirmed by ${byOf(item.raw)}` : ''}`,
      } } },
      scales: {
        x: { type: 'linear', grid: { display: false }, ticks: { maxTicksLimit: 6, maxRotation: 0, callback: (value) => tick(dayOf(Number(value))) } },
        y: { min: 0, max: 5, ticks: { stepSize: 1 }, grid: { color: colour('line') } },
      },
    },
  });
}

function byOf(point: unknown): string | null {
  return (point as { by?: string | null }).by ?? null;
}

/** Writes above each confirmed step who confirmed it, where the name finds room. */
function namesOfConfirmers(ink: string): Plugin<'line'> {
  return {
    id: 'confirmers',
    afterDatasetsDraw(chart) {
      const { ctx, data, chartArea } = chart;
      const taken: { x: number; y: number; width: number }[] = [];
      ctx.save();
      ctx.fillStyle = ink;
      ctx.font = Chart.defaults.font.size + 'px ' + Chart.defaults.font.family;
      data.datasets.forEach((dataset, at) => dataset.data.forEach((point, index) => {
        const by = byOf(point);
        const mark = chart.getDatasetMeta(at).data[index];
        if (!by || !mark) return;
        const { width } = ctx.measureText(by);
        const place = { x: Math.max(chartArea.left, Math.min(mark.x - width / 2, chartArea.right - width)), y: mark.y - 9, width };
        if (taken.some(({ x, y, width: other }) => Math.abs(y - place.y) < 14 && x < place.x + width + 4 && place.x < x + other + 4)) return;
        taken.push(place);
        ctx.fillText(by, place.x, place.y);
      }));
      ctx.restore();
    },
  };
}

/** A long label in lines of about sixteen letters, broken between words, so that it stays inside the picture. */
function broken(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && `${line} ${word}`.length <= 16) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]} …`];
}

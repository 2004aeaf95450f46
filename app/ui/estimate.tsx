import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MoveSum } from '#app/domain/reckoning.ts';
import { estimateText, plural } from './format.ts';

type Part = { label: ReactNode; months: number; note?: ReactNode };
type EstimateProps = { months: number; parts: readonly Part[]; atMost?: boolean; rule?: ReactNode };

/** An estimate that looks like one ("about 6 months") and opens into its sum; `atMost` when skills in it are not rated yet. */
export function Estimate({ months, parts, atMost = false, rule }: EstimateProps) {
  const words = estimateText(months, atMost);
  return (
    <Opening words={words} total={months} foot={`Together, ${words}`} rule={rule}>
      <tbody>{parts.map((part, index) => <PartRow key={index} part={part} />)}</tbody>
    </Opening>
  );
}

type Route = { months: number; atMost: boolean; hops: readonly { name: string; months: number; atMost: boolean }[] };

/** The estimate of a route, opened into its moves. */
export function RouteEstimate({ months, atMost, hops }: Route) {
  return <Estimate months={months} atMost={atMost} parts={hops.map((hop) => ({ label: `To ${hop.name}`, months: hop.months, note: hop.atMost && 'at most' }))} />;
}

/** The estimate of one move: skills learnt side by side, waiting beside the learning, never less than a move takes. */
export function MoveEstimate({ sum, atMost }: { sum: MoveSum; atMost: boolean }) {
  const { months, skills, others, learning, waiting, least, sideBySide } = sum;
  const words = estimateText(months, atMost);
  const shared = `all ${sum.sum} shared out over ${sideBySide}, or the longest one, ${sum.longest}`;
  return (
    <Opening words={words} total={months} foot={`The longest of these, ${words}`}>
      {skills.length > 0 && (
        <tbody>
          {skills.map(({ text, months: cost }, index) => <PartRow key={index} part={{ label: text, months: cost }} />)}
          <PartRow strong part={{ label: 'Learning', note: `up to ${plural(sideBySide, 'skill', 'skills')} side by side: ${shared}`, months: learning }} />
        </tbody>
      )}
      {others.length > 0 && (
        <tbody>
          {others.map(({ text, months: cost }, index) => <PartRow key={index} part={{ label: text, months: cost }} />)}
          <PartRow strong part={{ label: 'Waiting', note: 'beside the learning: the longest one', months: waiting }} />
        </tbody>
      )}
      <tbody><PartRow strong part={{ label: 'The least before such a move', months: least }} /></tbody>
    </Opening>
  );
}

function Opening({ words, total, foot, rule, children }: { words: string; total: number; foot: string; rule?: ReactNode; children: ReactNode }) {
  return (
    <details className="estimate">
      <summary><ChevronRight aria-hidden="true" /><span>{words}</span><span className="visually-hidden">, show how this is reckoned</span></summary>
      <table className="small">
        <caption>How this is reckoned. Months are experience, not promises.</caption>
        <thead><tr><th scope="col">Step</th><th scope="col" className="num">Months</th></tr></thead>
        {children}
        <tfoot><tr><th scope="row">{foot}</th><td className="num">{total}</td></tr></tfoot>
      </table>
      {rule && <p className="muted small">{rule}</p>}
    </details>
  );
}

function PartRow({ part, strong = false }: { part: Part; strong?: boolean }) {
  return (
    <tr className={strong ? 'between' : undefined}>
      <th scope="row">{part.label}{part.note && <span className="muted small"> {part.note}</span>}</th>
      <td className="num">{part.months}</td>
    </tr>
  );
}

import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { estimateText } from './format.ts';

type Part = { label: ReactNode; months: number; note?: ReactNode };
type EstimateProps = { months: number; parts: readonly Part[]; atMost?: boolean; rule?: ReactNode };

/** An estimate that looks like one ("about 6 months") and opens into its sum; `atMost` when skills in it are not rated yet. */
export function Estimate({ months, parts, atMost = false, rule }: EstimateProps) {
  const words = estimateText(months, atMost);
  return (
    <details className="estimate">
      <summary><ChevronRight aria-hidden="true" /><span>{words}</span><span className="visually-hidden">, show how this is reckoned</span></summary>
      <table className="small">
        <caption>How this is reckoned. Months are experience, not promises.</caption>
        <thead><tr><th scope="col">Step</th><th scope="col" className="num">Months</th></tr></thead>
        <tbody>
          {parts.map((part, index) => (
            <tr key={index}>
              <th scope="row">{part.label}{part.note && <span className="muted small"> {part.note}</span>}</th>
              <td className="num">{part.months}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">Together, {words}</th><td className="num">{months}</td></tr></tfoot>
      </table>
      {rule && <p className="muted small">{rule}</p>}
    </details>
  );
}

import type { ReactNode } from 'react';

type MatrixRow = { key: string | number; header: ReactNode; cells: readonly ReactNode[]; total?: number };
type MatrixProps = {
  label: string;
  caption: ReactNode;
  corner: string;
  columns: readonly { key: string | number; label: string }[];
  rows: readonly MatrixRow[];
  totalLabel?: string;
  totalsLabel?: string;
  totals?: readonly ReactNode[];
};

/** People by skills, or anything by anything: scrolls sideways inside its own region, the first column stays, margins add up. */
export function Matrix({ label, caption, corner, columns, rows, totalLabel, totalsLabel, totals }: MatrixProps) {
  return (
    <section className="matrix" tabIndex={0} aria-label={label}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => <th key={column.key} scope="col"><span>{column.label}</span></th>)}
            {totalLabel && <th scope="col" className="num">{totalLabel}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.header}</th>
              {row.cells.map((cell, index) => <td key={columns[index]?.key ?? index}>{cell}</td>)}
              {totalLabel && <td className="num">{row.total}</td>}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              <th scope="row">{totalsLabel}</th>
              {totals.map((total, index) => <td key={columns[index]?.key ?? index} className={index >= columns.length ? 'num' : undefined}>{total}</td>)}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

type CellProps = { level: number | null; need?: number | null; confirmed?: boolean; stale?: boolean };

/** A level in a matrix: green meets the need, amber is one short, red more; underlined when confirmed, "·" when not rated. The words are there for screen readers. */
export function MatrixCell({ level, need, confirmed = false, stale = false }: CellProps) {
  if (level === null) return <span className="cell none"><span aria-hidden="true">·</span><span className="visually-hidden">not rated</span></span>;
  const short = Math.max(0, (need ?? 0) - level);
  const tone = !need ? '' : short === 0 ? 'met' : short === 1 ? 'one' : 'more';
  const words = [need && short > 0 ? `, ${short} short` : '', confirmed ? ', confirmed' : '', stale ? ', confirm again' : ''].join('');
  return <span className={`cell ${tone}${confirmed ? ' confirmed' : ''}`}><span>{level}{stale && <span aria-hidden="true">*</span>}<span className="visually-hidden">{words}</span></span></span>;
}

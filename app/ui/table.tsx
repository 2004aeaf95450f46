import { Link, useLocation } from '@remix-run/react';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  header: string;
  /** The header where it stands in every row, on a phone. */
  short?: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  rowHeader?: boolean;
  sortable?: boolean;
};
export type Sort = { key: string; descending: boolean };

type TableProps<Row> = {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  sort?: Sort;
  foot?: ReactNode;
  className?: string;
};

/** A table with caption and header cells; sorting is a link, so the order is in the address; on a phone each row becomes a short list. */
export function Table<Row>({ caption, columns, rows, rowKey, sort, foot, className = '' }: TableProps<Row>) {
  return (
    <table className={`stacks ${className}`.trim()}>
      <caption>{caption}</caption>
      <thead>
        <tr>{columns.map((column) => <HeaderCell key={column.key} column={column} sort={sort} />)}</tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => column.rowHeader
              ? <th key={column.key} scope="row">{column.cell(row)}</th>
              : <td key={column.key} className={column.numeric ? 'num' : undefined} data-label={column.short ?? column.header}><div>{column.cell(row)}</div></td>)}
          </tr>
        ))}
      </tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}

function HeaderCell<Row>({ column, sort }: { column: Column<Row>; sort?: Sort }) {
  const sorted = sort?.key === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" className={column.numeric ? 'num' : undefined} aria-sort={sorted}>
      {column.sortable ? <SortLink name={column.key} label={column.header} sorted={sorted} /> : column.header}
    </th>
  );
}

function SortLink({ name, label, sorted }: { name: string; label: string; sorted?: 'ascending' | 'descending' }) {
  const { search } = useLocation();
  const parameters = new URLSearchParams(search);
  parameters.delete('after');
  parameters.delete('before');
  parameters.set('sort', sorted === 'ascending' ? `-${name}` : name);
  const Icon = sorted === 'ascending' ? ArrowUp : sorted === 'descending' ? ArrowDown : ArrowUpDown;
  return <Link className="sort" to={`?${parameters}`} preventScrollReset>{label}<Icon aria-hidden="true" /></Link>;
}

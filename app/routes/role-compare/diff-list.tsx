type Row = { text: string; importance: string; before?: string };

/** Requirements of the second role, with what the first asks for where that is less. */
export function DiffList({ rows, empty }: { rows: readonly Row[]; empty: string }) {
  if (rows.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ul className="plain rows">
      {rows.map((row) => (
        <li key={row.text} className="row-tag">
          <span>{row.text}{row.before && <span className="muted small"> – before: {row.before}</span>}</span>
          <span className="muted small">{row.importance === 'essential' ? 'Essential' : 'Good to have'}</span>
        </li>
      ))}
    </ul>
  );
}

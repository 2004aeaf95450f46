import { WordingRow } from '#app/ui/wording-row.tsx';

type Wording = { skill: string; level: number; sentence: string; example: string };
type Row = { text: string; importance: string; before?: { text: string; wording: Wording | null }; wordings?: readonly Wording[] };

/** Requirements of the second role, new ones in the words of their level; those that grow with the words of the level before. */
export function DiffList({ rows, empty }: { rows: readonly Row[]; empty: string }) {
  if (rows.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ul className="plain rows">
      {rows.map((row, index) => (
        <li key={index} className="row-tag">
          <div>
            <WordingRow text={row.text} wordings={row.wordings ?? []} />
            {row.before && <p className="muted small">Before, {row.before.text}{row.before.wording?.sentence ? `: ${row.before.wording.sentence}` : '.'}</p>}
          </div>
          <span className="muted small">{row.importance === 'essential' ? 'Essential' : 'Good to have'}</span>
        </li>
      ))}
    </ul>
  );
}

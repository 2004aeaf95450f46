const names = ['Aware', 'Assisted', 'Independent', 'Advanced', 'Expert'] as const;
const steps = [1, 2, 3, 4, 5] as const;

/** The name of a level from 1 to 5: "Independent". */
export function levelName(level: number): string {
  return names[level - 1] ?? 'Not rated';
}

/** Number and name: "3 Independent"; "Not rated" for none. */
export function levelText(level: number | null): string {
  return level === null ? 'Not rated' : `${level} ${levelName(level)}`;
}

type LevelProps = { value: number | null; need?: number | null; confirmed?: boolean; stale?: boolean };

/** A level as five small bars and its number; the missing steps up to `need` are outlines, a tick means confirmed. */
export function Level({ value, need, confirmed = false, stale = false }: LevelProps) {
  const held = value ?? 0;
  const wanted = need ?? 0;
  return (
    <span className="lv">
      <span className="level" aria-hidden="true">
        {steps.map((step) => <i key={step} className={step <= held ? 'on' : step <= wanted ? 'need' : undefined} />)}
      </span>
      {value === null ? <span className="muted">not rated</span> : value}
      {confirmed && <> <span aria-hidden="true">✓</span><span className="visually-hidden">confirmed</span></>}
      {stale && <span className="muted small"> confirm again</span>}
    </span>
  );
}

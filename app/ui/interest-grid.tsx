import { layOutNarrowGrid, layOutWideGrid, type GridLayout, type GridSkill, type GridText } from './interest-grid-layout.ts';

/** Levels against interest, each skill named where it stands. Drawn on the server, once for a phone and once for a wider screen. */
export function InterestGrid({ label, skills }: { label: string; skills: readonly GridSkill[] }) {
  return (
    <>
      <Drawing label={label} layout={layOutWideGrid(skills)} className="interest-grid max-sm:hidden" />
      <Drawing label={label} layout={layOutNarrowGrid(skills)} className="interest-grid narrow sm:hidden" />
    </>
  );
}

function Drawing({ label, layout: { width, height, bands, heads, names }, className }: { label: string; layout: GridLayout; className: string }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={className}>
      {bands.map(({ x, y, width: across, height: down, tone }) => <rect key={`${x} ${y}`} className={tone} x={x} y={y} width={across} height={down} rx="6" />)}
      {[...heads, ...names].map((text) => <Words key={`${text.x} ${text.y}`} {...text} />)}
    </svg>
  );
}

function Words({ x, y, words, strong }: GridText) {
  return <text x={x} y={y} className={strong ? 'strong' : undefined}>{words}</text>;
}

import type { ReactNode } from 'react';

type Hop = { title: ReactNode; note?: ReactNode; more?: ReactNode; now?: boolean };

/** A route through roles, one step below the other; the step marked `now` is where the person is. */
export function RouteSteps({ hops }: { hops: readonly Hop[] }) {
  return (
    <ol className="hops">
      {hops.map((hop, index) => (
        <li key={index} className={hop.now ? 'hop now' : 'hop'}>
          <span className="dot" aria-hidden="true" />
          <div>
            <p><strong>{hop.title}</strong></p>
            {hop.note && <p className="muted small">{hop.note}</p>}
            {hop.more}
          </div>
        </li>
      ))}
    </ol>
  );
}

import { Link } from '@remix-run/react';
import { monthsText, plural } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Move = Awaited<ReturnType<typeof loader>>['after'][number];

const kinds = { promotion: 'Promotion', lateral: 'Sideways', specialise: 'Specialise', manage: 'Lead people' };

/** Moves into or out of a role: what the catalogue holds usual, and beside it what happened here. The two are never mixed. */
export function Moves({ title, moves, empty }: { title: string; moves: readonly Move[]; empty: string }) {
  return (
    <Section title={title} panel>
      {moves.length === 0 ? <p className="muted">{empty}</p> : (
        <ul className="plain rows">
          {moves.map((move) => (
            <li key={move.id} className="row-tag">
              <Link to={`/roles/${move.id}`}>{move.name}</Link>
              <span className="muted small">{kinds[move.kind]}</span>
              {move.typicalMonths && <span className="row-full muted small">Usually after {move.typicalMonths[0]} to {move.typicalMonths[1]} months (judgement).</span>}
              {move.trodden && <span className="row-full small">{plural(move.trodden.people, 'person', 'people')} made this move here, after {monthsText(move.trodden.medianMonths)} (median).</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

import { Link } from '@remix-run/react';
import type { SkillView } from '#app/features/ratings/queries/skill.server.ts';
import { EvidenceWords } from '#app/ui/evidence-words.tsx';
import { longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';
import { ShownOf } from '#app/ui/paging.tsx';
import { Tag } from '#app/ui/tag.tsx';

type Line = SkillView['history'][number];

/** Everything said about the level so far: by whom, when, with what to show for it. */
export function SoFar({ history, inAll, own, person }: SkillView) {
  return (
    <Section title="So far" panel>
      {history.length === 0
        ? <p className="muted">{own ? 'You have not rated this skill yet.' : 'Not rated yet.'}</p>
        : <ul className="plain rows tight">{history.map((line) => <li key={line.id} className="row-tag"><Said line={line} personId={person.id} /></li>)}</ul>}
      <ShownOf shown={history.length} total={inAll.history} what="ratings" />
      <p className="small mt-3"><Link to={`/people/${person.id}/evidence`}>{own ? 'All your evidence' : `All evidence of ${person.name}`}</Link></p>
    </Section>
  );
}

function Said({ line, personId }: { line: Line; personId: number }) {
  return (
    <>
      <div>
        <p>{levelText(line.level)}, {saidBy(line)}, {longDate(line.on)}{line.corrected && <span className="muted"> (corrected)</span>}</p>
        {line.note && <p className="muted small whitespace-pre-line wrap-anywhere">{line.note}</p>}
        {line.evidence.map((piece) => (
          <p key={piece.id} className="small wrap-anywhere whitespace-pre-line">
            {piece.kind !== 'link' && 'Shown by: '}<EvidenceWords piece={piece} personId={personId} />
          </p>
        ))}
        {line.source === 'peer' && <p className="muted small">A colleague’s view. It is shown and counts for nothing.</p>}
        {line.mayCorrect && <p className="small"><Link to={`?correct=${line.id}`}>Correct this<span className="visually-hidden"> rating of {levelText(line.level)}</span></Link></p>}
      </div>
      {(line.source === 'manager' || line.source === 'review') && <Tag tone="met" shape="check">Confirmed</Tag>}
    </>
  );
}

function saidBy({ source, by }: Line): string {
  switch (source) {
    case 'self': return `by ${by ?? 'the person'}`;
    case 'peer': return `by ${by ?? 'a colleague'}`;
    case 'review': return `decided in a review${by ? ` by ${by}` : ''}`;
    case 'manager': return by ? `by ${by}` : 'by a manager';
  }
}

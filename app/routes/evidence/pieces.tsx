import { Link } from '@remix-run/react';
import { fileTypes } from '#app/domain/file-type.ts';
import type { EvidenceView } from '#app/features/evidence/queries.server.ts';
import { Empty } from '#app/ui/empty.tsx';
import { EvidenceWords } from '#app/ui/evidence-words.tsx';
import { fileSize, longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Section } from '#app/ui/page.tsx';
import { Paging } from '#app/ui/paging.tsx';

type Piece = EvidenceView['pieces'][number];

const sources = { self: 'own rating', manager: 'confirmed by a manager', peer: 'a colleague’s view', review: 'decided in a review' };

/** Every piece with what it shows and what stands on it, newest first. */
export function Pieces({ view }: { view: EvidenceView }) {
  const { person, own, pieces, total, before, after } = view;
  if (pieces.length === 0) {
    return (
      <Section title="What there is">
        <Empty kind="nothing" title="No evidence yet">{own ? 'Add the first piece here, or with a rating on the page of a skill.' : `${person.name} has not given any.`}</Empty>
      </Section>
    );
  }
  return (
    <Section title="What there is">
      <ul className="plain rows panel">{pieces.map((piece) => <PieceRow key={piece.id} piece={piece} view={view} />)}</ul>
      <Paging label="pieces of evidence" shown={pieces.length} total={total} before={before === null ? null : String(before)} after={after === null ? null : String(after)} />
    </Section>
  );
}

function PieceRow({ piece, view: { person, own } }: { piece: Piece; view: EvidenceView }) {
  const address = `/people/${person.id}/skills`;
  const names = new Map(piece.skills.map(({ id, name }) => [id, name]));
  return (
    <li>
      <p className="typed"><EvidenceWords piece={piece} personId={person.id} />{piece.file && <span className="muted small nowrap"> {fileTypes[piece.file.type].name}, {fileSize(piece.file.bytes)}</span>}</p>
      <p className="small">
        Shows {piece.skills.length === 0 ? 'no skill yet' : piece.skills.map(({ id, name }, index) => <span key={id}>{index > 0 && ', '}<Link to={`${address}/${id}`}>{name}</Link></span>)}.
      </p>
      {piece.ratings.length > 0 && (
        <p className="small">Stands behind {piece.ratings.map((rating) => `${names.get(rating.skill) ?? rating.skill} at ${levelText(rating.level)} (${sources[rating.source]}, ${longDate(rating.on)})`).join('; ')}.</p>
      )}
      <p className="muted small cluster">
        <span>Added on {longDate(piece.addedOn)}.</span>
        {own && <Link to={`?change=${piece.id}`}>Change or remove<span className="visually-hidden"> the piece of {longDate(piece.addedOn)}: {piece.body.slice(0, 60)}</span></Link>}
      </p>
    </li>
  );
}

import type { EvidenceKind } from '#app/domain/evidence.ts';

type Piece = { id: number; kind: EvidenceKind; body: string };

/** A piece of evidence as it is read: words as they were typed, a link to follow, a file to save. */
export function EvidenceWords({ piece: { id, kind, body }, personId }: { piece: Piece; personId: number }) {
  switch (kind) {
    case 'link': return <a href={body} rel="noreferrer nofollow">{body}</a>;
    case 'file': return <a href={`/people/${personId}/evidence/${id}/file`}>{body}</a>;
    case 'text': return <>{body}</>;
  }
}

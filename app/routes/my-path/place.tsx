import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { capital, longDate } from '#app/ui/format.ts';

type Position = PathPage['position'];
type Post = Position['beside'][number];

const heldAs = { primary: '', acting: 'acting as ', secondment: 'on secondment as ', loan: 'on loan as ' };

/** The role held, where and since when, in one line; or what was last or comes next; with what is held beside it, and what is confirmed so far. */
export function Place({ data: { position } }: { data: PathPage }) {
  const { firstHere, beside, official } = position;
  return (
    <>
      {placeWords(position).filter(Boolean).join(' · ')}
      {beside.map((post) => <span key={`${post.kind} ${post.role} ${post.startedOn}`} className="also">Also {heldAs[post.kind]}{post.role} {datesOf(post)}{sureness(post)}</span>)}
      {official && <span className="also">Confirmed so far: {official.role} {datesOf(official)}</span>}
      {firstHere && <span className="also">With us since {longDate(firstHere)}</span>}
    </>
  );
}

function placeWords({ from, held, since }: Position): (string | null)[] {
  if (!from) return ['No role with us is recorded yet'];
  if (held === 'now') return [capital(`${heldAs[from.kind]}${from.role}`), placeOf(from), `since ${longDate(since ?? from.startedOn)}${sureness(from)}`];
  if (held === 'coming') return ['No role with us today', `from ${longDate(from.startedOn)} ${from.role}${sureness(from)}`];
  if (!from.ours) return ['No role with us is recorded yet', `last ${from.role} with an earlier employer`];
  return ['No role with us today', `last ${from.role}, until ${longDate(from.endedOn ?? from.startedOn)}${sureness(from)}`];
}

function placeOf({ team, site }: Post): string | null {
  return [team, site].filter(Boolean).join(', ') || null;
}

function datesOf({ startedOn, endedOn }: Post): string {
  return `since ${longDate(startedOn)}${endedOn ? ` until ${longDate(endedOn)}` : ''}`;
}

function sureness({ confirmed }: Post): string {
  return confirmed ? '' : ', stated and not confirmed yet';
}

import type { PathPage } from '#app/features/people/queries/my-path.server.ts';
import { longDate } from '#app/ui/format.ts';

type Post = NonNullable<PathPage['position']['now']>;

const beside = { primary: '', acting: 'acting as', secondment: 'on secondment as', loan: 'on loan as' };

/** The role held, where and since when, in one line; with what is held beside it, or what was last and comes next. */
export function Place({ data: { position, mine } }: { data: PathPage }) {
  const { now, since, firstHere, last, coming } = position;
  const parts = now
    ? [now.role, placeOf(now), `since ${longDate(since ?? now.startedOn)}${now.confirmed ? '' : ', stated and not confirmed yet'}`]
    : [
        coming || last ? 'No role with us today' : 'No role with us is recorded yet',
        last && `last ${last.role}, until ${longDate(last.endedOn ?? last.startedOn)}`,
        coming && `from ${longDate(coming.startedOn)} ${coming.role}${coming.confirmed ? '' : ', not confirmed yet'}`,
      ];
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      {position.beside.map((post) => (
        <span key={`${post.kind} ${post.role} ${post.startedOn}`} className="also">{besideText(post, mine)}</span>
      ))}
      {firstHere && <span className="also">With us since {longDate(firstHere)}</span>}
    </>
  );
}

function placeOf({ team, site }: Post): string | null {
  return [team, site].filter(Boolean).join(', ') || null;
}

function besideText(post: Post, mine: boolean): string {
  const dates = `since ${longDate(post.startedOn)}${post.endedOn ? ` until ${longDate(post.endedOn)}` : ''}`;
  if (post.kind === 'primary') return `${mine ? 'You say' : 'Stated'}: ${post.role} ${dates}, not confirmed yet`;
  return `Also ${beside[post.kind]} ${post.role} ${dates}${post.confirmed ? '' : ', not confirmed yet'}`;
}

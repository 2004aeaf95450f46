import { Link } from '@remix-run/react';
import type { AskView } from '#app/features/ratings/queries/asked.server.ts';
import { longDate } from '#app/ui/format.ts';
import { levelText } from '#app/ui/level.tsx';
import { Notice } from '#app/ui/notice.tsx';

/** What became of a question that is no longer open. */
export function Closed({ closed, person }: { closed: NonNullable<AskView['closed']>; person: string }) {
  const words = {
    withdrawn: `${person} withdrew this question on ${longDate(closed.on)}. There is nothing left to do.`,
    declined: `You said on ${longDate(closed.on)} that you would rather not say.`,
    rated: `You answered on ${longDate(closed.on)}: ${levelText(closed.level)}. Thank you.`,
  };
  return (
    <>
      <Notice tone="calm">{words[closed.answer]}</Notice>
      <p><Link to="/asked">See what else is asked of you</Link></p>
    </>
  );
}

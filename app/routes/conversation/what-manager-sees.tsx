import { FlagRow } from '#app/ui/flag-row.tsx';
import { longDate } from '#app/ui/format.ts';
import { Section } from '#app/ui/page.tsx';
import type { loader } from './route.tsx';

type Data = Awaited<ReturnType<typeof loader>>;

/** What a manager above sees of the person who reads this: the very line of the list, and what else stands on the page of the talk. */
export function WhatManagerSees({ data: { seen, clock, wish, today } }: { data: Data }) {
  if (!seen) return null;
  return (
    <Section title="What your manager sees of this">
      <p>{placeWords(seen.list, clock?.warnOn)}</p>
      {seen.row && seen.list !== 'counted' && <ul className="plain rows panel"><FlagRow row={seen.row} today={today} still /></ul>}
      <p className="mt-3">On the page for the talk: {wish ? `what you want next${wish.note ? ', with your words' : ''}` : 'that you have not said yet what you want next'}, {clock ? 'the dates of the clock, ' : ''}and this page as you see it, with the talks so far. The managers above yours see the same, and so does whoever stands in for them. Colleagues and recruiters see none of it.</p>
    </Section>
  );
}

function placeWords(list: NonNullable<Data['seen']>['list'], warnOn: string | undefined): string {
  switch (list) {
    case 'to-take-up': return 'You stand on their list of conversations to take up, like this:';
    case 'settled': return 'You stand on their list under “Settled for now”, like this:';
    case 'counted': return `You are not on their list before ${longDate(warnOn ?? '')}: until then they see only how many people have more time.`;
    default: return 'You are not on their list, as no clock is running for you.';
  }
}

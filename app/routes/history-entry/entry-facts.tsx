import { CheckList } from '#app/ui/check-list.tsx';
import { longDate } from '#app/ui/format.ts';
import { postKindName, shiftName } from '#app/ui/history-words.ts';
import type { EntryView } from '#app/features/history/queries/entry.server.ts';
import { nameOf } from './entry-words.ts';

/** What an entry says, as facts in rows. */
export function EntryFacts({ entry }: { entry: EntryView }) {
  return <CheckList rows={factsOf(entry).flatMap(([term, detail]) => (detail === null || detail === '' ? [] : [{ term, detail }]))} />;
}

function factsOf(entry: EntryView): [string, string | null][] {
  const on = (day: string | null, without: string) => (day ? longDate(day) : without);
  switch (entry.of) {
    case 'appointment': return [
      ['Role', nameOf(entry)], ['Kind', entry.employer ? null : postKindName(entry.kind)], ['First day', longDate(entry.startedOn)], ['Last day', on(entry.endedOn, 'goes on')],
      ['Team', entry.team], ['Site', entry.site], ['Shift', entry.shift && shiftName(entry.shift)],
      ['Hours a week', entry.hoursPerWeek === null ? null : String(entry.hoursPerWeek)], ['People led', entry.headcountLed === null ? null : String(entry.headcountLed)],
    ];
    case 'pause': return [['Why', nameOf(entry)], ['First day', longDate(entry.startedOn)], ['Last day', on(entry.endedOn, 'open')]];
    case 'certificate': return [['Certificate', nameOf(entry)], ['Issued', longDate(entry.issuedOn)], ['Expires', on(entry.expiresOn, 'does not expire')]];
    case 'education': return [['Level', nameOf(entry)], ['Institution', entry.institution], ['Finished', on(entry.finishedOn, 'not yet')]];
  }
}

import { educationLevelName, pauseKindName } from '#app/ui/history-words.ts';
import type { EntryView } from '#app/features/history/queries/entry.server.ts';

export type PathKind = 'appointments' | 'pauses' | 'certificates' | 'education';

/** What an address calls by a plural. */
export const kindOf = { appointments: 'appointment', pauses: 'pause', certificates: 'certificate', education: 'education' } as const;

const headings = {
  appointments: { own: 'Log a role', other: 'Enter a role for' },
  pauses: { own: 'Log time away', other: 'Enter time away for' },
  certificates: { own: 'Add a certificate', other: 'Add a certificate for' },
  education: { own: 'Add education', other: 'Add education for' },
};

/** The heading of the page: what is added, or the entry's own name. */
export function headingOf(kind: PathKind, entry: EntryView | null, own: boolean, name: string): string {
  if (entry) return nameOf(entry);
  return own ? headings[kind].own : `${headings[kind].other} ${name}`;
}

/** An entry in a few words. */
export function nameOf(entry: EntryView): string {
  switch (entry.of) {
    case 'appointment': return entry.employer ? `${entry.title} at ${entry.employer}` : entry.title;
    case 'pause': return pauseKindName(entry.kind);
    case 'certificate': return entry.title;
    case 'education': return entry.subject ? `${educationLevelName(entry.level)} in ${entry.subject}` : educationLevelName(entry.level);
  }
}

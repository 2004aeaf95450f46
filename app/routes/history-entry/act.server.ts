import { decideEntries, removeEntry } from '#app/features/history/commands/decide.server.ts';
import { endEntry, saveEntry, type Saved } from '#app/features/history/commands/save.server.ts';
import type { EntryForm } from '#app/features/history/input.server.ts';
import { notFound, refused, type Result, type SignedCall } from '#app/server/command.server.ts';
import { longDate } from '#app/ui/format.ts';
import type { z } from 'zod';
import type { PathKind } from './entry-words.ts';
import { kindOf } from './entry-words.ts';

/** Carries out the form that the page of an entry sent, and says in a sentence what came of it. */
export async function carryOut(call: SignedCall, person: number, path: PathKind, id: number | null, form: z.output<typeof EntryForm>): Promise<Result<string>> {
  const kind = kindOf[path];
  switch (form.intent) {
    case 'save-appointment':
    case 'save-pause':
    case 'save-certificate':
    case 'save-education':
      if (form.intent !== `save-${kind}`) return notFound();
      return said(await saveEntry(call, person, id, form), savedWords);
    case 'end':
      if (id === null || (kind !== 'appointment' && kind !== 'pause')) return notFound();
      return said(await endEntry(call, person, kind, id, form), savedWords);
    case 'remove':
      if (id === null) return notFound();
      return said(await removeEntry(call, person, kind, id, form.version), () => 'Removed.');
    case 'decide':
      if (form.entries.some((entry) => entry.kind !== kind || entry.id !== id)) return refused('Please decide the other entries on the page of the history.');
      return said(await decideEntries(call, person, form), ({ decision, person: name }) => (decision === 'confirm' ? `Confirmed for ${name}.` : `Declined. ${name} can change it and send it again.`));
  }
}

function savedWords({ status, person, ended }: Saved): string {
  if (status === 'stated') return `Saved as stated. Your manager sees it.${ended.map(({ role, on }) => ` With it ${role} ends on ${longDate(on)}.`).join('')}`;
  return `Confirmed for ${person}.${ended.map(({ role, on }) => ` ${role} ends on ${longDate(on)}.`).join('')}`;
}

function said<T>(result: Result<T>, words: (value: T) => string): Result<string> {
  return result.done ? { ...result, value: words(result.value) } : result;
}

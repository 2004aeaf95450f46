import { addEvidence, changeEvidence, removeEvidence } from '#app/features/evidence/commands.server.ts';
import type { EvidenceForm } from '#app/features/evidence/input.server.ts';
import type { Result, SignedCall } from '#app/server/command.server.ts';
import { readUpload } from '#app/server/upload.server.ts';
import { plural } from '#app/ui/format.ts';
import type { z } from 'zod';

/** Carries out the form of the page that was sent, and says in a sentence what came of it. */
export async function carryOut(call: SignedCall, person: number, form: z.output<typeof EvidenceForm>): Promise<Result<string>> {
  switch (form.intent) {
    case 'add':
      return said(await addEvidence(call, person, form, form.file ? await readUpload(form.file) : null), ({ pieces }) => `Added ${plural(pieces, 'piece', 'pieces')} of evidence. You can put it to a rating on the page of the skill.`);
    case 'change':
      return said(await changeEvidence(call, person, form), ({ skills }) => `Saved: it shows ${plural(skills, 'skill', 'skills')} from now on.`);
    case 'remove':
      return said(await removeEvidence(call, person, form.evidence), ({ kind }) => (kind === 'file' ? 'Removed, the file with it.' : 'Removed.'));
  }
}

function said<T>(result: Result<T>, words: (value: T) => string): Result<string> {
  return result.done ? { ...result, value: words(result.value) } : result;
}

import type { EntryKind } from '#app/domain/entry.ts';
import type { SignedStep } from '#app/server/command.server.ts';
import { holdPerson } from '#app/server/hold-person.server.ts';
import { entriesOf, type Entries } from '../queries/entries.server.ts';
import { rightsOf, type Rights } from '../rights.ts';

/** Whose history is about to change. */
export interface Subject {
  personId: number;
  name: string;
  own: boolean;
  rights(kind: EntryKind): Rights;
  entries: Entries;
}

/** The person with the history as it is, held. 404 for everybody but the person and the line. */
export async function holdSubject(step: SignedStep, personId: number): Promise<Subject> {
  const { name, viewer } = await holdPerson(step, personId, 'appointments');
  return { personId, name, own: viewer.relation === 'self', rights: (kind) => rightsOf(viewer, kind), entries: await entriesOf(step.trx, personId) };
}

import { sql } from 'kysely';
import type { EntryKind } from '#app/domain/entry.ts';
import { mayRead, type Relation } from '#app/domain/permission.ts';
import { notFound, type SignedStep } from '#app/server/command.server.ts';
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

/**
 * The person with the history as it is, held until the end of the transaction, so that of two people who act at once the
 * second decides on what the first has left. 404 for everybody but the person and the line.
 */
export async function holdSubject(step: SignedStep, personId: number): Promise<Subject> {
  const found = await step.trx.selectFrom('people')
    .select(['name', sql<Relation>`actor_relation(${step.actor.personId}::int, person_id, ${step.today}::date)`.as('relation')])
    .where('personId', '=', personId).where('erasedAt', 'is', null).forNoKeyUpdate().executeTakeFirst();
  if (!found) return notFound();
  const viewer = { roles: step.actor.access, relation: found.relation };
  if (!mayRead(viewer, 'appointments')) return notFound();
  return { personId, name: found.name, own: found.relation === 'self', rights: (kind) => rightsOf(viewer, kind), entries: await entriesOf(step.trx, personId) };
}

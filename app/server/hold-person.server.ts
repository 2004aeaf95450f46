import { sql } from 'kysely';
import { mayRead, type PersonPart, type Relation, type Viewer } from '#app/domain/permission.ts';
import { notFound, type SignedStep } from './command.server.ts';

/** Somebody whose rows are about to change, and what whoever acts is to them. */
export interface HeldPerson {
  name: string;
  viewer: Viewer;
}

/**
 * The person held until the end of the transaction, so that of two people who act at once the second decides on what the first
 * has left. 404 when there is nobody, and for whoever may not read that part of the person (architecture.md).
 */
export async function holdPerson({ trx, actor, today }: SignedStep, personId: number, part: PersonPart): Promise<HeldPerson> {
  const found = await trx.selectFrom('people')
    .select(['name', sql<Relation>`actor_relation(${actor.personId}::int, person_id, ${today}::date)`.as('relation')])
    .where('personId', '=', personId).where('erasedAt', 'is', null).forNoKeyUpdate().executeTakeFirst();
  if (!found) return notFound();
  const viewer = { roles: actor.access, relation: found.relation };
  return mayRead(viewer, part) ? { name: found.name, viewer } : notFound();
}

/** Oneself, held the same way: 404 for everybody else. */
export async function holdOneself({ trx, actor }: SignedStep, personId: number): Promise<void> {
  if (actor.personId !== personId) notFound();
  await trx.selectFrom('people').select('personId').where('personId', '=', personId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

import { sql } from 'kysely';
import type { EntryKind } from '#app/domain/entry.ts';
import { mayRead, type Relation } from '#app/domain/permission.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { rightsOf, type Rights } from '../rights.ts';

/** Whose history is read, and what the reader may do with each kind of entry. */
export interface Reader { name: string; own: boolean; rights(kind: EntryKind): Rights }

/** Finds whose history is asked for. 404 for everybody but the person, the managers of the line and their deputies. */
export async function findSubject(db: ReadDb, actor: Actor, today: string, personId: number): Promise<Reader> {
  const found = await db.selectFrom('people')
    .select(['name', sql<Relation>`actor_relation(${actor.personId}::int, person_id, ${today}::date)`.as('relation')])
    .where('personId', '=', personId).where('erasedAt', 'is', null).executeTakeFirst();
  if (!found) return notFound();
  const viewer = { roles: actor.access, relation: found.relation };
  if (!mayRead(viewer, 'appointments')) return notFound();
  return { name: found.name, own: found.relation === 'self', rights: (kind) => rightsOf(viewer, kind) };
}

import { z } from 'zod';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** `/people/:id/take-with-me` and what lies below */
export const TakeParams = z.object({ id: z.number().int().positive() });

/** Who takes something along, and the file that waits to be checked before it is brought in. 404 for everybody but the person. */
export async function getTaking(db: ReadDb, actor: Actor, personId: number) {
  if (actor.personId !== personId) return notFound();
  const found = await db.selectFrom('people as p').leftJoin('resumeDrafts as d', 'd.personId', 'p.personId').select(['p.name', 'd.fileName as draft'])
    .where('p.personId', '=', personId).where('p.erasedAt', 'is', null).executeTakeFirst();
  return found ? { id: personId, ...found } : notFound();
}

import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '#app/server/actor.server.ts';

/**
 * Whether a question (`rating_requests q` beside `people p`, who asks) is one to the actor as a colleague, whatever became of it.
 * Never where the actor may not see the name of who asks: somebody who left, or anybody for a recruiter. The database's
 * function `open_asks` says the same of those that are open.
 */
export function isAddressedTo(actor: Actor, today: string): RawBuilder<boolean> {
  if (actor.personId === null || actor.access.includes('recruiter')) return sql<boolean>`false`;
  return sql<boolean>`(q.asked_of = ${actor.personId} and p.erased_at is null and exists (select from appointments a where a.person_id = q.person_id
    and a.kind = 'primary' and a.employer is null and a.status = 'confirmed' and daterange(a.started_on, a.ended_on, '[]') @> ${today}::date))`;
}

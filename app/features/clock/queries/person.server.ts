import { sql } from 'kysely';
import type { Relation } from '#app/domain/permission.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb, Trx } from '#db/handle.ts';
import type { ClockFacts } from './clock.server.ts';

/** A person with what the clock reads, for those who may see it: the person and the line above. 404 for everybody else. */
export async function getClockPerson(db: ReadDb | Trx, actor: Pick<Actor, 'personId'>, today: string, personId: number) {
  const person = await db.selectFrom('people as p').innerJoin('backgrounds as b', 'b.personId', 'p.personId')
    .select(['p.personId', 'p.name', 'b.appointments', 'b.pauses', 'b.settlements', 'b.wish'])
    .select(sql<string | null>`(select w.note from wishes w where w.person_id = p.person_id and w.withdrawn_at is null)`.as('wishNote'))
    .select(sql<Relation>`actor_relation(${actor.personId}, p.person_id, ${today})`.as('relation'))
    .where('p.personId', '=', personId).where('p.erasedAt', 'is', null)
    .where(sql<boolean>`actor_relation(${actor.personId}, p.person_id, ${today}) <> 'colleague'`)
    .$castTo<{ personId: number; name: string; relation: Relation; wishNote: string | null } & ClockFacts>()
    .executeTakeFirst();
  return person ?? notFound();
}

import { sql, type RawBuilder } from 'kysely';
import { mayRead } from '#app/domain/permission.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** Whether the actor sees the name, role, team and site of people outside the own line: everybody but recruiters, whom only profiles are for. */
export function seesColleagues(actor: Pick<Actor, 'access'>): boolean {
  return mayRead({ roles: actor.access, relation: 'colleague' }, 'name');
}

/** People with the role they hold with us today, in the actor's scope: oneself, the own line, current colleagues; for administrators everybody. */
export function peopleInScope(db: ReadDb, actor: Actor, today: string) {
  return db.selectFrom('people as p')
    .leftJoin('appointments as a', (join) => join.onRef('a.personId', '=', 'p.personId')
      .on('a.kind', '=', 'primary').on('a.employer', 'is', null).on('a.status', '=', 'confirmed')
      .on(sql<boolean>`daterange(a.started_on, a.ended_on, '[]') @> ${today}::date`))
    .where('p.erasedAt', 'is', null)
    .where(inScope(actor, today));
}

function inScope(actor: Actor, today: string): RawBuilder<boolean> {
  if (actor.access.includes('admin')) return sql<boolean>`true`;
  const own = sql`p.person_id = ${actor.personId}::int or p.person_id in (select person_id from reporting_line(${actor.personId}::int, ${today}::date))`;
  return seesColleagues(actor) ? sql<boolean>`(a.appointment_id is not null or ${own})` : sql<boolean>`(${own})`;
}

/** A pattern for `ilike` that takes what was typed as it is: % and _ are letters like others. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

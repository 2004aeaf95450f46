import { sql } from 'kysely';
import { currentAppointment } from '#app/domain/appointment.ts';
import { isWithdrawable } from '#app/domain/outcome.ts';
import { conversationName } from '#app/domain/role.ts';
import { nextRoles, type Transition } from '#app/domain/transition.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { clockOf, type ClockCatalogue } from './clock.server.ts';
import { getClockPerson } from './person.server.ts';
import { clockView } from './talk.server.ts';

/** A person's conversation: when it is due, what they want next, what was talked about; for the person and the line above. */
export async function getConversation(db: ReadDb, actor: Actor, today: string, personId: number) {
  const [person, catalogue, talks] = await Promise.all([
    getClockPerson(db, actor, today, personId),
    db.selectFrom('catalogue').select(['families', 'roles', 'transitions', 'policy']).$castTo<ClockCatalogue & { transitions: Transition[] }>().executeTakeFirstOrThrow(),
    db.selectFrom('talks as t').leftJoin('settlements as s', 's.talkId', 't.talkId').innerJoin('people as m', 'm.personId', 't.recordedBy')
      .select(['t.talkId', 't.heldOn', 't.kind', 's.outcome', 's.nextCheckOn', 's.withdrawnOn', 't.acknowledgedAt', 'm.name as manager'])
      .where('t.personId', '=', personId)
      .where(sql<boolean>`actor_relation(${actor.personId}, t.person_id, ${today}) <> 'colleague'`)
      .orderBy('t.heldOn', 'desc').orderBy('t.talkId', 'desc').execute(),
  ]);
  const running = clockOf(person, catalogue, today);
  const current = currentAppointment(person.appointments, today)?.roleId ?? null;
  const ahead = new Set(current ? nextRoles(catalogue.transitions, current) : []);
  const choices = catalogue.roles.filter(({ id }) => id !== current).map(({ id, name }) => ({ id, name, next: ahead.has(id) }));
  const settlement = running?.clock.settlement ?? null;
  return {
    today,
    mine: person.relation === 'self',
    person: { id: person.personId, name: person.name },
    conversation: running ? conversationName(running.rule.afterMonths) : null,
    clock: running && clockView(running.clock),
    renewMonths: running?.rule.renewMonths ?? null,
    settled: settlement && settlement.withdrawnOn === null && isWithdrawable(settlement.outcome) ? { outcome: settlement.outcome, nextCheckOn: settlement.nextCheckOn } : null,
    wish: person.wish && { ...person.wish, towards: catalogue.roles.find(({ id }) => id === person.wish?.roleId)?.name ?? null },
    choices,
    talks,
  };
}

import { sql } from 'kysely';
import { currentAppointment } from '#app/domain/appointment.ts';
import { deferralsInARow, latestCheck, proposedCheck } from '#app/domain/outcome.ts';
import { conversationName } from '#app/domain/role.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { forbidden, notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { clockOf, lastSettlementId, type ClockCatalogue } from './clock.server.ts';
import { getClockPerson } from './person.server.ts';

/** What the page needs on which a manager records a talk with somebody below; 403 for the person themselves. */
export async function getTalkForm(db: ReadDb, actor: Actor, today: string, personId: number) {
  const [person, catalogue] = await Promise.all([
    getClockPerson(db, actor, today, personId),
    db.selectFrom('catalogue').select(['families', 'roles', 'policy']).$castTo<ClockCatalogue>().executeTakeFirstOrThrow(),
  ]);
  if (person.relation === 'self') return forbidden();
  const running = clockOf(person, catalogue, today);
  const roleName = (id: string | null | undefined) => catalogue.roles.find((role) => role.id === id)?.name ?? null;
  return {
    today,
    person: { id: person.personId, name: person.name, role: roleName(currentAppointment(person.appointments, today)?.roleId) },
    wish: person.wish && { wish: person.wish.wish, towards: roleName(person.wish.roleId), note: person.wishNote },
    after: lastSettlementId(person),
    conversation: running ? conversationName(running.rule.afterMonths) : null,
    clock: running && clockView(running.clock),
    next: running && {
      renewed: proposedCheck('stay', today, running.rule, running.policy),
      developLatest: latestCheck('develop', today, running.policy),
      deferLatest: latestCheck('defer', today, running.policy),
      defersInARow: deferralsInARow(person.settlements),
    },
  };
}

/** One talk, for the person and the line above. 404 for everybody else. */
export async function getTalk(db: ReadDb, actor: Actor, today: string, talkId: number) {
  const talk = await db.selectFrom('talks as t')
    .innerJoin('people as p', 'p.personId', 't.personId')
    .innerJoin('people as m', 'm.personId', 't.recordedBy')
    .leftJoin('settlements as s', 's.talkId', 't.talkId')
    .select(['t.talkId', 't.personId', 'p.name', 'm.name as manager', 't.kind', 't.heldOn', 't.wish', 't.note', 't.recordedAt',
      't.acknowledgedAt', 't.comment', 't.version', 's.outcome', 's.reason', 's.nextCheckOn', 's.withdrawnOn'])
    .where('t.talkId', '=', talkId).where('p.erasedAt', 'is', null)
    .where(sql<boolean>`actor_relation(${actor.personId}, t.person_id, ${today}) <> 'colleague'`)
    .executeTakeFirst();
  return talk ? { ...talk, mine: talk.personId === actor.personId, today } : notFound();
}

type Clock = NonNullable<ReturnType<typeof clockOf>>['clock'];

/** The fields of a clock that pages draw. */
export function clockView({ startedOn, warnOn, dueOn, overdueOn, status, daysUntilDue, countedDays }: Clock) {
  return { startedOn, warnOn, dueOn, overdueOn, status, daysUntilDue, countedDays };
}

import { sql } from 'kysely';
import { confirmedAppointment } from '#app/domain/appointment.ts';
import { isFlagged } from '#app/domain/flag.ts';
import { isWithdrawable } from '#app/domain/outcome.ts';
import { conversationName } from '#app/domain/role.ts';
import type { Background } from '#app/domain/standing.ts';
import { nextRoles, type Transition } from '#app/domain/transition.ts';
import { whereabouts } from '#app/domain/whereabouts.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { clockOf } from './clock.server.ts';
import { rowOf, type FlagCatalogue } from './flags.server.ts';
import { getClockPerson } from './person.server.ts';
import { clockView } from './talk.server.ts';

type OwnFacts = Pick<Background, 'levels' | 'education' | 'certificates'>;

/**
 * A person's conversation: when it is due, what they want next, what was talked about; for the person and the line above. The
 * person is shown besides what a manager sees of them.
 */
export async function getConversation(db: ReadDb, actor: Actor, today: string, personId: number) {
  const own = actor.personId === personId;
  const [person, catalogue, talks, facts] = await Promise.all([
    getClockPerson(db, actor, today, personId),
    db.selectFrom('catalogue').select(['families', 'roles', 'transitions', 'policy', 'requirements']).select(sql<string>`coalesce((select time_zone from organisation), 'UTC')`.as('timeZone'))
      .$castTo<FlagCatalogue & { transitions: Transition[]; timeZone: string }>().executeTakeFirstOrThrow(),
    db.selectFrom('talks as t').leftJoin('settlements as s', 's.talkId', 't.talkId').innerJoin('people as m', 'm.personId', 't.recordedBy')
      .select(['t.talkId', 't.heldOn', 't.kind', 's.outcome', 's.nextCheckOn', 's.withdrawnOn', 't.acknowledgedAt', 'm.name as manager'])
      .where('t.personId', '=', personId)
      .where(sql<boolean>`actor_relation(${actor.personId}, t.person_id, ${today}) <> 'colleague'`)
      .orderBy('t.heldOn', 'desc').orderBy('t.talkId', 'desc').execute(),
    own ? db.selectFrom('backgrounds').select(['levels', 'education', 'certificates']).where('personId', '=', personId).$castTo<OwnFacts>().executeTakeFirst() : undefined,
  ]);
  const running = clockOf(person, catalogue, today);
  const { from, beside } = whereabouts(person.appointments, today);
  const ahead = new Set(from ? nextRoles(catalogue.transitions, from.roleId) : []);
  const roleName = (id: string | null | undefined) => catalogue.roles.find((role) => role.id === id)?.name ?? null;
  const row = facts ? rowOf({ ...person, ...facts, direct: true }, catalogue, today) : null;
  const choices = catalogue.roles.filter(({ id }) => id !== from?.roleId).map(({ id, name }) => ({ id, name, next: ahead.has(id) }));
  const settlement = running?.clock.settlement ?? null;
  return {
    today,
    mine: person.relation === 'self',
    person: { id: person.personId, name: person.name },
    conversation: running ? conversationName(running.rule.afterMonths) : null,
    clock: running && clockView(running.clock),
    renewMonths: running?.rule.renewMonths ?? null,
    settled: settlement && settlement.withdrawnOn === null && isWithdrawable(settlement.outcome) ? { outcome: settlement.outcome, nextCheckOn: settlement.nextCheckOn } : null,
    wish: person.wish && { ...person.wish, towards: roleName(person.wish.roleId), note: person.wishNote },
    timeZone: catalogue.timeZone,
    /** The main role, which the clock follows, and the roles held beside it. */
    roles: { main: roleName(confirmedAppointment(person.appointments, today)?.roleId), beside: beside.flatMap(({ roleId }) => roleName(roleId) ?? []) },
    /** For the person: where on a manager's list they stand, and the very line. */
    seen: own ? { list: row && listOf(row), row } : null,
    choices,
    talks,
  };
}

/** Where on the list of a manager a line stands: to take up, settled for now, or only counted among those with more time. */
function listOf({ clock, settledBy }: NonNullable<ReturnType<typeof rowOf>>): 'to-take-up' | 'settled' | 'counted' {
  if (isFlagged(clock.status)) return 'to-take-up';
  return settledBy === null ? 'counted' : 'settled';
}

import { sql } from 'kysely';
import { confirmedAppointment } from '#app/domain/appointment.ts';
import { compareFlags, isFlagged } from '#app/domain/flag.ts';
import { readiness } from '#app/domain/readiness.ts';
import type { RoleRequirement } from '#app/domain/requirement.ts';
import { conversationName } from '#app/domain/role.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { clockOf, type ClockCatalogue, type ClockFacts } from './clock.server.ts';

export type FlagPerson = { personId: number; name: string; direct: boolean } & Background & ClockFacts;
export type FlagCatalogue = ClockCatalogue & { requirements: RoleRequirement[] };

/** Everybody below the actor whose conversation is coming up, due, past due or paused, in the order to take them up; and who has settled. */
export async function listFlags(db: ReadDb, actor: Actor, today: string, show: 'all' | 'direct') {
  const [people, catalogue] = await Promise.all([
    db.selectFrom('people as p').innerJoin('backgrounds as b', 'b.personId', 'p.personId')
      .select(['p.personId', 'p.name', 'b.levels', 'b.appointments', 'b.pauses', 'b.education', 'b.certificates', 'b.settlements', 'b.wish'])
      .select(sql<boolean>`exists (select from reporting_lines line where line.person_id = p.person_id
        and line.manager_id in (select head_id from led_by(${actor.personId}, ${today}))
        and daterange(line.started_on, line.ended_on, '[]') @> ${today}::date)`.as('direct'))
      .where('p.personId', 'in', sql<number>`(select person_id from reporting_line(${actor.personId}, ${today}))`).where('p.erasedAt', 'is', null)
      .$castTo<FlagPerson>().execute(),
    db.selectFrom('catalogue').select(['families', 'roles', 'requirements', 'policy']).$castTo<FlagCatalogue>().executeTakeFirstOrThrow(),
  ]);
  const shown = people.filter(({ direct }) => show === 'all' || direct).flatMap((person) => rowOf(person, catalogue, today) ?? []);
  return {
    show,
    below: people.length,
    direct: people.filter(({ direct }) => direct).length,
    flagged: shown.filter(({ clock }) => isFlagged(clock.status)).sort((a, b) => compareFlags({ ...a, wish: a.wish?.wish ?? null }, { ...b, wish: b.wish?.wish ?? null })),
    settled: shown.filter(({ clock, settledBy }) => clock.status === 'ahead' && settledBy !== null).sort((a, b) => (a.clock.dueOn < b.clock.dueOn ? -1 : 1)),
    ahead: shown.filter(({ clock, settledBy }) => clock.status === 'ahead' && settledBy === null).length,
  };
}

/** A person as they stand on the list of a manager above them; null without a running clock. */
export function rowOf(person: FlagPerson, catalogue: FlagCatalogue, today: string) {
  const running = clockOf(person, catalogue, today);
  if (!running) return null;
  const { clock, rule, policy } = running;
  const roleName = (id: string | null) => catalogue.roles.find((role) => role.id === id)?.name ?? null;
  const towards = person.wish?.wish === 'move' && person.wish.roleId ? person.wish.roleId : null;
  const near = towards
    ? readiness(standingOf(person, 'claimed', today, policy), catalogue.requirements.filter(({ role }) => role === towards), 'claimed', policy).status
    : null;
  return {
    personId: person.personId,
    name: person.name,
    direct: person.direct,
    role: roleName(confirmedAppointment(person.appointments, today)?.roleId ?? null),
    conversation: conversationName(rule.afterMonths),
    clock: {
      startedOn: clock.startedOn, warnOn: clock.warnOn, dueOn: clock.dueOn, overdueOn: clock.overdueOn,
      status: clock.status, daysUntilDue: clock.daysUntilDue, countedDays: clock.countedDays,
    },
    settledBy: clock.settled && clock.settlement && clock.settlement.withdrawnOn === null ? clock.settlement.outcome : null,
    wish: person.wish && { wish: person.wish.wish, towards: roleName(towards), readiness: near },
  };
}

import { sql } from 'kysely';
import { may, mayRead, type Relation } from '#app/domain/permission.ts';
import { policyOf, type Policy } from '#app/domain/policy.ts';
import type { Requirement } from '#app/domain/requirement.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** Whose skills are read, and what the reader may do with them. */
export interface Subject {
  person: { id: number; name: string };
  /** Reads about oneself, and so may rate. */
  own: boolean;
  mayConfirm: boolean;
  /** The role held today by the person's confirmed primary appointment with us. */
  currentRole: string | null;
  timeZone: string;
  policy: Policy;
}

/** Finds whose skills are asked for. 404 for everybody but the person, the managers of the line and their deputies. */
export async function getSubject(db: ReadDb, actor: Actor, today: string, personId: number): Promise<Subject> {
  const { rows: [row] } = await sql<{ name: string; relation: Relation; currentRole: string | null; timeZone: string | null; policy: unknown }>`
    select p.name, actor_relation(${actor.personId}::int, p.person_id, ${today}::date) as relation, o.time_zone, o.policy,
      (select a.role_id from appointments a where a.person_id = p.person_id and a.kind = 'primary' and a.employer is null and a.status = 'confirmed'
        and daterange(a.started_on, a.ended_on, '[]') @> ${today}::date) as current_role
    from people p left join organisation o on true
    where p.person_id = ${personId} and p.erased_at is null`.execute(db);
  if (!row) notFound();
  const viewer = { roles: actor.access, relation: row.relation };
  if (!mayRead(viewer, 'ratings')) notFound();
  return {
    person: { id: personId, name: row.name },
    own: may(viewer, 'write', 'ratings'),
    mayConfirm: may(viewer, 'confirm', 'ratings'),
    currentRole: row.currentRole,
    timeZone: row.timeZone ?? 'UTC',
    policy: policyOf(row.policy),
  };
}

/** A role that levels are held against, and the others there are. */
export interface RoleAsked {
  role: { id: string; name: string; current: boolean } | null;
  roles: { id: string; name: string }[];
  asks: ReadonlyMap<string, Ask>;
  requirements: Requirement[];
}

/** What a role asks of one skill; `either`: something else would do as well. */
export interface Ask {
  level: Level;
  importance: 'essential' | 'desirable';
  either: boolean;
}

/** The role asked for, else the person's own, with what it asks of each skill. 404 when there is no such role. */
export async function getRoleAsked(db: ReadDb, subject: Subject, wanted: string | undefined): Promise<RoleAsked> {
  const chosen = wanted ?? subject.currentRole;
  const { rows } = await sql<{ id: string; name: string; requirements: Requirement[] | null }>`
    select r.role_id as id, r.name, case when r.role_id = ${chosen} then (
      select jsonb_agg(jsonb_build_object('importance', q.importance, 'anyOf', q.any_of) order by q.position)
      from current_requirements q where q.role_id = r.role_id) end as requirements
    from roles r where ${isOffered('r')} or r.role_id = ${chosen} order by r.grade, r.name`.execute(db);
  const role = rows.find(({ id }) => id === chosen);
  if (wanted !== undefined && !role) notFound();
  const requirements = role?.requirements ?? [];
  return {
    role: role ? { id: role.id, name: role.name, current: role.id === subject.currentRole } : null,
    roles: rows.map(({ id, name }) => ({ id, name })),
    asks: asksOf(requirements),
    requirements,
  };
}

/** What requirements ask of each skill: of several the essential one, then the highest. */
function asksOf(requirements: readonly Requirement[]): Map<string, Ask> {
  const asks = new Map<string, Ask>();
  for (const { importance, anyOf } of requirements) {
    for (const criterion of anyOf) {
      if (criterion.kind !== 'skill') continue;
      const ask: Ask = { level: criterion.level, importance, either: anyOf.length > 1 };
      const known = asks.get(criterion.skill);
      if (!known || weightOf(ask) > weightOf(known)) asks.set(criterion.skill, ask);
    }
  }
  return asks;
}

function weightOf({ importance, level, either }: Ask): number {
  return (importance === 'essential' ? 100 : 0) + (either ? 0 : 10) + level;
}

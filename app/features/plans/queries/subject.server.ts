import { sql } from 'kysely';
import { mayRead, type Relation } from '#app/domain/permission.ts';
import type { ItemKind, ItemState, PlanOutcome } from '#app/domain/plan.ts';
import type { Rating } from '#app/domain/rating.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** A plan as it is kept, with the name of what it is for. */
export interface PlanRow {
  id: number; roleId: string | null; skillId: string | null; level: Level | null; target: string; retiredOn: string | null; targetOn: string | null; route: string[];
  startedOn: string; /** In milliseconds. */ startedAt: number; startedBy: string | null; closedOn: string | null; outcome: PlanOutcome | null; version: number;
}

/** An item with its names. `addedOn` is the day it came into a plan, `ratingId` the rating that was given with it; `evidence` was made of it, and when `rated`, a rating rests on that. */
export interface ItemRow {
  id: number; planId: number; kind: ItemKind; title: string; skillId: string | null; skill: string | null; level: Level | null; certificationId: string | null;
  host: string | null; colleague: boolean; startsOn: string | null; endsOn: string | null; state: ItemState; doneOn: string | null; outcome: string | null; ratingId: number | null; evidence: boolean; rated: boolean;
  addedOn: string; version: number;
}

/** Whose plan it is, with all plans and all items there ever were, the newest first. */
export interface Planner { id: number; name: string; relation: Relation; timeZone: string; plans: PlanRow[]; items: ItemRow[] }

/** Finds whose plan is asked for. 404 for everybody but the person and the line. */
export async function getPlanner(db: ReadDb, actor: Actor, today: string, personId: number): Promise<Planner> {
  const { rows: [planner] } = await sql<Planner>`
    select q.person_id as id, q.name, actor_relation(${actor.personId}::int, q.person_id, ${today}::date) as relation, o.time_zone,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.plan_id, 'roleId', p.role_id, 'skillId', p.skill_id, 'level', p.level,
          'target', coalesce(r.name, s.name), 'retiredOn', coalesce(r.retired_on, s.retired_on), 'targetOn', p.target_on, 'route', p.route,
          'startedAt', extract(epoch from p.started_at)::float8 * 1000, 'startedOn', (p.started_at at time zone o.time_zone)::date, 'startedBy', case when p.started_by <> p.person_id then b.name end,
          'closedOn', (p.closed_at at time zone o.time_zone)::date, 'outcome', p.outcome, 'version', p.version) order by p.closed_at desc nulls first, p.plan_id desc)
        from plans p left join roles r using (role_id) left join skills s using (skill_id) left join people b on b.person_id = p.started_by
        where p.person_id = q.person_id), '[]') as plans,
      coalesce((select jsonb_agg(jsonb_build_object('id', i.plan_item_id, 'planId', i.plan_id, 'kind', i.kind, 'title', i.title, 'skillId', i.skill_id, 'skill', s.name,
          'level', i.level, 'certificationId', i.certification_id, 'host', coalesce(i.host_name, h.name), 'colleague', i.host_id is not null,
          'startsOn', i.starts_on, 'endsOn', i.ends_on, 'state', i.state, 'doneOn', i.done_on, 'outcome', i.outcome, 'ratingId', i.rating_id,
          'evidence', i.evidence_id is not null, 'rated', i.rating_id is not null or exists (select from rating_evidence t where t.evidence_id = i.evidence_id),
          'addedOn', (i.added_at at time zone o.time_zone)::date, 'version', i.version)
          order by coalesce(i.done_on, i.ends_on, i.starts_on) nulls last, i.plan_item_id)
        from plan_items i join plans p using (plan_id) left join skills s on s.skill_id = i.skill_id left join people h on h.person_id = i.host_id
        where p.person_id = q.person_id), '[]') as items
    from people q cross join organisation o where q.person_id = ${personId} and q.erased_at is null`.execute(db);
  if (!planner || !mayRead({ roles: actor.access, relation: planner.relation }, 'plan')) return notFound();
  return planner;
}

/** A rating that counts, with the moment in milliseconds and the organisation's day. */
export type DatedRating = Rating & { ratedAt: number; on: string };

/** All ratings that count, so that it can be told what the person could do when a plan began. */
export async function listRatings(db: ReadDb, personId: number): Promise<DatedRating[]> {
  const { rows } = await sql<DatedRating>`
    select r.skill_id as skill, r.level, r.source, extract(epoch from r.rated_at)::float8 * 1000 as rated_at, (r.rated_at at time zone o.time_zone)::date as "on"
    from ratings r cross join organisation o where r.person_id = ${personId} and r.source <> 'peer'`.execute(db);
  return rows;
}

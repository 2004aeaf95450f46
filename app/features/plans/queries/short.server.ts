import { sql } from 'kysely';
import type { ReadDb } from '#db/handle.ts';

/** A plan in short: what it is for, how many items stand where, and the one that comes next. */
export interface PlanShort { target: string; level: number | null; targetOn: string | null; done: number; underWay: number; planned: number; next: { title: string; on: string | null } | null }

/** The open plan of a person in short, in one statement; null without one. The caller has seen to it that the reader is the person or of the line. */
export async function findPlanProgress(db: ReadDb, personId: number): Promise<PlanShort | null> {
  const { rows: [plan] } = await sql<PlanShort>`
    select coalesce(r.name, s.name) as target, p.level, p.target_on, i.done, i.under_way, i.planned, i.next
    from plans p left join roles r using (role_id) left join skills s using (skill_id) cross join lateral (
      select count(*) filter (where state = 'done')::int as done, count(*) filter (where state = 'under-way')::int as under_way, count(*) filter (where state = 'planned')::int as planned,
        (array_agg(jsonb_build_object('title', title, 'on', case state when 'planned' then starts_on else ends_on end)
          order by state = 'planned', coalesce(case state when 'planned' then starts_on else ends_on end, 'infinity'), plan_item_id) filter (where state in ('planned', 'under-way')))[1] as next
      from plan_items where plan_id = p.plan_id) i
    where p.person_id = ${personId} and p.closed_at is null`.execute(db);
  return plan ?? null;
}

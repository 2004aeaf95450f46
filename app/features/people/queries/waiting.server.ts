import { sql } from 'kysely';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { WelcomeStep } from '#app/domain/welcome.ts';
import { isOffered, isWaitingRow } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** Something the person has stated and nobody has confirmed: an entry of the history. `label` is null where its kind is nobody else's business. */
export interface StatedEntry { kind: 'appointment' | 'pause' | 'education' | 'certificate'; label: string | null; correction: boolean }

/** A plan in short: what it is for, how many items stand where, and the one that comes next. `roleId` is null for a plan about a skill. */
export interface PlanShort {
  roleId: string | null; target: string; level: number | null; targetOn: string | null; done: number; underWay: number; planned: number; next: { title: string; on: string | null } | null;
}

/** What waits on a person's page: for the manager to confirm, and for the person to read or choose. */
export interface Waiting {
  entries: StatedEntry[];
  /** Skills claimed above what is confirmed. */
  levels: number;
  talks: { id: number; heldOn: string; by: string }[];
  /** Recruiters who asked for the name and still wait for an answer. */
  names: number;
  /** Certificates that stand, stated ones too, and that are not in the catalogue: those that are belong to the person's background. */
  ownCertificates: { certification: null; title: string; issuedOn: string; expiresOn: string | null; countsAfterExpiry: boolean; corrected: boolean }[];
  /** Colleagues who asked the person how they see their work. */
  asked: number;
  hasChosenVisibility: boolean;
  /** Skills with any level at all. */
  rated: number;
  /** The open plan. */
  plan: PlanShort | null;
  /** How far the first visit has come; null when none was begun. */
  firstVisit: { step: WelcomeStep; isPutOff: boolean } | null;
}

/** Reads what waits. The caller has seen to it that the reader is the person or manages the line. */
export async function getWaiting(db: ReadDb, personId: number, today: string): Promise<Waiting> {
  const { rows: [waiting] } = await sql<Waiting>`
    with stated as (
      select 'appointment' as kind, coalesce(r.name, a.role_name) as label, a.replaces_id, a.entered_at
      from appointments a left join roles r using (role_id) where a.person_id = ${personId} and a.status = 'stated'
      union all
      select 'pause', null, replaces_id, entered_at from pauses where person_id = ${personId} and status = 'stated'
      union all
      select 'education', coalesce(subject, institution), replaces_id, entered_at from education where person_id = ${personId} and status = 'stated'
      union all
      select 'certificate', coalesce(c.name, h.name), h.replaces_id, h.entered_at
      from person_certifications h left join certifications c using (certification_id) where h.person_id = ${personId} and h.status = 'stated'
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'label', label, 'correction', replaces_id is not null) order by entered_at, kind, label), '[]')
        from stated) as entries,
      (select count(*)::int from current_levels c join skills s using (skill_id) where c.person_id = ${personId} and ${isOffered('s')}
        and ${isWaitingRow('c')}) as levels,
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.talk_id, 'heldOn', t.held_on, 'by', m.name) order by t.held_on, t.talk_id), '[]')
        from talks t join people m on m.person_id = t.recorded_by where t.person_id = ${personId} and t.acknowledged_at is null) as talks,
      (select count(*)::int from name_requests n cross join organisation o where n.person_id = ${personId} and n.answer is null
        and n.asked_at > ${today}::date - coalesce((o.policy ->> 'nameAnswerDays')::int, ${defaultPolicy.nameAnswerDays})) as names,
      (select coalesce(jsonb_agg(jsonb_build_object('certification', null, 'title', h.name, 'issuedOn', h.issued_on, 'expiresOn', h.expires_on, 'countsAfterExpiry', false,
          'corrected', exists (select from person_certifications f where f.replaces_id = h.person_certification_id and f.status = 'stated'))), '[]')
        from person_certifications h where h.person_id = ${personId} and h.status in ('stated', 'confirmed') and h.certification_id is null) as own_certificates,
      (select count(*)::int from open_asks(${personId}::int, ${today}::date) join rating_requests q using (rating_request_id) where q.kind = 'peer') as asked,
      exists (select from visibility_choices where person_id = ${personId}) as has_chosen_visibility,
      (select count(*)::int from current_levels where person_id = ${personId} and claimed_level is not null) as rated,
      (select jsonb_build_object('roleId', p.role_id, 'target', coalesce(r.name, s.name), 'level', p.level, 'targetOn', p.target_on, 'done', i.done, 'underWay', i.under_way, 'planned', i.planned, 'next', i.next)
        from plans p left join roles r using (role_id) left join skills s using (skill_id) cross join lateral (
          select count(*) filter (where state = 'done') as done, count(*) filter (where state = 'under-way') as under_way, count(*) filter (where state = 'planned') as planned,
            (array_agg(jsonb_build_object('title', title, 'on', case state when 'planned' then starts_on else ends_on end)
              order by state = 'planned', coalesce(case state when 'planned' then starts_on else ends_on end, 'infinity'), plan_item_id) filter (where state in ('planned', 'under-way')))[1] as next
          from plan_items where plan_id = p.plan_id) i
        where p.person_id = ${personId} and p.closed_at is null) as plan,
      (select jsonb_build_object('step', step, 'isPutOff', put_off_at is not null) from welcomes where person_id = ${personId}) as first_visit`.execute(db);
  return waiting!;
}

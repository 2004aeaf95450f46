import { sql, type Kysely } from 'kysely';

/**
 * One row a person with all that the rules look at, shaped as the domain takes it: levels, appointments, pauses,
 * education, certificates, settlements, the standing wish. Columns that a query leaves out cost nothing.
 */
const upward = [
  `create view backgrounds as
   select p.person_id,
     coalesce((select jsonb_object_agg(c.skill_id, jsonb_build_object('claimed', c.claimed_level, 'confirmed', c.confirmed_level))
       from current_levels c where c.person_id = p.person_id), '{}') as levels,
     coalesce((select jsonb_agg(jsonb_build_object('roleId', a.role_id, 'familyId', a.family_id, 'startedOn', a.started_on, 'endedOn', a.ended_on,
         'primary', a.kind = 'primary', 'ours', a.employer is null, 'confirmed', a.status = 'confirmed',
         'corrected', exists (select from appointments c where c.replaces_id = a.appointment_id and c.status = 'stated'))
         order by a.started_on, a.appointment_id)
       from appointments a where a.person_id = p.person_id and a.status in ('stated', 'confirmed')), '[]') as appointments,
     coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'startedOn', a.started_on, 'endedOn', a.ended_on) order by a.started_on, a.pause_id)
       from pauses a where a.person_id = p.person_id and a.status = 'confirmed'), '[]') as pauses,
     coalesce((select jsonb_agg(jsonb_build_object('level', e.level, 'finishedOn', e.finished_on, 'confirmed', e.status = 'confirmed',
         'corrected', exists (select from education c where c.replaces_id = e.education_id and c.status = 'stated')) order by e.education_id)
       from education e where e.person_id = p.person_id and e.status in ('stated', 'confirmed')), '[]') as education,
     coalesce((select jsonb_agg(jsonb_build_object('certification', h.certification_id, 'issuedOn', h.issued_on, 'expiresOn', h.expires_on,
         'countsAfterExpiry', c.counts_after_expiry, 'confirmed', h.status = 'confirmed',
         'corrected', exists (select from person_certifications f where f.replaces_id = h.person_certification_id and f.status = 'stated')) order by h.person_certification_id)
       from person_certifications h join certifications c using (certification_id)
       where h.person_id = p.person_id and h.status in ('stated', 'confirmed')), '[]') as certificates,
     coalesce((select jsonb_agg(jsonb_build_object('settlementId', s.settlement_id, 'decidedOn', s.decided_on, 'recordedAt', s.recorded_at,
         'outcome', s.outcome, 'nextCheckOn', s.next_check_on, 'withdrawnOn', s.withdrawn_on) order by s.settlement_id)
       from settlements s where s.person_id = p.person_id
         and not exists (select from settlements later where later.corrects_id = s.settlement_id)), '[]') as settlements,
     (select jsonb_build_object('wish', w.wish, 'roleId', w.role_id, 'statedAt', w.stated_at)
       from wishes w where w.person_id = p.person_id and w.withdrawn_at is null) as wish
   from people p`,
];

const downward = ['drop view backgrounds'];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of upward) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of downward) await sql.raw(statement).execute(db);
}

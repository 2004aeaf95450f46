import { sql } from 'kysely';
import { confirmedAppointment, type Appointment } from '#app/domain/appointment.ts';
import type { Relation } from '#app/domain/permission.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { seesColleagues } from './scope.server.ts';

/** Time in a role of the catalogue, with its names. */
export type Post = Appointment & { roleId: string; role: string; team: string | null; site: string | null; kind: 'primary' | 'acting' | 'secondment' | 'loan' };

/** Whose page it is, as far as the one who looks may know. */
export interface Subject { id: number; name: string; relation: Relation; posts: Post[] }

/**
 * Finds whose page is asked for. 404 for who is not there, for those who have left (save for the line and administrators),
 * and for recruiters outside the own line, to whom people are known by profile alone.
 */
export async function getSubject(db: ReadDb, actor: Actor, today: string, personId: number): Promise<Subject> {
  const { rows: [subject] } = await sql<Subject>`
    select p.person_id as id, p.name, actor_relation(${actor.personId}::int, p.person_id, ${today}::date) as relation,
      coalesce((select jsonb_agg(jsonb_build_object('roleId', r.role_id, 'familyId', a.family_id, 'role', r.name, 'team', t.name, 'site', s.name, 'kind', a.kind,
          'startedOn', a.started_on, 'endedOn', a.ended_on, 'primary', a.kind = 'primary', 'ours', a.employer is null, 'confirmed', a.status = 'confirmed',
          'corrected', exists (select from appointments c where c.replaces_id = a.appointment_id and c.status = 'stated')) order by a.started_on, a.appointment_id)
        from appointments a join roles r using (role_id) left join teams t using (team_id) left join sites s using (site_id)
        where a.person_id = p.person_id and a.status in ('stated', 'confirmed')), '[]') as posts
    from people p where p.person_id = ${personId} and p.erased_at is null`.execute(db);
  if (!subject) return notFound();
  if (subject.relation !== 'colleague' || actor.access.includes('admin')) return subject;
  // Colleagues see the confirmed main post, and nobody who has none.
  return seesColleagues(actor) && confirmedAppointment(subject.posts, today) ? subject : notFound();
}

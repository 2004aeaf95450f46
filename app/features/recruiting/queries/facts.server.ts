import { sql, type RawBuilder } from 'kysely';
import type { EducationLevel } from '#app/domain/education.ts';
import type { Shift } from '#app/domain/shift.ts';
import type { Background } from '#app/domain/standing.ts';
import type { ReadDb, Trx } from '#db/handle.ts';
import type { Showable } from './shown.server.ts';

/** Everything recorded that a profile could show, to be cut down to what the person shows before it goes anywhere. */
export type ProfileFacts = Showable & Background & {
  personId: number;
  alias: string | null;
  roleSince: string;
  site: string | null;
  team: string | null;
  shift: Shift | null;
  confirmedOn: Record<string, string>;
  posts: { role: string; employer: string | null; kind: 'primary' | 'acting' | 'secondment' | 'loan'; startedOn: string; endedOn: string | null; site: string | null }[];
  held: { certification: string | null; name: string; issuedOn: string; expiresOn: string | null }[];
  schools: { level: EducationLevel; subject: string | null; institution: string | null; finishedOn: string }[];
  languages: { language: string; fluency: string }[];
  offer: Offer | null;
};

/** What a person offers for a move. */
export type Offer = { openToMoves: boolean; hoursPerWeek: number | null; shifts: Shift[]; noticeWeeks: number | null; sites: string[] };

/**
 * The facts of one person with a role here today, or null; `which` gives the person's id. The account is the recruiter's: the alias
 * is the one it knows the person under, and `nameGranted` says whether the person said yes to it. Only confirmed entries, and nothing that has yet to begin.
 */
export async function findProfileFacts(db: ReadDb | Trx, today: string, accountId: number | null, which: RawBuilder<number>): Promise<ProfileFacts | null> {
  const { rows } = await sql<ProfileFacts>`
    select f.person_id, f.name, f.role_id, f.family_id, f.grade, f.holders, f.role_since, f.shift,
      (select known.alias from profile_aliases known where known.account_id = ${accountId} and known.person_id = f.person_id) as alias,
      jsonb_build_object('skills', f.skills_choice, 'history', f.history_choice, 'certificates', f.certificates_choice, 'wishes', f.wishes_choice) as choice,
      exists (select from name_requests n where n.account_id = ${accountId} and n.person_id = f.person_id and n.answer = 'yes') as name_granted,
      (select s.name from sites s where s.site_id = f.site_id) as site,
      (select t.name from teams t where t.team_id = f.team_id) as team,
      b.levels, b.appointments, '[]'::jsonb as pauses, b.education, b.certificates,
      (select coalesce(jsonb_object_agg(c.skill_id, (c.confirmed_at at time zone (select time_zone from organisation))::date), '{}') from current_levels c where c.person_id = f.person_id and c.confirmed_level is not null) as confirmed_on,
      (select coalesce(jsonb_agg(jsonb_build_object('role', coalesce(r.name, a.role_name), 'employer', a.employer, 'kind', a.kind,
          'startedOn', a.started_on, 'endedOn', a.ended_on, 'site', s.name) order by a.started_on desc, a.appointment_id), '[]')
        from appointments a left join roles r on r.role_id = a.role_id left join sites s on s.site_id = a.site_id
        where a.person_id = f.person_id and a.status = 'confirmed' and a.started_on <= ${today}) as posts,
      (select coalesce(jsonb_agg(jsonb_build_object('certification', h.certification_id, 'name', coalesce(c.name, h.name), 'issuedOn', h.issued_on, 'expiresOn', h.expires_on)
          order by coalesce(c.name, h.name)), '[]')
        from person_certifications h left join certifications c on c.certification_id = h.certification_id
        where h.person_id = f.person_id and h.status = 'confirmed' and h.issued_on <= ${today}
          and (h.expires_on is null or h.expires_on >= ${today} or c.counts_after_expiry)) as held,
      (select coalesce(jsonb_agg(jsonb_build_object('level', e.level, 'subject', e.subject, 'institution', e.institution, 'finishedOn', e.finished_on) order by e.finished_on desc), '[]')
        from education e where e.person_id = f.person_id and e.status = 'confirmed' and e.finished_on <= ${today}) as schools,
      (select coalesce(jsonb_agg(jsonb_build_object('language', l.language, 'fluency', l.fluency) order by l.language), '[]')
        from person_languages l where l.person_id = f.person_id) as languages,
      (select jsonb_build_object('openToMoves', o.open_to_moves, 'hoursPerWeek', o.hours_per_week, 'shifts', o.shifts, 'noticeWeeks', o.notice_weeks,
          'sites', (select coalesce(jsonb_agg(s.name order by s.name), '[]') from availability_sites w join sites s using (site_id) where w.person_id = o.person_id))
        from availability o where o.person_id = f.person_id) as offer
    from profiles(${today}) f
    join backgrounds b on b.person_id = f.person_id
    where f.person_id = ${which}`.execute(db);
  return rows[0] ?? null;
}

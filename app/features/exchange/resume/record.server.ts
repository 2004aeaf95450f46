import { sql } from 'kysely';
import type { EducationLevel } from '#app/domain/education.ts';
import type { Level, SkillKind } from '#app/domain/skill.ts';
import { whereabouts } from '#app/domain/whereabouts.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb, Trx } from '#db/handle.ts';
import type { Fluency } from './words.ts';

/** A person's own record, as a curriculum vitae needs it: what is stated or confirmed; corrections that wait are left out. `role`: the main one held today. */
export interface Record {
  name: string;
  email: string | null;
  organisation: string;
  role: { title: string; site: string | null } | null;
  appointments: {
    id: number; kind: 'primary' | 'acting' | 'secondment' | 'loan'; employer: string | null; roleId: string | null; title: string; family: string | null;
    startedOn: string; endedOn: string | null; site: string | null; team: string | null; status: 'stated' | 'confirmed'; replacesId: number | null;
  }[];
  certificates: { certificationId: string | null; title: string; issuer: string | null; issuedOn: string; expiresOn: string | null; countsAfterExpiry: boolean; status: 'stated' | 'confirmed' }[];
  education: { level: Exclude<EducationLevel, 'none'>; subject: string | null; institution: string | null; finishedOn: string | null; status: 'stated' | 'confirmed' }[];
  levels: { skillId: string; name: string; kind: SkillKind; level: Level; confirmed: boolean }[];
  languages: { language: string; fluency: Fluency }[];
}

/** Reads the person's own record in one statement, each part latest first. 404 for everybody else. */
export async function getRecord(db: ReadDb | Trx, actor: Actor, today: string, personId: number): Promise<Record> {
  if (actor.personId !== personId) return notFound();
  const all = sql`person_id = ${personId} and e.status in ('stated', 'confirmed')`;
  const held = sql`${all} and (e.replaces_id is null or e.status = 'confirmed')`;
  const { rows: [found] } = await sql<Omit<Record, 'role'>>`select p.name, p.email, o.name as organisation,
    coalesce((select jsonb_agg(jsonb_build_object('id', e.appointment_id, 'kind', e.kind, 'employer', e.employer, 'roleId', e.role_id, 'title', coalesce(r.name, e.role_name),
        'family', f.name, 'startedOn', e.started_on, 'endedOn', e.ended_on, 'site', s.name, 'team', t.name, 'status', e.status, 'replacesId', e.replaces_id)
        order by e.started_on desc, e.appointment_id desc)
      from appointments e left join roles r on r.role_id = e.role_id left join families f on f.family_id = e.family_id
        left join sites s on s.site_id = e.site_id left join teams t on t.team_id = e.team_id where ${all}), '[]') as appointments,
    coalesce((select jsonb_agg(jsonb_build_object('certificationId', e.certification_id, 'title', coalesce(c.name, e.name), 'issuer', c.issuer, 'issuedOn', e.issued_on,
        'expiresOn', e.expires_on, 'countsAfterExpiry', coalesce(c.counts_after_expiry, false), 'status', e.status) order by e.issued_on desc, e.person_certification_id desc)
      from person_certifications e left join certifications c on c.certification_id = e.certification_id where ${held}), '[]') as certificates,
    coalesce((select jsonb_agg(jsonb_build_object('level', e.level, 'subject', e.subject, 'institution', e.institution, 'finishedOn', e.finished_on, 'status', e.status)
        order by e.finished_on desc nulls first, e.education_id desc) from education e where ${held}), '[]') as education,
    coalesce((select jsonb_agg(jsonb_build_object('skillId', k.skill_id, 'name', k.name, 'kind', k.kind, 'level', l.claimed_level,
        'confirmed', l.confirmed_level is not null and l.confirmed_level >= l.claimed_level) order by l.claimed_level desc, k.name)
      from current_levels l join skills k on k.skill_id = l.skill_id where l.person_id = ${personId} and l.claimed_level is not null), '[]') as levels,
    coalesce((select jsonb_agg(jsonb_build_object('language', l.language, 'fluency', l.fluency) order by l.language)
      from person_languages l where l.person_id = ${personId}), '[]') as languages
    from people p cross join organisation o where p.person_id = ${personId} and p.erased_at is null`.execute(db);
  if (!found) return notFound();
  const { appointments } = found;
  return { ...found, role: roleOf(appointments, today), appointments: appointments.filter(({ replacesId, status }) => replacesId === null || status === 'confirmed') };
}

function roleOf(appointments: Record['appointments'], today: string): Record['role'] {
  const corrected = new Set(appointments.map(({ replacesId, status }) => (status === 'stated' ? replacesId : null)));
  const { from, held } = whereabouts(appointments.map((one) => ({
    ...one, familyId: null, primary: one.kind === 'primary', ours: one.employer === null, confirmed: one.status === 'confirmed', corrected: corrected.has(one.id),
  })), today);
  return from && held === 'now' ? { title: from.title, site: from.site } : null;
}

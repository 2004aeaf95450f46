import { sql } from 'kysely';
import { mayRead, type Relation } from '#app/domain/permission.ts';
import { mentorLevel } from '#app/domain/plan.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { forbidden, notFound } from '#app/server/command.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** A skill that can be offered, or is. `level` is null or below 4 where an offer stands that nobody is shown any more. */
interface OwnSkill { id: string; name: string; level: Level | null; confirmed: boolean; offered: boolean }
interface Row {
  name: string; relation: Relation; skills: OwnSkill[]; note: string | null; guide: boolean; guideNote: string | null; away: boolean;
  role: string | null; team: string | null; site: string | null;
}

/** What a person offers to be asked about: theirs alone. 403 for the line, who may know the person's skills, 404 for everybody else. */
export async function getMentoring(db: ReadDb, actor: Actor, today: string, personId: number) {
  const { rows: [row] } = await sql<Row>`
    select p.name, actor_relation(${actor.personId}::int, p.person_id, ${today}::date) as relation, a.role, a.team, a.site,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.skill_id, 'name', s.name, 'level', c.claimed_level, 'confirmed', coalesce(c.confirmed_level >= c.claimed_level, false),
          'offered', o.person_id is not null) order by s.name)
        from skills s left join current_levels c on c.skill_id = s.skill_id and c.person_id = p.person_id left join mentor_offers o on o.skill_id = s.skill_id and o.person_id = p.person_id
        where o.person_id is not null or (c.claimed_level >= ${mentorLevel} and ${isOffered('s')})), '[]') as skills,
      (select min(o.note) from mentor_offers o where o.person_id = p.person_id) as note,
      exists (select from role_guides g where g.person_id = p.person_id) as guide, (select g.note from role_guides g where g.person_id = p.person_id) as guide_note,
      exists (select from pauses z where z.person_id = p.person_id and z.status = 'confirmed' and daterange(z.started_on, z.ended_on, '[]') @> ${today}::date) as away
    from people p left join lateral (select r.name as role, t.name as team, s.name as site from appointments a left join roles r using (role_id) left join teams t using (team_id)
        left join sites s using (site_id) where a.person_id = p.person_id and a.kind = 'primary' and a.employer is null and a.status = 'confirmed'
        and daterange(a.started_on, a.ended_on, '[]') @> ${today}::date limit 1) a on true
    where p.person_id = ${personId} and p.erased_at is null`.execute(db);
  if (!row || !mayRead({ roles: actor.access, relation: row.relation }, 'ratings')) return notFound();
  if (row.relation !== 'self') return forbidden();
  const { name, skills, note, guide, guideNote, away, role, team, site } = row;
  return { person: { id: personId, name }, skills, note, guide, guideNote, away, post: role === null ? null : { role, team, site }, seen: seenText(skills, note, guide, guideNote) };
}
export type MentoringPage = Awaited<ReturnType<typeof getMentoring>>;

/** What is offered as a text: a form sent from an older page differs from what holds now. */
export function seenText(skills: readonly { id: string; offered: boolean }[], note: string | null, guide: boolean, guideNote: string | null): string {
  return JSON.stringify([skills.filter(({ offered }) => offered).map(({ id }) => id).sort(), note, guide, guideNote]);
}

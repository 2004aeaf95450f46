import { sql } from 'kysely';
import { reachOf } from '#app/domain/permission.ts';
import { isOpen, mentorLevel } from '#app/domain/plan.ts';
import { readiness } from '#app/domain/readiness.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { aimsOf } from './aims.server.ts';
import { getGround, type Ground } from './catalogue.server.ts';
import { getPlanner, type Planner } from './subject.server.ts';

/** What a colleague shows by offering, and nothing else. */
interface Offered { personId: number; name: string; role: string | null; team: string | null; site: string | null; note: string | null }
interface Mentor extends Offered { skillId: string; level: Level; confirmed: boolean; others: number }
interface Guide extends Offered { roleId: string }

/** How many mentors are shown for one skill; how many more there are is said. */
const most = 8;

/**
 * Colleagues who may be asked: for the skills of the plan those at 4 or above who offered it, for its roles those who hold them and offered to
 * be asked. Not who is away today, who has left, or the person. 404 for whoever may not know the plan, and for recruiters, to whom no
 * colleague shows anything by offering.
 */
export async function getMentors(db: ReadDb, actor: Actor, today: string, personId: number) {
  if (reachOf({ roles: actor.access, relation: 'colleague' }, 'ratings') !== 'as-mentor') return notFound();
  const planner = await getPlanner(db, actor, today, personId);
  const ground = await getGround(db, personId, today);
  const skills = skillsOf(planner, ground);
  const roles = rolesOf(planner, ground);
  const [mentors, guides] = await Promise.all([listMentors(db, personId, skills.map(({ id }) => id), today), listGuides(db, personId, roles.map(({ id }) => id), today)]);
  return {
    mine: planner.relation === 'self', person: { id: planner.id, name: planner.name },
    skills: skills.map(({ id, name }) => {
      const found = mentors.filter(({ skillId }) => skillId === id);
      return { id, name, mentors: found.map(({ personId: colleague, name: who, role, team, site, note, level, confirmed }) => ({ id: colleague, name: who, role, team, site, note, level, confirmed })), more: Math.max(0, (found[0]?.others ?? 0) - found.length) };
    }),
    roles: roles.map(({ id, name }) => ({
      id, name, guides: guides.filter(({ roleId }) => roleId === id).map(({ personId: colleague, name: who, role, team, site, note }) => ({ id: colleague, name: who, role, team, site, note })),
    })),
  };
}
export type MentorsPage = Awaited<ReturnType<typeof getMentors>>;

/** The skills of open items, then those that are missing for the target. */
function skillsOf({ plans, items }: Planner, ground: Ground): { id: string; name: string }[] {
  const open = plans.find(({ closedOn }) => closedOn === null);
  const missing = open ? aimsOf(open, ground).flatMap(({ requirements }) => readiness(ground.standing, requirements, 'claimed', ground.policy).blockers) : [];
  const ids = [
    ...items.filter(({ state }) => isOpen(state)).map(({ skillId }) => skillId),
    ...missing.flatMap(({ requirement }) => requirement.anyOf.map((one) => (one.kind === 'skill' ? one.skill : null))),
  ];
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : [{ id, name: ground.names.skills[id] ?? id }]));
}

/** The roles ahead of the plan that the person does not hold. */
function rolesOf({ plans }: Planner, { catalogue, held }: Ground): { id: string; name: string }[] {
  const open = plans.find(({ closedOn }) => closedOn === null);
  const ahead = new Set([...(open?.route.slice(1) ?? []), ...(open?.roleId ? [open.roleId] : [])]);
  return catalogue.roles.filter(({ id }) => ahead.has(id) && !held.includes(id)).map(({ id, name }) => ({ id, name }));
}

/** Whoever is here today, in a confirmed main role, and not away. */
const post = (today: string) => sql`appointments a on a.person_id = o.person_id and a.kind = 'primary' and a.employer is null and a.status = 'confirmed'
  and daterange(a.started_on, a.ended_on, '[]') @> ${today}::date`;
const present = (person: number, today: string) => sql`o.person_id <> ${person} and p.erased_at is null and not exists (select from pauses z
  where z.person_id = o.person_id and z.status = 'confirmed' and daterange(z.started_on, z.ended_on, '[]') @> ${today}::date)`;

async function listMentors(db: ReadDb, person: number, skills: readonly string[], today: string): Promise<Mentor[]> {
  if (skills.length === 0) return [];
  const { rows } = await sql<Mentor>`
    select skill_id, person_id, name, role, team, site, note, level, confirmed, others from (
      select o.skill_id, o.person_id, p.name, r.name as role, t.name as team, s.name as site, o.note, c.claimed_level as level,
        coalesce(c.confirmed_level >= c.claimed_level, false) as confirmed, count(*) over (partition by o.skill_id)::int as others,
        row_number() over (partition by o.skill_id order by coalesce(c.confirmed_level >= c.claimed_level, false) desc, c.claimed_level desc, p.name, p.person_id) as place
      from mentor_offers o join people p using (person_id) join current_levels c on c.person_id = o.person_id and c.skill_id = o.skill_id and c.claimed_level >= ${mentorLevel}
        join ${post(today)} left join roles r on r.role_id = a.role_id left join teams t on t.team_id = a.team_id left join sites s on s.site_id = a.site_id
      where o.skill_id = any(${skills}) and ${present(person, today)}) found
    where place <= ${most} order by skill_id, place`.execute(db);
  return rows;
}

async function listGuides(db: ReadDb, person: number, roles: readonly string[], today: string): Promise<Guide[]> {
  if (roles.length === 0) return [];
  const { rows } = await sql<Guide>`
    select a.role_id, o.person_id, p.name, r.name as role, t.name as team, s.name as site, o.note
    from role_guides o join people p using (person_id) join ${post(today)} join roles r on r.role_id = a.role_id
      left join teams t on t.team_id = a.team_id left join sites s on s.site_id = a.site_id
    where a.role_id = any(${roles}) and ${present(person, today)} order by a.role_id, p.name, p.person_id limit 60`.execute(db);
  return rows;
}

import { sql } from 'kysely';
import { dayIn } from '#app/domain/instant.ts';
import { mayRead } from '#app/domain/permission.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { AskSearch } from '../input.server.ts';
import { getSubject } from './reader.server.ts';

/** At most so many colleagues are offered, and so many questions listed; the page says so. */
const most = { colleagues: 20, requests: 30 };

interface Request { id: number; skill: string; of: string; at: Date; answer: 'rated' | 'declined' | 'withdrawn' | null; reply: string | null; message: string | null; inAll: number }

/** What the page of questions to colleagues shows: whom one could ask, about what, and what was asked so far. For the person alone. */
export async function getAskColleague(db: ReadDb, actor: Actor, today: string, personId: number, search: AskSearch) {
  const subject = await getSubject(db, actor, today, personId);
  if (!subject.own) notFound();
  const [colleagues, skills, requests] = await Promise.all([
    listColleagues(db, actor, today, personId, search.q ?? ''),
    listSkills(db, personId, search.skill),
    listRequests(db, personId),
  ]);
  return {
    person: subject.person, today, q: search.q ?? '', skills,
    colleagues: colleagues.slice(0, most.colleagues), moreColleagues: colleagues.length > most.colleagues,
    requestsInAll: requests[0]?.inAll ?? 0,
    requests: requests.map(({ at, inAll: _, ...request }) => ({ ...request, on: dayIn(at.getTime(), subject.timeZone) })),
  };
}
export type AskColleagueView = Awaited<ReturnType<typeof getAskColleague>>;

/** Colleagues of today in whose name every word occurs; without words those of the own team; one more than are offered. Not the managers above, and nobody who recruits. */
async function listColleagues(db: ReadDb, actor: Actor, today: string, personId: number, q: string) {
  const words = q.split(/\s+/).filter(Boolean).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const everybody = mayRead({ roles: actor.access, relation: 'colleague' }, 'name');
  const current = sql`a.kind = 'primary' and a.employer is null and a.status = 'confirmed' and daterange(a.started_on, a.ended_on, '[]') @> ${today}::date`;
  const { rows } = await sql<{ id: number; name: string; role: string | null; team: string | null }>`
    select id, name, role, team from (
      select p.person_id as id, p.name, coalesce(r.name, a.role_name) as role, t.name as team
      from people p join appointments a on a.person_id = p.person_id and ${current}
      left join roles r on r.role_id = a.role_id left join teams t on t.team_id = a.team_id left join accounts c on c.person_id = p.person_id
      where p.erased_at is null and p.person_id <> ${personId} and c.disabled_at is null and not coalesce('recruiter' = any (c.access), false)
        and ${words.length > 0
          ? sql`p.name ilike all (${words}::text[])`
          : sql`a.team_id in (select a.team_id from appointments a where a.person_id = ${personId} and ${current})`}
        and ${everybody ? sql`true` : sql`p.person_id in (select person_id from reporting_line(${personId}, ${today}::date))`}
      order by p.name, p.person_id limit ${most.colleagues * 2}
    ) as found where actor_relation(id, ${personId}, ${today}::date) = 'colleague'
    order by name, id limit ${most.colleagues + 1}`.execute(db);
  return rows;
}

/** The skills one can ask about: those chosen before first, then those rated, then the rest, by name. */
async function listSkills(db: ReadDb, personId: number, chosen: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string; isChosen: boolean; isRated: boolean }>`
    select s.skill_id as id, s.name, s.skill_id = any (${chosen}::text[]) as is_chosen, c.claimed_level is not null as is_rated
    from skills s left join current_levels c on c.skill_id = s.skill_id and c.person_id = ${personId}
    where ${isOffered('s')} order by is_chosen desc, is_rated desc, s.name`.execute(db);
  return rows;
}

/** What was asked of colleagues so far, the open questions first. */
async function listRequests(db: ReadDb, personId: number): Promise<Request[]> {
  const { rows } = await sql<Request>`
    select q.rating_request_id as id, s.name as skill, p.name as of, q.asked_at as at, q.answer, q.reply, q.message, count(*) over ()::int as in_all
    from rating_requests q join skills s on s.skill_id = q.skill_id join people p on p.person_id = q.asked_of
    where q.person_id = ${personId} and q.kind = 'peer' order by q.answer is not null, q.asked_at desc, q.rating_request_id desc limit ${most.requests}`.execute(db);
  return rows;
}

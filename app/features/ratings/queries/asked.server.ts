import { sql } from 'kysely';
import { dayIn } from '#app/domain/instant.ts';
import { isCorrectable } from '#app/domain/rating.ts';
import { isRetired } from '#app/domain/retirement.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { isAddressedTo } from '../addressed.server.ts';

interface OpenAsk { id: number; kind: 'confirm' | 'peer'; personId: number; person: string; skillId: string; skill: string; level: Level | null; at: Date; message: string | null; timeZone: string | null }

/** What waits for the actor's answer, oldest first: questions to them as a colleague, and levels their own reports want confirmed; and what they answered and may still correct. */
export async function listAsked(db: ReadDb, actor: Actor, today: string, now: Date) {
  const [asks, answers] = await Promise.all([listOpen(db, actor, today), listAnswers(db, actor, today, now)]);
  return { today, views: asks.filter(({ kind }) => kind === 'peer'), levels: asks.filter(({ kind }) => kind === 'confirm'), answers };
}

async function listOpen(db: ReadDb, actor: Actor, today: string) {
  const { rows } = await sql<OpenAsk>`
    select q.rating_request_id as id, q.kind, q.person_id, p.name as person, q.skill_id, s.name as skill, c.self_level as level, q.asked_at as at, q.message, o.time_zone
    from open_asks(${actor.personId}::int, ${today}::date) as open join rating_requests q using (rating_request_id)
    join people p on p.person_id = q.person_id join skills s on s.skill_id = q.skill_id
    left join current_levels c on c.person_id = q.person_id and c.skill_id = q.skill_id and q.kind = 'confirm' left join organisation o on true
    order by q.asked_at, p.name, s.name, q.rating_request_id`.execute(db);
  return rows.map(({ personId, person, skillId, skill, at, timeZone, ...ask }) => ({
    ...ask, person: { id: personId, name: person }, skill: { id: skillId, name: skill }, on: dayIn(at.getTime(), timeZone ?? 'UTC'),
  }));
}

interface GivenAnswer { id: number; person: string; skill: string; level: Level; at: Date }

async function listAnswers(db: ReadDb, actor: Actor, today: string, now: Date) {
  const { rows } = await sql<GivenAnswer>`
    select q.rating_request_id as id, p.name as person, s.name as skill, r.level, r.rated_at as at
    from rating_requests q join ratings r using (rating_id) join people p on p.person_id = q.person_id join skills s on s.skill_id = q.skill_id
    where q.answered_by = ${actor.personId} and q.kind = 'peer' and q.answer = 'rated' and ${isAddressedTo(actor, today)}
    order by q.answered_at desc, q.rating_request_id desc limit 20`.execute(db);
  return rows.filter(({ at }) => isCorrectable(at.getTime(), now.getTime())).map(({ id, person, skill, level }) => ({ id, person, skill, level }));
}
export type AskedView = Awaited<ReturnType<typeof listAsked>>;

interface AskRow {
  id: number; personId: number; person: string; skill: string; description: string; levels: { level: Level; sentence: string; example: string }[] | null;
  message: string | null; at: Date; answer: 'rated' | 'declined' | 'withdrawn' | null; answeredAt: Date | null; level: Level | null; note: string | null; version: number | null; retiredOn: string | null; timeZone: string | null;
}

/**
 * One question to the actor as a colleague: who asks about which skill, with its five sentences, and never what the person or
 * anybody else says, so that nobody is led. A closed one says what became of it, with what was said as long as it can be corrected. 404 for everybody it is not addressed to.
 */
export async function getAsk(db: ReadDb, actor: Actor, today: string, now: Date, id: number) {
  const { rows: [row] } = await sql<AskRow>`
    select q.rating_request_id as id, q.person_id, p.name as person, s.name as skill, s.description, q.message, q.asked_at as at, q.answer, q.answered_at, r.level, r.note, r.version, s.retired_on, o.time_zone,
      (select jsonb_agg(jsonb_build_object('level', l.level, 'sentence', l.text, 'example', l.example) order by l.level)
        from skill_levels l where l.skill_id = s.skill_id) as levels
    from rating_requests q join people p on p.person_id = q.person_id join skills s on s.skill_id = q.skill_id
    left join ratings r on r.rating_id = q.rating_id left join organisation o on true
    where q.rating_request_id = ${id} and ${isAddressedTo(actor, today)}`.execute(db);
  if (!row) notFound();
  const { answeredAt, level, note, version } = row;
  const correctable = level !== null && answeredAt !== null && isCorrectable(answeredAt.getTime(), now.getTime()) && !isRetired(row);
  const dayOf = (at: Date) => dayIn(at.getTime(), row.timeZone ?? 'UTC');
  return {
    id: row.id, today, person: { id: row.personId, name: row.person }, message: row.message, on: dayOf(row.at),
    skill: { name: row.skill, description: row.description, levels: row.levels ?? [] },
    closed: row.answer && answeredAt && { answer: row.answer, on: dayOf(answeredAt), level, correct: correctable ? { level, note, version: version! } : null },
  };
}
export type AskView = Awaited<ReturnType<typeof getAsk>>;

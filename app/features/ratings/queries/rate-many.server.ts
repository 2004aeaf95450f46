import { sql } from 'kysely';
import type { Level, SkillKind } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { SkillsSearch } from '../input.server.ts';
import { getRoleAsked, getSubject, type Ask } from './reader.server.ts';

interface Row {
  id: string;
  name: string;
  kind: SkillKind;
  claimed: Level | null;
  levels: { level: Level; sentence: string; example: string }[];
}

/**
 * The skills to rate in one form, each with its five sentences: what a role asks, or one kind. What the role's
 * essentials ask comes first, then what is desirable, then the rest by name. For the person alone; 404 for others.
 */
export async function getSkillsToRate(db: ReadDb, actor: Actor, today: string, personId: number, search: SkillsSearch) {
  const subject = await getSubject(db, actor, today, personId);
  if (!subject.own) notFound();
  const asked = await getRoleAsked(db, subject, search.role);
  const kind = search.rate === 'role' ? null : (search.rate ?? null);
  const wanted = [...asked.asks.keys()];
  const { rows } = await sql<Row>`
    select s.skill_id as id, s.name, s.kind, c.claimed_level as claimed,
      (select jsonb_agg(jsonb_build_object('level', l.level, 'sentence', l.text, 'example', l.example) order by l.level)
        from skill_levels l where l.skill_id = s.skill_id) as levels
    from skills s left join current_levels c on c.skill_id = s.skill_id and c.person_id = ${personId}
    where ${isOffered('s')} and (s.kind = ${kind} or (${kind}::text is null and s.skill_id = any(${wanted})))
    order by s.name`.execute(db);
  const skills = rows.map((row) => ({ ...row, levels: row.levels ?? [], ask: asked.asks.get(row.id) ?? null }));
  return {
    person: subject.person, role: asked.role, roles: asked.roles, kind,
    skills: skills.sort((a, b) => place(a.ask) - place(b.ask)),
  };
}
export type RateManyView = Awaited<ReturnType<typeof getSkillsToRate>>;

function place(ask: Ask | null): number {
  return ask === null ? 2 : ask.importance === 'essential' ? 0 : 1;
}

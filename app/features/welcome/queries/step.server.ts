import { sql } from 'kysely';
import type { Choice } from '#app/domain/disclosure.ts';
import type { Level } from '#app/domain/skill.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { Welcome } from './welcome.server.ts';

/** A role, here or with an earlier employer, as it is recorded. */
export interface Post { id: number; title: string; employer: string | null; kind: 'primary' | 'acting' | 'secondment' | 'loan'; startedOn: string; endedOn: string | null; status: 'stated' | 'confirmed'; main: boolean }

/** The roles that are recorded of a person, latest first; corrections that wait are left to the history. */
export async function listPosts(db: ReadDb, { person }: Welcome): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select a.appointment_id as id, coalesce(r.name, a.role_name) as title, a.employer, a.kind, a.started_on, a.ended_on, a.status,
      (a.kind = 'primary' and a.employer is null) as main
    from appointments a left join roles r using (role_id)
    where a.person_id = ${person.id} and (a.status = 'confirmed' or (a.status = 'stated' and a.replaces_id is null))
    order by a.started_on desc, a.appointment_id desc`.execute(db);
  return rows;
}

interface SkillRow { id: string; name: string; description: string; levels: { level: Level; sentence: string; example: string }[] | null }

/**
 * The skill to ask about: the one that is asked for (404 unless it is among them), else the first that is open; null when none is. `at` counts
 * from one; `before` is the one to go back to.
 */
export async function findSkillToAsk(db: ReadDb, { asked, open }: Welcome['skills'], { levels }: Welcome, wanted: string | undefined) {
  if (wanted !== undefined && !asked.includes(wanted)) return notFound();
  const skill = wanted ?? open[0];
  if (skill === undefined) return null;
  const { rows: [row] } = await sql<SkillRow>`
    select s.skill_id as id, s.name, s.description,
      (select jsonb_agg(jsonb_build_object('level', l.level, 'sentence', l.text, 'example', l.example) order by l.level) from skill_levels l where l.skill_id = s.skill_id) as levels
    from skills s where s.skill_id = ${skill}`.execute(db);
  if (!row) return notFound();
  const at = asked.indexOf(skill);
  return {
    ...row, levels: row.levels ?? [], held: levels[skill]?.claimed ?? null,
    at: at + 1, of: asked.length, left: open.filter((one) => one !== skill).length, before: asked[at - 1] ?? null,
  };
}

/** What a person has chosen for recruiters so far, and whether they are open to moves; null where nothing was said. */
export async function findSaid(db: ReadDb, { person }: Welcome): Promise<{ choices: Choice | null; openToMoves: boolean | null }> {
  const { rows: [said] } = await sql<{ choices: Choice | null; openToMoves: boolean | null }>`select
    (select jsonb_object_agg(section, choice) from visibility_choices where person_id = ${person.id}) as choices,
    (select open_to_moves from availability where person_id = ${person.id}) as open_to_moves`.execute(db);
  return said!;
}

import { sql } from 'kysely';
import { dayIn } from '#app/domain/instant.ts';
import { isLongUnused, isStale } from '#app/domain/rating.ts';
import type { Interest, Level, SkillKind } from '#app/domain/skill.ts';
import { isOffered, isWaitingRow } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { Ask, Subject } from './reader.server.ts';

/** One skill of a person as the list shows it. */
export interface SkillLine {
  id: string;
  name: string;
  kind: SkillKind;
  claimed: Level | null;
  confirmed: Level | null;
  confirmedOn: string | null;
  /** The self rating above the confirmed level, as a manager confirms it: '412:3'. */
  waiting: string | null;
  waitingSince: string | null;
  /** Confirmed longer ago than the skill stays fresh. */
  stale: boolean;
  lastUsedOn: string | null;
  /** Last used longer ago than the skill stays fresh. */
  unused: boolean;
  interest: Interest | null;
  /** The person's open question to the managers whether they confirm the level. */
  request: { id: number; on: string; message: string | null } | null;
  /** The wording of the level above the claimed one; null at the top. */
  next: { level: Level; sentence: string; example: string } | null;
  /** Gone from the catalogue; kept here as long as there is a level. */
  retired: boolean;
  ask: Ask | null;
}

interface Row {
  id: string; name: string; kind: SkillKind; freshMonths: number | null;
  claimed: Level | null; confirmed: Level | null; confirmedAt: Date | null;
  waiting: { rating: number; level: Level; at: string } | null;
  lastUsedOn: string | null; interest: Interest | null; retired: boolean;
  request: { id: number; at: string; message: string | null } | null;
  next: SkillLine['next'];
}

/** The skills of the catalogue, and retired ones that the person has a level in, by name. */
export async function listLines(db: ReadDb, subject: Subject, today: string): Promise<SkillLine[]> {
  const { rows } = await sql<Row>`
    select s.skill_id as id, s.name, s.kind, s.fresh_months, c.claimed_level as claimed, c.confirmed_level as confirmed, c.confirmed_at,
      i.last_used_on, i.interest, not ${isOffered('s')} as retired,
      (select jsonb_build_object('id', q.rating_request_id, 'at', q.asked_at, 'message', q.message) from rating_requests q
        where q.person_id = ${subject.person.id} and q.skill_id = s.skill_id and q.kind = 'confirm' and q.answer is null) as request,
      (select jsonb_build_object('level', l.level, 'sentence', l.text, 'example', l.example) from skill_levels l
        where l.skill_id = s.skill_id and l.level = coalesce(c.claimed_level, 0) + 1) as next,
      case when ${isOffered('s')} and ${isWaitingRow('c')}
        then (select jsonb_build_object('rating', r.rating_id, 'level', r.level, 'at', r.rated_at) from ratings r
          where r.person_id = c.person_id and r.skill_id = c.skill_id and r.source = 'self'
          order by r.rated_at desc, r.level desc, r.rating_id desc limit 1) end as waiting
    from skills s
    left join current_levels c on c.skill_id = s.skill_id and c.person_id = ${subject.person.id}
    left join skill_interests i on i.skill_id = s.skill_id and i.person_id = ${subject.person.id}
    where ${isOffered('s')} or c.claimed_level is not null
    order by s.name`.execute(db);
  return rows.map(({ freshMonths, confirmedAt, waiting, request, ...row }) => {
    const confirmedOn = confirmedAt && dayIn(confirmedAt.getTime(), subject.timeZone);
    return {
      ...row, confirmedOn,
      waiting: waiting && `${waiting.rating}:${waiting.level}`,
      waitingSince: waiting && dayIn(waiting.at, subject.timeZone),
      stale: isStale(confirmedOn, freshMonths, today),
      unused: isLongUnused(row.lastUsedOn, freshMonths, today),
      request: request && { id: request.id, on: dayIn(request.at, subject.timeZone), message: request.message },
      ask: null,
    };
  });
}

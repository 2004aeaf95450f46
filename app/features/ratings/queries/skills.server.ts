import { sql } from 'kysely';
import { dayIn } from '#app/domain/instant.ts';
import { isStale } from '#app/domain/rating.ts';
import { readiness } from '#app/domain/readiness.ts';
import { skillKinds, type Interest, type Level, type SkillKind } from '#app/domain/skill.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { SkillsSearch } from '../input.server.ts';
import { getRoleAsked, getSubject, type Ask, type RoleAsked, type Subject } from './reader.server.ts';

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
  interest: Interest | null;
  /** Gone from the catalogue; kept here as long as there is a level. */
  retired: boolean;
  ask: Ask | null;
}

interface Row {
  id: string; name: string; kind: SkillKind; freshMonths: number | null;
  claimed: Level | null; confirmed: Level | null; confirmedAt: Date | null;
  waiting: { rating: number; level: Level; at: string } | null;
  lastUsedOn: string | null; interest: Interest | null; retired: boolean;
}

/** What one person's skills page shows: the skills that match, grouped by kind, beside what a role asks. */
export async function getSkills(db: ReadDb, actor: Actor, today: string, personId: number, search: SkillsSearch) {
  const subject = await getSubject(db, actor, today, personId);
  const [asked, lines] = await Promise.all([getRoleAsked(db, subject, search.role), listLines(db, subject, today)]);
  for (const line of lines) line.ask = asked.asks.get(line.id) ?? null;
  const shown = lines.filter((line) => matches(line, search));
  const kinds = skillKinds.map((kind) => ({ kind, skills: shown.filter((line) => line.kind === kind) })).filter(({ skills }) => skills.length > 0);
  const [series, essentials] = await Promise.all([listCourses(db, subject, shown), countEssentials(db, subject, asked, today)]);
  return {
    person: subject.person, own: subject.own, mayConfirm: subject.mayConfirm, today,
    role: asked.role, roles: asked.roles, essentials, kinds,
    counts: {
      all: lines.length,
      shown: shown.length,
      rated: lines.filter(({ claimed }) => claimed !== null).length,
      waiting: lines.filter(({ waiting }) => waiting !== null).length,
      stale: lines.filter(({ stale }) => stale).length,
    },
    filters: { kind: search.kind ?? null, show: search.show ?? null, role: search.role ?? null },
    waiting: subject.mayConfirm ? lines.filter(({ waiting }) => waiting !== null) : [],
    series,
  };
}
export type SkillsView = Awaited<ReturnType<typeof getSkills>>;

function matches({ kind, claimed, waiting, stale, ask }: SkillLine, search: SkillsSearch): boolean {
  if (search.kind !== undefined && kind !== search.kind) return false;
  switch (search.show) {
    case 'asked': return ask !== null;
    case 'not-rated': return claimed === null;
    case 'waiting': return waiting !== null;
    case 'stale': return stale;
    default: return true;
  }
}

/** The skills of the catalogue, and retired ones that the person has a level in, by name. */
async function listLines(db: ReadDb, subject: Subject, today: string): Promise<SkillLine[]> {
  const { rows } = await sql<Row>`
    select s.skill_id as id, s.name, s.kind, s.fresh_months, c.claimed_level as claimed, c.confirmed_level as confirmed, c.confirmed_at,
      i.last_used_on, i.interest, s.retired_on is not null as retired,
      case when s.retired_on is null and c.self_level > coalesce(c.confirmed_level, 0) and (c.confirmed_at is null or c.self_at > c.confirmed_at)
        then (select jsonb_build_object('rating', r.rating_id, 'level', r.level, 'at', r.rated_at) from ratings r
          where r.person_id = c.person_id and r.skill_id = c.skill_id and r.source = 'self'
          order by r.rated_at desc, r.level desc, r.rating_id desc limit 1) end as waiting
    from skills s
    left join current_levels c on c.skill_id = s.skill_id and c.person_id = ${subject.person.id}
    left join skill_interests i on i.skill_id = s.skill_id and i.person_id = ${subject.person.id}
    where s.retired_on is null or c.claimed_level is not null
    order by s.name`.execute(db);
  return rows.map(({ freshMonths, confirmedAt, waiting, ...row }) => {
    const confirmedOn = confirmedAt && dayIn(confirmedAt.getTime(), subject.timeZone);
    return {
      ...row, confirmedOn,
      waiting: waiting && `${waiting.rating}:${waiting.level}`,
      waitingSince: waiting && dayIn(waiting.at, subject.timeZone),
      stale: isStale(confirmedOn, freshMonths, today),
      ask: null,
    };
  });
}

/** How many lines a picture can hold and still be read. */
const mostCourses = 5;

/** The courses of those of the skills that changed last: what the person claimed from day to day. */
async function listCourses(db: ReadDb, { person, timeZone }: Subject, lines: readonly SkillLine[]) {
  const names = new Map(lines.filter(({ claimed }) => claimed !== null).map(({ id, name }) => [id, name]));
  if (names.size === 0) return [];
  const { rows } = await sql<{ skillId: string; ratings: { level: Level; at: string }[] }>`
    select skill_id, jsonb_agg(jsonb_build_object('level', level, 'at', rated_at) order by rated_at, (source <> 'self'), rating_id) as ratings
    from ratings where person_id = ${person.id} and source <> 'peer' and skill_id = any(${[...names.keys()]})
    group by skill_id order by max(rated_at) desc, skill_id limit ${mostCourses}`.execute(db);
  return rows.map(({ skillId, ratings }) => ({
    label: names.get(skillId) ?? skillId,
    points: lastOfDay(ratings.map(({ level, at }) => ({ on: dayIn(at, timeZone), value: level }))),
  }));
}

/** One point a day, the last one. */
export function lastOfDay<P extends { on: string }>(points: readonly P[]): P[] {
  return points.filter((point, index) => points[index + 1]?.on !== point.on);
}

/** How many of the role's essentials are met on what the person claims; null without a role. */
async function countEssentials(db: ReadDb, subject: Subject, asked: RoleAsked, today: string): Promise<{ met: number; total: number } | null> {
  if (!asked.role) return null;
  const background = await db.selectFrom('backgrounds').select(['levels', 'appointments', 'pauses', 'education', 'certificates'])
    .where('personId', '=', subject.person.id).executeTakeFirst() as Background | undefined;
  if (!background) return null;
  return readiness(standingOf(background, 'claimed', today, subject.policy), asked.requirements, 'claimed', subject.policy).essential;
}

/** "Network analyst: 7 of 8 essentials met.": what a rating has changed for one role; empty without a role. */
export async function describeEffect(db: ReadDb, actor: Actor, today: string, personId: number, role: string | undefined): Promise<string> {
  const subject = await getSubject(db, actor, today, personId);
  const asked = await getRoleAsked(db, subject, role);
  const essentials = await countEssentials(db, subject, asked, today);
  return asked.role && essentials ? `${asked.role.name}: ${essentials.met} of ${essentials.total} essentials met.` : '';
}

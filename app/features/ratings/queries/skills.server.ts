import { sql } from 'kysely';
import { dayIn } from '#app/domain/instant.ts';
import type { RatingSource } from '#app/domain/rating.ts';
import { readiness } from '#app/domain/readiness.ts';
import { skillKinds, type Level } from '#app/domain/skill.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { SkillsSearch } from '../input.server.ts';
import { listLines, type SkillLine } from './lines.server.ts';
import { getRoleAsked, getSubject, type RoleAsked, type Subject } from './reader.server.ts';

/** What one person's skills page shows: the skills that match, grouped by kind, beside what a role asks. */
export async function getSkills(db: ReadDb, actor: Actor, today: string, personId: number, search: SkillsSearch) {
  const subject = await getSubject(db, actor, today, personId);
  const [asked, lines] = await Promise.all([getRoleAsked(db, subject, search.role), listLines(db, subject, today)]);
  for (const line of lines) {
    line.ask = asked.asks.get(line.id) ?? null;
    if (line.ask === null || (line.claimed ?? 0) >= line.ask.level) line.next = null;
  }
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
      unused: lines.filter(({ unused }) => unused).length,
    },
    filters: { kind: search.kind ?? null, show: search.show ?? null, role: search.role ?? null },
    askable: subject.own ? lines.filter(({ waiting, request }) => waiting !== null && request === null) : [],
    fading: subject.own ? lines.filter((line) => isFading(line, today)) : [],
    waiting: subject.mayConfirm ? askedFirst(lines.filter(({ waiting }) => waiting !== null)) : [],
    series,
  };
}
export type SkillsView = Awaited<ReturnType<typeof getSkills>>;

/** What the person has asked for comes before what merely waits. */
function askedFirst(lines: readonly SkillLine[]): SkillLine[] {
  return [...lines].sort((a, b) => Number(b.request !== null) - Number(a.request !== null));
}

/** A level that was confirmed or used long ago, and of which the person has not said today that it is still true. */
function isFading({ claimed, retired, stale, unused, lastUsedOn }: SkillLine, today: string): boolean {
  return claimed !== null && !retired && (stale || unused) && lastUsedOn !== today;
}

function matches({ kind, claimed, waiting, stale, unused, ask }: SkillLine, search: SkillsSearch): boolean {
  if (search.kind !== undefined && kind !== search.kind) return false;
  switch (search.show) {
    case 'asked': return ask !== null;
    case 'not-rated': return claimed === null;
    case 'waiting': return waiting !== null;
    case 'stale': return stale;
    case 'unused': return unused;
    default: return true;
  }
}

/** How many lines a picture can hold and still be read. */
const mostCourses = 5;

/** The courses of those of the skills that changed last: what the person claimed from day to day. */
async function listCourses(db: ReadDb, { person, timeZone }: Subject, lines: readonly SkillLine[]) {
  const names = new Map(lines.filter(({ claimed }) => claimed !== null).map(({ id, name }) => [id, name]));
  if (names.size === 0) return [];
  const { rows } = await sql<{ skillId: string; ratings: { level: Level; at: string; source: RatingSource; by: string | null }[] }>`
    select skill_id, jsonb_agg(jsonb_build_object('level', level, 'at', rated_at, 'source', source, 'by', p.name) order by rated_at, (source <> 'self'), rating_id) as ratings
    from ratings r left join people p on p.person_id = r.rated_by
    where r.person_id = ${person.id} and source <> 'peer' and skill_id = any(${[...names.keys()]})
    group by skill_id order by max(rated_at) desc, skill_id limit ${mostCourses}`.execute(db);
  return rows.map(({ skillId, ratings }) => ({
    label: names.get(skillId) ?? skillId,
    points: lastOfDay(ratings.map(({ level, at, source, by }) => ({ on: dayIn(at, timeZone), value: level, by: source === 'self' ? null : confirmer(by, source) }))),
  }));
}

/** Who confirmed a level, as the picture names them. */
export function confirmer(name: string | null, source: RatingSource): string {
  return name ?? (source === 'review' ? 'a review' : 'a manager');
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

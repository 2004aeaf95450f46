import { sql } from 'kysely';
import { skillEffort } from '#app/domain/effort.ts';
import type { EvidenceKind } from '#app/domain/evidence.ts';
import { dayIn } from '#app/domain/instant.ts';
import type { Policy } from '#app/domain/policy.ts';
import { isCorrectable, isStale, isWaiting, type RatingSource } from '#app/domain/rating.ts';
import { isRetired } from '#app/domain/retirement.ts';
import { levels as allLevels, type Interest, type Level, type SkillKind } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { SkillSearch } from '../input.server.ts';
import { getRoleAsked, getSubject, type Subject } from './reader.server.ts';
import { confirmer, lastOfDay } from './skills.server.ts';

interface SkillRow {
  id: string; name: string; kind: SkillKind; description: string; freshMonths: number | null; retiredOn: string | null;
  levels: { level: Level; sentence: string; example: string }[] | null;
  selfLevel: Level | null; selfAt: Date | null; confirmed: Level | null; confirmedAt: Date | null; claimed: Level | null;
  interest: Interest | null; lastUsedOn: string | null; version: number;
  requests: RequestRow[] | null;
}

interface RequestRow { id: number; kind: 'confirm' | 'peer'; of: string | null; by: string | null; at: string; message: string | null; answer: 'rated' | 'declined' | 'withdrawn' | null; reply: string | null }

interface RatingRow {
  id: number; level: Level; source: RatingSource; at: Date; by: number | null; byName: string | null; note: string | null; version: number;
  evidence: Piece[] | null; inAll: number;
}

interface Piece { id: number; kind: EvidenceKind; body: string }
interface OtherPiece extends Piece { skills: string; here: boolean; inAll: number }

/** How many ratings, pieces of evidence from elsewhere, and requests one page lists; the page says of how many. */
const most = { history: 50, elsewhere: 20, requests: 10 };

/** One skill of one person: the sentences to choose from, all that was said so far, and what the next level takes. */
export async function getSkill(db: ReadDb, actor: Actor, today: string, now: Date, ids: { person: number; skill: string }, search: SkillSearch) {
  const subject = await getSubject(db, actor, today, ids.person);
  const [skill, asked, rows, elsewhere] = await Promise.all([
    readSkill(db, ids),
    getRoleAsked(db, subject, search.role),
    listRatings(db, ids),
    subject.own ? listOtherEvidence(db, ids) : [],
  ]);
  if (!skill) notFound();
  const ratings = rows.map((row) => ({ ...row, mine: row.by !== null && row.by === actor.personId }));
  const correct = ratings.find(({ id, mine, at }) => id === search.correct && mine && isCorrectable(at.getTime(), now.getTime()));
  if (search.correct !== undefined && !correct) notFound();
  const ask = asked.asks.get(skill.id) ?? null;
  const retired = isRetired(skill);
  const confirmedOn = skill.confirmedAt && dayIn(skill.confirmedAt.getTime(), subject.timeZone);
  const standing = { selfLevel: skill.selfLevel, selfAt: skill.selfAt?.getTime() ?? null, confirmedLevel: skill.confirmed, confirmedAt: skill.confirmedAt?.getTime() ?? null };
  const waiting = !retired && isWaiting(standing) ? ratings.find(({ source }) => source === 'self') : undefined;
  const requests = requestsFor(skill.requests ?? [], subject);
  return {
    person: subject.person, own: subject.own, mayConfirm: subject.mayConfirm && !retired, today, retired,
    role: asked.role, ask,
    skill: { id: skill.id, name: skill.name, kind: skill.kind, description: skill.description, freshMonths: skill.freshMonths, levels: skill.levels ?? [] },
    claimed: skill.claimed, confirmed: skill.confirmed, confirmedOn, stale: isStale(confirmedOn, skill.freshMonths, today),
    interest: skill.interest, lastUsedOn: skill.lastUsedOn, version: skill.version,
    waiting: waiting ? { value: `${waiting.id}:${waiting.level}`, level: waiting.level } : null,
    seen: Math.max(0, ...ratings.map(({ id }) => id)),
    history: ratings.map((row) => historyLine(row, subject, now)),
    correct: correct ? { id: correct.id, version: correct.version, level: correct.level, note: correct.note } : null,
    elsewhere: elsewhere.map(({ id, kind, body, skills, here }) => ({ id, kind, body, skills, here })),
    requests: requests.slice(0, most.requests),
    inAll: { history: rows[0]?.inAll ?? 0, elsewhere: elsewhere[0]?.inAll ?? 0, requests: requests.length },
    climb: retired ? null : climbOf(skill, ask?.level ?? null, subject.policy),
    series: coursesOf(rows, actor, subject.timeZone),
  };
}
export type SkillView = Awaited<ReturnType<typeof getSkill>>;

async function readSkill(db: ReadDb, { person, skill }: { person: number; skill: string }): Promise<SkillRow | undefined> {
  const { rows } = await sql<SkillRow>`
    select s.skill_id as id, s.name, s.kind, s.description, s.fresh_months, s.retired_on,
      (select jsonb_agg(jsonb_build_object('level', l.level, 'sentence', l.text, 'example', l.example) order by l.level)
        from skill_levels l where l.skill_id = s.skill_id) as levels,
      c.self_level, c.self_at, c.confirmed_level as confirmed, c.confirmed_at, c.claimed_level as claimed,
      i.interest, i.last_used_on, coalesce(i.version, 0) as version,
      (select jsonb_agg(jsonb_build_object('id', q.rating_request_id, 'kind', q.kind, 'of', o.name, 'by', b.name, 'at', q.asked_at, 'message', q.message,
          'answer', q.answer, 'reply', q.reply) order by q.asked_at desc, q.rating_request_id desc)
        from rating_requests q left join people o on o.person_id = q.asked_of left join people b on b.person_id = q.answered_by
        where q.person_id = ${person} and q.skill_id = s.skill_id and q.answer is distinct from 'withdrawn') as requests
    from skills s
    left join current_levels c on c.skill_id = s.skill_id and c.person_id = ${person}
    left join skill_interests i on i.skill_id = s.skill_id and i.person_id = ${person}
    where s.skill_id = ${skill}`.execute(db);
  return rows[0];
}

/** All sources, newest first; of two at one moment the more binding one. */
async function listRatings(db: ReadDb, { person, skill }: { person: number; skill: string }): Promise<RatingRow[]> {
  const { rows } = await sql<RatingRow>`
    select count(*) over ()::int as in_all, r.rating_id as id, r.level, r.source, r.rated_at as at, r.rated_by as by, p.name as by_name, r.note, r.version,
      (select jsonb_agg(jsonb_build_object('id', e.evidence_id, 'kind', e.kind, 'body', e.body) order by e.evidence_id)
        from rating_evidence t join evidence e using (evidence_id) where t.rating_id = r.rating_id) as evidence
    from ratings r left join people p on p.person_id = r.rated_by
    where r.person_id = ${person} and r.skill_id = ${skill}
    order by r.rated_at desc, array_position(array['review', 'manager', 'self', 'peer'], r.source), r.level desc, r.rating_id desc
    limit ${most.history}`.execute(db);
  return rows;
}

/** What the person gave as evidence on which no rating of this skill stands yet: what is said to show it first (`here`), then the newest. */
async function listOtherEvidence(db: ReadDb, { person, skill }: { person: number; skill: string }): Promise<OtherPiece[]> {
  const { rows } = await sql<OtherPiece>`
    select count(*) over ()::int as in_all, e.evidence_id as id, e.kind, e.body, string_agg(s.name, ', ' order by s.name) as skills, bool_or(s.skill_id = ${skill}) as here
    from evidence e join evidence_skills t using (evidence_id) join skills s using (skill_id)
    where e.person_id = ${person}
      and not exists (select from rating_evidence u join ratings r using (rating_id) where u.evidence_id = e.evidence_id and r.skill_id = ${skill})
    group by e.evidence_id order by here desc, e.evidence_id desc limit ${most.elsewhere}`.execute(db);
  return rows;
}

function historyLine({ id, level, source, at, byName, mine, note, version, evidence }: RatingRow & { mine: boolean }, { timeZone, own, person }: Subject, now: Date) {
  const by = mine ? 'you' : source === 'self' ? (own ? 'you' : person.name) : byName;
  return {
    id, level, source, by, note, corrected: version > 1, evidence: evidence ?? [],
    on: dayIn(at.getTime(), timeZone),
    mayCorrect: mine && isCorrectable(at.getTime(), now.getTime()),
  };
}

/** What was asked about the skill, newest first: all of it for the person; for the line what is asked of managers. */
function requestsFor(requests: readonly RequestRow[], { own, timeZone }: Subject) {
  return requests.filter(({ kind }) => own || kind === 'confirm').map(({ at, ...request }) => ({ ...request, on: dayIn(at, timeZone) }));
}

/** What climbing takes: to the level the role asks for when that is higher, else to the next one. Null at the top. */
function climbOf(skill: SkillRow, asked: Level | null, policy: Policy) {
  const from = skill.claimed ?? 0;
  if (from === 5) return null;
  const next = (from + 1) as Level;
  const to = asked !== null && asked > next ? asked : next;
  const wordingOf = (wanted: number) => skill.levels?.find(({ level }) => level === wanted) ?? null;
  const steps = allLevels.filter((level) => level > from && level <= to);
  return {
    next, to, present: wordingOf(from), wording: wordingOf(next), months: skillEffort(from, to, policy),
    parts: steps.map((level) => ({ from: level === 1 ? null : ((level - 1) as Level), to: level, months: skillEffort(level - 1, level, policy) })),
  };
}

/** What the person said and what was confirmed, and by whom, day by day, as two lines. */
function coursesOf(rows: readonly RatingRow[], actor: Actor, timeZone: string) {
  const course = (label: string, sources: readonly RatingSource[]) => ({
    label,
    points: lastOfDay(rows.filter(({ source }) => sources.includes(source)).reverse()
      .map(({ at, level, source, by, byName }) => ({ on: dayIn(at.getTime(), timeZone), value: level, by: source === 'self' ? null : confirmer(by === actor.personId ? 'you' : byName, source) }))),
  });
  return [course('Own rating', ['self']), course('Confirmed', ['manager', 'review'])].filter(({ points }) => points.length > 0);
}

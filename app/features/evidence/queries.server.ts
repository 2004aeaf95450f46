import { sql } from 'kysely';
import type { EvidenceKind } from '#app/domain/evidence.ts';
import type { FileType } from '#app/domain/file-type.ts';
import { dayIn } from '#app/domain/instant.ts';
import { policyOf } from '#app/domain/policy.ts';
import { may, mayRead, type Relation } from '#app/domain/permission.ts';
import type { RatingSource } from '#app/domain/rating.ts';
import { skillKinds, type Level, type SkillKind } from '#app/domain/skill.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { EvidenceSearch } from './input.server.ts';

/** How many pieces a page has. */
const pageSize = 30;

interface Row {
  id: number; kind: EvidenceKind; body: string; addedAt: Date;
  file: { type: FileType; bytes: number } | null;
  skills: { id: string; name: string }[];
  ratings: { skill: string; level: Level; source: RatingSource; at: string }[];
  /** It was made of something done for a plan. */
  ofPlan: boolean;
}

/** One person's evidence, newest first, a page at a time: what each piece shows and what stands on it. For the person and the line; 404 for others. */
export async function getEvidence(db: ReadDb, actor: Actor, today: string, personId: number, search: EvidenceSearch) {
  const subject = await getSubject(db, actor, today, personId);
  const { own, timeZone, total, kept, policy } = subject;
  const [rows, skills] = await Promise.all([listPieces(db, personId, search), own ? listSkills(db, search.change) : []]);
  const changing = own && search.change !== undefined ? rows.find(({ id }) => id === search.change) : undefined;
  if (search.change !== undefined && !changing) notFound();
  const backwards = search.before !== undefined;
  const more = rows.length > pageSize;
  const page = rows.slice(0, pageSize);
  if (backwards) page.reverse();
  const pieces = page.map(({ id, kind, body, file, skills: shown, addedAt, ratings }) => ({
    id, kind, body, file, skills: shown,
    addedOn: dayIn(addedAt.getTime(), timeZone),
    ratings: ratings.map(({ at, ...rating }) => ({ ...rating, on: dayIn(at, timeZone) })),
  }));
  return {
    person: subject.person, own, today, pieces, total, kept, room: { files: policy.evidenceFiles, megabytes: policy.evidenceMegabytes },
    before: backwards ? (more ? pieces[0]!.id : null) : search.after === undefined ? null : (pieces[0]?.id ?? null),
    after: backwards || more ? (pieces.at(-1)?.id ?? null) : null,
    changing: changing ? { id: changing.id, kind: changing.kind, body: changing.body, skills: changing.skills.map(({ id }) => id), held: [...new Set(changing.ratings.map(({ skill }) => skill))], ofPlan: changing.ofPlan } : null,
    kinds: skillKinds.map((kind) => ({ kind, skills: skills.filter((skill) => skill.kind === kind).map(({ id, name }) => ({ id, name })) })).filter((group) => group.skills.length > 0),
  };
}
export type EvidenceView = Awaited<ReturnType<typeof getEvidence>>;

/** The content of one file with its name; 404 when it is none, or not for this actor. */
export async function getEvidenceFile(db: ReadDb, actor: Actor, today: string, ids: { person: number; evidence: number }): Promise<{ name: string; mediaType: FileType; content: Uint8Array }> {
  const { rows: [row] } = await sql<{ name: string; mediaType: FileType; content: Uint8Array; relation: Relation }>`
    select e.body as name, f.media_type, f.content, actor_relation(${actor.personId}::int, p.person_id, ${today}::date) as relation
    from evidence e join evidence_files f using (evidence_id) join people p using (person_id)
    where e.evidence_id = ${ids.evidence} and e.person_id = ${ids.person} and p.erased_at is null
      and actor_relation(${actor.personId}::int, p.person_id, ${today}::date) <> 'colleague'`.execute(db);
  if (!row || !mayRead({ roles: actor.access, relation: row.relation }, 'ratings')) notFound();
  return { name: row.name, mediaType: row.mediaType, content: row.content };
}

async function getSubject(db: ReadDb, actor: Actor, today: string, personId: number) {
  const { rows: [row] } = await sql<{ name: string; relation: Relation; timeZone: string | null; policy: unknown; total: number; kept: { files: number; bytes: number } }>`
    select p.name, actor_relation(${actor.personId}::int, p.person_id, ${today}::date) as relation, o.time_zone, o.policy,
      (select count(*)::int from evidence e where e.person_id = p.person_id) as total,
      (select jsonb_build_object('files', count(*), 'bytes', coalesce(sum(f.size_bytes), 0))
        from evidence e join evidence_files f using (evidence_id) where e.person_id = p.person_id) as kept
    from people p left join organisation o on true
    where p.person_id = ${personId} and p.erased_at is null`.execute(db);
  if (!row) notFound();
  const viewer = { roles: actor.access, relation: row.relation };
  if (!mayRead(viewer, 'ratings')) notFound();
  return { person: { id: personId, name: row.name }, own: may(viewer, 'write', 'ratings'), timeZone: row.timeZone ?? 'UTC', total: row.total, kept: row.kept, policy: policyOf(row.policy) };
}

/** One more than a page has, so that one knows whether there are others; from the cursor backwards the nearest first. The piece to be changed alone. */
async function listPieces(db: ReadDb, personId: number, { after, before, change }: EvidenceSearch): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.evidence_id as id, e.kind, e.body, e.added_at,
      (select jsonb_build_object('type', f.media_type, 'bytes', f.size_bytes) from evidence_files f where f.evidence_id = e.evidence_id) as file,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.skill_id, 'name', s.name) order by s.name)
        from evidence_skills t join skills s using (skill_id) where t.evidence_id = e.evidence_id), '[]') as skills,
      coalesce((select jsonb_agg(jsonb_build_object('skill', r.skill_id, 'level', r.level, 'source', r.source, 'at', r.rated_at) order by r.rated_at desc, r.rating_id desc)
        from rating_evidence t join ratings r using (rating_id) where t.evidence_id = e.evidence_id), '[]') as ratings,
      exists (select from plan_items i where i.evidence_id = e.evidence_id) as of_plan
    from evidence e
    where e.person_id = ${personId} and (${change ?? null}::int is null or e.evidence_id = ${change ?? null})
      and (${after ?? null}::int is null or e.evidence_id < ${after ?? null}) and (${before ?? null}::int is null or e.evidence_id > ${before ?? null})
    order by e.evidence_id ${before === undefined ? sql`desc` : sql`asc`} limit ${pageSize + 1}`.execute(db);
  return rows;
}

/** What a piece can show: what is in the catalogue, and what the one to be changed shows already. */
async function listSkills(db: ReadDb, change: number | undefined): Promise<{ id: string; name: string; kind: SkillKind }[]> {
  const { rows } = await sql<{ id: string; name: string; kind: SkillKind }>`
    select skill_id as id, name, kind from skills
    where ${isOffered('skills')} or skill_id in (select skill_id from evidence_skills where evidence_id = ${change ?? null}) order by name`.execute(db);
  return rows;
}

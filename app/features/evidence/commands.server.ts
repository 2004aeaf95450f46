import { sql } from 'kysely';
import { roomFault } from '#app/domain/evidence.ts';
import { fileTypeOf, nameOfType, type FileType } from '#app/domain/file-type.ts';
import { dayText } from '#app/domain/day-text.ts';
import { may } from '#app/domain/permission.ts';
import { isRetired } from '#app/domain/retirement.ts';
import { forbidden, notFound, refused, run, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { holdPerson } from '#app/server/hold-person.server.ts';
import { getPolicy } from '#app/server/policy.server.ts';
import type { Upload } from '#app/server/upload.server.ts';
import type { AddEvidenceInput, ChangeEvidenceInput } from './input.server.ts';

/** A file whose kind is known. */
interface KnownFile extends Upload {
  type: FileType;
}

/**
 * Keeps what shows skills: words, a link and a file, each a piece of its own. For the person alone. Refuses when there is nothing,
 * a file that is no PDF, PNG or JPEG by its content, one that the person has given before, and more than there is room for.
 */
export function addEvidence(call: SignedCall, personId: number, input: AddEvidenceInput, upload: Upload | null): Promise<Result<{ pieces: number }>> {
  const { text, link, skills } = input;
  const given = { personId, text, link, skills, file: upload && { name: upload.name, sha256: upload.sha256 } };
  return run(call, 'addEvidence', given, async (step): Promise<{ pieces: number } | Refused> => {
    await holdOwn(step, personId);
    if (!text && !link && !upload) return refused('Please write something, give a link or choose a file.', 'text');
    const type = upload && fileTypeOf(upload.bytes);
    if (upload && !type) return refused('This file is not a PDF, a PNG or a JPEG picture, whatever its name says. Save it as one of these and choose it again.', 'file');
    const file = upload && type ? { ...upload, name: nameOfType(upload.name, type), type } : null;
    const fault = (file && await fileFault(step, personId, file, call.clock)) ?? await skillFault(step, skills, []);
    if (fault) return fault;
    const pieces = [{ kind: 'text', body: text }, { kind: 'link', body: link }, { kind: 'file', body: file?.name }]
      .flatMap(({ kind, body }) => (body ? [{ personId, kind, body, addedBy: step.actor.personId, addedAt: step.now }] : []));
    const added = await step.trx.insertInto('evidence').values(pieces).returning(['evidenceId', 'kind']).execute();
    await step.trx.insertInto('evidenceSkills').values(added.flatMap(({ evidenceId }) => [...new Set(skills)].map((skillId) => ({ evidenceId, skillId })))).execute();
    const kept = added.find(({ kind }) => kind === 'file');
    if (kept && file) await keepFile(step, kept.evidenceId, file);
    step.audit({
      on: personId, subject: added.length === 1 ? `evidence:${added[0]!.evidenceId}` : 'evidence',
      after: { evidence: added, skills, ...(file ? { type: file.type, bytes: file.bytes.length, sha256: file.sha256 } : {}) },
    });
    return { pieces: added.length };
  });
}

/**
 * Says which skills a piece shows from now on. For the person alone. Refuses to take away a skill of which a rating stands on the piece,
 * and retired skills that it did not show before.
 */
export function changeEvidence(call: SignedCall, personId: number, { evidence, skills }: ChangeEvidenceInput): Promise<Result<{ skills: number }>> {
  return run(call, 'changeEvidence', { personId, evidence, skills }, async (step): Promise<{ skills: number } | Refused> => {
    await holdOwn(step, personId);
    const piece = await holdPiece(step, personId, evidence);
    const wanted = [...new Set(skills)].sort();
    const gone = piece.skills.filter((skill) => !wanted.includes(skill));
    const fresh = wanted.filter((skill) => !piece.skills.includes(skill));
    if (gone.length === 0 && fresh.length === 0) return refused('It shows these skills already, so nothing was saved.', 'skills');
    const held = piece.rated.find(({ skill }) => gone.includes(skill));
    if (held) return refused(`A rating of ${held.name} stands on it, so it goes on showing that skill.`, 'skills');
    const fault = await skillFault(step, wanted, piece.skills);
    if (fault) return fault;
    if (gone.length > 0) await step.trx.deleteFrom('evidenceSkills').where('evidenceId', '=', evidence).where('skillId', 'in', gone).execute();
    if (fresh.length > 0) await step.trx.insertInto('evidenceSkills').values(fresh.map((skillId) => ({ evidenceId: evidence, skillId }))).execute();
    step.audit({ on: personId, subject: `evidence:${evidence}`, before: { skills: piece.skills }, after: { skills: wanted } });
    return { skills: wanted.length };
  });
}

/**
 * Removes a piece for good, its file with it; no audit row of evidence ever had its words. What an item of a plan says, of which a piece was
 * made, is the item's and stays with it and its trail: the page says so. For the person alone. Refused while a rating stands on it: ratings
 * are never overwritten, and neither is what they were given for.
 */
export function removeEvidence(call: SignedCall, personId: number, evidence: number): Promise<Result<{ kind: string }>> {
  return run(call, 'removeEvidence', { personId, evidence }, async (step): Promise<{ kind: string } | Refused> => {
    await holdOwn(step, personId);
    const piece = await holdPiece(step, personId, evidence);
    const [first] = piece.rated;
    if (first) return refused(`A rating of ${first.name} stands on it, and ratings keep what they were given for. So it stays.`);
    await step.trx.deleteFrom('evidence').where('evidenceId', '=', evidence).execute();
    step.audit({ on: personId, subject: `evidence:${evidence}`, before: { kind: piece.kind, skills: piece.skills } });
    return { kind: piece.kind };
  });
}

/** The person, held. 404 for who may not know of the evidence, 403 for who may only read it. */
async function holdOwn(step: SignedStep, personId: number): Promise<void> {
  const { viewer } = await holdPerson(step, personId, 'ratings');
  if (!may(viewer, 'write', 'ratings')) forbidden();
}

/** One piece with the skills that it shows and those of them with ratings that stand on it. 404 when it is none of the person's. */
async function holdPiece({ trx }: SignedStep, personId: number, evidence: number) {
  const piece = await trx.selectFrom('evidence').select(['kind', 'body']).where('evidenceId', '=', evidence).where('personId', '=', personId).forUpdate().executeTakeFirst();
  if (!piece) notFound();
  const shown = await trx.selectFrom('evidenceSkills').select('skillId').where('evidenceId', '=', evidence).orderBy('skillId').execute();
  const rated = await trx.selectFrom('ratingEvidence as t').innerJoin('ratings as r', 'r.ratingId', 't.ratingId').innerJoin('skills as s', 's.skillId', 'r.skillId')
    .select(['s.skillId as skill', 's.name']).distinct().where('t.evidenceId', '=', evidence).orderBy('s.name').execute();
  return { ...piece, skills: shown.map(({ skillId }) => skillId), rated };
}

/** The very same file, or too many of them. */
async function fileFault(step: SignedStep, personId: number, file: KnownFile, clock: SignedCall['clock']): Promise<Refused | null> {
  const own = step.trx.selectFrom('evidence as e').innerJoin('evidenceFiles as f', 'f.evidenceId', 'e.evidenceId').where('e.personId', '=', personId);
  const same = await own.select(['e.body', 'e.addedAt']).where('f.sha256', '=', Buffer.from(file.sha256, 'hex')).executeTakeFirst();
  if (same) return refused(`You gave this very file before, as “${same.body}” on ${dayText(clock.dayOf(same.addedAt))}. Say there which skills it shows.`, 'file');
  const kept = await own.select([sql<number>`count(*)::int`.as('files'), sql<number>`coalesce(sum(f.size_bytes), 0)::float8`.as('bytes')]).executeTakeFirstOrThrow();
  const fault = roomFault(kept, file.bytes.length, await getPolicy(step.trx));
  return fault === null ? null : refused(fault, 'file');
}

async function skillFault({ trx }: SignedStep, wanted: readonly string[], known: readonly string[]): Promise<Refused | null> {
  const found = await trx.selectFrom('skills').select(['skillId', 'name', 'retiredOn']).where('skillId', 'in', wanted).forShare().execute();
  if (found.length < new Set(wanted).size) return refused('One of these skills is not in the catalogue. Please choose again.', 'skills');
  const retired = found.find((skill) => isRetired(skill) && !known.includes(skill.skillId));
  return retired ? refused(`“${retired.name}” has been retired from the catalogue. Please choose another skill.`, 'skills') : null;
}

async function keepFile({ trx }: SignedStep, evidenceId: number, file: KnownFile): Promise<void> {
  await trx.insertInto('evidenceFiles').values({
    evidenceId, mediaType: file.type, sizeBytes: file.bytes.length, sha256: Buffer.from(file.sha256, 'hex'), content: file.bytes,
  }).execute();
}

import type { SignedStep } from '#app/server/command.server.ts';
import type { Trx } from '#db/handle.ts';

/** Keeps what shows a skill: a text, a link, both or none. Returns their ids. */
export async function addEvidence(step: SignedStep, person: number, given: { text?: string; link?: string }): Promise<number[]> {
  const rows = [{ kind: 'text', body: given.text }, { kind: 'link', body: given.link }]
    .flatMap(({ kind, body }) => (body ? { personId: person, kind, body, addedBy: step.actor.personId, addedAt: step.now } : []));
  if (rows.length === 0) return [];
  const added = await step.trx.insertInto('evidence').values(rows).returning('evidenceId').execute();
  return added.map(({ evidenceId }) => evidenceId);
}

/** Puts evidence to a rating and its skill; one piece may stand for several skills. False when one is not the person's own. */
export async function attachEvidence(
  trx: Trx, to: { person: number; rating: number; skill: string; evidence: readonly number[] },
): Promise<boolean> {
  const wanted = [...new Set(to.evidence)];
  if (wanted.length === 0) return true;
  const own = await trx.selectFrom('evidence').select('evidenceId').where('personId', '=', to.person).where('evidenceId', 'in', wanted).forShare().execute();
  if (own.length < wanted.length) return false;
  await trx.insertInto('ratingEvidence').values(wanted.map((evidenceId) => ({ ratingId: to.rating, evidenceId }))).execute();
  await trx.insertInto('evidenceSkills').values(wanted.map((evidenceId) => ({ evidenceId, skillId: to.skill })))
    .onConflict((conflict) => conflict.doNothing()).execute();
  return true;
}

import { evidenceText } from '#app/domain/plan-item-text.ts';
import { isOpen } from '#app/domain/plan.ts';
import type { Level } from '#app/domain/skill.ts';
import { forbidden, refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { dropIdleRequests } from '#app/server/idle-requests.server.ts';
import type { CompleteItemInput, RateItemInput } from '../input.server.ts';
import { holdItem, holdSubject, itemNow, skillFault, type HeldItem } from './subject.server.ts';

/** What completing came to: the skill rated with it, if it was. */
export interface Completed { title: string; skill: string | null; level: Level | null }

/**
 * An item is done. For the person, what they did becomes a piece of evidence for the item's skill and, when they chose a level, a rating
 * of their own rests on it: all in one go. Nobody is ever rated by finishing something. Refused: a day to come, a day before the
 * first one, what is not open any more, a level from anybody but the person. Stale when the item changed since the form was opened.
 */
export function completeItem(call: SignedCall, person: number, itemId: number, input: CompleteItemInput): Promise<Result<Completed>> {
  return run(call, 'plans.complete-item', { person, itemId, ...input }, async (step): Promise<Completed | Refused> => {
    const subject = await holdSubject(step, person);
    const item = await holdItem(step.trx, person, itemId);
    if (item.version !== input.version) return stale(itemNow(item));
    if (!isOpen(item.state)) return refused(item.state === 'done' ? 'This is done already.' : 'This was dropped. Take it up again first.');
    if (input.doneOn > step.today) return refused('That day is still to come. Please give the day on which it was finished.', 'doneOn');
    if (item.startsOn !== null && input.doneOn < item.startsOn) return refused('That is before its first day. Please check both days.', 'doneOn');
    const level = input.level === 'skip' ? null : input.level;
    if (level !== null && (!subject.rates || item.skillId === null)) return refused('People rate their own skills themselves. Please leave the level out.', 'level');
    const done = { ...item, doneOn: input.doneOn, outcome: input.outcome ?? null };
    const evidenceId = subject.rates && item.skillId !== null ? await addEvidence(step, person, done, item.skillId) : null;
    const rating = level === null ? null : await addRating(step, person, { skillId: item.skillId!, level, evidenceId: evidenceId! });
    if (typeof rating === 'object' && rating !== null) return rating;
    await step.trx.updateTable('planItems').set({ state: 'done', doneOn: input.doneOn, outcome: done.outcome, evidenceId, ratingId: rating, version: item.version + 1 })
      .where('planItemId', '=', itemId).execute();
    step.audit({
      on: person, subject: `plan-item:${itemId}`, before: { state: item.state },
      after: { state: 'done', doneOn: input.doneOn, outcome: done.outcome, ...(evidenceId ? { evidence: evidenceId } : {}), ...(level ? { skill: item.skillId, level } : {}) },
    });
    return { title: item.title, skill: item.skillId, level };
  });
}

/** Rates the skill of an item done earlier, with the item as evidence. The person's alone (403); refused once a rating rests on it. */
export function rateFromItem(call: SignedCall, person: number, itemId: number, input: RateItemInput): Promise<Result<Completed>> {
  return run(call, 'plans.rate-from-item', { person, itemId, ...input }, async (step): Promise<Completed | Refused> => {
    const subject = await holdSubject(step, person);
    const item = await holdItem(step.trx, person, itemId);
    if (!subject.rates) return forbidden();
    if (item.version !== input.version) return stale(itemNow(item));
    if (item.state !== 'done' || item.skillId === null || item.doneOn === null) return refused('Only what is done and belongs to a skill can show a level.');
    if (item.ratingId !== null) return refused('You have rated with this already. Rate again on the page of the skill.');
    const evidenceId = item.evidenceId ?? await addEvidence(step, person, { ...item, doneOn: item.doneOn }, item.skillId);
    const rating = await addRating(step, person, { skillId: item.skillId, level: input.level, evidenceId });
    if (typeof rating === 'object') return rating;
    await step.trx.updateTable('planItems').set({ evidenceId, ratingId: rating, version: item.version + 1 }).where('planItemId', '=', itemId).execute();
    step.audit({ on: person, subject: `plan-item:${itemId}`, after: { skill: item.skillId, level: input.level, evidence: evidenceId } });
    return { title: item.title, skill: item.skillId, level: input.level };
  });
}

/** What was done as a piece of evidence for the skill; answers its key. */
async function addEvidence({ trx, actor, now }: SignedStep, person: number, item: HeldItem & { doneOn: string }, skillId: string): Promise<number> {
  const { evidenceId } = await trx.insertInto('evidence').values({ personId: person, kind: 'text', body: evidenceText(item), addedBy: actor.personId, addedAt: now })
    .returning('evidenceId').executeTakeFirstOrThrow();
  await trx.insertInto('evidenceSkills').values({ evidenceId, skillId }).execute();
  return evidenceId;
}

/** The person's own rating with that evidence; answers its key. Refused for a skill that has been retired. */
async function addRating(step: SignedStep, person: number, { skillId, level, evidenceId }: { skillId: string; level: Level; evidenceId: number }): Promise<number | Refused> {
  const { trx, now } = step;
  const fault = await skillFault(trx, skillId, null);
  if (fault) return refused('This skill has been retired from the catalogue, so it is no longer rated. Please leave the level out.', 'level');
  const { ratingId } = await trx.insertInto('ratings').values({ personId: person, skillId, level, source: 'self', ratedBy: person, ratedAt: now })
    .returning('ratingId').executeTakeFirstOrThrow();
  await trx.insertInto('ratingEvidence').values({ ratingId, evidenceId }).execute();
  await dropIdleRequests(step, { person, skills: [skillId] });
  return ratingId;
}

import { isCorrectable } from '#app/domain/rating.ts';
import { forbidden, notFound, refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { dropIdleRequests } from '#app/server/idle-requests.server.ts';
import type { CorrectAnswerInput, CorrectRatingInput } from '../input.server.ts';
import { holdAsk, type Answered } from './answer.server.ts';
import { holdSkill, holdSubject } from './subject.server.ts';

interface Corrected { skill: string; level: number }

/**
 * Corrects a rating within 24 hours of giving it, by its author alone; the first version stays in the audit trail.
 * 404 when it is not a rating of this person's skill, 403 when somebody else gave it.
 */
export function correctRating(call: SignedCall, person: number, skillId: string, input: CorrectRatingInput): Promise<Result<Corrected>> {
  return run(call, 'correctRating', { person, skillId, ...input }, async (step): Promise<Corrected | Refused> => {
    await holdSubject(step, person);
    return correct(step, person, skillId, input);
  });
}

/**
 * Corrects what a colleague answered when asked: theirs as any rating is its author's, though the person's other ratings are not for them
 * to see. 404 when the question was for somebody else, refused when no level was said.
 */
export function correctAnswer(call: SignedCall, request: number, input: CorrectAnswerInput): Promise<Result<Answered>> {
  return run(call, 'correctAnswer', { request, ...input }, async (step): Promise<Answered | Refused> => {
    const ask = await holdAsk(step, request);
    if (ask.ratingId === null) return refused('You have said no level here that could be corrected.');
    const corrected = await correct(step, ask.personId, ask.skillId, { ...input, rating: ask.ratingId });
    return 'done' in corrected ? corrected : { person: ask.person, skill: corrected.skill };
  });
}

/** The person is held. */
async function correct(step: SignedStep, person: number, skillId: string, input: Omit<CorrectRatingInput, 'intent'>): Promise<Corrected | Refused> {
  const { trx, actor, now } = step;
  const skill = await holdSkill(step, person, skillId);
  if ('done' in skill) return skill;
  const rating = await trx.selectFrom('ratings').select(['level', 'note', 'ratedBy', 'ratedAt', 'source', 'version'])
    .where('ratingId', '=', input.rating).where('personId', '=', person).where('skillId', '=', skillId).forUpdate().executeTakeFirst();
  if (!rating) notFound();
  if (rating.ratedBy === null || rating.ratedBy !== actor.personId) forbidden();
  if (!isCorrectable(rating.ratedAt.getTime(), now.getTime())) {
    return refused('A rating can be corrected for 24 hours. Please give a new one instead; both stay in the history.');
  }
  const note = input.note ?? null;
  if (rating.level === input.level && rating.note === note) return refused('Nothing here has changed, so nothing was saved.');
  if (rating.version !== input.version) return stale({ level: rating.level, note: rating.note });
  await trx.updateTable('ratings').set({ level: input.level, note, version: rating.version + 1 }).where('ratingId', '=', input.rating).execute();
  await dropIdleRequests(step, { person, skills: [skillId] });
  step.audit({
    on: person, subject: `skill:${skillId}`,
    before: { rating: input.rating, source: rating.source, level: rating.level, note: rating.note },
    after: { rating: input.rating, source: rating.source, level: input.level, note },
  });
  return { skill: skill.name, level: input.level };
}

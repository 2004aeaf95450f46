import { sql } from 'kysely';
import type { Relation } from '#app/domain/permission.ts';
import { notFound, refused, run, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import type { DeclineAskInput, SayLevelInput } from '../input.server.ts';
import { isAddressedTo } from '../addressed.server.ts';
import { closeRequest } from './requests.server.ts';
import { holdSkill } from './subject.server.ts';

export interface Answered {
  person: string;
  skill: string;
}

/**
 * A colleague who was asked says which level they see: a rating that is shown and counts for nothing. 404 when the question is
 * for somebody else, or whoever asks may not be known any more; refused when it is not open, when the skill was retired
 * meanwhile, and when the colleague has become a manager of the line, who confirms instead.
 */
export function sayLevel(call: SignedCall, request: number, input: SayLevelInput): Promise<Result<Answered>> {
  return run(call, 'sayLevel', { request, ...input }, async (step): Promise<Answered | Refused> => {
    const ask = await holdOpenAsk(step, request);
    if ('done' in ask) return ask;
    if (ask.relation !== 'colleague') return refused(`You manage the line of ${ask.person} now: confirm the level on their page instead.`);
    const skill = await holdSkill(step, ask.personId, ask.skillId);
    if ('done' in skill) return skill;
    const note = input.note ?? null;
    const { ratingId } = await step.trx.insertInto('ratings').values({
      personId: ask.personId, skillId: ask.skillId, level: input.level, note, source: 'peer', ratedBy: step.actor.personId, ratedAt: step.now,
    }).returning('ratingId').executeTakeFirstOrThrow();
    await closeRequest(step, request, { answer: 'rated', ratingId });
    step.audit({ on: ask.personId, subject: `skill:${ask.skillId}`, before: { request }, after: { peer: input.level, ...(note ? { note } : {}) } });
    return { person: ask.person, skill: skill.name };
  });
}

/** A colleague who was asked would rather not say, with or without words. 404 and refusals as above. */
export function declineAsk(call: SignedCall, request: number, input: DeclineAskInput): Promise<Result<Answered>> {
  return run(call, 'declineAsk', { request, ...input }, async (step): Promise<Answered | Refused> => {
    const ask = await holdOpenAsk(step, request);
    if ('done' in ask) return ask;
    await closeRequest(step, request, { answer: 'declined', reply: input.reply });
    step.audit({ on: ask.personId, subject: `skill:${ask.skillId}`, before: { request }, after: { answer: 'declined', ...(input.reply ? { reply: input.reply } : {}) } });
    return { person: ask.person, skill: ask.skill };
  });
}

interface Ask { personId: number; person: string; skillId: string; skill: string; relation: Relation; answer: string | null; ratingId: number | null }

/** A question to the actor, whatever became of it. The person is held first, as in every change of ratings, so that no two wait for one another. */
export async function holdAsk(step: SignedStep, request: number): Promise<Ask> {
  const { trx, actor, today } = step;
  if (actor.personId === null) notFound();
  await sql`select from people where person_id = (select person_id from rating_requests where rating_request_id = ${request}) for no key update`.execute(trx);
  const { rows: [ask] } = await sql<Ask>`
    select q.person_id, p.name as person, q.skill_id, s.name as skill, q.answer, q.rating_id, actor_relation(${actor.personId}::int, q.person_id, ${today}::date) as relation
    from rating_requests q join people p on p.person_id = q.person_id join skills s on s.skill_id = q.skill_id
    where q.rating_request_id = ${request} and ${isAddressedTo(actor, today)} for update of q`.execute(trx);
  return ask ?? notFound();
}

/** One that is still open. */
async function holdOpenAsk(step: SignedStep, request: number): Promise<Ask | Refused> {
  const ask = await holdAsk(step, request);
  if (ask.answer === 'withdrawn') return refused(`${ask.person} has withdrawn this question meanwhile. Thank you all the same.`);
  if (ask.answer !== null) return refused('You have answered this already.');
  return ask;
}

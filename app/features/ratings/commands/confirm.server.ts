import { sql } from 'kysely';
import { isWaiting } from '#app/domain/rating.ts';
import { isRetired } from '#app/domain/retirement.ts';
import { refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import type { ConfirmLevelInput, ConfirmWaitingInput } from '../input.server.ts';
import { holdSkill, holdSkills, holdSubject, standingOfSkill } from './subject.server.ts';

const notOneself = 'Nobody confirms their own levels. Your manager does that.';

export interface Confirmed {
  person: string;
  skill: string;
  level: number;
}

/**
 * A manager of the line, or a deputy, says at which level the person is: the manager's own choice, with a note.
 * Refused for oneself and for retired skills; when somebody else rated the skill since the form was opened, both
 * levels are shown first.
 */
export function confirmLevel(call: SignedCall, person: number, skillId: string, input: ConfirmLevelInput): Promise<Result<Confirmed>> {
  return run(call, 'confirmLevel', { person, skillId, ...input }, async (step): Promise<Confirmed | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.confirms) return refused(notOneself);
    const skill = await holdSkill(step, person, skillId);
    if ('done' in skill) return skill;
    const newer = await newerRating(step, person, skillId, input.seen);
    if (newer) return stale({ level: newer.level, by: newer.by, source: newer.source });
    const note = input.note ?? null;
    await addConfirmations(step, person, [{ skill: skillId, level: input.level, note }]);
    step.audit({
      on: person, subject: `skill:${skillId}`,
      before: { confirmed: skill.confirmedLevel, claimed: skill.claimedLevel },
      after: { confirmed: input.level, ...(note ? { note } : {}) },
    });
    return { person: subject.name, skill: skill.name, level: input.level };
  });
}

export interface ConfirmedMany {
  person: string;
  skills: { name: string; level: number }[];
  /** How many of those chosen had changed, or been confirmed by somebody else, in the meantime. */
  gone: number;
}

/**
 * Confirms self ratings just as they wait, one or several. What is no longer waiting at that level is left out and
 * counted; when that is all of them it is refused, so that of two managers at once one confirms and the other is told.
 */
export function confirmWaiting(call: SignedCall, person: number, input: ConfirmWaitingInput): Promise<Result<ConfirmedMany>> {
  return run(call, 'confirmWaiting', { person, ...input }, async (step): Promise<ConfirmedMany | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.confirms) return refused(notOneself);
    const chosen = new Map(input.ratings.map(({ rating, level }) => [rating, level]));
    const ratings = await step.trx.selectFrom('ratings').select(['ratingId', 'skillId', 'level', 'ratedAt'])
      .where('personId', '=', person).where('source', '=', 'self').where('ratingId', 'in', [...chosen.keys()]).execute();
    const held = await holdSkills(step.trx, person, ratings.map(({ skillId }) => skillId));
    const wanted = ratings.flatMap(({ ratingId, skillId, level, ratedAt }) => {
      const skill = held.get(skillId);
      if (!skill || isRetired(skill) || !isWaiting(standingOfSkill(skill))) return [];
      const asSeen = chosen.get(ratingId) === level && skill.selfLevel === level && skill.selfAt?.getTime() === ratedAt.getTime();
      return asSeen ? { skill: skillId, level, note: null, known: skill } : [];
    });
    if (wanted.length === 0) return refused('None of these levels is waiting any more: somebody else has confirmed them, or they were changed. The page shows how they stand now.');
    await addConfirmations(step, person, wanted);
    step.audit({
      on: person, subject: wanted.length === 1 ? `skill:${wanted[0]!.skill}` : 'skills',
      before: Object.fromEntries(wanted.map(({ skill, known }) => [skill, known.confirmedLevel])),
      after: Object.fromEntries(wanted.map(({ skill, level }) => [skill, level])),
    });
    return { person: subject.name, skills: wanted.map(({ known, level }) => ({ name: known.name, level })), gone: chosen.size - wanted.length };
  });
}

/** Writes the confirmations, and with them answers what the person has asked about these skills. */
async function addConfirmations(step: SignedStep, person: number, ratings: { skill: string; level: number; note: string | null }[]): Promise<void> {
  const added = await step.trx.insertInto('ratings').values(ratings.map(({ skill, level, note }) => ({
    personId: person, skillId: skill, level, note, source: 'manager', ratedBy: step.actor.personId, ratedAt: step.now,
  }))).returning('ratingId').execute();
  await sql`update rating_requests q set answer = 'rated', answered_at = ${step.now}, answered_by = ${step.actor.personId}::int, rating_id = r.rating_id
    from ratings r where r.rating_id = any(${added.map(({ ratingId }) => ratingId)}) and q.person_id = r.person_id and q.skill_id = r.skill_id
      and q.kind = 'confirm' and q.answer is null`.execute(step.trx);
}

/** The newest rating that counts and that the manager has neither given nor seen. */
async function newerRating(step: SignedStep, person: number, skillId: string, seen: number): Promise<{ level: number; by: string; source: string } | null> {
  const row = await step.trx.selectFrom('ratings as r').leftJoin('people as p', 'p.personId', 'r.ratedBy')
    .select(['r.level', 'r.source', 'p.name as by'])
    .where('r.personId', '=', person).where('r.skillId', '=', skillId).where('r.source', '<>', 'peer').where('r.ratingId', '>', seen)
    .where((where) => where.or([where('r.ratedBy', 'is', null), where('r.ratedBy', '<>', step.actor.personId)]))
    .orderBy('r.ratedAt', 'desc').orderBy('r.ratingId', 'desc').limit(1).executeTakeFirst();
  return row ? { level: row.level, source: row.source, by: row.by ?? 'a colleague' } : null;
}

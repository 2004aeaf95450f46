import { sql } from 'kysely';
import { isRetired } from '#app/domain/retirement.ts';
import { forbidden, notFound, refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { dropIdleRequests } from '#app/server/idle-requests.server.ts';
import type { RateSkillInput, RateSkillsInput } from '../input.server.ts';
import { addEvidence, attachEvidence } from './evidence.server.ts';
import { holdSkill, holdSkills, holdSubject, isOwnClaim, retired, type HeldSkill } from './subject.server.ts';

const firstDay = '1970-01-01';
const unchanged = 'Nothing here has changed, so nothing was saved.';

/** What has been saved: the level when it was rated anew, else null. */
interface Rated {
  skill: string;
  level: number | null;
}

/**
 * Rates one of the actor's own skills, with evidence, interest and last use, in one go. The same level once
 * more, without a note or evidence, is no new rating. Refuses retired skills, a last use in the future or
 * before 1970, evidence of somebody else, and a form in which nothing has changed.
 */
export function rateSkill(call: SignedCall, person: number, skillId: string, input: RateSkillInput): Promise<Result<Rated>> {
  return run(call, 'rateSkill', { person, skillId, ...input }, async (step): Promise<Rated | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.self) forbidden();
    const skill = await holdSkill(step, person, skillId);
    if ('done' in skill) return skill;
    const fault = lastUseFault(input.lastUsedOn, step.today);
    if (fault) return fault;
    const { level, note, evidenceText, evidenceLink } = input;
    const rates = !isOwnClaim(skill, level) || [note, evidenceText, evidenceLink].some(Boolean) || input.evidence.length > 0;
    const stands = { interest: input.interest ?? null, lastUsedOn: input.lastUsedOn ?? null };
    const standsAnew = stands.interest !== skill.interest || stands.lastUsedOn !== skill.lastUsedOn;
    if (!rates && !standsAnew) return refused(unchanged);
    if (standsAnew && input.version !== skill.version) return stale({ interest: skill.interest, lastUsedOn: skill.lastUsedOn });
    let evidence: number[] = [];
    if (rates) {
      const [rating] = await addRatings(step, person, [{ skill: skillId, level, note: note ?? null }]);
      evidence = await addEvidence(step, person, { text: evidenceText, link: evidenceLink });
      const attached = await attachEvidence(step.trx, { person, rating: rating!, skill: skillId, evidence: [...evidence, ...input.evidence] });
      if (!attached) return refused('One of these pieces of evidence is no longer there. Please choose again.', 'evidence');
    }
    if (standsAnew) await saveInterests(step, person, [{ skillId, ...stands }]);
    step.audit({
      on: person, subject: `skill:${skillId}`,
      before: { level: skill.claimedLevel, interest: skill.interest, lastUsedOn: skill.lastUsedOn },
      after: { level: rates ? level : skill.claimedLevel, ...(note ? { note } : {}), ...(evidence.length > 0 ? { evidence } : {}), ...stands },
    });
    return { skill: skill.name, level: rates ? level : null };
  });
}

/** What many levels on one page came to. */
export interface RatedMany {
  skills: string[];
}

/**
 * Rates many of the actor's own skills at once: those whose level differs from the one the form showed.
 * All or none; refuses when nothing was changed, or when the catalogue has retired one of them.
 */
export function rateSkills(call: SignedCall, person: number, input: RateSkillsInput): Promise<Result<RatedMany>> {
  return run(call, 'rateSkills', { person, ...input }, async (step): Promise<RatedMany | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.self) forbidden();
    const touched = input.rows.flatMap(({ skill, was, level }, index) => (level === undefined || level === was ? [] : { skill, level, index }));
    if (touched.length === 0) return refused('No level was changed, so nothing was saved.');
    const held = await holdSkills(step.trx, person, touched.map(({ skill }) => skill));
    const wanted: { skill: string; level: number; note: null; known: HeldSkill }[] = [];
    for (const { skill, level, index } of touched) {
      const known = held.get(skill);
      if (!known) notFound();
      if (isRetired(known)) return retired(known, `rows[${index}].level`);
      if (!isOwnClaim(known, level)) wanted.push({ skill, level, note: null, known });
    }
    if (wanted.length === 0) return refused('These levels had been saved already.');
    await addRatings(step, person, wanted);
    step.audit({
      on: person, subject: 'skills',
      before: Object.fromEntries(wanted.map(({ skill, known }) => [skill, known.claimedLevel])),
      after: Object.fromEntries(wanted.map(({ skill, level }) => [skill, level])),
    });
    return { skills: wanted.map(({ known }) => known.name) };
  });
}

/**
 * "Still true" of one skill or several: says that they were used today. The confirmations stay as old as they are. What was
 * used today already is left out; refuses a skill without a level, a retired one, and when nothing is left.
 */
export function keepInUse(call: SignedCall, person: number, skills: readonly string[]): Promise<Result<{ skills: string[] }>> {
  return run(call, 'keepInUse', { person, skills }, async (step): Promise<{ skills: string[] } | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.self) forbidden();
    const held = await holdSkills(step.trx, person, skills);
    const used: HeldSkill[] = [];
    for (const id of new Set(skills)) {
      const skill = held.get(id);
      if (!skill) notFound();
      if (isRetired(skill)) return retired(skill);
      if (skill.claimedLevel === null) return refused(`“${skill.name}” has no level yet that could still be true. Please rate it first.`);
      if (skill.lastUsedOn !== step.today) used.push(skill);
    }
    if (used.length === 0) return refused('You have already said so today.');
    await saveInterests(step, person, used.map(({ skillId, interest }) => ({ skillId, interest, lastUsedOn: step.today })));
    step.audit({
      on: person, subject: used.length === 1 ? `skill:${used[0]!.skillId}` : 'skills',
      before: Object.fromEntries(used.map(({ skillId, lastUsedOn }) => [skillId, lastUsedOn])), after: { lastUsedOn: step.today },
    });
    return { skills: used.map(({ name }) => name) };
  });
}

function lastUseFault(day: string | undefined, today: string): Refused | null {
  if (day === undefined) return null;
  if (day > today) return refused('This day is still to come. When did you last use the skill?', 'lastUsedOn');
  return day < firstDay ? refused('Please give a day after 1 January 1970.', 'lastUsedOn') : null;
}

async function addRatings(step: SignedStep, person: number, ratings: { skill: string; level: number; note: string | null }[]): Promise<number[]> {
  const rows = await step.trx.insertInto('ratings').values(ratings.map(({ skill, level, note }) => ({
    personId: person, skillId: skill, level, note, source: 'self', ratedBy: step.actor.personId, ratedAt: step.now,
  }))).returning('ratingId').execute();
  await dropIdleRequests(step, { person, skills: ratings.map(({ skill }) => skill) });
  return rows.map(({ ratingId }) => ratingId);
}

type Interests = { skillId: string; interest: string | null; lastUsedOn: string | null };

async function saveInterests(step: SignedStep, person: number, stands: readonly Interests[]): Promise<void> {
  await step.trx.insertInto('skillInterests').values(stands.map((stand) => ({ personId: person, ...stand })))
    .onConflict((conflict) => conflict.columns(['personId', 'skillId']).doUpdateSet((row) => ({
      interest: row.ref('excluded.interest'), lastUsedOn: row.ref('excluded.lastUsedOn'), version: sql`skill_interests.version + 1`,
    })))
    .execute();
}

import { sql } from 'kysely';
import { mayRead, type AccessRole, type Relation } from '#app/domain/permission.ts';
import { isWaiting } from '#app/domain/rating.ts';
import { isRetired } from '#app/domain/retirement.ts';
import { forbidden, notFound, refused, run, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import type { AskColleagueInput, AskConfirmInput, DeclineConfirmInput, WithdrawRequestInput } from '../input.server.ts';
import { holdSkills, holdSubject, retired, standingOfSkill, type HeldSkill } from './subject.server.ts';

const alreadyAsked = { rating_requests_one_open: { reason: 'You have asked this already; the question is still open.' } };
const notToBeAsked = 'This colleague cannot be asked, or is not here any more. Please choose somebody from the list.';

/** What was asked about, and whom; null for the managers of the line. */
export interface AskedFor {
  skills: string[];
  of: string | null;
}

/**
 * Asks the managers of the line to confirm levels, one or several. What is asked already is left out. Refuses a skill that is
 * retired or not rated above what is confirmed, when nobody manages the person today, and when all of it was asked already.
 */
export function askToConfirm(call: SignedCall, person: number, input: AskConfirmInput): Promise<Result<AskedFor>> {
  return run(call, 'askToConfirm', { person, ...input }, async (step): Promise<AskedFor | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.self) forbidden();
    if (!await hasManager(step, person)) return refused('Nobody manages you today, so there is nobody to ask.');
    const skills = await holdAskable(step, person, input.skills);
    if ('done' in skills) return skills;
    for (const skill of skills) {
      if (!isWaiting(standingOfSkill(skill))) return refused(`“${skill.name}” has nothing to confirm: you have not rated it above what is confirmed.`, 'skills');
    }
    return keepRequests(step, person, skills, { kind: 'confirm', askedOf: null, name: null, message: input.message ?? null });
  }, { refusals: alreadyAsked });
}

/**
 * Asks one colleague how they see one skill or several. Refuses oneself, a manager of the line (who confirms instead), whoever
 * the person cannot see or who left, recruiters (who are not to learn names), retired skills, and what is asked already.
 */
export function askColleague(call: SignedCall, person: number, input: AskColleagueInput): Promise<Result<AskedFor>> {
  return run(call, 'askColleague', { person, ...input }, async (step): Promise<AskedFor | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.self) forbidden();
    const colleague = await findColleague(step, person, input.colleague);
    if (!colleague) return refused(notToBeAsked, 'colleague');
    if (colleague.relation === 'self') return refused('This is you. Please choose a colleague.', 'colleague');
    if (colleague.relation !== 'colleague') return refused(`${colleague.name} manages your line: ask to have the level confirmed instead.`, 'colleague');
    if (!colleague.mayBeAsked) return refused(notToBeAsked, 'colleague');
    const skills = await holdAskable(step, person, input.skills);
    if ('done' in skills) return skills;
    return keepRequests(step, person, skills, { kind: 'peer', askedOf: input.colleague, name: colleague.name, message: input.message ?? null });
  }, { refusals: alreadyAsked });
}

/** Takes back an open question of one's own. Refuses when it was answered meanwhile; 404 when it is nobody's or somebody else's. */
export function withdrawRequest(call: SignedCall, person: number, input: WithdrawRequestInput): Promise<Result<{ skill: string }>> {
  return run(call, 'withdrawRequest', { person, ...input }, async (step): Promise<{ skill: string } | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.self) forbidden();
    const request = await findRequest(step, person, input.request);
    if (!request) notFound();
    if (request.answer === 'withdrawn') return refused('You have withdrawn this already.');
    if (request.answer !== null) return refused('This was answered meanwhile, so there is nothing left to withdraw. The page shows the answer.');
    await closeRequest(step, input.request, { answer: 'withdrawn' });
    step.audit({ on: person, subject: `skill:${request.skillId}`, before: { request: input.request }, after: { answer: 'withdrawn' } });
    return { skill: request.skill };
  });
}

/** A manager of the line says "not yet", with words for the person. Refuses oneself, and when the question is no longer open. */
export function declineToConfirm(call: SignedCall, person: number, input: DeclineConfirmInput): Promise<Result<{ skill: string; person: string }>> {
  return run(call, 'declineToConfirm', { person, ...input }, async (step): Promise<{ skill: string; person: string } | Refused> => {
    const subject = await holdSubject(step, person);
    if (!subject.confirms) forbidden();
    const request = await findRequest(step, person, input.request);
    if (request?.kind !== 'confirm') notFound();
    if (request.answer === 'withdrawn') return refused(`${subject.name} has withdrawn this question meanwhile.`);
    if (request.answer !== null) return refused('Somebody has answered this meanwhile. The page shows the answer.');
    await closeRequest(step, input.request, { answer: 'declined', reply: input.reply });
    step.audit({ on: person, subject: `skill:${request.skillId}`, before: { request: input.request }, after: { answer: 'declined', reply: input.reply } });
    return { skill: request.skill, person: subject.name };
  });
}

async function hasManager({ trx, today }: SignedStep, person: number): Promise<boolean> {
  const line = await trx.selectFrom('reportingLines').select('managerId').where('personId', '=', person)
    .where(sql<boolean>`daterange(started_on, ended_on, '[]') @> ${today}::date`).executeTakeFirst();
  return line !== undefined;
}

/** The skills asked about, each once: 404 for one that there is not, refused for one that is retired. */
async function holdAskable(step: SignedStep, person: number, ids: readonly string[]): Promise<HeldSkill[] | Refused> {
  const held = await holdSkills(step.trx, person, ids);
  const skills: HeldSkill[] = [];
  for (const id of new Set(ids)) {
    const skill = held.get(id);
    if (!skill) notFound();
    if (isRetired(skill)) return retired(skill, 'skills');
    skills.push(skill);
  }
  return skills;
}

type Asked = { kind: 'confirm' | 'peer'; askedOf: number | null; name: string | null; message: string | null };

/** Keeps what is not being asked yet. The person is held, so that of two at once the second sees what the first has asked. */
async function keepRequests({ trx, now, audit }: SignedStep, person: number, skills: readonly HeldSkill[], { kind, askedOf, name, message }: Asked): Promise<AskedFor | Refused> {
  const open = await trx.selectFrom('ratingRequests').select('skillId').where('personId', '=', person).where('kind', '=', kind).where('answer', 'is', null)
    .where('askedOf', 'is not distinct from', askedOf).execute();
  const fresh = skills.filter(({ skillId }) => !open.some((one) => one.skillId === skillId));
  if (fresh.length === 0) return refused(`You have asked ${name ?? 'your manager'} about this already; the question is still open.`, 'skills');
  await trx.insertInto('ratingRequests').values(fresh.map(({ skillId }) => ({ personId: person, skillId, kind, askedOf, message, askedAt: now }))).execute();
  audit({ on: person, subject: fresh.length === 1 ? `skill:${fresh[0]!.skillId}` : 'skills', after: { kind, skills: fresh.map(({ skillId }) => skillId), ...(askedOf === null ? {} : { askedOf }), ...(message ? { message } : {}) } });
  return { skills: fresh.map(({ name: skill }) => skill), of: name };
}

/** Whom the person would ask, where the person may know of them; null otherwise. */
async function findColleague({ trx, actor, today }: SignedStep, person: number, colleague: number): Promise<{ name: string; relation: Relation; mayBeAsked: boolean } | null> {
  const { rows: [found] } = await sql<{ name: string; relation: Relation; asker: Relation; access: AccessRole[] | null; disabled: boolean }>`
    select p.name, actor_relation(p.person_id, ${person}, ${today}::date) as relation, actor_relation(${person}, p.person_id, ${today}::date) as asker,
      c.access, c.disabled_at is not null as disabled
    from people p left join accounts c on c.person_id = p.person_id
    where p.person_id = ${colleague} and p.erased_at is null
      and (p.person_id = ${person} or exists (select from appointments a where a.person_id = p.person_id and a.kind = 'primary' and a.employer is null
        and a.status = 'confirmed' and daterange(a.started_on, a.ended_on, '[]') @> ${today}::date))`.execute(trx);
  if (!found || !mayRead({ roles: actor.access, relation: found.asker }, 'name')) return null;
  return { name: found.name, relation: found.relation, mayBeAsked: !found.disabled && !(found.access ?? []).includes('recruiter') };
}

async function findRequest({ trx }: SignedStep, person: number, request: number): Promise<{ kind: string; skillId: string; skill: string; answer: string | null } | undefined> {
  return trx.selectFrom('ratingRequests as q').innerJoin('skills as s', 's.skillId', 'q.skillId')
    .select(['q.kind', 'q.skillId', 's.name as skill', 'q.answer'])
    .where('q.ratingRequestId', '=', request).where('q.personId', '=', person).forUpdate('q').executeTakeFirst();
}

/** Writes the answer to a question that the caller holds. */
export async function closeRequest({ trx, actor, now }: SignedStep, request: number, given: { answer: 'rated' | 'declined' | 'withdrawn'; reply?: string | undefined; ratingId?: number }): Promise<void> {
  const { answer, reply = null, ratingId = null } = given;
  await trx.updateTable('ratingRequests').set({ answer, reply, ratingId, answeredAt: now, answeredBy: actor.personId }).where('ratingRequestId', '=', request).execute();
}

import { sql } from 'kysely';
import { lapsesAt, mayAskAgain, nameAnswer, type NameRequest } from '#app/domain/name-request.ts';
import { forbidden, notFound, refused, run, type Result, type SignedCall } from '#app/server/command.server.ts';
import { getPolicy } from '#app/server/policy.server.ts';
import type { Trx } from '#db/handle.ts';
import type { AnswerInput, AskNameInput } from '../input.server.ts';
import { findProfileFacts } from '../queries/facts.server.ts';
import { viewOf } from '../queries/shown.server.ts';

type Asked = NameRequest & { nameRequestId: number };

const alreadyAsked = 'You have already asked, and the answer is still open.';

/**
 * A recruiter asks the person behind an alias to be shown the name. Refused while an earlier question waits, after a no until the
 * days for an answer are over, and when the name shows already. An unanswered question that has lapsed is closed with no. 404 for
 * an alias that is not there or shows nothing; 403 for whoever is no recruiter.
 */
export async function askName(call: SignedCall, code: string, input: AskNameInput): Promise<Result<{ answerDays: number }>> {
  if (!call.actor.access.includes('recruiter')) return forbidden();
  return run(call, 'recruiting.ask-name', { code, ...input }, async ({ trx, today, now, audit }) => {
    const { accountId, personId: self } = call.actor;
    const known = await trx.selectFrom('profileAliases').select('personId').where('accountId', '=', accountId).where('alias', '=', `Profile ${code}`).forUpdate().executeTakeFirst();
    if (!known) return notFound();
    const { personId } = known;
    const policy = await getPolicy(trx);
    const facts = personId === self ? null : await findProfileFacts(trx, today, accountId, sql<number>`${personId}`);
    const view = facts && viewOf(facts, facts.alias ?? '', policy);
    if (!view) return notFound();
    if (view.isNamed) return refused('The name shows already.');
    const last = await lastRequest(trx, accountId, personId);
    if (last && !mayAskAgain(last, now.getTime(), policy)) {
      return refused(nameAnswer(last, now.getTime(), policy) === 'open' ? alreadyAsked : 'The answer was no. Please leave some time before you ask again.');
    }
    if (last?.answer === null) {
      await trx.updateTable('nameRequests').set({ answer: 'no', answeredAt: new Date(lapsesAt(last, policy)) }).where('nameRequestId', '=', last.nameRequestId).execute();
    }
    const { nameRequestId } = await trx.insertInto('nameRequests').values({ accountId, personId, message: input.message, askedAt: now })
      .returning('nameRequestId').executeTakeFirstOrThrow();
    audit({ on: personId, subject: `name-request:${nameRequestId}` });
    return { answerDays: policy.nameAnswerDays };
  }, { refusals: { name_requests_one_open: { reason: alreadyAsked } } });
}

/**
 * The person says whether a recruiter may see their name; a yes can be taken back later. Refused when the question has lapsed or
 * has that answer already. 404 for questions to somebody else.
 */
export async function answerName(call: SignedCall, personId: number, { request, answer }: AnswerInput): Promise<Result<{ recruiter: string }>> {
  if (call.actor.personId !== personId) return notFound();
  return run(call, 'recruiting.answer-name', { personId, request, answer }, async ({ trx, now, audit }) => {
    const asked = await trx.selectFrom('nameRequests').innerJoin('accounts', 'accounts.accountId', 'nameRequests.accountId')
      .select(['nameRequests.askedAt', 'nameRequests.answer', 'accounts.displayName'])
      .where('nameRequestId', '=', request).where('nameRequests.personId', '=', personId).forUpdate('nameRequests').executeTakeFirst();
    if (!asked) return notFound();
    const before = nameAnswer({ askedAt: asked.askedAt.getTime(), answer: asked.answer as NameRequest['answer'] }, now.getTime(), await getPolicy(trx));
    if (before === 'lapsed') return refused('This question was not answered in time, which counts as no. The recruiter may ask again.');
    if (before === answer) return refused(`You have already said ${answer}.`);
    if (before === 'no') return refused('You have already said no. The recruiter may ask again.');
    await trx.updateTable('nameRequests').set({ answer, answeredAt: now }).where('nameRequestId', '=', request).execute();
    audit({ on: personId, subject: `name-request:${request}`, before: { answer: asked.answer }, after: { answer } });
    return { recruiter: asked.displayName };
  });
}

async function lastRequest(trx: Trx, accountId: number, personId: number): Promise<Asked | null> {
  const row = await trx.selectFrom('nameRequests').select(['nameRequestId', 'askedAt', 'answer']).where('accountId', '=', accountId).where('personId', '=', personId)
    .orderBy('askedAt', 'desc').orderBy('nameRequestId', 'desc').forUpdate().executeTakeFirst();
  return row ? { nameRequestId: row.nameRequestId, askedAt: row.askedAt.getTime(), answer: row.answer as Asked['answer'] } : null;
}

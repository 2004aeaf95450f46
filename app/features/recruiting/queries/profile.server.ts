import { sql } from 'kysely';
import { missingText, namesOf } from '#app/domain/criterion-text.ts';
import { nearSum } from '#app/domain/reckoning.ts';
import { lapsesAt, mayAskAgain, nameAnswer } from '#app/domain/name-request.ts';
import { dayIn } from '#app/domain/instant.ts';
import { policyOf } from '#app/domain/policy.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { findProfileFacts } from './facts.server.ts';
import { profileOf } from './profile-parts.server.ts';
import { shownReadiness, viewOf, type RecruitingCatalogue } from './shown.server.ts';

/** Notes that the profile was looked at. */
type RecordLook = (personId: number) => Promise<void>;

/**
 * A profile as the person lets recruiters see it, found by the alias this recruiter knows them under; the look is noted. 404 alike
 * for an alias that is not there, for everything hidden, for nobody's role any more, and for oneself.
 */
export async function getProfile(
  { db, recordLook, now }: { db: ReadDb; recordLook: RecordLook; now: Date }, actor: Actor, today: string, code: string, forRole: string | undefined,
) {
  const [catalogue, facts, asked] = await Promise.all([
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'requirements', 'policy']).$castTo<RecruitingCatalogue>().executeTakeFirstOrThrow(),
    findProfileFacts(db, today, actor.accountId, sql<number>`(select p.person_id from profile_aliases p
      where p.account_id = ${actor.accountId} and p.alias = ${`Profile ${code}`} and p.person_id is distinct from ${actor.personId})`),
    findLastRequest(db, actor, code),
  ]);
  const policy = policyOf(catalogue.policy);
  const view = facts && viewOf(facts, facts.alias ?? '', policy);
  if (!view) return notFound();
  const roles = catalogue.roles.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const target = forRole === undefined ? null : roles.find(({ id }) => id === forRole) ?? notFound();
  await recordLook(facts.personId);
  const names = namesOf(catalogue);
  const near = target && shownReadiness(facts, view.sections, false, target.id, catalogue, today, policy);
  return {
    code,
    today,
    profile: profileOf(facts, view, { catalogue, names, today, policy }),
    roles,
    target,
    readiness: near && {
      status: near.status, atMost: near.atMost, essential: near.essential, sum: nearSum(near, names, policy),
      missing: near.blockers.map(({ by }) => missingText(by, names)),
    },
    name: {
      answerDays: policy.nameAnswerDays,
      mayAsk: !view.isNamed && mayAskAgain(asked, now.getTime(), policy),
      waiting: asked !== null && !view.isNamed && nameAnswer(asked, now.getTime(), policy) === 'open',
      askedOn: asked && dayIn(asked.askedAt, asked.timeZone),
      againOn: asked && dayIn(lapsesAt(asked, policy), asked.timeZone),
    },
  };
}

/** This recruiter's latest question for the name behind an alias. */
async function findLastRequest(db: ReadDb, { accountId }: Actor, code: string) {
  const row = await db.selectFrom('nameRequests as n')
    .innerJoin('profileAliases as p', (join) => join.onRef('p.accountId', '=', 'n.accountId').onRef('p.personId', '=', 'n.personId'))
    .innerJoin('organisation as o', (join) => join.onTrue())
    .select(['n.askedAt', 'n.answer', 'o.timeZone']).where('n.accountId', '=', accountId).where('p.alias', '=', `Profile ${code}`)
    .orderBy('n.askedAt', 'desc').orderBy('n.nameRequestId', 'desc').executeTakeFirst();
  return row ? { askedAt: row.askedAt.getTime(), answer: row.answer as 'yes' | 'no' | null, timeZone: row.timeZone } : null;
}

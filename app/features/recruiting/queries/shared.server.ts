import { sql } from 'kysely';
import { namesOf } from '#app/domain/criterion-text.ts';
import type { Section } from '#app/domain/disclosure.ts';
import { dayIn } from '#app/domain/instant.ts';
import { policyOf } from '#app/domain/policy.ts';
import { sharedView } from '#app/domain/share-link.ts';
import { notFound } from '#app/server/command.server.ts';
import { tokenHash } from '#app/server/session-token.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { findProfileFacts } from './facts.server.ts';
import { profileOf } from './profile-parts.server.ts';
import type { RecruitingCatalogue } from './shown.server.ts';

/** Notes that the link was used. */
type RecordUse = (shareLinkId: number) => Promise<void>;

/**
 * The profile behind a link, as its person chose to show it, for whoever has the link; the use is noted before anything is shown.
 * What recruiters may see does not matter here. 404 alike for a token that is not there, has expired or was stopped, and where the
 * person has left or was erased.
 */
export async function getShared({ db, now, recordUse }: { db: ReadDb; now: Date; recordUse: RecordUse }, today: string, token: string) {
  const hash = tokenHash(token);
  const [catalogue, link, facts] = await Promise.all([
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'policy']).$castTo<Pick<RecruitingCatalogue, 'families' | 'roles' | 'skills' | 'certifications' | 'policy'>>().executeTakeFirstOrThrow(),
    db.selectFrom('shareLinks as l').innerJoin('organisation as o', (join) => join.onTrue()).select(['l.shareLinkId', 'l.sections', 'l.expiresAt', 'o.name', 'o.timeZone'])
      .where('l.tokenHash', '=', hash).where('l.stoppedAt', 'is', null).where('l.expiresAt', '>', now).executeTakeFirst(),
    findProfileFacts(db, today, null, sql<number>`(select l.person_id from share_links l where l.token_hash = ${hash} and l.stopped_at is null and l.expires_at > ${now})`),
  ]);
  if (!link || !facts) return notFound();
  await recordUse(link.shareLinkId);
  const chosen = link.sections as Section[];
  return {
    today,
    organisation: link.name,
    untilOn: dayIn(link.expiresAt.getTime(), link.timeZone),
    chosen,
    profile: profileOf(facts, sharedView(facts, chosen), { catalogue, names: namesOf(catalogue), today, policy: policyOf(catalogue.policy) }),
  };
}

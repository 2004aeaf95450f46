import { sql } from 'kysely';
import { sections } from '#app/domain/disclosure.ts';
import { policyOf } from '#app/domain/policy.ts';
import { expiryOf, shareState } from '#app/domain/share-link.ts';
import { notFound, refused, run, type Result, type SignedCall } from '#app/server/command.server.ts';
import { holdOneself } from '#app/server/hold-person.server.ts';
import { tokenHash } from '#app/server/session-token.server.ts';
import type { MakeShareInput } from '../input.server.ts';

/**
 * A person makes a link with which somebody outside reads chosen parts of their profile, until it expires or is stopped. Only the
 * token's hash is stored. Refused: as many links open as the policy allows, a time it does not offer, nothing to show for want of a
 * role here today. 404 for anybody else.
 */
export async function makeShareLink(call: SignedCall, personId: number, input: MakeShareInput): Promise<Result<{ label: string }>> {
  return run(call, 'recruiting.make-share-link', { personId, ...input }, async (step) => {
    await holdOneself(step, personId);
    const { trx, now, today, audit } = step;
    const { rows: [facts] } = await sql<{ policy: unknown; hasRole: boolean; open: number }>`
      select (select policy from organisation) as policy, exists (select from profiles(${today}::date) f where f.person_id = ${personId}) as has_role,
        (select count(*)::int from share_links where person_id = ${personId} and stopped_at is null and expires_at > ${now}) as open`.execute(trx);
    const policy = policyOf(facts!.policy);
    if (!policy.shareDays.includes(input.days)) return refused('Choose for how long', 'days');
    if (!facts!.hasRole) return refused('You hold no confirmed role here today, so a link would show nothing.');
    if (facts!.open >= policy.openShareLinks) return refused(`You have ${policy.openShareLinks} links open. Stop one that is not needed any more, then make this one.`);
    const chosen = sections.filter((section) => input.sections.includes(section));
    const expiresAt = new Date(expiryOf(now.getTime(), input.days));
    const { shareLinkId } = await trx.insertInto('shareLinks')
      .values({ personId, label: input.label, sections: chosen, tokenHash: tokenHash(input.token), createdAt: now, expiresAt })
      .returning('shareLinkId').executeTakeFirstOrThrow();
    audit({ on: personId, subject: `share-link:${shareLinkId}`, after: { sections: chosen, expiresAt } });
    return { label: input.label };
  }, { refusals: { share_links_token_unique: { reason: 'This form has already made a link. Open the page again to make another one.' } } });
}

/** A person stops one of their links: from now on it opens nothing. Refused when its time is over or it was stopped. 404 for links of others. */
export async function stopShareLink(call: SignedCall, personId: number, link: number): Promise<Result<{ label: string }>> {
  if (call.actor.personId !== personId) return notFound();
  return run(call, 'recruiting.stop-share-link', { personId, link }, async ({ trx, now, audit }) => {
    const found = await trx.selectFrom('shareLinks').select(['label', 'expiresAt', 'stoppedAt']).where('shareLinkId', '=', link).where('personId', '=', personId)
      .forUpdate().executeTakeFirst();
    if (!found) return notFound();
    const state = shareState({ expiresAt: found.expiresAt.getTime(), stoppedAt: found.stoppedAt && found.stoppedAt.getTime() }, now.getTime());
    if (state === 'stopped') return refused('You have already stopped this link.');
    if (state === 'expired') return refused('This link has expired, so it opens nothing any more.');
    await trx.updateTable('shareLinks').set({ stoppedAt: now }).where('shareLinkId', '=', link).execute();
    audit({ on: personId, subject: `share-link:${link}`, after: { stopped: true } });
    return { label: found.label };
  });
}

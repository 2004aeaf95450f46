import { sql } from 'kysely';
import type { Section } from '#app/domain/disclosure.ts';
import { policyOf } from '#app/domain/policy.ts';
import { shareState } from '#app/domain/share-link.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import { newToken, tokenHash } from '#app/server/session-token.server.ts';
import type { ReadDb } from '#db/handle.ts';

const endedShown = 20;
const usesShown = 10;

type Row = {
  id: number; label: string; sections: Section[]; createdAt: string; expiresAt: string; stoppedAt: string | null;
  uses: string[]; usesInAll: number; endedInAll: number; isMade: boolean;
};
type Facts = { policy: unknown; timeZone: string | null; hasRole: boolean; links: Row[] };

export type Sharing = Awaited<ReturnType<typeof getSharing>>;
export type SharedLink = Sharing['links'][number];

/**
 * A person's links for people outside, the open ones first and then the latest that have ended, with when each was opened; and
 * what the form for a new one offers. `made`: the token of the link just made, whose address is shown this once. For the person
 * alone; 404 for everybody else.
 */
export async function getSharing(db: ReadDb, actor: Actor, { today, now, origin }: { today: string; now: Date; origin: string }, personId: number, made: string | null) {
  if (actor.personId !== personId) return notFound();
  const { rows: [facts] } = await sql<Facts>`
    with own as (select l.*, (l.stopped_at is null and l.expires_at > ${now}) as is_open from share_links l where l.person_id = ${personId}),
      shown as (select own.*, count(*) filter (where not is_open) over () as ended_in_all,
        row_number() over (partition by is_open order by created_at desc, share_link_id desc) as place from own)
    select o.policy, o.time_zone, exists (select from profiles(${today}::date) f where f.person_id = ${personId}) as has_role,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.share_link_id, 'label', s.label, 'sections', s.sections, 'createdAt', s.created_at, 'expiresAt', s.expires_at,
          'stoppedAt', s.stopped_at, 'endedInAll', s.ended_in_all, 'isMade', s.token_hash = ${made === null ? null : tokenHash(made)}, 'usesInAll', (select count(*) from share_uses u where u.share_link_id = s.share_link_id),
          'uses', (select coalesce(jsonb_agg(u.used_at order by u.used_at desc), '[]') from (
            select used_at from share_uses where share_link_id = s.share_link_id order by used_at desc limit ${usesShown}) u))
          order by s.is_open desc, s.created_at desc, s.share_link_id desc), '[]')
        from shown s where s.is_open or s.place <= ${endedShown}) as links
    from (select 1) as one left join organisation o on true`.execute(db);
  const { policy, timeZone, hasRole, links } = facts!;
  const { shareDays, openShareLinks } = policyOf(policy);
  const listed = links.map(({ id, label, sections, createdAt, expiresAt, stoppedAt, uses, usesInAll }) => (
    { id, label, sections, createdAt, expiresAt, stoppedAt, uses, usesInAll, state: shareState({ expiresAt, stoppedAt }, now.getTime()) }));
  const fresh = made === null ? undefined : links.find(({ isMade }) => isMade);
  return {
    personId,
    timeZone: timeZone ?? 'UTC',
    hasRole,
    days: shareDays,
    openAtMost: openShareLinks,
    links: listed,
    endedInAll: links[0]?.endedInAll ?? 0,
    made: fresh ? { label: fresh.label, address: `${origin}/shared/${made}` } : null,
    /** For the next link that is made: see `ShareInput`. */
    token: newToken(),
  };
}

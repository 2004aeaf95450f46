import { sql } from 'kysely';
import type { AppContext } from './context.server.ts';

/**
 * Notes that a link to somebody outside was opened; its person can read when. Opening it again within a minute is the same use:
 * a reload says nothing new, and nobody can fill the table. Who opened it is not known and nothing about them is kept.
 */
export async function recordShareUse({ db, clock }: Pick<AppContext, 'db' | 'clock'>, shareLinkId: number): Promise<void> {
  const now = clock.now();
  await sql`insert into "share_uses" (share_link_id, used_at) select ${shareLinkId}::int, ${now}::timestamptz
    where not exists (select from share_uses where share_link_id = ${shareLinkId} and used_at > ${new Date(now.getTime() - 60_000)}::timestamptz)`.execute(db);
}

/**
 * Whether the request is somebody reading: a HEAD only asks whether the page is there, and does not count. Throws 425 for a browser
 * that fetches the page before anybody has followed the link: what it keeps would be read without being counted.
 */
export function isReading({ method, headers }: Request): boolean {
  if (/prefetch|prerender/i.test(`${headers.get('Sec-Purpose') ?? ''} ${headers.get('Purpose') ?? ''}`)) throw new Response(null, { status: 425, statusText: 'Too Early' });
  return method === 'GET';
}

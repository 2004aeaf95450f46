import { sql } from 'kysely';
import type { Step } from './command.server.ts';
import { isWaitingRow } from './row-rules.server.ts';

/**
 * Takes back what the managers were asked to confirm where the person no longer says more than is confirmed. Whatever gives or corrects a
 * person's own rating calls it: the page of a skill, a finished item of a plan, a curriculum vitae that is brought in, the import of people.
 * `about` says whose ratings these were; left out, everybody's questions are looked at.
 */
export async function dropIdleRequests({ trx, now, actor }: Step, about?: { person: number; skills: readonly string[] }): Promise<void> {
  const theirs = about ? sql`q.person_id = ${about.person} and q.skill_id = any(${about.skills})` : sql`true`;
  await sql`update rating_requests q set answer = 'withdrawn', answered_at = ${now}, answered_by = ${actor.personId}::int
    where ${theirs} and q.kind = 'confirm' and q.answer is null
      and not exists (select from current_levels c where c.person_id = q.person_id and c.skill_id = q.skill_id
        and ${isWaitingRow('c')})`.execute(trx);
}

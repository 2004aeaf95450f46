import { sql } from 'kysely';
import { holdsOn } from '#app/domain/appointment.ts';
import type { Relation } from '#app/domain/permission.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { seesColleagues } from './scope.server.ts';

/** Time in a role with us, with its names. */
export interface Post {
  roleId: string;
  role: string;
  team: string | null;
  site: string | null;
  kind: 'primary' | 'acting' | 'secondment' | 'loan';
  startedOn: string;
  endedOn: string | null;
  confirmed: boolean;
}

/** Whose page it is, as far as the one who looks may know. */
export interface Subject { id: number; name: string; relation: Relation; posts: Post[] }

/**
 * Finds whose page is asked for. 404 for who is not there, for those who have left (save for the line and administrators),
 * and for recruiters outside the own line, to whom people are known by profile alone.
 */
export async function getSubject(db: ReadDb, actor: Actor, today: string, personId: number): Promise<Subject> {
  const { rows: [subject] } = await sql<Subject>`
    select p.person_id as id, p.name, actor_relation(${actor.personId}::int, p.person_id, ${today}::date) as relation,
      coalesce((select jsonb_agg(jsonb_build_object('roleId', r.role_id, 'role', r.name, 'team', t.name, 'site', s.name, 'kind', a.kind,
          'startedOn', a.started_on, 'endedOn', a.ended_on, 'confirmed', a.status = 'confirmed') order by a.started_on, a.appointment_id)
        from appointments a join roles r using (role_id) left join teams t using (team_id) left join sites s using (site_id)
        where a.person_id = p.person_id and a.employer is null
          and (a.status = 'confirmed' or (a.status = 'stated' and a.replaces_id is null))), '[]') as posts
    from people p where p.person_id = ${personId} and p.erased_at is null`.execute(db);
  if (!subject) return notFound();
  if (subject.relation !== 'colleague' || actor.access.includes('admin')) return subject;
  return seesColleagues(actor) && officialPost(subject.posts, today) ? subject : notFound();
}

/** The confirmed main post of a day: what colleagues see. */
export function officialPost(posts: readonly Post[], today: string): Post | null {
  return posts.find((post) => post.kind === 'primary' && post.confirmed && holdsOn(post, today)) ?? null;
}

/** Where somebody stands on a day: the main post, what they hold beside it, and, without one, the last and the coming one. */
export interface Position { now: Post | null; beside: Post[]; last: Post | null; coming: Post | null }

/** A stated main post counts where no confirmed one is held; beside a confirmed one it is shown as what the person says. */
export function positionOf(posts: readonly Post[], today: string): Position {
  const held = posts.filter((post) => holdsOn(post, today));
  const now = officialPost(posts, today) ?? held.find(({ kind }) => kind === 'primary') ?? null;
  const main = posts.filter(({ kind }) => kind === 'primary');
  return {
    now,
    beside: held.filter((post) => post !== now),
    last: now ? null : main.filter(({ endedOn }) => endedOn !== null && endedOn < today).at(-1) ?? null,
    coming: now ? null : main.find(({ startedOn }) => startedOn > today) ?? null,
  };
}

import { policyOf } from '#app/domain/policy.ts';
import { standingOf, type Background, type Standing } from '#app/domain/standing.ts';
import { whereabouts, type Whereabouts } from '#app/domain/whereabouts.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** What the actor brings along today on the claimed basis, and where they stand; null for an account that is nobody's. */
export async function findOwnStanding(db: ReadDb, actor: Actor, today: string): Promise<{ standing: Standing; where: Whereabouts } | null> {
  if (actor.personId === null) return null;
  const background = await db.selectFrom('backgrounds as b').leftJoin('organisation as o', (join) => join.onTrue())
    .select(['b.levels', 'b.appointments', 'b.pauses', 'b.education', 'b.certificates', 'o.policy'])
    .where('b.personId', '=', actor.personId)
    .$castTo<Background & { policy: unknown }>()
    .executeTakeFirst();
  if (!background) return null;
  return {
    standing: standingOf(background, 'claimed', today, policyOf(background.policy)),
    where: whereabouts(background.appointments, today),
  };
}

/** What somebody brings who has nothing recorded yet. */
export const nothingYet: Standing = { levels: {}, experience: { spans: [] }, education: 'none', certifications: [] };

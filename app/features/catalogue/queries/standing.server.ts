import { currentAppointment, type Appointment } from '#app/domain/appointment.ts';
import { standingOf, type Background, type Standing } from '#app/domain/standing.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';

/** What the actor brings along today on the claimed basis, and the role they hold; null for an account that is nobody's. */
export async function findOwnStanding(db: ReadDb, actor: Actor, today: string): Promise<{ standing: Standing; roleId: string | null } | null> {
  if (actor.personId === null) return null;
  const background = await db.selectFrom('backgrounds')
    .select(['levels', 'appointments', 'pauses', 'education', 'certificates'])
    .where('personId', '=', actor.personId)
    .$castTo<Background & { appointments: Appointment[] }>()
    .executeTakeFirst();
  if (!background) return null;
  return { standing: standingOf(background, 'claimed', today), roleId: currentAppointment(background.appointments, today)?.roleId ?? null };
}

/** What somebody brings who has nothing recorded yet. */
export const nothingYet: Standing = { levels: {}, experience: { spans: [] }, education: 'none', certifications: [] };

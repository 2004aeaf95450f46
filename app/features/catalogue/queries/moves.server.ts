import { sql } from 'kysely';
import type { Appointment } from '#app/domain/appointment.ts';
import { policyOf } from '#app/domain/policy.ts';
import { troddenPaths, type TroddenPath } from '#app/domain/trodden-paths.ts';
import type { ReadDb } from '#db/handle.ts';

/** Moves that people here really made out of or into these roles; none that fewer people made than policy allows to show. Nobody is named. */
export async function listTroddenPaths(db: ReadDb, today: string, roleIds: readonly string[]): Promise<TroddenPath[]> {
  if (roleIds.length === 0) return [];
  // The people are gathered into an array first: a join would be planned badly where the tables have no statistics yet.
  const held = sql<number>`any(array(select person_id from appointments
    where role_id = any(${roleIds}) and status = 'confirmed' and kind = 'primary' and employer is null))`;
  const appointments = await db.selectFrom('appointments').leftJoin('organisation as o', (join) => join.onTrue())
    .select(['personId', 'roleId', 'familyId', 'startedOn', 'endedOn', 'o.policy'])
    .where('status', '=', 'confirmed').where('kind', '=', 'primary').where('employer', 'is', null)
    .where('personId', '=', held)
    .execute();
  const own = appointments.map(({ policy: _, ...one }): Appointment & { personId: number } => ({ ...one, primary: true, ours: true, confirmed: true }));
  return troddenPaths(own, today, policyOf(appointments[0]?.policy)).filter(({ from, to }) => roleIds.includes(from) || roleIds.includes(to));
}

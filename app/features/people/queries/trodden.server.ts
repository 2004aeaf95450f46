import { sql } from 'kysely';
import type { Appointment } from '#app/domain/appointment.ts';
import type { ReadDb } from '#db/handle.ts';

/**
 * The careers here of everybody who has ever left a role: what the moves out of it are counted from. The people are gathered
 * into an array first: a join would be planned badly where the tables have no statistics yet.
 */
export async function listCareersThrough(db: ReadDb, roleId: string): Promise<(Appointment & { personId: number })[]> {
  const left = sql<number>`any(array(select person_id from appointments where role_id = ${roleId} and ended_on is not null
    and status = 'confirmed' and kind = 'primary' and employer is null))`;
  const appointments = await db.selectFrom('appointments').select(['personId', 'roleId', 'familyId', 'startedOn', 'endedOn'])
    .where('status', '=', 'confirmed').where('kind', '=', 'primary').where('employer', 'is', null).where('personId', '=', left).execute();
  return appointments.map((one) => ({ ...one, primary: true, ours: true, confirmed: true }));
}

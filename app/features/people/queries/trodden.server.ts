import type { Appointment } from '#app/domain/appointment.ts';
import type { ReadDb } from '#db/handle.ts';

/** The careers here of everybody who has ever left a role: what the moves out of it are counted from. */
export async function listCareersThrough(db: ReadDb, roleId: string): Promise<(Appointment & { personId: number })[]> {
  const left = db.selectFrom('appointments').select('personId').where('roleId', '=', roleId).where('endedOn', 'is not', null)
    .where('status', '=', 'confirmed').where('kind', '=', 'primary').where('employer', 'is', null);
  const appointments = await db.selectFrom('appointments').select(['personId', 'roleId', 'familyId', 'startedOn', 'endedOn'])
    .where('status', '=', 'confirmed').where('kind', '=', 'primary').where('employer', 'is', null).where('personId', 'in', left).execute();
  return appointments.map((one) => ({ ...one, primary: true, ours: true, confirmed: true }));
}

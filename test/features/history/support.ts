import { saveEntry } from '#app/features/history/commands/save.server.ts';
import type { SaveAppointment, SaveCertificate, SaveEducation, SavePause } from '#app/features/history/input.server.ts';
import { getHistory } from '#app/features/history/queries/history.server.ts';
import type { Db } from '#db/handle.ts';
import { callAs, testDay, type TestPerson } from '#test/support/people.ts';

/** A form for a role with us, main and current unless said otherwise. */
export const post = (form: Partial<SaveAppointment>): SaveAppointment => ({ intent: 'save-appointment', version: 0, with: 'us', kind: 'primary', startedOn: '2026-06-01', ...form });
export const away = (form: Partial<SavePause>): SavePause => ({ intent: 'save-pause', version: 0, kind: 'parental', startedOn: '2026-06-01', ...form });
export const certificate = (form: Partial<SaveCertificate>): SaveCertificate => ({ intent: 'save-certificate', version: 0, issuedOn: '2026-06-01', ...form });
export const education = (form: Partial<SaveEducation>): SaveEducation => ({ intent: 'save-education', version: 0, level: 'bachelor', ...form });

/** Somebody's history as another sees it. */
export const historyOf = (db: Db, viewer: TestPerson, { personId }: TestPerson, day = testDay) => getHistory(db, viewer.actor, day, personId);

/** Saves as somebody, and answers the number of what was saved; fails the test when it is refused. */
export async function save(db: Db, by: TestPerson, { personId }: TestPerson, form: SaveAppointment | SavePause | SaveCertificate | SaveEducation, id: number | null = null): Promise<number> {
  const result = await saveEntry(callAs(db, by.actor), personId, id, form);
  if (!result.done) throw new Error(`Refused: ${result.reason}`);
  return result.value.id;
}

/** How many audit rows there are about a person. */
export async function auditRows(db: Db, { personId }: TestPerson) {
  return db.selectFrom('auditEvents').selectAll().where('personId', '=', personId).orderBy('auditEventId').execute();
}

/** The status a thrown Response carries. */
export async function statusOf(work: Promise<unknown>): Promise<number> {
  return work.then(() => 200, (thrown: unknown) => {
    if (thrown instanceof Response) return thrown.status;
    throw thrown;
  });
}

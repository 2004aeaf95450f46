import { sql } from 'kysely';
import type { EntryKind } from '#app/domain/entry.ts';
import type { SignedStep } from '#app/server/command.server.ts';

/** The columns that an entry's own words are kept in. */
export type Columns = Readonly<Record<string, string | number | null>>;

const tables: Record<EntryKind, { table: string; key: string }> = {
  appointment: { table: 'appointments', key: 'appointmentId' },
  pause: { table: 'pauses', key: 'pauseId' },
  certificate: { table: 'personCertifications', key: 'personCertificationId' },
  education: { table: 'education', key: 'educationId' },
};

/** What the database keeps people from when two act at once, in words. */
export const refusals = {
  ...Object.fromEntries(['appointments', 'pauses', 'education', 'person_certifications'].map((table) => [`${table}_one_correction`, {
    reason: 'A correction is already waiting to be confirmed. Change that one instead.',
  }])),
  appointments_no_overlap: { reason: 'Another main role with us holds on one of these days. Two cannot overlap.', field: 'startedOn' },
  appointments_stated_no_overlap: { reason: 'Another main role with us that you have stated holds on one of these days. Two cannot overlap.', field: 'startedOn' },
  appointments_team: { reason: 'Please choose the team from the list.', field: 'team' },
  appointments_site: { reason: 'Please choose the site from the list.', field: 'site' },
};

function confirmation({ actor, now }: SignedStep, status: 'stated' | 'confirmed'): Columns & { status: string } {
  const confirmed = status === 'confirmed';
  return { status, confirmedBy: confirmed ? actor.personId : null, confirmedAt: confirmed ? now.toISOString() : null };
}

/** Adds an entry, stated or confirmed at once. Answers its number. */
export async function addRow(step: SignedStep, kind: EntryKind, personId: number, columns: Columns, status: 'stated' | 'confirmed', replacesId: number | null): Promise<number> {
  const { table, key } = tables[kind];
  const row = { personId, replacesId, ...columns, ...confirmation(step, status), enteredBy: step.actor.personId, enteredAt: step.now.toISOString() };
  const { rows: [added] } = await sql<{ id: number }>`
    insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(row))})
    returning ${sql.ref(key)} as id`.execute(step.trx);
  return added!.id;
}

/** Rewrites an entry that is not confirmed, stated anew or confirmed as it now is. */
export async function rewriteRow(step: SignedStep, kind: EntryKind, id: number, columns: Columns, status: 'stated' | 'confirmed', replacesId: number | null): Promise<void> {
  const stated: Columns = status === 'stated' ? { enteredBy: step.actor.personId, enteredAt: step.now.toISOString() } : {};
  await setRow(step, kind, id, { ...columns, ...confirmation(step, status), ...stated, replacesId });
}

/** Moves an entry on without touching what it says. */
export async function moveRow(step: SignedStep, kind: EntryKind, id: number, status: 'confirmed' | 'declined' | 'replaced' | 'removed'): Promise<void> {
  await setRow(step, kind, id, status === 'confirmed' ? confirmation(step, status) : { status });
}

/** Gives an appointment its last day; an open correction that waits for it ends then too. */
export async function endRow(step: SignedStep, id: number, endedOn: string): Promise<void> {
  await step.trx.updateTable('appointments').set((set) => ({ endedOn, version: set('version', '+', 1) }))
    .where((where) => where.or([
      where('appointmentId', '=', id),
      where.and([where('replacesId', '=', id), where('status', '=', 'stated'), where('endedOn', 'is', null), where('startedOn', '<=', endedOn)]),
    ])).execute();
}

async function setRow(step: SignedStep, kind: EntryKind, id: number, columns: Columns): Promise<void> {
  const { table, key } = tables[kind];
  const changes = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update ${sql.table(table)} set ${sql.join(changes)}, version = version + 1 where ${sql.ref(key)} = ${id}`.execute(step.trx);
}

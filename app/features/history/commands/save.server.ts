import { clashFault, fitOf, neighboursOf, type EntryKind } from '#app/domain/entry.ts';
import { forbidden, notFound, refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { auditText, presentValues } from '../describe.ts';
import type { SaveForm } from '../input.server.ts';
import { entriesOf, mainEntries, type AppointmentEntry, type Entry } from '../queries/entries.server.ts';
import { draftOf, kindOfForm, periodFields, refusedAt, type Draft } from './draft.server.ts';
import { addRow, endRow, moveRow, refusals, rewriteRow } from './rows.server.ts';
import { holdSubject, type Subject } from './subject.server.ts';

/** What was kept: `ended` are the roles that end the day before it begins. */
export interface Saved {
  id: number;
  person: string;
  status: 'stated' | 'confirmed';
  ended: { role: string; on: string }[];
}

const waiting = refused('A correction of this entry is already waiting to be confirmed. Change that one instead.');

/**
 * Saves an entry of a person's history, a new one (`id` null) or a changed one. By the person it is stated and waits: what a manager
 * had confirmed stays as it is until the correction is. By a manager of the line it is confirmed, which is also how a stated entry is
 * changed before it is confirmed. A main role with us that goes on ends the open one the day before. Refused: days that cannot be, an
 * overlap of main roles, a second correction, what is there already; stale when the entry changed since the form was opened.
 */
export function saveEntry(call: SignedCall, personId: number, id: number | null, form: SaveForm): Promise<Result<Saved>> {
  const kind = kindOfForm[form.intent];
  return run(call, 'history.save', { personId, id, ...form }, async (step): Promise<Saved | Refused> => {
    const subject = await holdSubject(step, personId);
    const old = entryFor(subject, kind, id);
    if (old && old.version !== form.version) return stale(presentValues(kind, old));
    const draft = await draftOf(step, form, old);
    return 'done' in draft ? draft : keep(step, subject, kind, old, draft);
  }, { refusals });
}

/** Gives an appointment or a pause its last day, stated or confirmed as any other change. Refused: a day before the first one, or one that cannot be. */
export function endEntry(call: SignedCall, personId: number, kind: 'appointment' | 'pause', id: number, form: { version: number; endedOn: string }): Promise<Result<Saved>> {
  return run(call, 'history.end', { personId, kind, id, ...form }, async (step): Promise<Saved | Refused> => {
    const subject = await holdSubject(step, personId);
    const old = entryFor(subject, kind, id);
    if (!old) return notFound();
    if (old.version !== form.version) return stale(presentValues(kind, old));
    const draft = await draftOf(step, kind === 'appointment' ? appointmentForm(old as AppointmentEntry, form.endedOn) : pauseForm(old, form.endedOn), old);
    const kept = 'done' in draft ? draft : await keep(step, subject, kind, old, draft);
    return 'done' in kept ? { ...kept, field: kept.field && 'endedOn' } : kept;
  }, { refusals });
}

/** The entry that is changed, as far as the actor may know of it and change it; null for a new one. */
function entryFor(subject: Subject, kind: EntryKind, id: number | null): Entry | null {
  const { reads, enters, decides } = subject.rights(kind);
  if (!reads) return notFound();
  const old = id === null ? null : subject.entries[kind].find((entry) => entry.id === id) ?? notFound();
  if (old?.status === 'declined' && !subject.own) return notFound();
  if (old?.status === 'stated' && !subject.own ? !decides : enters === null) return forbidden();
  return old;
}

async function keep(step: SignedStep, subject: Subject, kind: EntryKind, old: Entry | null, { columns, main }: Draft): Promise<Saved | Refused> {
  const others: readonly Entry[] = subject.entries[kind];
  const status = subject.own ? 'stated' : 'confirmed';
  const says = (entry: Entry) => Object.entries(columns).every(([name, value]) => (entry as unknown as typeof columns)[name] === value);
  if (old?.status === 'confirmed' && others.some((entry) => entry.status === 'stated' && entry.replacesId === old.id)) return waiting;
  if (old && old.status === (old.status === 'confirmed' ? 'confirmed' : status) && says(old)) return refused('Nothing here has changed, so nothing was saved.');
  const replacesId = old?.status === 'confirmed' ? old.id : others.some((entry) => entry.id === old?.replacesId && entry.status === 'confirmed') ? old!.replacesId : null;
  const self = { id: old?.status === 'confirmed' ? null : old?.id ?? null, replacesId };
  if (others.some((entry) => entry.status !== 'declined' && entry.id !== self.id && entry.id !== replacesId && says(entry))) return refused('Exactly this is in the history already.');

  let ended: Saved['ended'] = [];
  if (main) {
    const fit = fitOf(neighboursOf(mainEntries(subject.entries.appointment), self, status === 'confirmed'), main, step.today);
    if (fit.clash) return refusedAt(clashFault(fit.clash, main), periodFields);
    for (const other of fit.ends.filter((one) => one.status === status)) await endRow(step, other.id, fit.endsOn);
    ended = fit.ends.map(({ role }) => ({ role, on: fit.endsOn }));
  }
  if (status === 'confirmed' && replacesId !== null) await moveRow(step, kind, replacesId, 'replaced');
  const kept = self.id ?? await addRow(step, kind, subject.personId, columns, status, replacesId);
  if (self.id !== null) await rewriteRow(step, kind, self.id, columns, status, replacesId);

  const saved = (await entriesOf(step.trx, subject.personId))[kind].find(({ id }) => id === kept)!;
  step.audit({
    on: subject.personId, subject: `${kind}:${kept}`, before: old && auditText(kind, old),
    after: { ...auditText(kind, saved), ...(ended.length > 0 && status === 'confirmed' ? { ended } : {}) },
  });
  return { id: kept, person: subject.name, status, ended };
}

function appointmentForm(old: AppointmentEntry, endedOn: string): SaveForm {
  const { version, kind, roleId, employer, roleName, familyId, startedOn, teamId, siteId, shift, hoursPerWeek, headcountLed } = old;
  return {
    intent: 'save-appointment', version, with: employer === null ? 'us' : 'earlier', kind, startedOn, endedOn,
    role: roleId ?? undefined, employer: employer ?? undefined, roleName: roleName ?? undefined, family: familyId ?? undefined, team: teamId ?? undefined,
    site: siteId ?? undefined, shift: shift ?? undefined, hoursPerWeek: hoursPerWeek ?? undefined, headcountLed: headcountLed ?? undefined,
  };
}

function pauseForm(old: Entry, endedOn: string): SaveForm {
  const { version, kind, startedOn } = old as Extract<Entry, { startedOn: string }> & { kind: 'parental' };
  return { intent: 'save-pause', version, kind, startedOn, endedOn };
}

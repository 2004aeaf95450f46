import { clashFault, compareForDecision, fitOf, neighboursOf, type EntryKind } from '#app/domain/entry.ts';
import { forbidden, notFound, refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import { auditText, presentValues } from '../describe.ts';
import type { DecideEntries } from '../input.server.ts';
import { entriesOf, mainEntries, type Entry } from '../queries/entries.server.ts';
import { endRow, moveRow, refusals } from './rows.server.ts';
import { holdSubject, type Subject } from './subject.server.ts';

/** What was decided; `gone` had been changed or decided by somebody else in the meantime. */
export interface Decided {
  person: string;
  decision: 'confirm' | 'decline';
  count: number;
  gone: number;
  ended: { role: string; on: string }[];
}

type Chosen = { kind: EntryKind; entry: Entry };

/**
 * A manager of the line, or a deputy, confirms or declines stated entries just as the page showed them, one or several: all or none.
 * Confirming a main role with us that goes on ends the open one the day before; confirming a correction puts it in the place of what
 * it corrects. What has changed since is left out and counted; when that is all of them it is refused. Nobody decides their own.
 */
export function decideEntries(call: SignedCall, personId: number, form: DecideEntries): Promise<Result<Decided>> {
  return run(call, 'history.decide', { personId, ...form }, async (step): Promise<Decided | Refused> => {
    const subject = await holdSubject(step, personId);
    if (subject.own) return refused('Nobody confirms their own entries. Your manager does that.');
    for (const { kind } of form.entries) {
      const { reads, decides } = subject.rights(kind);
      if (!reads) return notFound();
      if (!decides) return forbidden();
    }
    const seen = new Set(form.entries.map(({ kind, id, version }) => `${kind}:${id}:${version}`));
    const chosen = (Object.keys(subject.entries) as EntryKind[]).flatMap((kind) => subject.entries[kind]
      .filter(({ id, version, status }) => status === 'stated' && seen.has(`${kind}:${id}:${version}`)).map((entry): Chosen => ({ kind, entry })));
    if (chosen.length === 0) return refused('None of these entries is waiting any more as you saw it: it was changed, or somebody else has decided. The page shows how it stands now.');
    const ended: Decided['ended'] = [];
    for (const one of chosen.sort((a, b) => compareForDecision(periodOf(a), periodOf(b)))) {
      if (form.decision === 'decline') {
        await moveRow(step, one.kind, one.entry.id, 'declined');
        continue;
      }
      const confirmed = await confirm(step, subject, one);
      if ('done' in confirmed) return confirmed;
      ended.push(...confirmed);
    }
    step.audit({
      on: personId, subject: chosen.length === 1 ? `${chosen[0]!.kind}:${chosen[0]!.entry.id}` : 'history',
      before: chosen.map(({ kind, entry }) => ({ of: kind, ...auditText(kind, entry) })),
      after: { decision: form.decision, entries: chosen.map(({ kind, entry }) => `${kind}:${entry.id}`), ...(ended.length > 0 ? { ended } : {}) },
    });
    return { person: subject.name, decision: form.decision, count: chosen.length, gone: seen.size - chosen.length, ended };
  }, { refusals: Object.fromEntries(Object.entries(refusals).map(([name, { reason }]) => [name, { reason }])) });
}

/** Confirms one entry among those confirmed so far, and answers which roles it ended. */
async function confirm(step: SignedStep, subject: Subject, { kind, entry }: Chosen): Promise<Decided['ended'] | Refused> {
  const ended: Decided['ended'] = [];
  if (kind === 'appointment') {
    // Read anew: what was confirmed just before counts already.
    const mains = mainEntries((await entriesOf(step.trx, subject.personId)).appointment);
    const main = mains.find(({ id }) => id === entry.id);
    if (main) {
      const fit = fitOf(neighboursOf(mains, main, true), main, step.today);
      if (fit.clash) return refused(`“${main.role}” cannot be confirmed as it is: ${clashFault(fit.clash, main).reason} Open the entry to change it.`);
      for (const other of fit.ends) {
        await endRow(step, other.id, fit.endsOn);
        ended.push({ role: other.role, on: fit.endsOn });
      }
    }
  }
  const replaced = (subject.entries[kind] as readonly Entry[]).find(({ id, status }) => id === entry.replacesId && status === 'confirmed');
  if (replaced) await moveRow(step, kind, replaced.id, 'replaced');
  await moveRow(step, kind, entry.id, 'confirmed');
  return ended;
}

function periodOf({ kind, entry }: Chosen) {
  const startedOn = kind === 'appointment' || kind === 'pause' ? (entry as { startedOn: string }).startedOn : '';
  return { startedOn, endedOn: null, replacesId: entry.replacesId };
}

/** The person takes back an entry that nobody has confirmed. Refused for confirmed ones, 403 for others. */
export function removeEntry(call: SignedCall, personId: number, kind: EntryKind, id: number, version: number): Promise<Result<{ id: number }>> {
  return run(call, 'history.remove', { personId, kind, id, version }, async (step): Promise<{ id: number } | Refused> => {
    const subject = await holdSubject(step, personId);
    if (!subject.rights(kind).reads) return notFound();
    const entry = (subject.entries[kind] as readonly Entry[]).find((one) => one.id === id) ?? notFound();
    if (!subject.own) return entry.status === 'declined' ? notFound() : forbidden();
    if (entry.version !== version) return stale(presentValues(kind, entry));
    if (entry.status === 'confirmed') return refused('This entry is confirmed. Correct it, and your manager confirms the correction.');
    await moveRow(step, kind, id, 'removed');
    step.audit({ on: personId, subject: `${kind}:${id}`, before: auditText(kind, entry) });
    return { id };
  });
}

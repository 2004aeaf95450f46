import type { EntryKind } from '#app/domain/entry.ts';
import type { AppointmentEntry, CertificateEntry, EducationEntry, Entry, PauseEntry } from './queries/entries.server.ts';

/** An entry in short, for the audit trail. Why somebody is away is left out: administrators read the trail, and the reason is not theirs to know. */
export function auditText(kind: EntryKind, entry: Entry): Record<string, string | number | null> {
  const { id, status } = entry;
  switch (kind) {
    case 'appointment': {
      const { title, kind: post, employer, startedOn, endedOn, team, site, shift, hoursPerWeek, headcountLed } = entry as AppointmentEntry;
      return { id, status, role: title, kind: post, employer, startedOn, endedOn, team, site, shift, hoursPerWeek, headcountLed };
    }
    case 'pause': {
      const { startedOn, endedOn } = entry as PauseEntry;
      return { id, status, startedOn, endedOn };
    }
    case 'certificate': {
      const { title, issuedOn, expiresOn } = entry as CertificateEntry;
      return { id, status, certificate: title, issuedOn, expiresOn };
    }
    case 'education': {
      const { level, subject, institution, finishedOn } = entry as EducationEntry;
      return { id, status, level, subject, institution, finishedOn };
    }
  }
}

/** The present values of an entry that changed under a form, to be compared with what was typed. */
export function presentValues(kind: EntryKind, entry: Entry): Record<string, string | number | null> {
  const values = auditText(kind, entry);
  return kind === 'pause' ? { ...values, pause: (entry as PauseEntry).kind } : values;
}

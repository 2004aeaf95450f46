import { sql } from 'kysely';
import { compareDays } from '#app/domain/date.ts';
import { neighboursOf, type EntryKind } from '#app/domain/entry.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { forbidden, notFound } from '#app/server/command.server.ts';
import { isOffered } from '#app/server/row-rules.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { entriesOf, mainEntries, type AppointmentEntry, type CertificateEntry, type EducationEntry, type Entries, type Entry, type PauseEntry } from './entries.server.ts';
import { findSubject } from './subject.server.ts';

type Named<Id> = { id: Id; name: string };
interface Choices {
  families: Named<string>[];
  roles: (Named<string> & { family: string })[];
  teams: Named<number>[];
  sites: Named<number>[];
  certifications: (Named<string> & { months: number | null })[];
}

/**
 * The page of one entry: what it says, what may be done with it, and what its form offers; a new certificate may take over from
 * an earlier one. 404 for what the reader may not know of.
 */
export async function getEntry(db: ReadDb, actor: Actor, today: string, personId: number, kind: EntryKind, id: number | null, renews?: number) {
  const subject = await findSubject(db, actor, today, personId);
  const { reads, enters, decides } = subject.rights(kind);
  if (!reads) return notFound();
  if (id === null && enters === null) return forbidden();
  const entries = await entriesOf(db, personId);
  const all: readonly Entry[] = entries[kind];
  const found = id === null ? null : all.find((entry) => entry.id === id) ?? notFound();
  if (found?.status === 'declined' && !subject.own) return notFound();
  const renewed = kind === 'certificate' && id === null && renews !== undefined ? entries.certificate.find((one) => one.id === renews && one.status !== 'declined') ?? notFound() : null;
  const correction = found?.status === 'confirmed' ? all.find((entry) => entry.status === 'stated' && entry.replacesId === found.id) : undefined;
  const saves = found?.status === 'stated' && !subject.own ? decides : enters !== null && !correction;
  const original = all.find((entry) => entry.status === 'confirmed' && entry.id === found?.replacesId);
  return {
    today,
    own: subject.own,
    person: { id: personId, name: subject.name },
    entry: found && entryView(kind, found),
    /** The certificate that the new one renews. */
    renews: renewed && { title: renewed.title, certificationId: renewed.certificationId, name: renewed.name, expiresOn: renewed.expiresOn },
    /** The confirmed entry whose place it would take. */
    original: original ? entryView(kind, original) : null,
    correction: correction?.id ?? null,
    saves,
    decides: decides && found?.status === 'stated',
    removes: subject.own && found !== null && found.status !== 'confirmed',
    /** The main role with us that goes on, which a later one ends; null where what is confirmed is corrected. */
    goesOn: kind === 'appointment' && found?.status !== 'confirmed' ? openMain(entries, { id, replacesId: found?.replacesId ?? null }, !subject.own) : null,
    choices: saves ? await choicesFor(db, kind, kind === 'appointment' ? (found as AppointmentEntry | null)?.roleId ?? null : null) : null,
  };
}

function openMain({ appointment }: Entries, self: { id: number | null; replacesId: number | null }, toConfirm: boolean): { title: string; startedOn: string } | null {
  const open = neighboursOf(mainEntries(appointment), self, toConfirm).filter(({ endedOn }) => endedOn === null);
  const [latest] = open.sort((a, b) => compareDays(b.startedOn, a.startedOn));
  return latest ? { title: latest.title, startedOn: latest.startedOn } : null;
}

function entryView(kind: EntryKind, entry: Entry) {
  const { id, status, version } = entry;
  const base = { id, status, version };
  switch (kind) {
    case 'appointment': {
      const { kind: post, employer, roleId, roleName, title, familyId, family, startedOn, endedOn, siteId, site, teamId, team, shift, hoursPerWeek, headcountLed } = entry as AppointmentEntry;
      return { of: 'appointment' as const, ...base, kind: post, employer, roleId, roleName, title, familyId, family, startedOn, endedOn, siteId, site, teamId, team, shift, hoursPerWeek, headcountLed };
    }
    case 'pause': {
      const { kind: why, startedOn, endedOn } = entry as PauseEntry;
      return { of: 'pause' as const, ...base, kind: why, startedOn, endedOn };
    }
    case 'certificate': {
      const { certificationId, name, title, issuedOn, expiresOn } = entry as CertificateEntry;
      return { of: 'certificate' as const, ...base, certificationId, name, title, issuedOn, expiresOn };
    }
    case 'education': {
      const { level, subject, institution, finishedOn } = entry as EducationEntry;
      return { of: 'education' as const, ...base, level, subject, institution, finishedOn };
    }
  }
}

export type EntryView = ReturnType<typeof entryView>;

/** What the form of a kind offers; roles that are no longer in the catalogue only where the entry has one. */
async function choicesFor(db: ReadDb, kind: EntryKind, heldRole: string | null): Promise<Choices> {
  const appointment = kind === 'appointment';
  const { rows: [found] } = await sql<Choices>`select
    coalesce((select jsonb_agg(jsonb_build_object('id', family_id, 'name', name) order by position, name) from families where ${appointment}), '[]') as families,
    coalesce((select jsonb_agg(jsonb_build_object('id', r.role_id, 'name', r.name, 'family', f.name) order by f.position, r.grade, r.name)
      from roles r join families f using (family_id) where ${appointment} and (${isOffered('r')} or r.role_id = ${heldRole})), '[]') as roles,
    coalesce((select jsonb_agg(jsonb_build_object('id', team_id, 'name', name) order by name) from teams where ${appointment}), '[]') as teams,
    coalesce((select jsonb_agg(jsonb_build_object('id', site_id, 'name', name) order by name) from sites where ${appointment}), '[]') as sites,
    coalesce((select jsonb_agg(jsonb_build_object('id', certification_id, 'name', name, 'months', validity_months) order by name)
      from certifications where ${kind === 'certificate'}), '[]') as certifications`.execute(db);
  return found!;
}

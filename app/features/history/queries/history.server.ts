import { sql } from 'kysely';
import { countingAppointments, experienceSpans, type Appointment } from '#app/domain/appointment.ts';
import { remindersOf, renewFrom } from '#app/domain/certificate.ts';
import { educationRank } from '#app/domain/education.ts';
import { fitOf, neighboursOf } from '#app/domain/entry.ts';
import { experienceMonths } from '#app/domain/experience.ts';
import { timeAway, type Pause } from '#app/domain/pause.ts';
import { policyOf, type Policy } from '#app/domain/policy.ts';
import { reviewClock } from '#app/domain/review-clock.ts';
import { conversationName, rulesOf, type Family } from '#app/domain/role.ts';
import type { Settlement } from '#app/domain/settlement.ts';
import { highestEducation } from '#app/domain/standing.ts';
import { validityOf } from '#app/domain/validity.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { entriesOf, mainEntries, type AppointmentEntry, type CertificateEntry, type EducationEntry, type Entries } from './entries.server.ts';
import { evidenceOf, type CertificateEvidence } from './evidence.server.ts';
import { findSubject } from './subject.server.ts';

type Facts = { appointments: Appointment[]; pauses: Pause[]; settlements: Settlement[]; families: Family[]; policy: unknown };

/** A person's history: roles, time away, certificates, education, talks, and what it comes to. 404 for everybody but the person and the line. */
export async function getHistory(db: ReadDb, actor: Actor, today: string, personId: number) {
  const subject = await findSubject(db, actor, today, personId);
  const [entries, facts, talks, evidence] = await Promise.all([
    entriesOf(db, personId),
    db.selectFrom('backgrounds as b').innerJoin('catalogue as c', (join) => join.onTrue()).select(['b.appointments', 'b.pauses', 'b.settlements', 'c.families', 'c.policy'])
      .where('b.personId', '=', personId).$castTo<Facts>().executeTakeFirstOrThrow(),
    db.selectFrom('talks as t').innerJoin('people as m', 'm.personId', 't.recordedBy').select(['t.talkId as id', 't.heldOn', 'm.name as manager'])
      .where('t.personId', '=', personId).where(sql<boolean>`actor_relation(${actor.personId}::int, t.person_id, ${today}::date) <> 'colleague'`)
      .orderBy('t.heldOn', 'desc').orderBy('t.talkId', 'desc').execute(),
    evidenceOf(db, personId),
  ]);
  const [posts, away, certificates, education] = [subject.rights('appointment'), subject.rights('pause'), subject.rights('certificate'), subject.rights('education')];
  const shown = entriesShown(entries, subject.own);
  const policy = policyOf(facts.policy);
  const endings = endingsOf(entries.appointment, today);
  return {
    today,
    own: subject.own,
    person: { id: personId, name: subject.name },
    enters: { appointments: posts.enters, pauses: away.enters, certificates: certificates.enters, education: education.enters },
    decides: { appointments: posts.decides, pauses: away.decides, certificates: certificates.decides, education: education.decides },
    appointments: shown.appointment.map((entry) => appointmentLine(entry, entries.appointment, endings)),
    pauses: away.reads ? shown.pause.map(({ id, status, version, kind, startedOn, endedOn, ...entry }) => ({ id, status, version, kind, startedOn, endedOn, ...ties(entry, entries.pause, id) })) : null,
    away: timeAway(facts.pauses, today),
    certificates: shown.certificate.map((entry) => certificateLine(entry, entries.certificate, evidence, today, policy)),
    reminders: remindersFor(entries.certificate, today, policy),
    education: educationLines(shown.education, entries.education, today),
    talks,
    experience: experienceOf(facts, policy, today),
    cut: policy.cutFromExperience,
    clock: clockLine(facts, policy, today),
  };
}

/** What a manager declined is the person's to see, and to change. */
function entriesShown(entries: Entries, own: boolean): Entries {
  const seen = <E extends { status: string }>(list: E[]) => list.filter(({ status }) => own || status !== 'declined');
  return { appointment: seen(entries.appointment), pause: seen(entries.pause), certificate: seen(entries.certificate), education: seen(entries.education) };
}

/** How an entry hangs together with others: it corrects a confirmed one, or a correction of it waits. */
function ties(entry: { replacesId: number | null }, all: readonly { replacesId: number | null; status: string }[], id: number) {
  return { corrects: entry.replacesId !== null, corrected: all.some(({ replacesId, status }) => replacesId === id && status === 'stated') };
}

/** Which open role ends when which stated one is confirmed. */
function endingsOf(appointments: readonly AppointmentEntry[], today: string) {
  const mains = mainEntries(appointments);
  return mains.filter(({ status }) => status === 'stated').flatMap((stated) => {
    const { clash, ends, endsOn } = fitOf(neighboursOf(mains, stated, true), stated, today);
    return clash ? [] : ends.map((ended) => ({ by: stated.id, byRole: stated.role, id: ended.id, role: ended.role, on: endsOn }));
  });
}

function appointmentLine(entry: AppointmentEntry, all: readonly AppointmentEntry[], endings: ReturnType<typeof endingsOf>) {
  const { id, status, version, kind, title, roleId, employer, family, startedOn, endedOn, team, site, shift, hoursPerWeek, headcountLed } = entry;
  const ending = endings.find((one) => one.id === id);
  return {
    id, status, version, kind, title, roleId, employer, family, startedOn, endedOn, team, site, shift, hoursPerWeek, headcountLed, ...ties(entry, all, id),
    /** What it ends, and what ends it, once the later one is confirmed. */
    ends: endings.filter(({ by }) => by === id).map(({ role, on }) => ({ role, on })),
    endedBy: ending ? { role: ending.byRole, on: ending.on } : null,
  };
}

function certificateLine(entry: CertificateEntry, all: readonly CertificateEntry[], evidence: readonly CertificateEvidence[], today: string, policy: Policy) {
  const { id, status, version, title, issuedOn, expiresOn, certificationId } = entry;
  const shows = evidence.find((one) => one.certificationId === certificationId);
  return {
    id, status, version, title, issuedOn, expiresOn, validity: validityOf(entry, today, policy), renewFrom: renewFrom(entry, policy), ...ties(entry, all, id),
    renewal: shows?.renewal ?? null, evidences: shows?.skills ?? [],
  };
}

/** The certificates that have expired or are to be renewed, as they stand on the claimed basis. */
function remindersFor(certificates: readonly CertificateEntry[], today: string, policy: Policy) {
  const standing = certificates.filter(({ status }) => status !== 'declined').map((entry) => ({ ...entry, certification: entry.certificationId, corrected: ties(entry, certificates, entry.id).corrected }));
  return remindersOf(standing, today, policy).map(({ certificate: { id, title }, state, expiresOn, renewFrom: from, countsOn }) => ({ id, title, state, expiresOn, renewFrom: from, countsOn }));
}

/** What each education counts for: the highest finished one is what roles look at. */
function educationLines(shown: readonly EducationEntry[], all: readonly EducationEntry[], today: string) {
  const standing = all.filter((entry) => entry.status !== 'declined' && !ties(entry, all, entry.id).corrected);
  const highest = highestEducation(standing.map(({ level, finishedOn }) => ({ level, finishedOn, confirmed: true })), today);
  return shown.map(({ id, status, version, level, subject, institution, finishedOn, ...entry }) => {
    const tied = ties(entry, all, id);
    const counts = status === 'declined' || tied.corrected ? 'not' as const : finishedOn === null || finishedOn > today ? 'once-finished' as const
      : educationRank(level) >= educationRank(highest) ? 'highest' as const : 'below' as const;
    return { id, status, version, level, subject, institution, finishedOn, counts, ...tied };
  });
}

/** Months in each family, as claimed and as confirmed, the longest first, and in all of them together, each day once. */
function experienceOf({ appointments, pauses, families }: Facts, policy: Policy, today: string) {
  const spans = { claimed: experienceSpans(countingAppointments(appointments, 'claimed'), pauses, today, policy), confirmed: experienceSpans(countingAppointments(appointments, 'confirmed'), pauses, today, policy) };
  const months = (ids: readonly string[]) => ({ claimed: experienceMonths({ spans: spans.claimed }, ids), confirmed: experienceMonths({ spans: spans.confirmed }, ids) });
  const rows = families.filter(({ id }) => [...spans.claimed, ...spans.confirmed].some(({ familyId }) => familyId === id)).map(({ id, name }) => ({ id, name, ...months([id]) }));
  return { rows: rows.sort((a, b) => b.claimed - a.claimed || (a.name < b.name ? -1 : 1)), total: months(families.map(({ id }) => id)) };
}

function clockLine({ appointments, pauses, settlements, families }: Facts, policy: Policy, today: string) {
  const rules = rulesOf(families);
  const clock = reviewClock({ appointments, pauses, settlements, rules, today, policy });
  const rule = clock && rules[clock.familyId];
  return clock && rule ? { name: conversationName(rule.afterMonths), startedOn: clock.startedOn, dueOn: clock.dueOn, status: clock.status, restartOn: rule.restartOn } : null;
}

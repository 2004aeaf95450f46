import type { Day } from '#app/domain/date.ts';
import { issueFault, periodFault } from '#app/domain/entry.ts';
import { lookUpsOf } from '../look-up.ts';
import { folded } from '../nearest.ts';
import type { Catalogue } from '../present.ts';
import { exactnessText, sameDay } from './dated.ts';
import { mainFault, type Held } from './fit.ts';
import { leftOutWords, type LeftOut } from './left-out.ts';
import { meaningsOf } from './meant.ts';
import { knownNote, type Proposal, type Proposed, type ProposedCertificate, type ProposedEducation, type ProposedWork } from './proposal.ts';
import { proposeLanguages, proposeSkills } from './propose-skills.ts';
import type { Record } from './record.server.ts';
import type { Dated, Resume } from './resume.ts';
import { educationGuess, isStudyType } from './words.ts';

/** Compares a file with the record and the catalogue. Nothing that is there already, cannot be, or is a mere guess is proposed: it is shown, unticked, with its reason. */
export function propose(resume: Resume, record: Record, catalogue: Catalogue, today: Day): Proposal {
  const skills = proposeSkills(resume, record, catalogue);
  const languages = proposeLanguages(resume, record);
  return {
    work: onceEach(proposeWork(resume, record, catalogue, today)),
    education: onceEach(proposeEducation(resume, record)),
    certificates: onceEach(proposeCertificates(resume, record, catalogue, today)),
    skills: skills.rows,
    languages: languages.rows,
    leftOut: byReason([...leftOutWords([...skills.left, ...languages.left]), ...resume.leftOut]),
  };
}

function proposeWork(resume: Resume, record: Record, catalogue: Catalogue, today: Day): ProposedWork[] {
  const find = lookUpsOf(catalogue);
  const { called } = meaningsOf(catalogue.roles);
  // A row has to fit in beside those above it too.
  const beside: Held[] = [...record.appointments];
  return resume.work.map(({ employer, position, start, end }) => {
    const ours = employer !== null && folded(employer) === folded(record.organisation);
    const meant = ours && position !== null ? find.role.find(position) : null;
    const role = meant === null ? null : 'value' in meant ? meant.value.roleId : called(position ?? '')?.roleId ?? null;
    const [startedOn, endedOn] = [start?.day ?? null, end?.day ?? null];
    const held = record.appointments.filter((one) => sameDay(one.startedOn, start) && (ours
      ? one.employer === null && (one.roleId === role || alike(one.title, position))
      : one.employer !== null && alike(one.employer, employer) && alike(one.title, position)));
    const missing = [
      ...(start === null ? ['The file gives no first day: please give it.'] : []), ...(employer === null ? ['The file names no employer: please name it.'] : []),
      ...(position === null && !ours ? ['The file names no role: please name it.'] : []), ...(ours && role === null ? ['Please choose which of our roles it was.'] : []),
    ];
    const period = startedOn === null ? null : { startedOn, endedOn };
    const fault = period === null ? null : (periodFault(period, today) ?? (ours ? mainFault({ appointments: beside }, period, today) : null))?.reason ?? null;
    const row = {
      ...judged(held.map(({ endedOn: on }) => differences(['last day', end, on])), startedOn !== null && missing.length === 0 && fault === null && end?.day !== null,
        [...missing, ...(fault === null ? [] : [fault]), ...exactness(['First day', start], ['Last day', end])]),
      title: [position ?? 'A role', employer].filter(Boolean).join(', '), ours, role, employer: ours ? null : employer, roleName: position, startedOn, endedOn,
    };
    if (row.take && ours && period) beside.push({ kind: 'primary', employer: null, title: position ?? '', status: 'stated', ...period });
    return row;
  });
}

function proposeEducation(resume: Resume, record: Record): ProposedEducation[] {
  return resume.education.map(({ institution, area, studyType, end }) => {
    const level = educationGuess(studyType);
    // "BSc Computing" alone says the subject too.
    const subject = area ?? (studyType !== null && isStudyType(studyType) ? null : studyType);
    const held = record.education.filter((one) => one.level === level && alike(one.institution, institution) && (alike(one.subject, subject) || one.subject === null || area === null));
    const notes = [
      ...(level === null ? [studyType === null ? 'The file gives no level: please choose it.' : `Please choose the level: “${studyType}” is none that we know.`] : []),
      ...(studyType !== null && /\bph\.?\s?d|doctor/i.test(studyType) ? ['A doctorate counts as a master’s degree, the highest level that is kept.'] : []), ...exactness(['Finished', end]),
    ];
    return {
      ...judged(held.map((one) => [...differences(['day when it was finished', end, one.finishedOn]), ...(area === null || alike(one.subject, area) ? [] : [`The file gives a subject: ${area}.`])]), level !== null && end?.day !== null, notes),
      title: [studyType, area, institution].filter(Boolean).join(', '), level, subject, institution, finishedOn: end?.day ?? null,
    };
  });
}

function proposeCertificates(resume: Resume, record: Record, catalogue: Catalogue, today: Day): ProposedCertificate[] {
  const { called, likest } = meaningsOf(catalogue.certifications);
  return resume.certificates.map(({ name, issued, expires }) => {
    const certification = called(name)?.certificationId ?? null;
    const near = certification === null ? likest(name) : null;
    const [issuedOn, expiresOn] = [issued?.day ?? null, expires?.day ?? null];
    const held = record.certificates.filter((one) => (one.certificationId === null ? alike(one.title, name) : one.certificationId === certification) && sameDay(one.issuedOn, issued));
    const fault = issuedOn === null ? null : issueFault({ startedOn: issuedOn, endedOn: expiresOn }, today)?.reason ?? null;
    const notes = [
      ...(issued === null ? ['The file does not say when it was issued: please give the day.'] : []), ...(fault === null ? [] : [fault]),
      ...(near === null ? [] : [`Is it “${near.name}” of the catalogue? Then choose that below.`]), ...exactness(['Issued', issued], ['Last valid day', expires]),
    ];
    return {
      ...judged(held.map((one) => differences(['last valid day', expires, one.expiresOn])), issuedOn !== null && fault === null && expires?.day !== null, notes),
      title: name, certification, name, issuedOn, expiresOn,
    };
  });
}

/** Whether a row is proposed, and what to know about it. `held`: what the file says differently of each entry in the record that is this one. */
function judged(held: readonly string[][], possible: boolean, notes: string[]): Omit<Proposed, 'title'> {
  const [closest] = [...held].sort((a, b) => a.length - b.length);
  if (closest === undefined) return { take: possible, known: false, notes };
  const mend = closest.length === 0 ? [] : [...closest, 'If the file is right, correct the entry on your history page.'];
  return { take: false, known: true, notes: [knownNote, ...mend] };
}

/** The days of the file that are not those of the record. Where the file gives none, nothing of it is lost. */
function differences(...days: [what: string, dated: Dated | null, held: Day | null][]): string[] {
  return days.flatMap(([what, dated, held]) => (dated === null || sameDay(held, dated) ? [] : [`The file gives another ${what}: ${dated.given}.`]));
}

/** A row that stands in the file twice can come in once. */
function onceEach<R extends Proposed>(rows: readonly R[]): R[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const key = JSON.stringify(row);
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain && row.take ? { ...row, take: false, notes: ['The file has this row twice.', ...row.notes] } : row;
  });
}

function byReason(leftOut: readonly LeftOut[]): Proposal['leftOut'] {
  const reasons = new Map<string, string[]>();
  for (const { what, why } of leftOut) reasons.set(why, [...(reasons.get(why) ?? []), what]);
  return [...reasons].map(([why, what]) => ({ why, what }));
}

function alike(a: string | null, b: string | null): boolean {
  return folded(a ?? '') === folded(b ?? '');
}

function exactness(...days: [what: string, dated: Dated | null][]): string[] {
  return days.flatMap(([what, dated]) => {
    const words = dated === null ? null : exactnessText(dated);
    return words === null ? [] : [`${what}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`];
  });
}

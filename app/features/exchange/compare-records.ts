import { folded } from './nearest.ts';
import { giveNotice, type PersonStep } from './person-step.ts';
import type { Certificate, Education } from './plan.ts';
import { ratingKey, type PresentCertificate, type PresentEducation } from './present.ts';

/** Education: the same level, subject and institution are one entry; the day it was finished is filled in once it is known. */
export function compareEducation(step: PersonStep): void {
  const { history, plan, what, number } = step;
  for (const entry of step.row.education) {
    const name = [entry.level, entry.subject].filter(Boolean).join(' in ');
    const alike = history.education.filter((row) => isAlike(row, entry));
    const confirmed = alike.filter(({ status }) => status === 'confirmed');
    if (confirmed.some(({ finishedOn }) => entry.finishedOn === null || finishedOn === entry.finishedOn)) continue;
    const stated = alike.find((row) => row.status === 'stated' && (entry.finishedOn === null || row.finishedOn === entry.finishedOn));
    const open = confirmed.find(({ finishedOn }) => finishedOn === null);
    if (stated && (confirmed.length === 0 || confirmed.some(({ educationId }) => educationId === stated.replacesId))) {
      const { educationId, version, replacesId } = stated;
      plan.changedEducation.push({ educationId, version, replacesId, confirms: true, ...wordsOf(stated) });
      what.push(`confirmed: ${name}`);
    } else if (open) {
      const { educationId, version } = open;
      plan.changedEducation.push({ educationId, version, replacesId: null, confirms: false, ...wordsOf(open), finishedOn: entry.finishedOn });
      what.push(`${name} finished on ${entry.finishedOn}`);
    } else if (confirmed[0]) {
      giveNotice(step, 'education', `${name} was finished on ${confirmed[0].finishedOn} here, not on ${entry.finishedOn}. Left as it is.`);
    } else {
      plan.newEducation.push({ number, ...entry });
      what.push(name);
      const other = history.education.find((row) => row.status === 'stated' && row.level === entry.level);
      if (other) giveNotice(step, 'education', `The person stated ${[other.level, other.subject].filter(Boolean).join(' in ')}. That stays, to be confirmed or declined; the file's own entry is added.`);
    }
  }
}

function isAlike(row: PresentEducation, entry: Education): boolean {
  const same = (a: string | null, b: string | null): boolean => folded(a ?? '') === folded(b ?? '');
  return row.level === entry.level && same(row.subject, entry.subject) && same(row.institution, entry.institution);
}

function wordsOf({ level, subject, institution, finishedOn }: Education): Education {
  return { level, subject, institution, finishedOn };
}

/** Certificates: the same certification issued on the same day is one entry. */
export function compareCertificates(step: PersonStep): void {
  const { history, plan, what, number } = step;
  for (const entry of step.row.certificates) {
    const alike = history.certificates.filter((row) => row.certificationId === entry.certificationId && row.issuedOn === entry.issuedOn);
    const known = alike.find(({ status }) => status === 'confirmed');
    const stated = alike.find((row) => row.status === 'stated' && (entry.expiresOn === null || row.expiresOn === entry.expiresOn));
    if (known && (entry.expiresOn === null || known.expiresOn === entry.expiresOn)) continue;
    if (stated && (!known || stated.replacesId === known.personCertificationId)) {
      confirm(step, stated);
    } else if (known && known.expiresOn === null) {
      const { personCertificationId, version } = known;
      plan.changedCertificates.push({ personCertificationId, version, replacesId: null, confirms: false, ...entry });
      what.push(`${entry.certificationId} expires on ${entry.expiresOn}`);
    } else if (known) {
      giveNotice(step, 'certificates', `${entry.certificationId}, issued on ${entry.issuedOn}, expires on ${known.expiresOn} here, not on ${entry.expiresOn}. Left as it is.`);
    } else {
      plan.newCertificates.push({ number, ...entry });
      what.push(`${entry.certificationId}, issued on ${entry.issuedOn}`);
      const other = history.certificates.find((row) => row.status === 'stated' && row.certificationId === entry.certificationId);
      if (other) giveNotice(step, 'certificates', `The person stated ${entry.certificationId}, issued on ${other.issuedOn}. That stays, to be confirmed or declined; the file's own entry is added.`);
    }
  }
}

function confirm({ plan, what }: PersonStep, { personCertificationId, version, replacesId, certificationId, issuedOn, expiresOn }: PresentCertificate): void {
  const days: Certificate = { certificationId, issuedOn, expiresOn };
  plan.changedCertificates.push({ personCertificationId, version, replacesId, confirms: true, ...days });
  what.push(`confirmed: ${certificationId}, issued on ${issuedOn}`);
}

/** Ratings: one a day, skill and source. One that is here already is not brought in again; another level on that day is left as it is. */
export function compareRatings(step: PersonStep): void {
  const { history, plan, what, number } = step;
  let added = 0;
  for (const { skillId, skill, level, source, ratedOn } of step.row.ratings) {
    const known = history.ratings.get(ratingKey(skillId, source, ratedOn));
    if (known === undefined) {
      plan.newRatings.push({ number, skillId, level, source, ratedOn });
      added += 1;
    } else if (known !== level) {
      giveNotice(step, 'ratings', `${skill} (${source}, ${ratedOn}) is ${known} here, not ${level}. Left as it is.`);
    }
  }
  if (added > 0) what.push(`${added} ${added === 1 ? 'rating' : 'ratings'}`);
}

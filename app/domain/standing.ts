import { countingAppointments, experienceSpans, type Appointment } from './appointment.ts';
import type { Day } from './date.ts';
import { higherEducation, type EducationLevel } from './education.ts';
import type { Experience } from './experience.ts';
import type { Pause } from './pause.ts';
import { defaultPolicy, type Policy } from './policy.ts';
import type { Levels } from './rating.ts';

/** What a person says of themselves, or what somebody has confirmed. */
export type Basis = 'claimed' | 'confirmed';

/** What a person brings to a role on one day. */
export type Standing = {
  levels: Levels;
  experience: Experience;
  education: EducationLevel;
  certifications: readonly string[];
};

/** A course of education; `finishedOn` is null while it goes on. `corrected`: a stated correction waits to take its place. */
export type Education = { level: EducationLevel; finishedOn: Day | null; confirmed: boolean; corrected?: boolean };

/** A certificate that a person holds; `expiresOn` is its last valid day, null for never. `corrected`: as with education. */
export type Certificate = {
  certification: string;
  issuedOn: Day;
  expiresOn: Day | null;
  countsAfterExpiry: boolean;
  confirmed: boolean;
  corrected?: boolean;
};

/** Everything recorded about a person that readiness looks at. */
export type Background = {
  levels: Levels;
  appointments: readonly Appointment[];
  pauses: readonly Pause[];
  education: readonly Education[];
  certificates: readonly Certificate[];
};

/** Whether a certificate counts on a day: issued, and not expired unless it counts after expiry. */
export function isValid(certificate: Pick<Certificate, 'issuedOn' | 'expiresOn' | 'countsAfterExpiry'>, today: Day): boolean {
  const { issuedOn, expiresOn, countsAfterExpiry } = certificate;
  return issuedOn <= today && (expiresOn === null || expiresOn >= today || countsAfterExpiry);
}

/** The highest finished education, `none` without any. */
export function highestEducation(education: readonly Education[], today: Day): EducationLevel {
  return education
    .filter(({ finishedOn }) => finishedOn !== null && finishedOn <= today)
    .reduce<EducationLevel>((highest, { level }) => higherEducation(highest, level), 'none');
}

/**
 * A person's standing today. On the claimed basis what they state about their appointments, education and
 * certificates counts; on the confirmed basis only what has been confirmed. Levels are kept on both.
 */
export function standingOf(background: Background, basis: Basis, today: Day, policy: Policy = defaultPolicy): Standing {
  const counts = ({ confirmed, corrected = false }: { confirmed: boolean; corrected?: boolean }) => (basis === 'claimed' ? !corrected : confirmed);
  const appointments = countingAppointments(background.appointments, basis);
  const certificates = background.certificates.filter((one) => counts(one) && isValid(one, today));
  return {
    levels: background.levels,
    experience: { spans: experienceSpans(appointments, background.pauses, today, policy) },
    education: highestEducation(background.education.filter(counts), today),
    certifications: [...new Set(certificates.map(({ certification }) => certification))].sort(),
  };
}

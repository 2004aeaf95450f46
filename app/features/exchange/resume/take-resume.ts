import { levelName } from '#app/domain/skill.ts';
import type { Record } from './record.server.ts';
import { languageName } from './languages.ts';
import { studyTypes } from './words.ts';

const fluencies = { basic: 'Basic', working: 'Working proficiency', fluent: 'Fluent' };

/**
 * The person's record as a JSON Resume 1.0.0. The last day on which a certificate is valid stands in its `endDate`, a field of our own
 * that the schema allows. The level of a skill is the one the person goes by. `now`: when it was made.
 */
export function resumeOf(record: Record, now: Date) {
  const { name, email, organisation, role, appointments, certificates, education, levels, languages } = record;
  const today = now.toISOString();
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: { name, ...some({ email, label: role?.title }) },
    work: appointments.map(({ employer, title, startedOn, endedOn }) => ({ name: employer ?? organisation, position: title, startDate: startedOn, ...some({ endDate: endedOn }) })),
    education: education.map(({ level, subject, institution, finishedOn }) => ({ ...some({ institution, area: subject }), studyType: studyTypes[level], ...some({ endDate: finishedOn }) })),
    certificates: certificates.map(({ title, issuer, issuedOn, expiresOn }) => ({ name: title, date: issuedOn, ...some({ issuer, endDate: expiresOn }) })),
    skills: levels.map(({ name: skill, kind, level }) => ({ name: skill, level: levelName(level), keywords: [kind] })),
    languages: languages.map(({ language, fluency }) => ({ language: languageName(language), fluency: fluencies[fluency] })),
    meta: { version: 'v1.0.0', lastModified: today.slice(0, 19) },
  };
}

/** Without what is not said: the schema knows no null. */
function some(fields: { [name: string]: string | null | undefined }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string'));
}

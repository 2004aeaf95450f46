import { z } from 'zod';
import { levels as allLevels, skillKinds } from '#app/domain/skill.ts';
import { isValid } from '#app/domain/standing.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { languageName } from './languages.ts';
import { getRecord, type Record } from './record.server.ts';

export const profileSections = ['experience', 'skills', 'certificates', 'education', 'languages', 'contact'] as const;

/** `/people/:id/take-with-me/profile?sections=skills&sections=education`; none named: all of them */
export const ProfileSections = z.object({ sections: z.array(z.enum(profileSections)).max(20).default([]) });

/** The person's record as a profile to print. 404 for everybody but the person. */
export async function getPrintableProfile(db: ReadDb, actor: Actor, today: string, personId: number, chosen: readonly (typeof profileSections)[number][]) {
  const { name, email, organisation, role, appointments, certificates, education, levels, languages } = await getRecord(db, actor, today, personId);
  const shown = chosen.length === 0 ? profileSections : profileSections.filter((section) => chosen.includes(section));
  return {
    id: personId, today, name, organisation, role, shown,
    email: shown.includes('contact') ? email : null,
    appointments: shown.includes('experience') ? appointments : [],
    skills: shown.includes('skills') ? skillsByKind(levels) : [],
    certificates: shown.includes('certificates')
      ? certificates.map((one) => ({ title: one.title, issuer: one.issuer, issuedOn: one.issuedOn, expiresOn: one.expiresOn, status: one.status, over: one.expiresOn !== null && one.expiresOn < today, counts: isValid(one, today) })) : [],
    education: shown.includes('education') ? education : [],
    languages: shown.includes('languages') ? languages.map(({ language, fluency }) => ({ name: languageName(language), fluency })) : [],
  };
}

/** Skills by kind and, within a kind, by level, the highest first. */
function skillsByKind(levels: Record['levels']) {
  return skillKinds.map((kind) => ({
    kind,
    levels: allLevels.toReversed().map((level) => ({
      level, skills: levels.filter((one) => one.kind === kind && one.level === level).map(({ name, confirmed }) => ({ name, confirmed })),
    })).filter(({ skills }) => skills.length > 0),
  })).filter(({ levels: held }) => held.length > 0);
}

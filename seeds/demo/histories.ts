import { addDays, addMonths, daysBetween, earlierOf, type Day } from '#app/domain/date.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';
import { earlierJobs, institutions, subjects } from './names.ts';
import { ago, at, currentStay, type Member } from './members.ts';
import type { Draft } from './rows.ts';

const roles = new Map(starterCatalogue.roles.map((role) => [role.id, role]));
const certifications = new Map(starterCatalogue.certifications.map((one) => [one.id, one]));
const longestMonths = 144;

/** Which certificates people of a family tend to hold. */
const usual: Record<string, readonly string[]> = {
  'service-desk': ['hdi-csr', 'hdi-sca', 'comptia-a-plus', 'itil4-foundation', 'ms-fundamentals-900'],
  'end-user-computing': ['comptia-a-plus', 'hdi-dst', 'ms-endpoint-admin', 'itil4-foundation'],
  infrastructure: ['comptia-network-plus', 'ccna', 'comptia-security-plus', 'az-104', 'ms-administrator-expert', 'cdcp', 'bicsi-technician', 'sscp'],
  applications: ['istqb-ctfl', 'itil4-foundation', 'prince2-foundation'],
  management: ['itil4-foundation', 'hdi-sctl', 'hdi-scm', 'prince2-foundation', 'itil4-managing-professional'],
};

/** Earlier employers, spells of acting up, time away, education, certificates and languages of one person. */
export function draftHistory(today: Day, draft: Draft, member: Member): void {
  draftEarlierJobs(today, draft, member);
  draftActing(today, draft, member);
  draftPauses(today, draft, member);
  draftEducation(today, draft, member);
  draftCertificates(today, draft, member);
  const spoken = member.chance.odds(0.4) ? [member.chance.pick(['ar', 'cy', 'de', 'es', 'fr', 'hi', 'pa', 'pl', 'pt', 'ro', 'ur', 'yo'])] : [];
  draft.rows.personLanguages.push(
    { personId: member.personId, language: 'en', fluency: 'fluent' },
    ...spoken.map((language) => ({ personId: member.personId, language, fluency: member.chance.pick(['basic', 'working', 'fluent']) })),
  );
}

/** Who entered it and whether it is confirmed: a manager of the line did so within a few weeks. */
function entry(today: Day, { personId, managerId, stays }: Member, since: Day, stated: boolean) {
  const yesterday = addDays(today, -1);
  if (stated) {
    const enteredAt = at(ago(today, 0, 6), 16, 45);
    return { status: 'stated', enteredBy: personId, enteredAt, confirmedBy: null, confirmedAt: null };
  }
  const entered = earlierOf(since > stays[0]!.from ? since : addDays(stays[0]!.from, 7), yesterday);
  return { status: 'confirmed', enteredBy: personId, enteredAt: at(entered, 12), confirmedBy: managerId, confirmedAt: at(earlierOf(addDays(entered, 9), yesterday), 14) };
}

function draftEarlierJobs(today: Day, { rows }: Draft, member: Member): void {
  const { chance, plan, personId, stays } = member;
  let before = addDays(stays[0]!.from, -chance.between(10, 80));
  let room = longestMonths - Math.ceil(daysBetween(before, today) / 30);
  const stated = plan.states?.includes('earlier job') ?? false;
  const jobs = stated ? 1 : chance.pick([0, 0, 1, 1, 2]);
  for (let place = 0; place < jobs && room > 9; place += 1) {
    const months = chance.between(8, Math.min(48, room - 1));
    const job = chance.pick(earlierJobs);
    const startedOn = addMonths(before, -months);
    rows.appointments.push({
      personId, kind: 'primary', employer: job.employer, roleId: null, roleName: job.role, familyId: job.family, grade: null, startedOn, endedOn: before,
      siteId: null, teamId: null, shift: null, hoursPerWeek: null, headcountLed: null, ...entry(today, member, startedOn, stated),
    });
    before = addDays(startedOn, -chance.between(5, 60));
    room -= months + 2;
  }
}

function draftActing(today: Day, { rows }: Draft, member: Member): void {
  const { acting } = member.plan;
  if (!acting) return;
  const { family, grade } = roles.get(acting.role)!;
  const startedOn = ago(today, acting.monthsAgo);
  rows.appointments.push({
    personId: member.personId, kind: acting.kind ?? 'acting', employer: null, roleId: acting.role, roleName: null, familyId: family, grade, startedOn,
    endedOn: acting.months === null ? null : addDays(addMonths(startedOn, acting.months), -1), siteId: null, teamId: null, shift: null, hoursPerWeek: null,
    headcountLed: null, ...entry(today, member, startedOn, acting.stated ?? false),
  });
}

function draftPauses(today: Day, { rows }: Draft, member: Member): void {
  const { pause } = member.plan;
  if (!pause) return;
  const startedOn = ago(today, pause.monthsAgo, 2);
  rows.pauses.push({
    personId: member.personId, kind: pause.kind, startedOn, endedOn: pause.months === null ? null : addDays(addMonths(startedOn, pause.months), -1),
    ...entry(today, member, startedOn, pause.stated ?? false),
  });
}

function draftEducation(today: Day, { rows }: Draft, member: Member): void {
  const { chance, personId, plan, stays } = member;
  const level = member.leads ? chance.pick(['bachelor', 'bachelor', 'associate', 'master']) : chance.pick(['secondary', 'secondary', 'associate', 'associate', 'associate', 'bachelor', 'bachelor', 'master']);
  const finishedOn = `${Number(stays[0]!.from.slice(0, 4)) - chance.between(1, 6)}-07-${String(chance.between(10, 28))}`;
  const stated = plan.states?.includes('education') ?? false;
  rows.education.push({ personId, level, subject: chance.pick(subjects), institution: chance.pick(institutions), finishedOn, ...entry(today, member, stays[0]!.from, stated) });
  if (level === 'bachelor' || level === 'master' || !chance.odds(0.15)) return;
  // Studies beside the job, not finished yet.
  rows.education.push({ personId, level: 'bachelor', subject: 'Computing', institution: 'Open evening college', finishedOn: null, ...entry(today, member, stays[0]!.from, true) });
}

function draftCertificates(today: Day, draft: Draft, member: Member): void {
  const { chance, plan, stays, personId } = member;
  const certify = (id: string, issuedOn: Day, stated: boolean) => {
    const validity = certifications.get(id)!.validityMonths;
    draft.rows.personCertifications.push({
      personId, certificationId: id, name: null, issuedOn, expiresOn: validity === null ? null : addMonths(issuedOn, validity), ...entry(today, member, issuedOn, stated),
    });
  };
  if (plan.account === 'technician') {
    certify('hdi-csr', ago(today, 14), false);
    // Runs out in six weeks; another has run out, and one may be renewed in two months.
    certify('itil4-foundation', addMonths(addDays(today, 42), -36), false);
    certify('comptia-a-plus', addMonths(addDays(today, -50), -36), false);
    draft.rows.personCertifications.push({
      personId, certificationId: null, name: 'First aid at work', issuedOn: ago(today, 31), expiresOn: addMonths(today, 5), ...entry(today, member, ago(today, 31), false),
    });
    return;
  }
  const pool = usual[currentStay(member).familyId] ?? [];
  const stated = plan.states?.includes('certificate') ?? false;
  for (const id of chance.some(pool, stated ? 1 : chance.pick([0, 1, 1, 1, 2]))) {
    const validity = certifications.get(id)!.validityMonths ?? 60;
    // Most are valid; some run out within weeks, some have run out.
    const monthsAgo = stated ? 1 : chance.pick([chance.between(1, validity - 3), chance.between(1, validity - 3), validity - 1, validity + 4]);
    certify(id, ago(today, monthsAgo, chance.between(1, 12)), stated);
  }
  if (!chance.odds(0.12)) return;
  const issuedOn = addDays(stays[0]!.from, chance.between(1, 12));
  draft.rows.personCertifications.push({
    personId, certificationId: null, name: chance.pick(['First aid at work', 'Mental health first aid', 'Forklift licence', 'British Sign Language level 1']),
    issuedOn: earlierOf(issuedOn, ago(today, 0, 3)), expiresOn: null, ...entry(today, member, issuedOn, false),
  });
}

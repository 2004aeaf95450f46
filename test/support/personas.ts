import type { Db } from '#db/handle.ts';
import { appoint, certify, educate, newPerson, pause, rate, rateForRole, settle, show, testDay, wish, type TestPerson } from './people.ts';

/** People whose pages have to make sense although they are nothing like one another. */
export const personas = ['unrecorded', 'nothing rated', 'everything', 'between jobs', 'two roles', 'twelve years'] as const;
export type Persona = (typeof personas)[number];

const technician = 'help-desk-technician';
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** One of each, all under one manager; `everything` has a row of every kind that a person can have. */
export async function newPersonas(db: Db): Promise<{ people: Record<Persona, TestPerson>; manager: TestPerson }> {
  const manager = await newPerson(db, { name: 'Maren Aldous', roleId: 'help-desk-manager', access: ['manager'], team: 'Desk A', site: 'Northbridge' });
  const person = (name: string, roleId: string | null = null, startedOn = '2025-03-01') => newPerson(db, { name, managerId: manager.personId, roleId, startedOn, team: 'Desk A', site: 'Northbridge' });
  const people: Record<Persona, TestPerson> = {
    unrecorded: await person('Una Recorded'),
    'nothing rated': await person('Nora Blank', technician),
    everything: await person('Eve Rything', technician, '2024-11-01'),
    'between jobs': await person('Betty Weenjobs'),
    'two roles': await person('Tom Tworoles', technician),
    'twelve years': await person('Tara Twelve', 'systems-administrator', '2023-02-01'),
  };
  await haveEverything(db, people.everything.personId, people['two roles'].personId, manager.personId);
  await beBetweenJobs(db, people['between jobs'].personId, manager.personId);
  await holdTwoRoles(db, people['two roles'].personId);
  await beThereForTwelveYears(db, people['twelve years'].personId, manager.personId);
  return { people, manager };
}

async function beBetweenJobs(db: Db, personId: number, manager: number): Promise<void> {
  await appoint(db, personId, { roleId: technician, startedOn: '2022-04-01', endedOn: '2026-08-31' });
  for (const skill of ['patience', 'communication', 'ticket-handling']) await rate(db, personId, skill, 3, { source: 'manager', by: manager, at: '2025-05-01' });
  await rate(db, personId, 'client-os', 4, { at: '2026-06-01' });
  await wish(db, personId, 'unsure');
}

async function holdTwoRoles(db: Db, personId: number): Promise<void> {
  await appoint(db, personId, { roleId: 'service-desk-team-lead', kind: 'acting', startedOn: '2026-07-01', team: 'Desk A', site: 'Northbridge' });
  await appoint(db, personId, { roleId: 'desktop-support-technician', kind: 'loan', startedOn: '2026-09-01', endedOn: '2026-12-31', status: 'stated' });
  await rateForRole(db, personId, technician, { source: 'self' });
}

async function beThereForTwelveYears(db: Db, personId: number, manager: number): Promise<void> {
  await appoint(db, personId, { roleName: 'Copy shop assistant', employer: 'Print & Paper', startedOn: '2012-05-01', endedOn: '2014-09-30' });
  await appoint(db, personId, { roleId: technician, startedOn: '2014-11-01', endedOn: '2017-01-31' });
  await appoint(db, personId, { roleId: 'desktop-support-technician', startedOn: '2017-02-01', endedOn: '2020-03-31' });
  await appoint(db, personId, { roleId: 'messaging-administrator', startedOn: '2020-04-01', endedOn: '2023-01-31' });
  await pause(db, personId, { startedOn: '2018-03-01', endedOn: '2018-12-31' });
  await pause(db, personId, { kind: 'sabbatical', startedOn: '2024-06-01', endedOn: '2024-08-31' });
  for (const [place, role] of [technician, 'messaging-administrator', 'systems-administrator'].entries()) {
    await rateForRole(db, personId, role, { source: 'manager', at: `20${16 + place * 4}-05-01` });
    await rateForRole(db, personId, role, { source: 'self', at: `20${17 + place * 4}-06-01` });
  }
  await certify(db, personId, 'comptia-a-plus', { issuedOn: '2015-01-10', expiresOn: '2018-01-10' });
  await certify(db, personId, 'itil4-foundation', { issuedOn: '2019-02-01' });
  await settle(db, personId, { outcome: 'stay', decidedOn: '2025-03-01', nextCheckOn: '2026-03-01', decidedBy: manager });
  await wish(db, personId, 'stay', { at: '2025-02-20' });
}

/** Every skill rated and confirmed, and one of everything else, however rarely people have it. */
async function haveEverything(db: Db, personId: number, colleague: number, manager: number): Promise<void> {
  const at = noon('2026-10-01');
  const skills = await db.selectFrom('skills').select('skillId').where('retiredOn', 'is', null).orderBy('skillId').execute();
  const ratings = skills.flatMap(({ skillId }, place) => [
    { personId, skillId, level: 1 + (place % 5), source: 'self', ratedBy: personId, ratedAt: noon('2026-02-01'), note: place % 7 === 0 ? 'As I see it' : null },
    { personId, skillId, level: 1 + ((place + (place % 3 ? 0 : 1)) % 5), source: 'manager', ratedBy: manager, ratedAt: noon('2026-03-01'), note: null },
  ]);
  await db.insertInto('ratings').values(ratings).execute();
  await db.insertInto('skillInterests').values(skills.map(({ skillId }, place) => ({ personId, skillId, interest: ['more', 'fine', 'less'][place % 3]!, lastUsedOn: '2026-09-01' }))).execute();
  const skillId = skills[0]!.skillId;
  const ratingId = await rate(db, personId, skillId, 5, { at: '2026-11-01', note: 'Went up after the roll-out' });
  await rate(db, personId, skillId, 4, { source: 'peer', by: colleague, at: '2026-09-01' });
  for (const [kind, body] of [['text', 'Calls that went well'], ['link', 'https://tickets.example/48213']] as const) {
    const { evidenceId } = await db.insertInto('evidence').values({ personId, kind, body, addedBy: personId, addedAt: at }).returning('evidenceId').executeTakeFirstOrThrow();
    await db.insertInto('evidenceSkills').values({ evidenceId, skillId }).execute();
    await db.insertInto('ratingEvidence').values({ ratingId, evidenceId }).execute();
  }
  await db.insertInto('ratingRequests').values([
    { personId, skillId, kind: 'confirm', askedAt: at }, { personId, skillId, kind: 'peer', askedOf: colleague, askedAt: at, message: 'You saw the roll-out.' },
    { personId: colleague, skillId, kind: 'peer', askedOf: personId, askedAt: at },
  ]).execute();
  await appoint(db, personId, { roleName: 'Shop assistant', employer: 'A shop', startedOn: '2021-01-01', endedOn: '2024-09-30', status: 'stated' });
  await appoint(db, personId, { roleId: 'desktop-support-technician', kind: 'secondment', startedOn: '2025-05-01', endedOn: '2025-10-31' });
  await pause(db, personId, { startedOn: '2025-12-01', endedOn: '2026-01-31' });
  await pause(db, personId, { kind: 'sick', startedOn: '2026-02-01', endedOn: '2026-02-28', status: 'stated' });
  await educate(db, personId);
  await educate(db, personId, { level: 'master', finishedOn: null, status: 'stated' });
  await certify(db, personId, 'comptia-a-plus', { expiresOn: '2026-12-10' });
  await certify(db, personId, 'comptia-network-plus', { issuedOn: '2022-01-01', expiresOn: '2025-01-01' });
  await db.insertInto('personLanguages').values({ personId, language: 'cy', fluency: 'working' }).execute();
  await wish(db, personId, 'move', { note: 'Towards networks' });
  const { talkId } = await db.insertInto('talks').values({ personId, kind: 'two-year', heldOn: '2026-05-10', wish: 'move', note: 'We talked about networks.', recordedBy: manager, recordedAt: at })
    .returning('talkId').executeTakeFirstOrThrow();
  await settle(db, personId, { outcome: 'develop', decidedOn: '2026-05-10', nextCheckOn: '2027-01-10', decidedBy: manager });
  await db.updateTable('settlements').set({ talkId }).where('personId', '=', personId).execute();
  await show(db, personId, { skills: 'named', history: 'anonymous', certificates: 'hidden', wishes: 'named' });
  await db.insertInto('availability').values({ personId, openToMoves: true, hoursPerWeek: 30, shifts: ['day', 'late'], noticeWeeks: 8 }).execute();
  await db.insertInto('availabilitySites').values((eb) => ({ personId, siteId: eb.selectFrom('sites').select('siteId').orderBy('siteId').limit(1) })).execute();
  const { accountId } = await db.insertInto('accounts').values({ personId: null, signInName: 'persona.recruiter', displayName: 'Rhys Recruiter', access: ['staff', 'recruiter'] }).returning('accountId').executeTakeFirstOrThrow();
  await db.insertInto('looks').values({ accountId, personId, page: 'profile', lookedAt: at }).execute();
  await db.insertInto('nameRequests').values({ accountId, personId, message: 'We have an opening that may fit.', askedAt: noon('2026-11-20') }).execute();
  const { planId } = await db.insertInto('plans').values({ personId, roleId: 'network-analyst', targetOn: '2027-12-31', route: [technician, 'network-analyst'], startedBy: personId, startedAt: at }).returning('planId').executeTakeFirstOrThrow();
  await db.insertInto('planItems').values([
    { planId, kind: 'shadowing', title: 'A week with the network team', hostId: colleague, state: 'under-way', startsOn: '2026-11-16', endsOn: '2026-12-18', addedAt: at, skillId: 'network-routing', level: 3 },
    { planId, kind: 'course', title: 'Routing basics', hostName: 'An academy', state: 'planned', addedAt: at },
    { planId, kind: 'certificate', title: 'Network+', certificationId: 'comptia-network-plus', state: 'planned', endsOn: '2026-11-01', addedAt: at },
  ]).execute();
  await db.insertInto('planItems').values({ planId, kind: 'project', title: 'The office move', state: 'done', doneOn: '2026-10-20', outcome: 'Moved forty desks', addedAt: at, ratingId }).execute();
  await db.insertInto('mentorOffers').values({ personId, skillId, note: 'Fridays', offeredAt: at }).execute();
  await db.insertInto('roleGuides').values({ personId, offeredAt: at }).execute();
  await db.insertInto('ticketCategories').values({ personId, category: 'Printers' }).execute();
  await db.insertInto('ticketMappings').values({ personId, category: 'Printers', skillId: 'desktop-hardware' }).execute();
  await db.insertInto('ticketCounts').values([{ personId, closedOn: '2026-10-05', category: 'Printers', tickets: 37 }, { personId, closedOn: testDay, category: 'Nobody knows', tickets: 1 }]).execute();
  const { shareLinkId } = await db.insertInto('shareLinks').values({ personId, label: 'Agency', sections: ['skills'], tokenHash: Buffer.from('persona'), createdAt: at, expiresAt: noon('2026-12-24') }).returning('shareLinkId').executeTakeFirstOrThrow();
  await db.insertInto('shareUses').values({ shareLinkId, usedAt: noon('2026-11-02') }).execute();
  await db.insertInto('welcomes').values({ personId, step: 'done', roleIds: ['network-analyst'], startedAt: at, finishedAt: at }).execute();
}

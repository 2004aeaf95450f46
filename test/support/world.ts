import { createHash } from 'node:crypto';
import { readResume } from '#app/features/exchange/resume/read-resume.ts';
import type { Db } from '#db/handle.ts';
import { tokenHash } from '#app/server/session-token.server.ts';
import { pdfOfSize } from './files.ts';
import { testNow } from './request.ts';
import { plan, plannedItem } from './world-plan.ts';
import { appoint, certify, educate, nameDeputy, newOrganisation, newPerson, pause, rate, reportTo, settle, show, wish, type NewPerson } from './people.ts';

/** The people of the world, by how they stand to the subject. */
export const people = [
  'subject', 'report', 'colleague', 'manager', 'head', 'deputy', 'other', 'stranger', 'recruiter', 'disabled', 'erased', 'left',
] as const;
export type Somebody = (typeof people)[number];

/** A small organisation in which everybody stands differently to one person, the subject. */
export interface World {
  ids: Record<Somebody, number>;
  /** Everybody's account; 'admin' is nobody's: it only administers. */
  accounts: Record<Somebody | 'admin' | 'otherRecruiter', { accountId: number }>;
  /** A recorded talk by whom it is about. */
  talks: Record<Somebody, number>;
  /** Codes of the aliases under which the recruiter knows people; `foreign` is another recruiter's for the subject, `unknown` is nobody's. */
  aliases: Record<'subject' | 'hidden' | 'erased' | 'left' | 'self' | 'foreign' | 'unknown', string>;
  /** Tokens of links to somebody outside: the subject's and the hidden one's open theirs, `foreign` opens a stranger's; the others open nothing. */
  shares: Record<'subject' | 'hidden' | 'foreign' | 'stopped' | 'expired' | 'erased' | 'left', string>;
  /** What belongs to the subject. */
  entries: { pause: number; education: number; file: number; planItem: number; peerAsk: number; recruiterAsk: number; confirmAsk: number };
}

const role = 'help-desk-technician';
const skills = ['patience', 'customer-service', 'communication'] as const;

/**
 * head → manager → subject → report; beside the subject a colleague, somebody who left and somebody erased; in the other
 * unit other → stranger, deputy (of the manager), recruiter. `disabled` could reach everything if only the account were not disabled.
 */
export async function newWorld(db: Db): Promise<World> {
  await newOrganisation(db);
  const ids = {} as Record<Somebody, number>;
  const accounts = {} as World['accounts'];
  const add = async (who: Somebody, options: NewPerson = {}) => {
    const { personId, accountId } = await newPerson(db, { name: `${who[0]!.toUpperCase()}${who.slice(1)} Example`, roleId: role, site: 'Northbridge', team: who === 'stranger' ? 'Desk B' : 'Desk A', startedOn: '2024-11-01', ...options });
    ids[who] = personId;
    accounts[who] = { accountId };
  };
  await add('head', { roleId: 'applications-manager', access: ['manager'] });
  await add('manager', { roleId: 'service-desk-team-lead', managerId: ids.head, access: ['manager'] });
  await add('subject', { managerId: ids.manager });
  for (const who of ['colleague', 'erased'] as const) await add(who, { managerId: ids.manager });
  await add('left', { roleId: null });
  await add('report', { managerId: ids.subject });
  await add('other', { roleId: 'service-desk-team-lead', access: ['manager'] });
  for (const who of ['stranger', 'deputy'] as const) await add(who, { managerId: ids.other });
  await add('recruiter', { managerId: ids.other, access: ['recruiter'] });
  await add('disabled', { managerId: ids.other, access: ['manager', 'recruiter', 'admin'] });
  for (const deputy of [ids.deputy, ids.disabled]) await nameDeputy(db, ids.manager, deputy);
  await appoint(db, ids.left, { roleId: role, startedOn: '2024-01-01', endedOn: '2026-06-30' });
  await reportTo(db, ids.left, ids.manager, { startedOn: '2024-01-01', endedOn: '2026-06-30' });
  accounts.admin = await personless(db, 'admin', ['staff', 'admin']);
  accounts.otherRecruiter = await personless(db, 'other.recruiter', ['staff', 'recruiter']);
  const talks = {} as World['talks'];
  for (const who of people) talks[who] = await equip(db, ids[who], who === 'head' ? ids.other : ids.head);
  await show(db, ids.subject, { skills: 'anonymous', history: 'anonymous', certificates: 'hidden', wishes: 'hidden' });
  await db.updateTable('people').set({ erasedAt: testNow, name: 'Erased person', email: null }).where('personId', '=', ids.erased).execute();
  await db.updateTable('accounts').set({ disabledAt: testNow }).where('accountId', '=', accounts.erased.accountId).execute();
  const entries = {
    ...await askAround(db, ids),
    pause: (await db.selectFrom('pauses').select('pauseId').where('personId', '=', ids.subject).where('status', '=', 'stated').executeTakeFirstOrThrow()).pauseId,
    file: (await db.selectFrom('evidence').select('evidenceId').where('personId', '=', ids.subject).where('kind', '=', 'file').executeTakeFirstOrThrow()).evidenceId,
    education: (await db.selectFrom('education').select('educationId').where('personId', '=', ids.subject).executeTakeFirstOrThrow()).educationId,
    planItem: await plannedItem(db, ids.subject),
  };
  return { ids, accounts, talks, aliases: await knowPeople(db, ids, accounts), shares: await shareProfiles(db, ids), entries };
}

/** The subject has asked the managers for a level and the colleague for a view; and, as no page would let them, a recruiter. */
async function askAround(db: Db, ids: World['ids']): Promise<{ peerAsk: number; recruiterAsk: number; confirmAsk: number }> {
  const about = { personId: ids.subject, message: 'How do you see it?', askedAt: testNow };
  const rows = [
    { ...about, skillId: skills[2], kind: 'peer', askedOf: ids.colleague },
    { ...about, skillId: skills[2], kind: 'peer', askedOf: ids.recruiter },
    { ...about, skillId: skills[1], kind: 'confirm', askedOf: null },
  ];
  const [peerAsk, recruiterAsk, confirmAsk] = await db.insertInto('ratingRequests').values(rows).returning('ratingRequestId').execute();
  return { peerAsk: peerAsk!.ratingRequestId, recruiterAsk: recruiterAsk!.ratingRequestId, confirmAsk: confirmAsk!.ratingRequestId };
}

/** The recruiter has come across some people, and has asked the subject for the name; another recruiter looked at everybody. */
async function knowPeople(db: Db, ids: World['ids'], accounts: World['accounts']): Promise<World['aliases']> {
  await show(db, ids.head, { skills: 'hidden', history: 'hidden', certificates: 'hidden', wishes: 'hidden' });
  const aliases = { subject: '4F7K', hidden: '5HDN', erased: '6ERA', left: '7EFT', self: '9SEF', foreign: '8FGN', unknown: 'ZZZ9' };
  const person = { subject: ids.subject, hidden: ids.head, erased: ids.erased, left: ids.left, self: ids.recruiter };
  const rows = Object.entries(person).map(([name, personId]) => ({ personId, accountId: accounts.recruiter.accountId, alias: `Profile ${aliases[name as keyof typeof aliases]}` }));
  await db.insertInto('profileAliases').values([...rows, { personId: ids.subject, accountId: accounts.otherRecruiter.accountId, alias: `Profile ${aliases.foreign}` }]).execute();
  for (const who of people) {
    const about = { accountId: accounts.otherRecruiter.accountId, personId: ids[who] };
    await db.insertInto('looks').values({ ...about, page: 'profile', lookedAt: testNow }).execute();
    await db.insertInto('nameRequests').values({ ...about, message: 'We have an opening that may fit.', askedAt: testNow }).execute();
  }
  return aliases;
}

/** Some have made links for people outside; the one who hides everything from recruiters too. */
async function shareProfiles(db: Db, ids: World['ids']): Promise<World['shares']> {
  const owners = { subject: ids.subject, hidden: ids.head, foreign: ids.stranger, stopped: ids.subject, expired: ids.subject, erased: ids.erased, left: ids.left };
  const shares = {} as World['shares'];
  for (const name of Object.keys(owners) as (keyof World['shares'])[]) {
    shares[name] = `${name}-`.padEnd(43, 'x');
    await db.insertInto('shareLinks').values({
      personId: owners[name], label: `For ${name}`, sections: name === 'subject' ? ['skills', 'history', 'certificates', 'wishes'] : ['skills'], tokenHash: tokenHash(shares[name]),
      createdAt: new Date('2026-10-01T09:00:00Z'), expiresAt: new Date(name === 'expired' ? testNow : '2026-12-24T09:00:00Z'), stoppedAt: name === 'stopped' ? testNow : null,
    }).execute();
  }
  return shares;
}

/** An account that belongs to nobody. */
export async function personless(db: Db, signInName: string, access: string[]): Promise<{ accountId: number }> {
  return db.insertInto('accounts').values({ personId: null, signInName, displayName: signInName, access }).returning('accountId').executeTakeFirstOrThrow();
}

/** One of everything that is kept about a person, so that nothing is missing from a page because there is none. Answers the talk. */
async function equip(db: Db, personId: number, manager: number): Promise<number> {
  for (const [at, skill] of skills.entries()) await rate(db, personId, skill, 3, { at: `2026-0${at + 3}-01`, note: 'As I see it' });
  await rate(db, personId, skills[0], 2, { source: 'manager', by: manager, at: '2026-06-01' });
  await db.insertInto('ratingRequests').values({
    personId, skillId: skills[0], kind: 'confirm', message: 'Is it 3 by now?', askedAt: new Date('2026-04-01T09:00:00Z'),
    answer: 'declined', answeredAt: new Date('2026-06-01T09:00:00Z'), answeredBy: manager, reply: 'Not yet.',
  }).execute();
  const { evidenceId } = await db.insertInto('evidence').values({ personId, kind: 'text', body: 'Calls that went well', addedBy: personId, addedAt: testNow })
    .returning('evidenceId').executeTakeFirstOrThrow();
  await db.insertInto('evidenceSkills').values({ evidenceId, skillId: skills[1] }).execute();
  await keepFile(db, personId, skills[1]);
  await db.insertInto('resumeDrafts').values({ personId, fileName: 'resume.json', content: JSON.stringify(readResume(resume)), uploadedAt: testNow }).execute();
  await closeTickets(db, personId);
  await db.insertInto('skillInterests').values({ personId, skillId: skills[2], interest: 'more', lastUsedOn: '2026-10-01' }).execute();
  await appoint(db, personId, { roleName: 'Shop assistant', employer: 'A shop', startedOn: '2022-01-01', endedOn: '2024-05-31' });
  await appoint(db, personId, { roleName: 'Kitchen hand', employer: 'A restaurant', startedOn: '2020-01-01', endedOn: '2020-12-31', status: 'stated' });
  await pause(db, personId, { startedOn: '2025-12-01', endedOn: '2026-01-31' });
  await pause(db, personId, { kind: 'sick', startedOn: '2026-02-01', endedOn: '2026-02-28', status: 'stated' });
  await educate(db, personId);
  await certify(db, personId, 'comptia-a-plus');
  await certify(db, personId, 'comptia-network-plus', { status: 'stated' });
  await wish(db, personId, 'move', { note: 'Towards networks' });
  await plan(db, personId, [skills[0], skills[1]]);
  const { talkId } = await db.insertInto('talks')
    .values({ personId, kind: 'two-year', heldOn: '2026-05-10', wish: 'unsure', note: 'We talked about networks.', recordedBy: manager, recordedAt: testNow })
    .returning('talkId').executeTakeFirstOrThrow();
  await settle(db, personId, { outcome: 'develop', decidedOn: '2026-05-10', nextCheckOn: '2026-11-10', decidedBy: manager });
  await db.updateTable('settlements').set({ talkId }).where('personId', '=', personId).execute();
  return talkId;
}

/** A curriculum vitae with a row of every kind, and something that is left out. */
const resume = JSON.stringify({
  basics: { phone: '010' }, work: [{ name: 'A workshop', position: 'Helper', startDate: '2019' }], education: [{ studyType: 'Master', area: 'Networks' }],
  certificates: [{ name: 'First aid', date: '2024-01-01' }], skills: [{ name: 'Teamwork', level: 'Advanced' }], languages: [{ language: 'Welsh', fluency: 'Native' }],
});

/** A file as evidence of a skill. */
async function keepFile(db: Db, personId: number, skillId: string): Promise<void> {
  const content = pdfOfSize(300, personId);
  const { evidenceId } = await db.insertInto('evidence').values({ personId, kind: 'file', body: 'Plan “A”.pdf', addedBy: personId, addedAt: testNow }).returning('evidenceId').executeTakeFirstOrThrow();
  await db.insertInto('evidenceSkills').values({ evidenceId, skillId }).execute();
  await db.insertInto('evidenceFiles').values({ evidenceId, mediaType: 'application/pdf', sizeBytes: content.length, sha256: createHash('sha256').update(content).digest(), content }).execute();
}

/** Closed tickets: of a category that shows a skill, and of one that was not told; one answer. */
async function closeTickets(db: Db, personId: number): Promise<void> {
  await db.insertInto('ticketCounts').values([{ personId, closedOn: '2026-07-03', category: 'Printer', tickets: 30 }, { personId, closedOn: '2026-10-05', category: 'Lunch', tickets: 3 }]).execute();
  await db.insertInto('ticketCategories').values({ personId, category: 'Printer' }).execute();
  await db.insertInto('ticketMappings').values({ personId, category: 'Printer', skillId: 'desktop-hardware' }).execute();
  await db.insertInto('ticketSuggestions').values({ personId, skillId: 'desktop-hardware', quarterOn: '2026-04-01', answer: 'discarded', tickets: 12, answeredAt: testNow }).execute();
}

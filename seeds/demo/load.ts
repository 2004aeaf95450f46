import { sql } from 'kysely';
import { addDays, type Day } from '#app/domain/date.ts';
import type { Db } from '#db/handle.ts';
import { loadReference } from '#seeds/reference/load.ts';
import { draftCareerPlans } from './career-plans.ts';
import { draftHistory } from './histories.ts';
import { at, draftPeople, membersOf, type Member } from './members.ts';
import { organisationName } from './names.ts';
import { draftRatings } from './ratings.ts';
import { draftLooks, draftOffers, draftShares, draftStaffAccounts } from './recruiting.ts';
import { draftRequests } from './requests.ts';
import { newDraft, writeDraft, type Draft } from './rows.ts';
import { draftTalks } from './talks.ts';
import { draftTickets } from './tickets.ts';

/**
 * Fills an empty installation with an invented organisation of about 120 people: the same people every time, their
 * dates counted back from today so that every state of the clock is there. One transaction, one audit event.
 * Throws where an organisation exists already: a demonstration is never mixed with real people.
 */
export async function loadDemonstration(db: Db, today: Day): Promise<void> {
  await loadReference(db);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('demonstration'))`.execute(trx);
    const present = await trx.selectFrom('organisation').select('name').executeTakeFirst();
    if (present) throw new Error(`There is an organisation here already (${present.name}): the demonstration goes into an empty installation only.`);
    await trx.insertInto('organisation').values({ name: organisationName, timeZone: 'Europe/London', mode: 'demonstration', policy: '{}' }).execute();
    const draft = await newDraft(trx);
    const people = draftOrganisation(today, draft);
    await writeDraft(trx, draft);
    await trx
      .insertInto('auditEvents')
      .values({ at: sql`now()`, origin: 'system', action: 'demonstration.load', subject: 'organisation', after: JSON.stringify({ people, today }) })
      .execute();
  });
  // Without statistics of what has just arrived, the first pages would be planned as if the tables were empty.
  await sql`analyze`.execute(db);
}

/** Fills the draft: the same one for the same day. Answers how many people there are. */
export function draftOrganisation(today: Day, draft: Draft): number {
  const members = membersOf(today, draft);
  const { siteIds } = draftPeople(today, draft, members);
  const accounts = draftStaffAccounts(draft);
  draftDeputies(today, draft, members);
  for (const member of members) {
    draftHistory(today, draft, member);
    draftRatings(today, draft, member, members.filter((one) => one !== member && !one.leads && one.team === member.team && one.leftOn === null));
    draftTalks(today, draft, member);
    draftOffers(draft, member, siteIds);
    if (member.plan.firstVisit) draft.rows.welcomes.push({ personId: member.personId, step: 'next-roles', startedAt: at(addDays(today, -2), 15, 20) });
  }
  draftRequests(today, draft, members);
  draftLooks(today, draft, members, accounts);
  draftShares(today, draft, members);
  draftCareerPlans(today, draft, members);
  draftTickets(today, draft, members.find(({ plan }) => plan.account === 'technician')!);
  numberEvidenceByDay(draft);
  return members.length;
}

/** Evidence gets its keys in the order of days, as if it had been added one piece after the other: pages list the newest first by them. */
function numberEvidenceByDay({ rows }: Draft): void {
  const given = rows.evidence.map(({ evidenceId }) => evidenceId!);
  rows.evidence.sort((a, b) => instantOf(a) - instantOf(b));
  const keys = new Map(rows.evidence.map(({ evidenceId }, place) => [evidenceId, given[place]]));
  for (const row of Object.values(rows).flat() as { evidenceId?: number | null }[]) {
    if (row.evidenceId) row.evidenceId = keys.get(row.evidenceId);
  }
}

function instantOf({ addedAt }: { addedAt: Date | string }): number {
  return new Date(addedAt).getTime();
}

/** Team leads stand in for the managers: for the service desk just now, elsewhere last summer. */
function draftDeputies(today: Day, { rows }: Draft, members: readonly Member[]): void {
  for (const lead of members.filter(({ plan, managerId }) => plan.role === 'service-desk-team-lead' && managerId !== null)) {
    const manager = members.find(({ personId }) => personId === lead.managerId)!;
    if (rows.deputies.some(({ managerId }) => managerId === manager.personId)) continue;
    const isNow = manager.plan.account === 'manager';
    rows.deputies.push({ managerId: manager.personId, personId: lead.personId, startedOn: addDays(today, isNow ? -3 : -130), endedOn: addDays(today, isNow ? 11 : -116) });
  }
}

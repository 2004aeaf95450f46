import { addDays, type Day } from '#app/domain/date.ts';
import type { Disclosure, Section } from '#app/domain/disclosure.ts';
import { aliasOf } from '#app/domain/visibility.ts';
import { chanceFor } from './chance.ts';
import { at, type Member } from './members.ts';
import { siteNames } from './names.ts';
import type { Draft } from './rows.ts';

type Choices = readonly [skills: Disclosure, history: Disclosure, certificates: Disclosure, wishes: Disclosure];
const sections: readonly Section[] = ['skills', 'history', 'certificates', 'wishes'];

/** What people show recruiters; null: they have not been asked yet and the organisation's default holds. */
const patterns: readonly (Choices | null)[] = [
  null, null, ['anonymous', 'anonymous', 'anonymous', 'hidden'], ['named', 'named', 'named', 'named'], ['anonymous', 'anonymous', 'anonymous', 'anonymous'],
  ['hidden', 'hidden', 'hidden', 'hidden'], ['anonymous', 'hidden', 'anonymous', 'anonymous'], ['named', 'anonymous', 'named', 'hidden'], ['named', 'named', 'named', 'anonymous'],
];

const messages = [
  'We look for somebody to take over part of the mail system next spring. May we talk?',
  'A project at Northgate needs two people who know the print service well.',
  'Your profile fits an internal opening in the network team. Would you like to hear more?',
];

/** What each person shows and offers: visibility per section, and the terms of a move. */
export function draftOffers(draft: Draft, member: Member, siteIds: ReadonlyMap<string, number>): void {
  const { personId, chance, plan, site, leftOn } = member;
  if (leftOn !== null) return;
  const pattern = plan.account === 'technician' ? patterns[2]! : chance.pick(patterns);
  if (pattern) sections.forEach((section, place) => draft.rows.visibilityChoices.push({ personId, section, choice: pattern[place]! }));
  if (plan.account !== 'technician' && !chance.odds(0.65)) return;
  draft.rows.availability.push({
    personId, openToMoves: plan.wish === 'move' || plan.account === 'technician' || chance.odds(0.2), hoursPerWeek: chance.pick([37.5, 37.5, 37.5, 30, 22.5]),
    shifts: chance.pick([['day'], ['day'], ['day', 'early'], ['day', 'late'], ['late', 'night'], ['rotating']]), noticeWeeks: chance.pick([2, 4, 4, 8, 12]),
  });
  const sites = new Set([site, ...chance.some(siteNames, chance.between(0, 2))]);
  for (const name of sites) draft.rows.availabilitySites.push({ personId, siteId: siteIds.get(name)! });
}

/** Accounts without a person of the organisation behind them: two recruiters and the administrator. */
export function draftStaffAccounts({ rows, key }: Draft): { recruiterId: number; otherRecruiterId: number } {
  const account = (signInName: string, displayName: string, access: string[]) => {
    const accountId = key('accounts');
    rows.accounts.push({ accountId, personId: null, signInName, displayName, access: ['staff', ...access], disabledAt: null });
    return accountId;
  };
  account('administrator', 'Iris Holmqvist', ['admin']);
  return { recruiterId: account('recruiter', 'Marcus Oyelowo-Grant', ['recruiter']), otherRecruiterId: account('nell.whitcombe', 'Nell Whitcombe', ['recruiter']) };
}

/** Who looked at whom, and who asked to see a name: nobody is looked at who shows nothing. */
export function draftLooks(today: Day, { rows }: Draft, members: readonly Member[], accounts: { recruiterId: number; otherRecruiterId: number }): void {
  const chance = chanceFor('recruiters at work');
  const hides = new Set(members.filter(({ personId }) => {
    const own = rows.visibilityChoices.filter((one) => one.personId === personId);
    return own.length > 0 && own.every(({ choice }) => choice === 'hidden');
  }).map(({ personId }) => personId));
  const names = new Set(members.filter(({ personId }) => rows.visibilityChoices.some((one) => one.personId === personId && one.choice === 'named')).map(({ personId }) => personId));
  const open = members.filter((one) => !one.leads && one.leftOn === null && !hides.has(one.personId));
  const technician = members.find(({ plan }) => plan.account === 'technician')!;
  for (const accountId of [accounts.recruiterId, accounts.otherRecruiterId]) {
    const seen = [...new Set([technician, ...chance.some(open, 22)])];
    const taken = new Set<string>();
    for (const { personId } of seen) {
      let alias = '';
      while (alias === '' || taken.has(alias)) alias = aliasOf(Array.from({ length: 4 }, () => chance.between(0, 255)));
      taken.add(alias);
      rows.profileAliases.push({ accountId, personId, alias });
      for (let look = chance.between(1, 3); look > 0; look -= 1) {
        const lookedAt = at(addDays(today, -chance.between(1, 70)), chance.between(8, 17), chance.between(0, 59));
        rows.looks.push({ accountId, personId, page: chance.pick(['profile', 'profile', 'compare', 'export']), lookedAt });
      }
    }
    // Waiting, answered with yes, answered with no, and left without an answer until it counted as no.
    const unnamed = seen.filter((one) => one !== technician && !names.has(one.personId)).slice(0, 5);
    const ask = (personId: number, daysAgo: number, answer: 'yes' | 'no' | null) => {
      const answeredAt = answer === null ? null : at(addDays(today, 2 - daysAgo), 12, 15);
      rows.nameRequests.push({ accountId, personId, message: chance.pick(messages), askedAt: at(addDays(today, -daysAgo), 10, 40), answer, answeredAt });
    };
    if (accountId === accounts.recruiterId) ask(technician.personId, 3, null);
    const answers = [[5, null], [12, 'yes'], [20, 'no'], [33, null]] as const;
    answers.forEach(([daysAgo, answer], place) => {
      const asked = unnamed[place];
      if (asked) ask(asked.personId, daysAgo, answer);
    });
  }
}

/** The links that the technician has made for people outside, with when they were opened. No token is known for them: nobody can open them. */
export function draftShares(today: Day, { rows, key }: Draft, members: readonly Member[]): void {
  const chance = chanceFor('links to people outside');
  const { personId } = members.find(({ plan }) => plan.account === 'technician')!;
  const share = (label: string, sections: Section[], days: { made: number; expires: number; stopped?: number }, opened: number[]) => {
    const shareLinkId = key('shareLinks');
    const tokenHash = `\\x${Array.from({ length: 32 }, () => chance.between(0, 255).toString(16).padStart(2, '0')).join('')}`;
    const stoppedAt = days.stopped === undefined ? null : at(addDays(today, days.stopped), 17, 20);
    rows.shareLinks.push({ shareLinkId, personId, label, sections, tokenHash: tokenHash as unknown as Buffer, createdAt: at(addDays(today, days.made), 9, 5), expiresAt: at(addDays(today, days.expires), 9, 5), stoppedAt });
    for (const day of opened) rows.shareUses.push({ shareLinkId, usedAt: at(addDays(today, day), chance.between(8, 18), chance.between(0, 59)) });
  };
  share('Evening college, admissions', ['skills', 'history', 'certificates'], { made: -12, expires: 18 }, [-11, -11, -6, -1]);
  share('Mrs Ito, Brightwater Clinics', ['skills', 'history'], { made: -60, expires: 30, stopped: -41 }, [-59, -58, -44]);
  share('A friend who advised me', ['skills'], { made: -130, expires: -123 }, [-129]);
}

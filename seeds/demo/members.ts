import { addDays, addMonths, earlierOf, type Day } from '#app/domain/date.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';
import { chanceFor, type Chance } from './chance.ts';
import { mailDomain, peopleNames, siteNames, type SiteName } from './names.ts';
import { formerPlans, leadershipPlan, teamPlans, type MemberPlan, type TeamPlan } from './plans.ts';
import type { Draft } from './rows.ts';

/** Time in one role with us; `to` is the last day, null while it lasts. */
export interface Stay {
  roleId: string;
  familyId: string;
  grade: number;
  from: Day;
  to: Day | null;
}

/** Somebody of the demonstration, with everything the other files go by. */
export interface Member {
  plan: MemberPlan;
  personId: number;
  accountId: number;
  name: string;
  /** Latest last. */
  stays: Stay[];
  leftOn: Day | null;
  managerId: number | null;
  leads: boolean;
  team: string | null;
  site: SiteName;
  chance: Chance;
}

const roles = new Map(starterCatalogue.roles.map((role) => [role.id, role]));

/** The day so many months and days before. */
export function ago(today: Day, months: number, days = 0): Day {
  return addDays(addMonths(today, -months), -days);
}

/** A working hour of a day, as a moment. */
export function at(day: Day, hour = 9, minute = 30): string {
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
}

/** The role somebody holds now, or held last. */
export function currentStay(member: Member): Stay {
  return member.stays.at(-1)!;
}

/** Everybody, each with a career that ends today: managers before those who report to them. */
export function membersOf(today: Day, draft: Draft): Member[] {
  const names = [...peopleNames];
  const members: Member[] = [];
  const add = (plan: MemberPlan, place: { managerId: number | null; leads: boolean; team: TeamPlan | null; leftMonthsAgo?: number }): Member => {
    const name = plan.name ?? names.shift()!;
    const chance = chanceFor(name);
    const leftOn = place.leftMonthsAgo === undefined ? null : ago(today, place.leftMonthsAgo);
    const site = plan.site ?? (place.team === null ? 'Harbour House' : place.team.spread ? chance.pick([place.team.site, ...siteNames]) : place.team.site);
    const member: Member = {
      plan, name, chance, site, leftOn,
      personId: draft.key('people'),
      accountId: draft.key('accounts'),
      stays: staysOf(plan, leftOn ?? today, leftOn),
      managerId: place.managerId,
      leads: place.leads,
      team: place.team?.name ?? null,
    };
    members.push(member);
    return member;
  };
  const director = add(leadershipPlan.director, { managerId: null, leads: true, team: null });
  for (const { plan, teams } of leadershipPlan.heads) {
    const head = add(plan, { managerId: director.personId, leads: true, team: null });
    for (const team of teamPlans.filter(({ name }) => teams.includes(name))) {
      const manager = add(team.manager, { managerId: head.personId, leads: true, team });
      const below = { managerId: manager.personId, leads: false, team };
      for (const plan of [...team.members, ...team.others.flatMap((group) => othersOf(group, team.name))]) add(plan, below);
      for (const former of formerPlans.filter((one) => one.team === team.name)) add(former.plan, { ...below, leftMonthsAgo: former.leftMonthsAgo });
    }
  }
  return members;
}

function othersOf({ role, count, from }: TeamPlan['others'][number], team: string): MemberPlan[] {
  return Array.from({ length: count }, (_, place) => {
    const chance = chanceFor(`${team} ${role} ${place}`);
    const longest = roles.get(role)!.family === 'service-desk' ? 38 : 58;
    const next = starterCatalogue.transitions.filter((move) => move.from === role).map(({ to }) => to);
    const aims = chance.some(next, chance.between(1, 2)).map((to) => [to, chance.pick(['ready', 'ready', 'close', 'close', 'close', 'growing'] as const)] as const);
    const wish = chance.pick(['move', 'move', 'stay', 'unsure', undefined, undefined, undefined] as const);
    const away = chance.odds(0.12) ? { kind: chance.pick(['parental', 'sick', 'sabbatical', 'secondment'] as const), monthsAgo: 16, months: chance.between(2, 8) } : undefined;
    const months = chance.between(2, longest);
    return {
      role, months, days: chance.between(0, 27), before: from[place % from.length], towards: aims, wish,
      pause: months > 18 ? away : undefined,
      shift: team.includes('Evening') ? chance.pick(['late', 'late', 'night', 'rotating'] as const) : undefined,
      states: chance.odds(0.12) ? [chance.pick(['earlier job', 'certificate', 'education'] as const)] : [],
    };
  });
}

function staysOf(plan: MemberPlan, end: Day, leftOn: Day | null): Stay[] {
  const stays: Stay[] = [];
  let to = leftOn;
  let from = ago(end, plan.months, plan.days);
  for (const [roleId, months] of [[plan.role, plan.months] as const, ...(plan.before ?? [])]) {
    if (stays.length > 0) from = addMonths(addDays(to!, 1), -months);
    const { family, grade } = roles.get(roleId)!;
    stays.unshift({ roleId, familyId: family, grade, from, to });
    to = addDays(from, -1);
  }
  return stays;
}

/** Organisation chart, accounts and appointments with us: the frame that everything else hangs on. */
export function draftPeople(today: Day, draft: Draft, members: readonly Member[]): { siteIds: Map<string, number>; teamIds: Map<string, number> } {
  const { rows } = draft;
  const siteIds = new Map<string, number>(siteNames.map((name) => [name, draft.key('sites')]));
  const teamIds = new Map(teamPlans.map(({ name }) => [name, draft.key('teams')]));
  for (const [name, siteId] of siteIds) rows.sites.push({ siteId, name });
  for (const [name, teamId] of teamIds) rows.teams.push({ teamId, name });
  const managers = new Map(members.filter(({ leads, team }) => leads && team !== null).map((manager) => [manager.team!, manager.personId]));
  members.forEach((member, place) => {
    const { personId, accountId, name, plan, leads, leftOn, chance } = member;
    const signInName = mailName(name);
    rows.people.push({ personId, number: `HV${String(1001 + place)}`, name, email: `${signInName}@${mailDomain}` });
    rows.accounts.push({
      accountId, personId, signInName: plan.account ?? signInName, displayName: name, access: leads ? ['staff', 'manager'] : ['staff'],
      disabledAt: leftOn === null ? null : at(leftOn, 18),
    });
    const hours = leads || plan.account ? 37.5 : chance.pick([37.5, 37.5, 37.5, 37.5, 37.5, 30, 22.5]);
    const shift = plan.shift ?? 'day';
    for (const stay of member.stays) {
      const isLast = stay === currentStay(member);
      const team = isLast ? member.team : teamBefore(stay, chance);
      const managerId = isLast ? member.managerId : leads || team === null ? null : managers.get(team) ?? null;
      if (managerId !== null) rows.reportingLines.push({ personId, managerId, startedOn: stay.from, endedOn: stay.to });
      rows.appointments.push({
        personId, kind: 'primary', employer: null, roleId: stay.roleId, roleName: null, familyId: stay.familyId, grade: stay.grade,
        startedOn: stay.from, endedOn: stay.to, siteId: siteIds.get(member.site)!, teamId: team === null ? null : teamIds.get(team)!, shift, hoursPerWeek: hours,
        headcountLed: isLast && leads ? members.filter((one) => one.managerId === personId && one.leftOn === null).length : null,
        status: 'confirmed', enteredBy: null, enteredAt: at(earlierOf(stay.from, ago(today, 0, 1))), confirmedBy: managerId,
        confirmedAt: at(earlierOf(stay.from, ago(today, 0, 1)), 10),
      });
    }
  });
  return { siteIds, teamIds };
}

/** Which team somebody will have been in while they held an earlier role. */
function teamBefore({ familyId, roleId }: Stay, chance: Chance): string | null {
  if (familyId === 'service-desk') return chance.pick(['Service desk', 'Evening and night desk']);
  if (familyId === 'end-user-computing') return 'Desktop support';
  if (familyId === 'applications') return 'Applications and quality';
  if (familyId === 'infrastructure') return roleId.startsWith('network') ? 'Networks and telephony' : 'Systems, messaging and data centre';
  return roleId === 'service-desk-team-lead' ? 'Evening and night desk' : null;
}

function mailName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Diacritic}/gu, '').replaceAll('ł', 'l').replaceAll('ı', 'i').toLowerCase();
  return plain.replace(/[^a-z -]/g, '').replace(/[ -]+/g, '.');
}

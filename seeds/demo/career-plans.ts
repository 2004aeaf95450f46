import { addDays, type Day } from '#app/domain/date.ts';
import { suggestedTitle } from '#app/domain/plan-item-text.ts';
import type { ItemKind } from '#app/domain/plan.ts';
import { starterCatalogue } from '#seeds/reference/catalogue.ts';
import { chanceFor, type Chance } from './chance.ts';
import { at, currentStay, type Member } from './members.ts';
import type { Draft } from './rows.ts';

const skillNames = new Map(starterCatalogue.skills.map(({ id, name }) => [id, name]));
const notes = ['Best by chat, I answer after lunch.', 'Come by on a quiet Friday.', null, null, 'Happy to look at a ticket together.'];
const guideNotes = ['The first year was steep; ask me how I got through it.', null, 'Come and sit with us for a morning.'];
const outcomes = ['Did the last part alone; two questions are written down for next time.', 'Sat beside the change from the plan to the clean-up.', 'The team wants me back for the next one.', 'Learnt more from the two things that went wrong than from the rest.'];

interface Item { kind: ItemKind; title: string; skill: string | null; host?: Member; hostName?: string; from: number | null; to: number | null; state: 'planned' | 'under-way' | 'done' | 'dropped'; outcome?: string; certification?: string }

/** Plans, their items, and who offers to help. They are told from what has been drafted before, so nothing of that moves. */
export function draftCareerPlans(today: Day, draft: Draft, members: readonly Member[]): void {
  const here = members.filter(({ leftOn }) => leftOn === null);
  draftOffersToHelp(today, draft, here);
  for (const member of here) {
    const chance = chanceFor(`${member.name} plans`);
    if (member.plan.account === 'technician') draftTechnician(today, draft, member, here);
    else if (!member.leads && member.plan.towards && chance.odds(0.6)) draftPlan(today, draft, member, here, chance);
  }
}

/** Who is at 4 or above in something offers it now and then; some are happy to be asked about their role. */
function draftOffersToHelp(today: Day, { rows }: Draft, members: readonly Member[]): void {
  const latest = new Map<string, { personId: number; skillId: string; level: number; ratedAt: string }>();
  for (const { personId, skillId, level, source, ratedAt } of rows.ratings) {
    const key = `${personId} ${skillId}`;
    const when = String(ratedAt);
    if (source !== 'peer' && (latest.get(key)?.ratedAt ?? '') <= when) latest.set(key, { personId, skillId, level, ratedAt: when });
  }
  for (const { personId, name } of members) {
    const chance = chanceFor(`${name} helps`);
    const able = [...latest.values()].filter((one) => one.personId === personId && one.level >= 4);
    const note = chance.pick(notes);
    if (chance.odds(0.45)) for (const { skillId } of chance.some(able, 4)) rows.mentorOffers.push({ personId, skillId, note, offeredAt: at(addDays(today, -chance.between(3, 200))) });
    if (chance.odds(0.3)) rows.roleGuides.push({ personId, note: chance.pick(guideNotes), offeredAt: at(addDays(today, -chance.between(3, 200))) });
  }
}

/** The technician of the demonstration is on the way to messaging, with something in each state and a plan before this one. */
function draftTechnician(today: Day, draft: Draft, member: Member, members: readonly Member[]): void {
  const messaging = members.filter((one) => currentStay(one).roleId === 'messaging-administrator');
  const [host, mentor = host] = messaging;
  const earlier = planFor(today, draft, member, { roleId: 'help-desk-analyst', days: 470, closed: 160, outcome: 'changed', targetOn: null });
  addItems(today, draft, earlier, member, [
    { kind: 'shadowing', title: 'Analyst queue for a week', skill: 'escalation', hostName: 'The analysts of the evening desk', from: 420, to: 416, state: 'done', outcome: 'Took the last two calls myself.' },
    { kind: 'on-call', title: 'Weekend cover for the warehouse', skill: 'working-under-stress', from: 330, to: 329, state: 'done', outcome: 'Four calls, one of them at three in the morning.' },
    { kind: 'course', title: 'Writing for the knowledge base', skill: 'knowledge-management', from: 300, to: 300, state: 'dropped' },
  ]);
  const plan = planFor(today, draft, member, { roleId: 'messaging-administrator', days: 155, targetOn: addDays(today, 240) });
  addItems(today, draft, plan, member, [
    { kind: 'shadowing', title: 'Mailbox move of the sales office', skill: 'exchange-admin', host, from: 120, to: 118, state: 'done', outcome: 'Moved the last ten mailboxes alone.' },
    { kind: 'mentoring', title: 'An hour every second Tuesday', skill: 'server-admin', host: mentor, from: 75, to: null, state: 'under-way' },
    { kind: 'project', title: 'Script the report on full mailboxes', skill: 'scripting', from: 20, to: -25, state: 'under-way' },
    { kind: 'on-call', title: 'Mail on-call, second chair', skill: 'exchange-admin', host, from: -30, to: -44, state: 'planned' },
    { kind: 'certificate', title: 'Messaging administrator examination', skill: 'exchange-admin', from: null, to: -200, state: 'planned', certification: 'ms-messaging-admin' },
    { kind: 'course', title: 'Server basics in the training laboratory', skill: 'server-admin', hostName: 'The training centre at Northgate', from: -60, to: -62, state: 'planned' },
  ]);
}

function draftPlan(today: Day, draft: Draft, member: Member, members: readonly Member[], chance: Chance): void {
  const roleId = member.plan.towards![0]![0];
  const skills = starterCatalogue.requirements.filter(({ role, importance }) => role === roleId && importance === 'essential')
    .flatMap(({ anyOf }) => anyOf.flatMap((one) => (one.kind === 'skill' ? one.skill : [])));
  const hosts = members.filter((one) => currentStay(one).roleId === roleId && one !== member);
  const days = chance.between(20, 330);
  const plan = planFor(today, draft, member, { roleId, days, targetOn: chance.odds(0.7) ? addDays(today, chance.between(60, 500)) : null });
  addItems(today, draft, plan, member, chance.some(skills, chance.between(1, 4)).map((skill): Item => {
    const kind = chance.pick(['shadowing', 'project', 'mentoring', 'course', 'on-call'] as const);
    const state = chance.pick(['planned', 'planned', 'under-way', 'done', 'done', 'dropped'] as const);
    const from = state === 'planned' ? -chance.between(5, 90) : chance.between(2, days);
    const to = state === 'under-way' ? null : state === 'planned' ? from - chance.between(1, 20) : Math.max(1, from - chance.between(0, 12));
    const who = hosts.length > 0 && chance.odds(0.6) ? { host: chance.pick(hosts) } : {};
    return { kind, title: suggestedTitle(kind, skillNames.get(skill) ?? skill), skill, ...who, from, to, state, ...(state === 'done' ? { outcome: chance.pick(outcomes) } : {}) };
  }));
}

function planFor(today: Day, { rows, key }: Draft, { personId }: Member, plan: { roleId: string; days: number; closed?: number; outcome?: string; targetOn: Day | null }): { planId: number; startedOn: Day } {
  const planId = key('plans');
  const startedOn = addDays(today, -plan.days);
  rows.plans.push({
    planId, personId, roleId: plan.roleId, skillId: null, level: null, targetOn: plan.targetOn, route: [], startedBy: personId, startedAt: at(startedOn, 11),
    closedAt: plan.closed === undefined ? null : at(addDays(today, -plan.closed), 16), outcome: plan.outcome ?? null, version: 1,
  });
  return { planId, startedOn };
}

/** `from` and `to` are days before today; what is done was done on its last day. */
function addItems(today: Day, { rows }: Draft, { planId, startedOn }: { planId: number; startedOn: Day }, { personId }: Member, items: readonly Item[]): void {
  items.forEach(({ kind, title, skill, host, hostName, from, to, state, outcome, certification }, place) => rows.planItems.push({
    planId, kind, title, skillId: skill, level: null, certificationId: certification ?? null, hostId: host?.personId ?? null, hostName: hostName ?? null,
    startsOn: from === null ? null : addDays(today, -from), endsOn: to === null ? null : addDays(today, -to), state, doneOn: state === 'done' ? addDays(today, -(to ?? 1)) : null,
    outcome: outcome ?? null, addedBy: personId, addedAt: at(addDays(startedOn, Math.min(place * 3, 18)), 12), version: 1,
  }));
}

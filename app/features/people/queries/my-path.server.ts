import { confirmedAppointment, staysOf } from '#app/domain/appointment.ts';
import { remindersOf } from '#app/domain/certificate.ts';
import { namesOf } from '#app/domain/criterion-text.ts';
import { addMonths } from '#app/domain/date.ts';
import { nearnessTo, nextSteps, type Nearness } from '#app/domain/nearness.ts';
import type { Wish } from '#app/domain/outcome.ts';
import { policyOf } from '#app/domain/policy.ts';
import { reviewClock } from '#app/domain/review-clock.ts';
import { conversationName, rulesOf, type Role } from '#app/domain/role.ts';
import type { Settlement } from '#app/domain/settlement.ts';
import { standingOf, type Background } from '#app/domain/standing.ts';
import { troddenPaths } from '#app/domain/trodden-paths.ts';
import { stepsBehind } from '#app/domain/welcome.ts';
import { whereabouts, type Whereabouts } from '#app/domain/whereabouts.ts';
import type { Actor } from '#app/server/actor.server.ts';
import { notFound } from '#app/server/command.server.ts';
import type { ReadDb } from '#db/handle.ts';
import { askedRows } from './chosen-role.server.ts';
import { nextStepOf, type NextStep } from './next-step.server.ts';
import { bestRoute, nextRoleView, type PathCatalogue, type Planning } from './planning.server.ts';
import { getSubject, type Post, type Subject } from './subject.server.ts';
import { listCareersThrough } from './trodden.server.ts';
import { getWaiting, type Waiting } from './waiting.server.ts';

type Facts = Background & { settlements: Settlement[]; wish: { wish: Wish; roleId: string | null } | null };

/**
 * A person's page: for the person and the line above their path, held against the role asked for; for colleagues and
 * administrators a card with name, role, team and site. 404 for everybody else, and for a role that is not there.
 */
export async function getPersonPage(db: ReadDb, actor: Actor, today: string, personId: number, wantedRole?: string) {
  const subject = await getSubject(db, actor, today, personId);
  if (subject.relation === 'colleague') return cardOf(subject, today);
  const where = whereabouts(subject.posts, today);
  const { from } = where;
  const [facts, catalogue, waiting, careers] = await Promise.all([
    db.selectFrom('backgrounds').select(['levels', 'appointments', 'pauses', 'education', 'certificates', 'settlements', 'wish'])
      .where('personId', '=', personId).$castTo<Facts>().executeTakeFirstOrThrow(),
    db.selectFrom('catalogue').select(['families', 'roles', 'skills', 'certifications', 'transitions', 'requirements', 'policy'])
      .$castTo<PathCatalogue>().executeTakeFirstOrThrow(),
    getWaiting(db, personId, today),
    from ? listCareersThrough(db, from.roleId) : [],
  ]);
  const planning = planningOf(facts, catalogue, today);
  const next = from ? nextSteps(planning, from.roleId) : [];
  const goal = goalOf(planning, next, { wanted: wantedRole, planned: waiting.plan?.roleId ?? null, wished: facts.wish?.roleId ?? null, own: from?.roleId ?? null });
  const rows = goal ? askedRows(goal, planning) : [];
  const mine = subject.relation === 'self';
  const trodden = troddenPaths(careers, today, planning.policy);
  return {
    kind: 'path' as const,
    today,
    mine,
    person: { id: subject.id, name: subject.name },
    position: positionView(where, subject.posts, today, planning),
    from: from && { id: from.roleId, name: from.role, held: where.held === 'now' },
    next: from ? next.map((near) => nextRoleView(near, planning, from.roleId, trodden)) : [],
    goal: goal && { id: goal.role.id, name: goal.role.name, own: goal.role.id === from?.roleId, status: goal.claimed.status, essential: goal.claimed.essential, desirable: goal.claimed.desirable, rows },
    choices: choicesOf(catalogue.roles, next),
    wanted: wantedRole ?? null,
    route: from && goal ? bestRoute(planning, from.roleId, goal.role.id) : null,
    conversation: conversationOf(facts, catalogue, today, planning),
    wish: facts.wish && { wish: facts.wish.wish, towards: catalogue.roles.find(({ id }) => id === facts.wish?.roleId)?.name ?? null },
    waiting: { entries: waiting.entries, levels: waiting.levels },
    plan: waiting.plan,
    own: mine ? ownPart(waiting, renewals(facts, waiting, planning, today), stepOf(planning, next, from?.roleId ?? null, goal, facts, waiting)) : null,
  };
}

function cardOf(subject: Subject, today: string) {
  const post = confirmedAppointment(subject.posts, today);
  return { kind: 'card' as const, person: { name: subject.name, role: post?.role ?? null, team: post?.team ?? null, site: post?.site ?? null } };
}

function planningOf(facts: Facts, catalogue: PathCatalogue, today: string): Planning {
  const policy = policyOf(catalogue.policy);
  return {
    catalogue, policy, names: namesOf(catalogue),
    claimed: standingOf(facts, 'claimed', today, policy), confirmed: standingOf(facts, 'confirmed', today, policy),
  };
}

/** The role asked for (404 when it is not there), else the one planned, else the one wished for, else the nearest next one, else one's own. */
function goalOf(
  planning: Planning, next: readonly Nearness[],
  { wanted, planned, wished, own }: { wanted: string | undefined; planned: string | null; wished: string | null; own: string | null },
): Nearness | null {
  const find = (id: string | null) => planning.catalogue.roles.find((role) => role.id === id);
  const role = wanted === undefined ? find(planned === own ? null : planned) ?? find(wished === own ? null : wished) ?? next[0]?.role ?? find(own) : find(wanted) ?? notFound();
  return role ? next.find((near) => near.role.id === role.id) ?? nearnessTo(planning, role) : null;
}

/** Where a path begins, as the person states it; and the confirmed main role, where that is another entry. */
function positionView({ from, held, beside }: Whereabouts<Post>, posts: readonly Post[], today: string, { policy }: Planning) {
  const stays = staysOf(posts.filter(({ confirmed }) => confirmed), today, policy);
  const stay = held === 'now' && from?.primary && from.confirmed ? stays.findLast(({ roleId }) => roleId === from.roleId) : undefined;
  const post = ({ role, team, site, kind, ours, startedOn, endedOn, confirmed }: Post) => ({ role, team, site, kind, ours, startedOn, endedOn, confirmed });
  const since = stay?.from ?? from?.startedOn ?? null;
  const firstHere = stays[0]?.from ?? null;
  const official = confirmedAppointment(posts, today);
  return {
    from: from && post(from), held, since, firstHere: held === 'now' && firstHere !== since ? firstHere : null, beside: beside.map(post),
    official: official && official !== from ? post(official) : null,
  };
}

function choicesOf(roles: readonly Role[], next: readonly Nearness[]): { id: string; name: string }[] {
  const near = next.map(({ role }) => role);
  return [...near, ...roles.filter((role) => !near.includes(role))].map(({ id, name }) => ({ id, name }));
}

function conversationOf(facts: Facts, catalogue: PathCatalogue, today: string, { policy }: Planning) {
  const rules = rulesOf(catalogue.families);
  const clock = reviewClock({ appointments: facts.appointments, pauses: facts.pauses, settlements: facts.settlements, rules, today, policy });
  const rule = clock && rules[clock.familyId];
  if (!clock || !rule) return null;
  const { startedOn, warnOn, dueOn, overdueOn, status, countedDays } = clock;
  return { name: conversationName(rule.afterMonths), clock: { startedOn, warnOn, dueOn, overdueOn, status, countedDays } };
}

/** Held against one's own role there is nowhere to go: then the step is towards the nearest next one. */
function stepOf(planning: Planning, next: readonly Nearness[], from: string | null, goal: Nearness | null, { wish }: Facts, waiting: Waiting): NextStep {
  const ahead = goal?.role.id === from ? next[0] ?? null : goal;
  return nextStepOf({ from, rated: waiting.rated, goal: ahead, rows: ahead ? askedRows(ahead, planning) : [], wishes: wish?.wish === 'move' });
}

/** Certificates to renew now, and those that ran out no longer ago than one may renew them ahead; the history keeps the whole list. */
function renewals({ certificates }: Facts, { ownCertificates }: Waiting, { names, policy }: Planning, today: string) {
  const titled = certificates.map((one) => ({ ...one, title: names.certifications[one.certification] ?? one.certification }));
  return remindersOf([...titled, ...ownCertificates], today, policy)
    .filter(({ state, expiresOn }) => state === 'renew' || (state === 'expired' && expiresOn >= addMonths(today, -policy.renewalMonths)))
    .map(({ certificate: { title }, state, expiresOn }) => ({ title, state, expiresOn }));
}

function ownPart({ talks, names, asked, hasChosenVisibility, firstVisit, rated }: Waiting, renew: ReturnType<typeof renewals>, step: NextStep) {
  return { talks, names, asked, renew, asksVisibility: !hasChosenVisibility, firstVisit: firstVisitDone(firstVisit, rated), step };
}

/** How many steps of a first visit that is to be offered are done: one that goes on, or one for somebody with nothing rated. Null: not to be offered. */
function firstVisitDone(begun: Waiting['firstVisit'], rated: number): number | null {
  if (!begun) return rated === 0 ? 0 : null;
  return begun.step === 'done' || begun.isPutOff ? null : stepsBehind(begun.step);
}

export type PersonPage = Awaited<ReturnType<typeof getPersonPage>>;
export type PathPage = Extract<PersonPage, { kind: 'path' }>;

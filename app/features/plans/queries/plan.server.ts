import { isOpen, nextOnRoute, routeFault } from '#app/domain/plan.ts';
import { nextRoles } from '#app/domain/transition.ts';
import type { Actor } from '#app/server/actor.server.ts';
import type { ReadDb } from '#db/handle.ts';
import type { PlanSearch } from '../input.server.ts';
import { aimsOf, aimView } from './aims.server.ts';
import { getGround, listChoices, type Ground } from './catalogue.server.ts';
import { progressView } from './progress.server.ts';
import { getPlanner, listRatings, type ItemRow, type Planner, type PlanRow } from './subject.server.ts';

/**
 * The page of a person's plan, for the person and the line (404 for everybody else): the open plan with its items, what would help
 * with what is missing, how it has gone, and the plans before it; with a route or a role in the address, whether that is to become the plan.
 */
export async function getPlan(db: ReadDb, actor: Actor, today: string, personId: number, search: PlanSearch) {
  const planner = await getPlanner(db, actor, today, personId);
  const open = planner.plans.find(({ closedOn }) => closedOn === null) ?? null;
  const [ground, choices, ratings] = await Promise.all([getGround(db, personId, today), listChoices(db, open?.skillId), open ? listRatings(db, personId) : []]);
  const { catalogue, held, from } = ground;
  // What is open is always in the plan that goes on; without one it waits for the next.
  const items = planner.items.filter(({ planId, state }) => (open ? planId === open.id : isOpen(state)));
  const ahead = new Set(from.flatMap((role) => nextRoles(catalogue.transitions, role)));
  const wished = catalogue.roles.find(({ id }) => id === ground.facts.wish?.roleId);
  return {
    today,
    mine: planner.relation === 'self',
    person: { id: planner.id, name: planner.name },
    plan: open && planView(open, planner, ground),
    items: items.map(itemView),
    ...(open ? reckoned(open, items, ratings, ground, today) : { aims: [], progress: null }),
    earlier: planner.plans.filter(({ closedOn }) => closedOn !== null).map((plan) => earlierView(plan, planner.items)),
    wish: wished && wished.id !== open?.roleId ? { id: wished.id, name: wished.name } : null,
    choices: {
      roles: catalogue.roles.map(({ id, name }) => ({ id, name, next: ahead.has(id), held: held.includes(id) })),
      skills: choices.skills,
    },
    asked: askedOf(search, ground),
  };
}
export type PlanPage = Awaited<ReturnType<typeof getPlan>>;

function reckoned(plan: PlanRow, items: ItemRow[], ratings: Parameters<typeof progressView>[3], ground: Ground, today: string) {
  const aims = aimsOf(plan, ground);
  const listed = new Set<string>();
  const views = aims.map((aim) => {
    const view = aimView(aim, ground, items, listed);
    for (const { key } of view.suggestions) listed.add(key);
    return view;
  });
  const target = aims.find(({ step }) => step === 'target');
  return { aims: views, progress: target && plan.startedOn <= today ? progressView(plan, items, target.requirements, ratings, ground, today) : null };
}

function planView(plan: PlanRow, { relation }: Planner, { catalogue, held }: Ground) {
  const next = nextOnRoute(plan.route, held);
  return {
    id: plan.id, version: plan.version, roleId: plan.roleId, skillId: plan.skillId, level: plan.level, target: plan.target, targetOn: plan.targetOn,
    startedOn: plan.startedOn, startedBy: relation === 'self' || plan.startedBy ? plan.startedBy : null,
    retired: plan.retiredOn !== null || (plan.roleId !== null && !catalogue.roles.some(({ id }) => id === plan.roleId)),
    held: plan.roleId !== null && held.includes(plan.roleId),
    route: plan.route.map((id, place) => ({
      id, name: catalogue.roles.find((role) => role.id === id)?.name ?? null, place: place === next ? 'next' as const : next === null || place < next ? 'behind' as const : 'ahead' as const,
    })),
  };
}

/** An item as lists show it. */
export function itemView({ id, kind, title, skill, level, host, startsOn, endsOn, state, doneOn, outcome, version }: ItemRow) {
  return { id, kind, title, skill, level, host, startsOn, endsOn, state, doneOn, outcome, version };
}
export type ItemView = ReturnType<typeof itemView>;

function earlierView({ id, target, level, startedOn, closedOn, outcome }: PlanRow, items: readonly ItemRow[]) {
  const own = items.filter(({ planId }) => planId === id);
  return { id, target, level, startedOn, closedOn, outcome, done: own.filter(({ state }) => state === 'done').length, items: own.length };
}

/** What the address asks to make the plan. A route that is none is said to be so before anybody presses a button. */
function askedOf({ route, role }: PlanSearch, { catalogue, from }: Ground) {
  const nameOf = (id: string) => catalogue.roles.find((one) => one.id === id)?.name;
  if (route) {
    const fault = routeFault(route, { held: from, roles: catalogue.roles, transitions: catalogue.transitions });
    return { route: route.map((id) => ({ id, name: nameOf(id) ?? id })), fault, role: null };
  }
  const name = role && nameOf(role);
  return { route: [], fault: null, role: role && name ? { id: role, name } : null };
}

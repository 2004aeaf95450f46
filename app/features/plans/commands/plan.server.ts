import type { Appointment } from '#app/domain/appointment.ts';
import { routeFault, routeFaultText } from '#app/domain/plan.ts';
import { isRetired } from '#app/domain/retirement.ts';
import type { Role } from '#app/domain/role.ts';
import type { Level } from '#app/domain/skill.ts';
import type { Transition } from '#app/domain/transition.ts';
import { startingRoles, whereabouts } from '#app/domain/whereabouts.ts';
import { refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import type { ClosePlanInput, RetargetInput, StartPlanInput } from '../input.server.ts';
import { findOpenPlan, holdSubject, planNow, skillFault } from './subject.server.ts';

interface Target { roleId: string | null; skillId: string | null; level: Level | null; route: string[] }

const twoAtOnce = { refusals: { plans_one_open: { reason: 'Another plan has just been started. Open the page again to see it.' } } };

/** What a plan came to. `moved`: items that were open and go on in it. */
export interface Started { planId: number; moved: number; replaced: boolean }

/**
 * Begins a plan. The open one is closed as changed, when the form had shown it, and is shown first (409) when it had not. What is still
 * open of earlier plans moves along. Refused: a role or skill that is not in the catalogue any more, a route that is no way from
 * the person's role, a date in the past. 404 for everybody but the person and the line.
 */
export function startPlan(call: SignedCall, person: number, input: StartPlanInput): Promise<Result<Started>> {
  return run(call, 'plans.start', { person, ...input }, async (step): Promise<Started | Refused> => {
    await holdSubject(step, person);
    const open = await findOpenPlan(step.trx, person);
    if ((open?.planId ?? 0) !== input.replaces) return open ? stale(planNow(open)) : refused('The plan that this would have taken the place of is closed already. Please look again.');
    const target = await targetOf(step, person, input, null);
    if ('done' in target) return target;
    const { trx, now } = step;
    if (open) await trx.updateTable('plans').set({ closedAt: now, outcome: 'changed', version: open.version + 1 }).where('planId', '=', open.planId).execute();
    const { planId } = await trx.insertInto('plans').values({
      personId: person, ...target, targetOn: input.targetOn ?? null, startedBy: step.actor.personId, startedAt: now,
    }).returning('planId').executeTakeFirstOrThrow();
    const moved = await trx.updateTable('planItems').set({ planId }).where('state', 'in', ['planned', 'under-way'])
      .where('planId', 'in', trx.selectFrom('plans').select('planId').where('personId', '=', person).where('planId', '<>', planId)).returning('planItemId').execute();
    step.audit({
      on: person, subject: `plan:${planId}`, before: open ? { plan: open.planId, target: open.roleId ?? open.skillId, targetOn: open.targetOn } : null,
      after: { ...target, targetOn: input.targetOn ?? null, moved: moved.map(({ planItemId }) => planItemId) },
    });
    return { planId, moved: moved.length, replaced: open !== undefined };
  }, twoAtOnce);
}

/** Gives the plan another target or date. A route stays while its last role is the target. Refused when it is closed; stale when it changed, or another took its place, since the form was opened. */
export function retargetPlan(call: SignedCall, person: number, input: RetargetInput): Promise<Result<null>> {
  return run(call, 'plans.retarget', { person, ...input }, async (step): Promise<null | Refused> => {
    await holdSubject(step, person);
    const open = await findOpenPlan(step.trx, person);
    if (!open) return refused('This plan is closed already. What you chose is in the form below, in case it is to be a plan of its own.');
    if (open.planId !== input.plan || open.version !== input.version) return stale(planNow(open));
    const target = await targetOf(step, person, input, open);
    if ('done' in target) return target;
    const { trx } = step;
    const route = target.roleId !== null && open.route.at(-1) === target.roleId ? open.route : [];
    await trx.updateTable('plans').set({ ...target, route, targetOn: input.targetOn ?? null, version: open.version + 1 }).where('planId', '=', open.planId).execute();
    step.audit({
      on: person, subject: `plan:${open.planId}`, before: { target: open.roleId ?? open.skillId, level: open.level, targetOn: open.targetOn },
      after: { target: target.roleId ?? target.skillId, level: target.level, targetOn: input.targetOn ?? null },
    });
    return null;
  });
}

/** Closes the plan; its items stay as they are, and open ones move into the next plan. Stale when it changed, or another took its place, since the form was opened. */
export function closePlan(call: SignedCall, person: number, input: ClosePlanInput): Promise<Result<null>> {
  return run(call, 'plans.close', { person, ...input }, async (step): Promise<null | Refused> => {
    await holdSubject(step, person);
    const open = await findOpenPlan(step.trx, person);
    if (!open) return refused('This plan is closed already.');
    if (open.planId !== input.plan || open.version !== input.version) return stale(planNow(open));
    await step.trx.updateTable('plans').set({ closedAt: step.now, outcome: input.outcome, version: open.version + 1 }).where('planId', '=', open.planId).execute();
    step.audit({ on: person, subject: `plan:${open.planId}`, before: { outcome: null }, after: { outcome: input.outcome } });
    return null;
  });
}

interface Wanted { for: 'role' | 'skill' | 'route'; role?: string; skill?: string; level?: Level; route?: string[]; targetOn?: string }

/** What the plan is for, checked against the catalogue of today; what it was for before may stay. */
async function targetOf(step: SignedStep, person: number, wanted: Wanted, before: { roleId: string | null; skillId: string | null; targetOn: string | null } | null): Promise<Target | Refused> {
  const { trx, today } = step;
  if (wanted.targetOn && wanted.targetOn < today && wanted.targetOn !== before?.targetOn) return refused('Please give a day that is still to come.', 'targetOn');
  if (wanted.for === 'skill') {
    const fault = await skillFault(trx, wanted.skill!, before?.skillId ?? null);
    return fault ?? { roleId: null, skillId: wanted.skill!, level: wanted.level!, route: [] };
  }
  if (wanted.for === 'role') {
    const role = await trx.selectFrom('roles').select(['name', 'retiredOn']).where('roleId', '=', wanted.role!).forShare().executeTakeFirst();
    if (!role) return refused('Please choose a role from the list.', 'role');
    const retired = isRetired(role) && wanted.role !== before?.roleId;
    return retired ? refused(`“${role.name}” has been retired from the catalogue. Please choose another role.`, 'role') : { roleId: wanted.role!, skillId: null, level: null, route: [] };
  }
  const route = wanted.route!;
  const { appointments } = await trx.selectFrom('backgrounds').select('appointments').where('personId', '=', person).$castTo<{ appointments: Appointment[] }>().executeTakeFirstOrThrow();
  const { roles, transitions } = await trx.selectFrom('catalogue').select(['roles', 'transitions']).$castTo<{ roles: Role[]; transitions: Transition[] }>().executeTakeFirstOrThrow();
  const fault = routeFault(route, { held: startingRoles(whereabouts(appointments, today)), roles, transitions });
  return fault ? refused(`${routeFaultText(fault)} Please choose another one from the career map.`, 'route') : { roleId: route.at(-1)!, skillId: null, level: null, route };
}

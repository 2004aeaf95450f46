import { sql } from 'kysely';
import { isOpen, nextStates } from '#app/domain/plan.ts';
import { mayRead } from '#app/domain/permission.ts';
import { refused, run, stale, type Refused, type Result, type SignedCall, type SignedStep } from '#app/server/command.server.ts';
import type { AddItemInput, MoveItemInput, SaveItemInput } from '../input.server.ts';
import { findOpenPlan, holdItem, holdSubject, itemNow, skillFault, type HeldItem } from './subject.server.ts';

/** An item with its title, as the notice names it. */
export interface Kept { itemId: number; title: string }

/** Adds an item to the open plan. Refused without one, and for a skill or certificate that is not in the catalogue. 404 for everybody but the person and the line. */
export function addItem(call: SignedCall, person: number, input: AddItemInput): Promise<Result<Kept>> {
  return run(call, 'plans.add-item', { person, ...input }, async (step): Promise<Kept | Refused> => {
    await holdSubject(step, person);
    const plan = await findOpenPlan(step.trx, person);
    if (!plan) return refused('There is no open plan to add this to. Start a plan first; what you typed is still here.');
    const row = await rowOf(step, person, input, null);
    if ('done' in row) return row;
    const { planItemId } = await step.trx.insertInto('planItems')
      .values({ planId: plan.planId, ...row, addedBy: step.actor.personId, addedAt: step.now }).returning('planItemId').executeTakeFirstOrThrow();
    step.audit({ on: person, subject: `plan-item:${planItemId}`, after: row });
    return { itemId: planItemId, title: row.title };
  });
}

/** Changes an item that is not done. Stale when it changed since the form was opened. */
export function saveItem(call: SignedCall, person: number, itemId: number, input: SaveItemInput): Promise<Result<Kept>> {
  return run(call, 'plans.save-item', { person, itemId, ...input }, async (step): Promise<Kept | Refused> => {
    await holdSubject(step, person);
    const item = await holdItem(step.trx, person, itemId);
    if (item.version !== input.version) return stale(itemNow(item));
    if (item.state === 'done') return refused('This is done. Open it again before you change it.');
    const row = await rowOf(step, person, input, item);
    if ('done' in row) return row;
    await step.trx.updateTable('planItems').set({ ...row, version: item.version + 1 }).where('planItemId', '=', itemId).execute();
    const { kind, title, skillId, level, certificationId, hostId, host, startsOn, endsOn } = item;
    step.audit({ on: person, subject: `plan-item:${itemId}`, before: { kind, title, skillId, level, certificationId, hostId, host, startsOn, endsOn }, after: row });
    return { itemId, title: row.title };
  });
}

/**
 * Begins an item, puts it back, drops it or takes it up again; opens what was done as long as no rating rests on it, and takes its evidence
 * back: that the person alone can do. What is opened again comes into the plan that goes on; without one it waits for the next, as all that is open does.
 */
export function moveItem(call: SignedCall, person: number, input: MoveItemInput): Promise<Result<Kept>> {
  return run(call, 'plans.move-item', { person, ...input }, async (step): Promise<Kept | Refused> => {
    const subject = await holdSubject(step, person);
    const { trx } = step;
    const item = await holdItem(trx, person, input.item);
    if (item.version !== input.version) return stale(itemNow(item));
    const rated = item.state === 'done' && await isRatedOn(step, item);
    if (!nextStates(item.state, rated).includes(input.state)) {
      return refused(rated ? 'A rating rests on this, so it stays done.' : 'It is there already. The page shows how it stands now.');
    }
    if (item.evidenceId !== null && !subject.rates) return refused(`Evidence was made of this, and that is ${subject.name}’s own: they alone can open it again.`);
    const planId = isOpen(input.state) ? (await findOpenPlan(trx, person))?.planId ?? item.planId : item.planId;
    await trx.updateTable('planItems').set({ planId, state: input.state, doneOn: null, evidenceId: null, version: item.version + 1 }).where('planItemId', '=', item.planItemId).execute();
    if (item.evidenceId !== null) await trx.deleteFrom('evidence').where('evidenceId', '=', item.evidenceId).execute();
    step.audit({ on: person, subject: `plan-item:${item.planItemId}`, before: { state: item.state, doneOn: item.doneOn, evidence: item.evidenceId }, after: { state: input.state, ...(planId === item.planId ? {} : { plan: planId }) } });
    return { itemId: item.planItemId, title: item.title };
  });
}

async function isRatedOn({ trx }: SignedStep, { ratingId, evidenceId }: HeldItem): Promise<boolean> {
  if (ratingId !== null || evidenceId === null) return ratingId !== null;
  return (await trx.selectFrom('ratingEvidence').select('ratingId').where('evidenceId', '=', evidenceId).executeTakeFirst()) !== undefined;
}

type Typed = Omit<AddItemInput, 'intent'>;

/** What was typed as a row. Refused: skills and certificates that are not in the catalogue; those the item had before may stay. */
async function rowOf(step: SignedStep, person: number, typed: Typed, before: HeldItem | null) {
  const { trx } = step;
  const fault = await skillFault(trx, typed.skill ?? null, before?.skillId ?? null);
  if (fault) return fault;
  const certificate = typed.certification === undefined ? undefined
    : await trx.selectFrom('certifications').select('name').where('certificationId', '=', typed.certification).executeTakeFirst();
  if (typed.certification !== undefined && !certificate) return refused('Please choose a certificate from the list.', 'certification');
  const host = await hostOf(step, person, typed.host, before);
  return {
    kind: typed.kind, title: typed.title ?? certificate!.name, skillId: typed.skill ?? null, level: typed.level ?? null, certificationId: typed.certification ?? null,
    ...host, startsOn: typed.startsOn ?? null, endsOn: typed.endsOn ?? null,
  };
}

/**
 * A colleague whose full name was typed, when there is just one and the actor may know them; else the name as it is. An item that already
 * names a colleague keeps them while the name stays the same.
 */
async function hostOf({ trx, actor, today }: SignedStep, person: number, name: string | undefined, before: HeldItem | null): Promise<{ hostId: number | null; hostName: string | null }> {
  if (!name) return { hostId: null, hostName: null };
  if (before && before.hostId !== null && before.host === name) return { hostId: before.hostId, hostName: null };
  if (!mayRead({ roles: actor.access, relation: 'colleague' }, 'name')) return { hostId: null, hostName: name };
  const found = await trx.selectFrom('people as p').select('p.personId').where(sql`lower(p.name)`, '=', name.toLowerCase())
    .where('p.erasedAt', 'is', null).where('p.personId', '<>', person)
    .where(({ exists, selectFrom }) => exists(selectFrom('appointments as a').select('a.personId').whereRef('a.personId', '=', 'p.personId')
      .where('a.employer', 'is', null).where('a.status', '=', 'confirmed').where(sql<boolean>`daterange(a.started_on, a.ended_on, '[]') @> ${today}::date`)))
    .limit(2).execute();
  return found.length === 1 ? { hostId: found[0]!.personId, hostName: null } : { hostId: null, hostName: name };
}

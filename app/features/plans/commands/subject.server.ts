import { sql } from 'kysely';
import { may } from '#app/domain/permission.ts';
import type { ItemKind, ItemState } from '#app/domain/plan.ts';
import { isRetired } from '#app/domain/retirement.ts';
import { notFound, refused, type Refused, type SignedStep, type StaleValues } from '#app/server/command.server.ts';
import { holdPerson } from '#app/server/hold-person.server.ts';
import type { Trx } from '#db/handle.ts';

/** Whose plan is about to change. `rates`: the actor is the person, who alone says at which level they are. */
export interface Subject { personId: number; name: string; rates: boolean }

/** The person whose plan is about to change, held. 404 for everybody but the person and the line. */
export async function holdSubject(step: SignedStep, personId: number): Promise<Subject> {
  const { name, viewer } = await holdPerson(step, personId, 'plan');
  if (!may(viewer, 'write', 'plan')) return notFound();
  return { personId, name, rates: may(viewer, 'write', 'ratings') };
}

/** The plan that goes on, with the name of what it is for; undefined without one. */
export function findOpenPlan(trx: Trx, personId: number) {
  return trx.selectFrom('plans as p').leftJoin('roles as r', 'r.roleId', 'p.roleId').leftJoin('skills as s', 's.skillId', 'p.skillId')
    .select(['p.planId', 'p.roleId', 'p.skillId', 'p.level', 'p.targetOn', 'p.route', 'p.version', sql<string>`coalesce(r.name, s.name)`.as('target')])
    .where('p.personId', '=', personId).where('p.closedAt', 'is', null).executeTakeFirst();
}
export type OpenPlan = NonNullable<Awaited<ReturnType<typeof findOpenPlan>>>;

/** What the plan says now, for a form that was written on an older version. */
export function planNow({ target, level, targetOn, version }: OpenPlan): StaleValues {
  return { target, level, targetOn, version };
}

/** One item of the person, of whichever plan. 404 when there is none. */
export async function holdItem(trx: Trx, personId: number, itemId: number) {
  const item = await trx.selectFrom('planItems as i').innerJoin('plans as p', 'p.planId', 'i.planId').leftJoin('people as h', 'h.personId', 'i.hostId')
    .select(['i.planItemId', 'i.planId', 'i.kind', 'i.title', 'i.skillId', 'i.level', 'i.certificationId', 'i.hostId', sql<string | null>`coalesce(i.host_name, h.name)`.as('host'),
      'i.startsOn', 'i.endsOn', 'i.state', 'i.doneOn', 'i.outcome', 'i.evidenceId', 'i.ratingId', 'i.version'])
    .where('i.planItemId', '=', itemId).where('p.personId', '=', personId).forUpdate('i').executeTakeFirst();
  return item ? { ...item, kind: item.kind as ItemKind, state: item.state as ItemState } : notFound();
}
export type HeldItem = Awaited<ReturnType<typeof holdItem>>;

/** What an item says now, for a form that was written on an older version. */
export function itemNow({ title, kind, state, host, startsOn, endsOn, version }: HeldItem): StaleValues {
  return { title, kind, state, host, startsOn, endsOn, version };
}

/** Refuses a skill that does not exist or that the catalogue has retired, unless it was there before. */
export async function skillFault(trx: Trx, skillId: string | null, before: string | null): Promise<Refused | null> {
  if (skillId === null || skillId === before) return null;
  const skill = await trx.selectFrom('skills').select(['name', 'retiredOn']).where('skillId', '=', skillId).forShare().executeTakeFirst();
  if (!skill) return refused('Please choose a skill from the list.', 'skill');
  return isRetired(skill) ? refused(`“${skill.name}” has been retired from the catalogue. Please choose another skill.`, 'skill') : null;
}

import type { Db } from '#db/handle.ts';

/** A plan before this one, and the one that goes on with an item in each state but dropped. */
export async function plan(db: Db, personId: number, skills: readonly [string, string]): Promise<void> {
  await db.insertInto('plans').values({ personId, skillId: skills[0], level: 3, startedBy: personId, startedAt: '2025-03-01T09:00:00Z', closedAt: '2025-09-01T09:00:00Z', outcome: 'reached' }).execute();
  const { planId } = await db.insertInto('plans').values({ personId, roleId: 'technology-analyst', targetOn: '2027-06-30', startedBy: personId, startedAt: '2026-08-01T09:00:00Z' })
    .returning('planId').executeTakeFirstOrThrow();
  const item = { planId, skillId: skills[1], level: 4, hostName: 'The people of the warehouse', addedBy: personId, addedAt: '2026-08-02T09:00:00Z' };
  await db.insertInto('planItems').values([
    { ...item, kind: 'shadowing', title: 'Inventory weekend', startsOn: '2026-08-15', state: 'done', doneOn: '2026-08-16', outcome: 'Counted with them' },
    { ...item, kind: 'mentoring', title: 'Talks about callers', startsOn: '2026-09-01', state: 'under-way' },
    { ...item, kind: 'course', title: 'Difficult calls' },
  ]).execute();
}

/** The item of that plan that is planned. */
export async function plannedItem(db: Db, personId: number): Promise<number> {
  const { planItemId } = await db.selectFrom('planItems').innerJoin('plans', 'plans.planId', 'planItems.planId').select('planItemId')
    .where('personId', '=', personId).where('state', '=', 'planned').executeTakeFirstOrThrow();
  return planItemId;
}

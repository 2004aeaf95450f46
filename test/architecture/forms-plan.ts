import type { Db } from '#db/handle.ts';
import { testNow } from '#test/support/request.ts';
import type { Maker } from './permission-forms.ts';

/** The open plan of somebody, and an item of it that is planned, as they stand now. */
async function planOf(db: Db, person: number | null) {
  if (person === null) return { plan: 0, item: 1, version: 1 };
  const open = await db.selectFrom('plans').select('planId').where('personId', '=', person).where('closedAt', 'is', null).executeTakeFirst();
  const item = open && await db.selectFrom('planItems').select(['planItemId', 'version']).where('planId', '=', open.planId).where('state', '=', 'planned').orderBy('planItemId', 'desc').executeTakeFirst();
  return { plan: open?.planId ?? 0, item: item?.planItemId ?? 1, version: item?.version ?? 1 };
}

/** The forms of the pages of plans, as in permission-forms.ts. */
export const planForms: Record<string, Maker> = {
  'start a plan': async ({ person, around }) => {
    const { plan } = await planOf(around.served.database.db, person);
    return { fields: [['intent', 'start'], ['for', 'role'], ['role', 'technology-analyst'], ['replaces', String(plan)]] };
  },
  'add to a plan': ({ turn }) => ({ fields: [['intent', 'add'], ['kind', 'shadowing'], ['title', `Watching ${turn}`]] }),
  'move an item': async ({ person, around }) => {
    const { db } = around.served.database;
    const { plan } = await planOf(db, person);
    // Each time another one, as what was dropped cannot be dropped again.
    if (plan > 0) await db.insertInto('planItems').values({ planId: plan, kind: 'project', title: 'To be dropped', addedAt: testNow }).execute();
    const { item, version } = await planOf(db, person);
    return { fields: [['intent', 'move'], ['item', String(item)], ['version', String(version)], ['state', 'dropped']] };
  },
  'change an item': async ({ turn, around }) => ({ fields: [['intent', 'save'], ['version', String(await reopened(around.served.database.db, around.world.entries.planItem))], ['kind', 'project'], ['title', `Patching ${turn}`]] }),
  'rate from an item': async ({ around }) => ({ fields: [['intent', 'rate'], ['level', '3'], ['version', String(await reopened(around.served.database.db, around.world.entries.planItem))]] }),
  'finish an item': async ({ around }) => ({ fields: [['intent', 'complete'], ['version', String(await reopened(around.served.database.db, around.world.entries.planItem))], ['doneOn', '2026-11-20']] }),
  'offer to be asked': async ({ person, turn, around }) => {
    if (person !== null) await around.served.database.db.deleteFrom('roleGuides').where('personId', '=', person).execute();
    return { fields: [['intent', 'offer'], ['guide', 'on'], ['guideNote', `Note ${turn}`], ['seen', '[[],null,false,null]']] };
  },
};

/** The subject's same item, to be done again each time. */
async function reopened(db: Db, item: number): Promise<number> {
  const { version } = await db.updateTable('planItems').set({ state: 'planned', doneOn: null }).where('planItemId', '=', item).returning('version').executeTakeFirstOrThrow();
  return version;
}

import type { Maker } from './permission-forms.ts';
import { testNow } from '#test/support/request.ts';
import type { Db } from '#db/handle.ts';

/** The forms about evidence, as permission-forms.ts has the others. */
export const evidenceForms: Record<string, Maker> = {
  'add evidence': ({ turn }) => ({ fields: [['intent', 'add'], ['text', `Work ${turn}`], ['skills', 'patience']] }),
  'change evidence': async ({ person, around }) => ({
    fields: [['intent', 'change'], ['evidence', String(await piece(around.served.database.db, person))], ['skills', 'client-os'], ['skills', 'patience']],
  }),
  'remove evidence': async ({ person, around }) => ({ fields: [['intent', 'remove'], ['evidence', String(await piece(around.served.database.db, person))]] }),
  'remove evidence of somebody else': async ({ around }) => ({ fields: [['intent', 'remove'], ['evidence', String(await piece(around.served.database.db, around.world.ids.stranger))]] }),
  'say what a category shows': async ({ person, turn, around }) => {
    await closeTickets(around.served.database.db, person, `Category ${turn}`);
    return { fields: [['intent', 'map'], ['rows[0].category', `Category ${turn}`], ['rows[0].version', '0'], ['rows[0].skills', 'client-os']] };
  },
  'accept tickets': async ({ person, turn, around }) => {
    const { db } = around.served.database;
    const quarterOn = `${2000 + turn}-01-01`;
    if (person !== null) await db.insertInto('ticketCounts').values({ personId: person, closedOn: quarterOn, category: 'Printer', tickets: 20 }).execute();
    return { fields: [['intent', 'answer'], ['skill', 'desktop-hardware'], ['quarterOn', quarterOn], ['tickets', '20'], ['answer', 'accepted']] };
  },
  'take an answer back': async ({ person, turn, around }) => {
    const quarterOn = `${2010 + turn}-04-01`;
    if (person !== null) await answered(around.served.database.db, person, quarterOn);
    return { fields: [['intent', 'undo'], ['skill', 'client-os'], ['quarterOn', quarterOn]] };
  },
};

async function closeTickets(db: Db, personId: number | null, category: string): Promise<void> {
  if (personId !== null) await db.insertInto('ticketCounts').values({ personId, closedOn: '2026-10-01', category, tickets: 1 }).execute();
}

async function answered(db: Db, personId: number, quarterOn: string): Promise<void> {
  await db.insertInto('ticketSuggestions').values({ personId, skillId: 'client-os', quarterOn, answer: 'discarded', tickets: 12, answeredAt: testNow }).execute();
}

/** A piece of the person's, made for this form alone. */
async function piece(db: Db, personId: number | null): Promise<number> {
  if (personId === null) return 1;
  const { evidenceId } = await db.insertInto('evidence').values({ personId, kind: 'text', body: 'A piece of work', addedBy: personId, addedAt: testNow }).returning('evidenceId').executeTakeFirstOrThrow();
  return evidenceId;
}

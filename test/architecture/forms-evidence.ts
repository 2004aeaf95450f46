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
};

/** A piece of the person's, made for this form alone. */
async function piece(db: Db, personId: number | null): Promise<number> {
  if (personId === null) return 1;
  const { evidenceId } = await db.insertInto('evidence').values({ personId, kind: 'text', body: 'A piece of work', addedBy: personId, addedAt: testNow }).returning('evidenceId').executeTakeFirstOrThrow();
  return evidenceId;
}

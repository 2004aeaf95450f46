import { tokenHash } from '#app/server/session-token.server.ts';
import { testNow } from '#test/support/request.ts';
import type { Maker } from './permission-forms.ts';
import type { Surroundings } from './surroundings.ts';

let made = 0;
const newToken = () => `matrix-${(made += 1)}-`.padEnd(43, 'y');

/** A link of this person that is open. */
async function openLink({ served }: Surroundings, personId: number): Promise<number> {
  const { db } = served.database;
  const { shareLinkId } = await db.insertInto('shareLinks').values({
    personId, label: 'Matrix', sections: ['skills'], tokenHash: tokenHash(newToken()), createdAt: testNow, expiresAt: new Date('2026-12-24T09:00:00Z'),
  }).returning('shareLinkId').executeTakeFirstOrThrow();
  return shareLinkId;
}

/** The forms about links to somebody outside, as in permission-forms.ts. */
export const sharingForms: Record<string, Maker> = {
  'make a link': async ({ around }) => {
    // What was left open before is stopped, so that there are never too many.
    await around.served.database.db.updateTable('shareLinks').set({ stoppedAt: testNow }).where('label', '=', 'Matrix').where('stoppedAt', 'is', null).execute();
    return { fields: [['intent', 'make'], ['token', newToken()], ['label', 'Matrix'], ['sections', 'skills'], ['days', '7']] };
  },
  'stop a link': async ({ person, around }) => ({ fields: [['intent', 'stop'], ['link', person === null ? '1' : String(await openLink(around, person))]] }),
  'stop a link of somebody else': async ({ around }) => ({ fields: [['intent', 'stop'], ['link', String(await openLink(around, around.world.ids.stranger))]] }),
};

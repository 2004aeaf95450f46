import { rate } from '#test/support/people.ts';
import { testNow } from '#test/support/request.ts';
import type { Maker } from './permission-forms.ts';
import type { Surroundings } from './surroundings.ts';

const skill = 'active-listening';

/** A level of this person that waits, and what they asked the managers about it, as it stands before a form is sent. */
async function openRequest({ served }: Surroundings, person: number | null, asked: boolean): Promise<string> {
  const { db } = served.database;
  if (person === null) return '1';
  await rate(db, person, skill, 5, { at: testNow });
  await db.deleteFrom('ratingRequests').where('personId', '=', person).where('skillId', '=', skill).execute();
  if (!asked) return '1';
  const { ratingRequestId } = await db.insertInto('ratingRequests').values({ personId: person, skillId: skill, kind: 'confirm', askedAt: testNow })
    .returning('ratingRequestId').executeTakeFirstOrThrow();
  return String(ratingRequestId);
}

/** The subject's question to the colleague, open again. */
async function reopen({ served, world }: Surroundings): Promise<void> {
  await served.database.db.updateTable('ratingRequests').set({ answer: null, answeredAt: null, answeredBy: null, reply: null })
    .where('ratingRequestId', '=', world.entries.peerAsk).execute();
}

/** The colleague's answer to it, given just now. */
async function answered({ served, world }: Surroundings): Promise<void> {
  const { db } = served.database;
  const { skillId } = await db.selectFrom('ratingRequests').select('skillId').where('ratingRequestId', '=', world.entries.peerAsk).executeTakeFirstOrThrow();
  const { ratingId } = await db.insertInto('ratings').values({ personId: world.ids.subject, skillId, level: 3, source: 'peer', ratedBy: world.ids.colleague, ratedAt: testNow }).returning('ratingId').executeTakeFirstOrThrow();
  await db.updateTable('ratingRequests').set({ answer: 'rated', answeredAt: testNow, answeredBy: world.ids.colleague, reply: null, ratingId }).where('ratingRequestId', '=', world.entries.peerAsk).execute();
}

const ask = (of: 'stranger' | 'recruiter'): Maker => async ({ person, around: { served, world } }) => {
  const colleague = person === world.ids[of] ? world.ids.other : world.ids[of];
  await served.database.db.deleteFrom('ratingRequests').where('personId', '=', person ?? 0).where('skillId', '=', skill).execute();
  return { fields: [['intent', 'ask'], ['colleague', String(colleague)], ['skills', skill], ['message', 'How do you see it?']] };
};

/** The forms about what is asked of others, as in permission-forms.ts. */
export const skillsForms: Record<string, Maker> = {
  'ask to confirm': async ({ person, around }) => {
    await openRequest(around, person, false);
    return { fields: [['intent', 'ask-confirm'], ['skills', skill]] };
  },
  'say it is still true': async ({ person, around }) => {
    await openRequest(around, person, false);
    await around.served.database.db.deleteFrom('skillInterests').where('personId', '=', person ?? 0).where('skillId', '=', skill).execute();
    return { fields: [['intent', 'still-true'], ['skills', skill]] };
  },
  'withdraw a question': async ({ person, around }) => ({ fields: [['intent', 'withdraw'], ['request', await openRequest(around, person, true)]] }),
  'say not yet': async ({ person, around }) => ({ fields: [['intent', 'not-yet'], ['request', await openRequest(around, person, true)], ['reply', 'Not yet.']] }),
  'ask a colleague': ask('stranger'),
  'ask a recruiter': ask('recruiter'),
  'say a level': async ({ around }) => {
    await reopen(around);
    return { fields: [['intent', 'say'], ['level', '3'], ['note', 'As I see it']] };
  },
  'correct an answer': async ({ around, turn }) => {
    await answered(around);
    return { fields: [['intent', 'correct'], ['level', '4'], ['note', `On second thoughts ${turn}`], ['version', '1']] };
  },
  'rather not say': async ({ around }) => {
    await reopen(around);
    return { fields: [['intent', 'decline'], ['reply', 'We have not worked together.']] };
  },
};
